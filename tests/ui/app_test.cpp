#include <doctest/doctest.h>

#include "core/json.h"
#include "i18n/words.h"
#include "ui/program.h"

using namespace lisa;
using namespace lisa::test;
using Aria = semantics::Role;

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
            for (const char* tab : {"", "/falt", "/kopplingar", "/historik", "/las", "/karta", "/matris", "/jamfor", "/krav", "/bekraftelser", "/bilagor",
                                    "/arenden", "/underlag", "/provning"}) {
                CAPTURE(tab);
                program.host->navigate(base + "/" + id + tab);
                program.screen.settle(*program.host);
                check_tree(program.screen);
            }
        }
}

TEST_CASE("the screens beside the registers draw for every role with a sound tree, wide and narrow") {
    for (const RoleFacts& role : kRoles)
        for (const float width : {1280.f, 360.f}) {
            CAPTURE(role.name);
            CAPTURE(width);
            Program program(role.name, kRoot, 3, "/", width);
            for (const char* path : {"/", "/laget", "/far-jag", "/rapportera", "/organisation", "/importera/asset", "/vantar", "/nowhere"}) {
                CAPTURE(path);
                program.host->navigate(path);
                program.screen.settle(*program.host);
                check_tree(program.screen);
                CHECK(program.screen.node(Aria::heading, "") != nullptr);
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

TEST_CASE("A5 WCAG 1.4.4 every tab is within a narrow window, also with the largest letters") {
    for (const char* percent : {"100", "200"}) {
        Program program("coordinator", kRoot, 1, "/register/asset/" + asset_id(0), 360, 740);
        program.platform.memory["text_scale"] = percent;
        program.open();
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

TEST_CASE("what a device has kept is not taken for all of it when the server counts more") {
    Program program("coordinator", kRoot, 0, "/register/asset");
    CHECK_FALSE(says(program, "Hämtar"));
    program.platform.server = [](std::string_view, std::string_view where, const std::string&) -> platform::Reply {
        if (where.find("since=0") != std::string_view::npos) return {0, ""};  // and then the network is gone
        return {200, dump(page_to_json(Page{.epoch = "e", .cursor = 10, .visible = 5}))};
    };
    program.platform.poke();
    program.screen.settle(*program.host);
    CHECK(says(program, "Hämtar"));
    CHECK_FALSE(program.screen.node(Aria::heading, "Här är det tomt än så länge"));
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
    CHECK(program.screen.node(Aria::grid, "Informationstillgångar")->size == 20'001);
}

TEST_CASE("help comes after the first frame; when it cannot be had the form works without, and it is asked for again") {
    std::string texts, help;
    for (std::string_view key : words::kKeys) (key.starts_with("help.") ? help : texts).append(say(Language::english, key)).push_back('\0');
    texts.pop_back(), help.pop_back();
    REQUIRE(load_words(Language::english, texts));
    Program program("information_owner", kBoard, 1, "/register/asset/" + asset_id(0) + "/falt", 1280, 800, {}, "en");
    const auto help_of_reasons = [&] {
        program.screen.settle(*program.host);
        const semantics::Node* field = program.screen.node(Aria::textarea, "Reasons");
        return field ? field->description : "no such field";
    };
    CHECK(help_of_reasons() == "");
    program.platform.texts["en-help"] = help;
    CHECK(help_of_reasons() == "");
    program.platform.clock += 10'000;
    (void)help_of_reasons();
    CHECK(help_of_reasons().starts_with("Why the levels were chosen"));
}
