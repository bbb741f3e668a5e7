#include <doctest/doctest.h>

#include "domain/catalog.h"
#include "schema/json.h"
#include "semantics/lint.h"
#include "sync/replica.h"
#include "ui/headless.h"

using namespace lisa;
using lisa::test::FakePlatform;
using lisa::test::Headless;
using Aria = semantics::Role;

namespace {

constexpr std::string_view kRoot = "01920000-0000-7000-8000-000000000001", kBoard = "01920000-0000-7000-8000-000000000002",
                           kMe = "01920000-0000-7000-8000-000000000003", kArchive = "01920000-0000-7000-8000-000000000004",
                           kClient = "01920000-0000-7000-8000-0000000000c1";

std::string asset_id(int i) {
    char text[40];
    std::snprintf(text, sizeof text, "01920000-0000-7000-8000-%012x", 0x1000 + i);
    return text;
}

Record made(const Entity& entity, std::string_view id, std::initializer_list<std::pair<std::string_view, Value>> values) {
    Record record{entity};
    record.id = std::string(id);
    record.rev = 1;
    for (const auto& [field, value] : values) record.values[position(entity, field)] = value;
    Replica nothing(kCatalog, {});
    if (entity.derive) entity.derive(record, nothing);
    return record;
}

/// What the server of the test holds: two units, one person, some assets.
Page page_of(int assets) {
    Page page{.epoch = "e", .is_reset = true, .cursor = 10};
    const auto text = [](std::string_view value) { return Value{std::string(value)}; };
    page.records.push_back(made(kUnit, kRoot, {{"name", text("Köpings kommun")}, {"kind", text("municipality")}}));
    page.records.push_back(made(kUnit, kBoard, {{"name", text("Utbildningsnämnden")}, {"kind", text("board")}, {"parent", text(kRoot)}}));
    page.records.push_back(made(kUnit, kArchive, {{"name", text("Arkivet")}, {"kind", text("unit")}, {"parent", text(kBoard)}}));
    page.records.push_back(
        made(kPerson, kMe, {{"given_name", text("Anna")}, {"family_name", text("Exempel")}, {"audience", text("employee")}, {"unit", text(kBoard)}}));
    for (int i = 0; i < assets; ++i)
        page.records.push_back(made(kAsset, asset_id(i),
                                    {{"name", text("Tillgång " + std::to_string(i))},
                                     {"kind", text("information_type")},
                                     {"status", text("draft")},
                                     {"unit", text(kBoard)},
                                     {"confidentiality", Value{std::int64_t{i % 4}}}}));
    return page;
}

/// The program as one person sees it, over a server that holds `assets` assets.
struct Program {
    FakePlatform platform;
    Headless screen;
    std::unique_ptr<app::Host> host;
    std::vector<std::string> pushed;

    Program(std::string_view role, std::string_view unit, int assets, std::string_view path = "/", float width = 1280, float height = 800)
        : screen(width, height) {
        platform.server = [this, assets](std::string_view method, std::string_view where, const std::string& body) -> platform::Reply {
            if (method == "GET" && where.starts_with("/api/changes")) {
                if (where.find("since=0") != std::string_view::npos) return {200, dump(page_to_json(page_of(assets)))};
                return {200, dump(page_to_json(Page{.epoch = "e", .cursor = 10}))};
            }
            if (method == "POST") pushed.push_back(body);
            return {0, ""};
        };
        app::Start start;
        start.me = dump({{"person", {{"id", kMe}, {"name", "Anna Exempel"}}}, {"grants", Json::array({{{"role", role}, {"unit", unit}}})}});
        start.path = std::string(path);
        start.language = "sv";
        start.client = std::string(kClient);
        host = app::make_host(platform, start);
        screen.settle(*host);
    }
    bool click(Aria role, std::string_view name) { return screen.click(*host, role, name); }
    bool type(Aria role, std::string_view name, std::string_view text) { return screen.type(*host, role, name, text); }
};

void check_tree(const Headless& screen) {
    for (const std::string& sentence : semantics::faults(screen.tree())) FAIL_CHECK(sentence);
    for (std::uint32_t id : test::items_seen()) {
        const semantics::Node* node = screen.tree().find(id);
        if (!node) continue;  // ImGui's own scrollbars
        CHECK_MESSAGE(!node->name.empty(), "an item has no name: ", semantics::role_name(node->role));
    }
}

}  // namespace

