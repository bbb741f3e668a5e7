// What was removed: listed for who may remove, opened with its history, put back. And a history that goes on.
#include <algorithm>
#include <set>

#include "app/list_address.h"
#include "app/state.h"
#include "ui/program.h"

using namespace lisa;
using namespace lisa::test;
using Aria = semantics::Role;

namespace {

Value text(std::string_view value) { return Value{std::string(value)}; }

constexpr std::string_view kOld = "01920000-0000-7000-8000-00000000e001", kPart = "01920000-0000-7000-8000-00000000e002";

Record asset(std::string_view id, std::string_view name, std::string_view part_of = "") {
    Record record = made(kAsset, id, {{"name", text(name)}, {"kind", text("process")}, {"status", text("draft")}, {"unit", text(kBoard)}});
    if (!part_of.empty()) record.values[position(kAsset, "part_of")] = text(part_of);
    return record;
}

Json row_of(const Record& record) {
    return {{"record", record_to_json(record)}, {"at", "2026-11-20T09:00:00Z"}, {"actor", {{"id", kMe}, {"name", "Anna Exempel"}}}};
}

/// A server that knows of two removed assets, one of which is part of the other, and of their history.
struct Bin : Program {
    int history_rows = 3;
    bool is_away = false;                              ///< the network, for what was removed
    Json doer{{"id", kMe}, {"name", "Anna Exempel"}};  ///< of what the history tells
    std::vector<std::string> asked;

    explicit Bin(std::string_view role = "coordinator", std::string_view path = "/register/asset") : Program(role, kRoot, 2, path) {
        platform.server = [this, others = platform.server](std::string_view method, std::string_view where, const std::string& body) -> platform::Reply {
            if (where.starts_with("/api/removed") || where.starts_with("/api/history")) asked.emplace_back(where);
            if (is_away && where.starts_with("/api/removed/")) return {0, ""};
            if (where.starts_with("/api/removed/asset/" + std::string(kOld))) return {200, dump(row_of(asset(kOld, "Gammal lista")))};
            if (where.starts_with("/api/removed/asset/")) return {404, "{}"};
            if (where == "/api/removed/asset?before=0")
                return {200, dump({{"rows", Json::array({row_of(asset(kPart, "Delen", kOld))})}, {"more", true}, {"before", 7}})};
            if (where == "/api/removed/asset?before=7")
                return {200, dump({{"rows", Json::array({row_of(asset(kOld, "Gammal lista"))})}, {"more", false}, {"before", 5}})};
            if (where.starts_with("/api/history/asset/")) return {200, dump(history(where))};
            return others(method, where, body);
        };
        asked.clear();
        open();
    }
    Json history(std::string_view where) const {
        const std::size_t at = where.find("before=");
        const int from = at == where.npos ? history_rows : std::stoi(std::string(where.substr(at + 7))) - 1;
        Json rows = Json::array();
        for (int seq = from; seq > std::max(0, from - 200); --seq)
            rows.push_back({{"seq", seq},
                            {"at", "2026-11-20T09:00:00Z"},
                            {"actor", doer},
                            {"verb", seq == 1 ? "create" : "update"},
                            {"fields", Json::array({{{"field", "name"}, {"before", nullptr}, {"after", "Namn nummer " + std::to_string(seq)}}})}});
        return {{"rows", rows}, {"more", from > 200}};
    }
    std::size_t told_rows() const {
        const auto& nodes = screen.tree().nodes();
        return static_cast<std::size_t>(
            std::count_if(nodes.begin(), nodes.end(), [](const semantics::Node& node) { return node.name.find("Namn nummer ") != std::string::npos; }));
    }
    bool has_asked(std::string_view where) const { return std::find(asked.begin(), asked.end(), where) != asked.end(); }
};

std::string verbs(const Program& program) {
    std::string line;
    for (const auto& [number, entry] : program.platform.outbox) line += (*parse_json(entry))["change"]["verb"].get<std::string>() + " ";
    return line;
}

}  // namespace