TEST_CASE("every register draws for every role, list, empty form and record, with a sound tree") {
    for (const RoleFacts& role : kRoles)
        for (const Entity* entity : kCatalog) {
            CAPTURE(role.name);
            CAPTURE(entity->name);
            const std::string base = "/register/" + std::string(entity->name);
            Program program(role.name, kRoot, 3, base);
            check_tree(program.screen);
            CHECK(ImGui::GetDrawData()->TotalVtxCount > 0);
            const std::string id = entity == &kAsset ? asset_id(0) : std::string(entity == &kUnit ? kBoard : kMe);
            for (const char* tab : {"", "/falt", "/kopplingar", "/historik", "/las"}) {
                CAPTURE(tab);
                program.host->navigate(base + "/" + id + tab);
                program.screen.settle(*program.host);
                check_tree(program.screen);
            }
        }
}

TEST_CASE("a field above a person's clearance is nowhere on the screen") {
    Program owner("information_owner", kBoard, 1, "/register/asset/" + asset_id(0) + "/falt");
    CHECK(owner.screen.node(Aria::textarea, "Motivering") != nullptr);
    Program employee("employee", kBoard, 1, "/register/asset/" + asset_id(0) + "/falt");
    CHECK(employee.screen.node(Aria::textarea, "Motivering") == nullptr);
}

TEST_CASE("the list filters while typing, and says how many are left") {
    Program program("information_owner", kBoard, 600, "/register/asset");
    CHECK(program.screen.node(Aria::status, "600 poster") != nullptr);
    REQUIRE(program.type(Aria::searchbox, "Filtrera listan", "tillgang 59"));
    CHECK(program.screen.node(Aria::status, "600 poster") == nullptr);
    REQUIRE(program.type(Aria::searchbox, "Filtrera listan", "tillgång 59"));
    CHECK(program.screen.node(Aria::status, "16 av 600 poster") != nullptr);
    REQUIRE(program.type(Aria::searchbox, "Filtrera listan", "finns inte"));
    CHECK(program.screen.node(Aria::heading, "Inga träffar") != nullptr);
}

TEST_CASE("what is picked first is what was typed, not what merely lies within it") {
    Program program("information_owner", kRoot, 0, "/register/asset");
    REQUIRE(program.click(Aria::button, "Ny"));
    REQUIRE(program.type(Aria::combobox, "Ansvarig del", "utbildning"));
    const semantics::Node* first = program.screen.node(Aria::option, "");
    REQUIRE(first != nullptr);
    CHECK(first->name == "Utbildningsnämnden");
    CHECK(program.screen.node(Aria::option, "Arkivet") != nullptr);
}

TEST_CASE("a reference is followed from the overview, and back from what it points at") {
    Program program("information_owner", kBoard, 1, "/register/asset/" + asset_id(0));
    REQUIRE(program.click(Aria::link, "Utbildningsnämnden"));
    CHECK(program.platform.shown_address == "/register/unit/" + std::string(kBoard));
    program.host->navigate("/register/unit/" + std::string(kBoard) + "/kopplingar");
    program.screen.settle(*program.host);
    REQUIRE(program.click(Aria::link, "Tillgång 0"));
    CHECK(program.platform.shown_address == "/register/asset/" + asset_id(0));
}

TEST_CASE("leaving the page is asked about while something typed is not saved") {
    Program program("information_owner", kBoard, 1, "/register/asset/" + asset_id(0) + "/falt");
    CHECK(!program.platform.asks_before_leaving);
    REQUIRE(program.type(Aria::textbox, "Namn", "Nytt namn"));
    CHECK(program.platform.asks_before_leaving);
    REQUIRE(program.click(Aria::button, "Spara"));
    program.screen.settle(*program.host);
    CHECK(!program.platform.asks_before_leaving);
}

TEST_CASE("saving by the keyboard takes in what was typed in the same moment") {
    Program program("information_owner", kBoard, 1, "/register/asset/" + asset_id(0) + "/falt");
    const semantics::Node* name = program.screen.node(Aria::textbox, "Namn");
    REQUIRE(name != nullptr);
    program.host->shortcut("ctrl+s");
    semantics::Events typed;
    typed.push({.kind = semantics::Event::Kind::input, .id = name->id, .text = "Nytt namn"});
    program.screen.settle(*program.host, typed);
    REQUIRE(program.platform.outbox.size() == 1);
    CHECK(program.platform.outbox.begin()->second.find("Nytt namn") != std::string::npos);
}

TEST_CASE("every tab is within a narrow window, also with the largest letters") {
    for (const char* percent : {"100", "200"}) {
        Program program("coordinator", kRoot, 1, "/", 360, 740);
        program.platform.memory["text_scale"] = percent;
        program.host = app::make_host(
            program.platform, {.me = dump({{"person", {{"id", kMe}, {"name", "Anna"}}}, {"grants", Json::array({{{"role", "coordinator"}, {"unit", kRoot}}})}}),
                               .path = "/register/asset/" + asset_id(0),
                               .client = std::string(kClient)});
        program.screen.settle(*program.host);
        for (const std::string_view tab : {"Översikt", "Redigera", "Kopplingar", "Historik"}) {
            CAPTURE(percent);
            CAPTURE(tab);
            const semantics::Node* node = program.screen.node(Aria::tab, tab);
            REQUIRE(node != nullptr);
            CHECK(node->rect.x + node->rect.w <= 360);
        }
    }
}

TEST_CASE("sorting turns round when the same heading is pressed again") {
    Program program("information_owner", kBoard, 30, "/register/asset");
    CHECK(program.screen.node(Aria::link, "Tillgång 0") != nullptr);
    REQUIRE(program.click(Aria::button, "Namn"));
    CHECK(program.screen.node(Aria::link, "Tillgång 29") != nullptr);
    CHECK(program.screen.node(Aria::link, "Tillgång 3") == nullptr);
}

TEST_CASE("a new record with nothing filled in is not saved, and the fields say why") {
    Program program("information_owner", kBoard, 0, "/register/asset");
    REQUIRE(program.click(Aria::button, "Ny"));
    const semantics::Node* name = program.screen.node(Aria::textbox, "Namn");
    REQUIRE(name != nullptr);
    CHECK(program.platform.focused == name->id);
    REQUIRE(program.click(Aria::button, "Spara"));
    name = program.screen.node(Aria::textbox, "Namn");
    REQUIRE(name != nullptr);
    CHECK((name->states & semantics::invalid) != 0);
    CHECK(!name->description.empty());
    CHECK(program.platform.outbox.empty());
}

TEST_CASE("what is saved without network is in the outbox, counted in the header, and stays after a reload") {
    Program program("information_owner", kBoard, 1, "/register/asset/" + asset_id(0) + "/falt");
    REQUIRE(program.type(Aria::textbox, "Namn", "Nytt namn"));
    REQUIRE(program.click(Aria::button, "Spara"));
    CHECK(program.platform.outbox.size() == 1);
    CHECK(program.screen.node(Aria::status, "1 ändring väntar") != nullptr);
    CHECK(program.screen.node(Aria::heading, "Nytt namn") != nullptr);

    Program later("information_owner", kBoard, 1, "/");
    later.platform.outbox = program.platform.outbox;
    later.host =
        app::make_host(later.platform,
                       {.me = dump({{"person", {{"id", kMe}, {"name", "Anna"}}}, {"grants", Json::array({{{"role", "information_owner"}, {"unit", kBoard}}})}}),
                        .path = "/register/asset/" + asset_id(0),
                        .client = std::string(kClient)});
    later.screen.settle(*later.host);
    CHECK(later.screen.node(Aria::heading, "Nytt namn") != nullptr);
}

TEST_CASE("what is saved can be read again, whatever the shell calls this browser") {
    for (const std::string_view client : {kClient, std::string_view("019200000000700080000000000000c1"), std::string_view("")}) {
        CAPTURE(client);
        Program program("information_owner", kBoard, 1);
        program.host = app::make_host(
            program.platform,
            {.me = dump({{"person", {{"id", kMe}, {"name", "Anna"}}}, {"grants", Json::array({{{"role", "information_owner"}, {"unit", kBoard}}})}}),
             .path = "/register/asset/" + asset_id(0) + "/falt",
             .client = std::string(client)});
        program.screen.settle(*program.host);
        REQUIRE(program.type(Aria::textbox, "Namn", "Nytt namn"));
        REQUIRE(program.click(Aria::button, "Spara"));
        REQUIRE(program.platform.outbox.size() == 1);
        CHECK(pending_from_text(kCatalog, 1, program.platform.outbox.begin()->second));
    }
}