TEST_CASE("F5 the list shows what was removed, with when and by whom, page by page, and goes back") {
    Bin program;
    REQUIRE(program.click(Aria::button, "Borttagna"));
    check_tree(program.screen);
    CHECK(program.screen.node(Aria::status, "1 borttagen post") != nullptr);
    CHECK(program.screen.node(Aria::link, "Delen") != nullptr);
    CHECK(program.screen.node(Aria::link, "Tillgång 0") == nullptr);
    CHECK(says(program, "2026-11-20 10:00, Anna Exempel"));
    for (const char* tool : {"Ny", "Läs in fil", "Klistra in", "Ändra alla"}) CHECK_MESSAGE(program.screen.node(Aria::button, tool) == nullptr, tool);
    REQUIRE(program.click(Aria::button, "Visa äldre"));
    CHECK(program.screen.node(Aria::status, "2 borttagna poster") != nullptr);
    CHECK(program.screen.node(Aria::button, "Visa äldre") == nullptr);
    REQUIRE(program.type(Aria::searchbox, "Filtrera listan", "gammal"));
    CHECK(program.screen.node(Aria::link, "Gammal lista") != nullptr);
    CHECK(program.screen.node(Aria::link, "Delen") == nullptr);
    REQUIRE(program.type(Aria::searchbox, "Filtrera listan", ""));
    REQUIRE(program.click(Aria::button, "Tillbaka till listan"));
    CHECK(program.screen.node(Aria::link, "Tillgång 0") != nullptr);
    CHECK(program.screen.node(Aria::link, "Delen") == nullptr);
}

TEST_CASE("F5 one is opened with what it said and its history, and put back as a change of its own, which can be undone") {
    Bin program;
    REQUIRE(program.click(Aria::button, "Borttagna"));
    REQUIRE(program.click(Aria::button, "Visa äldre"));
    REQUIRE(program.click(Aria::link, "Gammal lista"));
    check_tree(program.screen);
    CHECK(program.platform.shown_address == "/register/asset/" + std::string(kOld) + "?removed=1");
    CHECK(program.platform.shown_title.starts_with("Gammal lista"));
    CHECK(says(program, "Posten togs bort 2026-11-20 10:00 av Anna Exempel."));
    CHECK(program.screen.node(Aria::tab, "Redigera") == nullptr);
    REQUIRE(program.click(Aria::tab, "Historik"));
    check_tree(program.screen);
    CHECK(program.told_rows() == 3);
    REQUIRE(program.click(Aria::button, "Återställ"));
    CHECK(verbs(program) == "restore ");
    CHECK(says(program, "1 post är återställd."));
    CHECK(says(program, "Posten återställs."));
    CHECK(program.screen.node(Aria::button, "Återställ") == nullptr);
    program.host->navigate("/vantar");
    program.screen.settle(*program.host);
    CHECK(says(program, "Gammal lista"));
    REQUIRE(program.click(Aria::button, "Ångra"));
    CHECK(verbs(program) == "restore remove ");
}

TEST_CASE("F5 H1 the history says in words that somebody reported without an account, and names nobody whom it does not know") {
    for (const char* id : {"open_report", "system"}) {
        Bin program;
        program.doer = {{"id", id}, {"name", ""}};
        program.host->navigate("/register/asset/" + asset_id(0) + "/historik");
        program.screen.settle(*program.host);
        CHECK(program.told_rows() == 3);
        CHECK(says(program, "Öppen rapport, utan konto") == (std::string_view(id) == "open_report"));
    }
}

TEST_CASE("F5 several are put back at once, what they are part of among them; one alone that is part of something removed is not") {
    Bin program;
    REQUIRE(program.click(Aria::button, "Borttagna"));
    REQUIRE(program.press(Aria::link, "Delen", semantics::key_space));
    for (const char* tool : {"Ändra", "Ta bort"}) CHECK_MESSAGE(program.screen.node(Aria::button, tool) == nullptr, tool);
    REQUIRE(program.click(Aria::button, "Visa äldre"));
    REQUIRE(program.click(Aria::button, "Återställ"));
    CHECK(program.platform.outbox.empty());
    CHECK(says(program, "Ingår i: Det du hänvisar till finns inte längre"));
    REQUIRE(program.press(Aria::link, "Gammal lista", semantics::key_space));
    REQUIRE(program.click(Aria::button, "Återställ"));
    CHECK(verbs(program) == "restore restore ");
    CHECK(says(program, "2 poster är återställda."));
    CHECK(program.screen.node(Aria::link, "Delen") == nullptr);
    CHECK(says(program, "Inget är borttaget"));
}

TEST_CASE("F5 H1 the files that went with a record come back with it, in one deed, and go again with it") {
    constexpr std::string_view kFile = "01920000-0000-7000-8000-00000000e009";
    Program program("coordinator", kRoot, 2, "/register/asset");
    const Record file = made(kAttachment, kFile,
                             {{"name", text("intervju.txt")},
                              {"register_name", text("asset")},
                              {"record", text(kOld)},
                              {"media_type", text("text")},
                              {"size", Value{std::int64_t{4}}},
                              {"sha256", text(std::string(64, 'a'))}});
    program.platform.server = [&, others = program.platform.server](std::string_view method, std::string_view where,
                                                                    const std::string& body) -> platform::Reply {
        if (!where.starts_with("/api/removed/asset?")) return others(method, where, body);
        Json row = row_of(asset(kOld, "Gammal lista"));
        row["parts"] = Json::array({record_to_json(file)});
        return {200, dump({{"rows", Json::array({row})}, {"more", false}, {"before", 5}})};
    };
    REQUIRE(program.click(Aria::button, "Borttagna"));
    REQUIRE(program.press(Aria::link, "Gammal lista", semantics::key_space));
    REQUIRE(program.click(Aria::button, "Återställ"));
    CHECK(verbs(program) == "restore restore ");
    CHECK(says(program, "1 post är återställd."));
    std::set<std::string> deeds;
    std::vector<std::string> records;
    for (const auto& [number, entry] : program.platform.outbox) {
        const Json json = *parse_json(entry);
        deeds.insert(json["deed"].get<std::string>());
        records.push_back(json["change"]["record"].get<std::string>());
    }
    CHECK(deeds.size() == 1);
    CHECK(records == std::vector<std::string>{std::string(kOld), std::string(kFile)});
    REQUIRE(program.click(Aria::button, "Ångra"));
    CHECK(verbs(program) == "restore restore remove remove ");
    CHECK((*parse_json(program.platform.outbox.rbegin()->second))["change"]["record"] == kOld);  // the file goes first
}

TEST_CASE("F5 a removed record that could not be asked for is asked for again when the connection is back, and not before") {
    Bin program;
    program.is_away = true;
    program.host->navigate("/register/asset/" + std::string(kOld));
    for (int i = 0; i < 3; ++i) program.screen.settle(*program.host);
    CHECK(says(program, "Posten finns inte här"));
    CHECK(program.asked.size() == 1);
    program.is_away = false;
    program.host->online(true);
    program.screen.settle(*program.host);
    CHECK(says(program, "Posten togs bort 2026-11-20 10:00 av Anna Exempel."));
}

TEST_CASE("F5 an address leads to a record that was removed, for who may remove; to others it is not there") {
    const std::string path = "/register/asset/" + std::string(kOld);
    Bin program("coordinator", path);
    CHECK(says(program, "Posten togs bort 2026-11-20 10:00 av Anna Exempel."));
    for (const char* role : {"employee", "auditor", "privacy_administrator"}) {
        CAPTURE(role);
        Bin other(role, path);
        CHECK(says(other, "Posten finns inte här"));
        CHECK(other.asked.empty());
        Bin list(role, "/register/asset?removed=1");
        CHECK(list.screen.node(Aria::button, "Borttagna") == nullptr);
        CHECK(list.screen.node(Aria::link, "Tillgång 0") != nullptr);
        CHECK(list.asked.empty());
    }
    Bin unknown("coordinator", "/register/asset/" + std::string(kPart));
    CHECK(says(unknown, "Posten finns inte här"));
    const std::size_t times = unknown.asked.size();
    unknown.screen.settle(*unknown.host);
    CHECK(unknown.asked.size() == times);  // asked once
}

TEST_CASE("F5 the address of a list says that it shows what was removed, and leads there again") {
    app::Register list;
    list.shows_removed = true;
    const std::string said = app::text_of(app::query_of(list, kAsset));
    CHECK(said == "removed=1");
    app::Register again;
    app::put(app::list_query_from("/register/asset?" + said, kAsset), again, kAsset);
    CHECK(again.shows_removed);
    app::put(app::list_query_from("/register/asset?removed=0", kAsset), again, kAsset);
    CHECK_FALSE(again.shows_removed);
    Bin program("coordinator", "/register/asset?removed=1");
    CHECK(program.screen.node(Aria::link, "Delen") != nullptr);
}

TEST_CASE("F5 without network what was removed is said to be out of reach, and the list says so") {
    Program program("coordinator", kRoot, 2, "/register/asset");
    REQUIRE(program.click(Aria::button, "Borttagna"));
    check_tree(program.screen);
    CHECK(says(program, "går inte att hämta just nu"));
    REQUIRE(program.click(Aria::button, "Tillbaka till listan"));
    CHECK(program.screen.node(Aria::link, "Tillgång 0") != nullptr);
}

TEST_CASE("F5 a history goes on beyond its first page, as far back as there is any") {
    Bin program("employee", "/register/asset/" + asset_id(0));
    program.history_rows = 450;
    program.host->navigate("/register/asset/" + asset_id(0) + "/historik");
    program.screen.settle(*program.host);
    CHECK(program.told_rows() == 200);
    REQUIRE(program.click(Aria::button, "Visa äldre"));
    CHECK(program.has_asked("/api/history/asset/" + asset_id(0) + "?before=251"));
    CHECK(program.told_rows() == 400);
    REQUIRE(program.click(Aria::button, "Visa äldre"));
    CHECK(program.told_rows() == 450);
    CHECK(program.screen.node(Aria::button, "Visa äldre") == nullptr);
    CHECK(says(program, "Skapad"));
    check_tree(program.screen);
}