TEST_CASE("entries of the outbox that cannot be read stay on the device, and the person is told") {
    Program program("information_owner", kBoard, 1);
    program.platform.outbox[7] = "{\"change\":{\"verb\":\"of tomorrow\"}}";
    program.platform.outbox[8] = "";
    program.host =
        app::make_host(program.platform,
                       {.me = dump({{"person", {{"id", kMe}, {"name", "Anna"}}}, {"grants", Json::array({{{"role", "information_owner"}, {"unit", kBoard}}})}}),
                        .path = "/vantar",
                        .client = std::string(kClient)});
    program.screen.settle(*program.host);
    CHECK(program.screen.node(Aria::status, "2 ändringar kan inte läsas") != nullptr);
    CHECK(program.screen.words().find("De ligger kvar på enheten") != std::string::npos);
    CHECK(program.screen.words().find("Inget väntar") == std::string::npos);
    CHECK(program.platform.outbox.size() == 2);
}

TEST_CASE("a full disk keeps the draft and says so") {
    Program program("information_owner", kBoard, 1, "/register/asset/" + asset_id(0) + "/falt");
    program.platform.disk_is_full = true;
    REQUIRE(program.type(Aria::textbox, "Namn", "Nytt namn"));
    REQUIRE(program.click(Aria::button, "Spara"));
    CHECK(program.screen.node(Aria::textbox, "Namn")->value == "Nytt namn");
    CHECK(program.screen.node(Aria::button, "Spara") != nullptr);
}

TEST_CASE("a refused change shows mine and theirs, and the choice is sent with the present revision") {
    Program program("information_owner", kBoard, 1, "/register/asset/" + asset_id(0) + "/falt");
    auto plain = program.platform.server;
    bool refuse = true;
    std::string last;
    program.platform.server = [&](std::string_view method, std::string_view path, const std::string& body) -> platform::Reply {
        if (method != "POST") return plain(method, path, body);
        last = body;
        if (!refuse) return {0, ""};
        const Json json = *parse_json(body);
        const Answer answer{json["changes"][0]["id"], 0, Error{Fault::conflict, {{"name", "problem.conflict"}}, {}}};
        return {200, dump(answers_to_json({answer}))};
    };
    REQUIRE(program.type(Aria::textbox, "Namn", "Mitt namn"));
    REQUIRE(program.click(Aria::button, "Spara"));
    program.host->navigate("/vantar");
    program.screen.settle(*program.host);
    CHECK(program.screen.node(Aria::button, "Min version: Mitt namn") != nullptr);
    CHECK(program.screen.node(Aria::button, "Den andras version: Tillgång 0") != nullptr);
    refuse = false;
    REQUIRE(program.click(Aria::button, "Spara valet"));
    CHECK(last.find("Mitt namn") != std::string::npos);
    CHECK(last.find("\"base\":1") != std::string::npos);
}

TEST_CASE("the policy file is read in the page and becomes changes; a broken file is refused in words") {
    Program program("coordinator", kRoot, 0, "/register/document");
    REQUIRE(program.click(Aria::button, "Läs in fil"));
    program.platform.file_bytes = std::string("\0\1\2", 3);
    REQUIRE(program.type(Aria::file, "Välj fil", "policy.bin"));
    CHECK(program.screen.node(Aria::button, "Läs in dokumentet") == nullptr);
    program.platform.file_bytes = "Informationspolicy\n\nSyfte\nText om syftet.\n\nAnsvar\nText om ansvaret.\n";
    REQUIRE(program.type(Aria::file, "Välj fil", "policy.txt"));
    REQUIRE(program.type(Aria::combobox, "Ansvarig del", "köping"));
    REQUIRE(program.click(Aria::option, "Köpings kommun"));
    REQUIRE(program.click(Aria::button, "Läs in dokumentet"));
    CHECK(program.platform.outbox.size() == 3);
    CHECK(program.screen.node(Aria::heading, "Syfte") != nullptr);
}

TEST_CASE("only the rows on the screen are drawn, also of a hundred thousand") {
    Program program("information_owner", kBoard, 20'000, "/register/asset");
    CHECK(program.screen.tree().nodes().size() < 600);
    CHECK(program.screen.node(Aria::table, "Informationstillgångar")->size == 20'001);
}
