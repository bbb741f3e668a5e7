#include "report/csv.h"

#include "core/json.h"
#include "i18n/catalog_words.h"
#include "tests/shared/memory.h"
#include "tests/shared/samples.h"

#include <doctest/doctest.h>

using namespace lisa;
using namespace lisa::test;

namespace {

std::string header(std::initializer_list<const char*> fields, Language language = Language::swedish) {
    std::string line = "\xEF\xBB\xBF";
    for (const char* field : fields) line += (line.size() > 3 ? ";" : "") + std::string(say(language, field_key(kAsset, *find_field(kAsset, field)).view()));
    return line + "\r\n";
}

/// The file of one asset with that name and that retention.
std::string csv(const char* name, const char* retention) {
    Municipality store;
    Record record{kAsset};
    record.values[position(kAsset, "name")] = text(name);
    record.values[position(kAsset, "retention")] = text(retention);
    const std::size_t fields[] = {position(kAsset, "name"), position(kAsset, "retention")};
    const Record* rows[] = {&record};
    const std::string file = to_csv(kAsset, columns_of(kAsset, fields), rows, {store}), head = header({"name", "retention"});
    REQUIRE(file.substr(0, head.size()) == head);
    return file.substr(head.size());
}

/// Reads CSV back as a spreadsheet does.
std::vector<std::vector<std::string>> parsed(std::string_view file) {
    std::vector<std::vector<std::string>> rows{{""}};
    bool is_quoted = false;
    for (std::size_t i = 3; i < file.size(); ++i) {
        const char c = file[i];
        std::string& cell = rows.back().back();
        if (is_quoted && c == '"' && i + 1 < file.size() && file[i + 1] == '"') cell += file[++i];
        else if (c == '"') is_quoted = !is_quoted;
        else if (is_quoted) cell += c;
        else if (c == ';') rows.back().emplace_back();
        else if (c == '\n') rows.push_back({""});
        else if (c != '\r') cell += c;
    }
    rows.pop_back();
    return rows;
}

}  // namespace

TEST_CASE("a register without rows is a header, in the reader's language") {
    Municipality store;
    const std::size_t fields[] = {position(kAsset, "name"), position(kAsset, "status")};
    CHECK(to_csv(kAsset, columns_of(kAsset, fields), {}, {store}) == header({"name", "status"}));
    CHECK(to_csv(kAsset, columns_of(kAsset, fields), {}, {store, Language::english}) == header({"name", "status"}, Language::english));
}

TEST_CASE("cells are separated by semicolons and quoted only when they must be") {
    CHECK(csv("Betyg", "Bevaras") == "Betyg;Bevaras\r\n");
    CHECK(csv("Betyg", "") == "Betyg;\r\n");
    CHECK(csv("a;b", "sa \"nej\"") == "\"a;b\";\"sa \"\"nej\"\"\"\r\n");
    CHECK(csv("rad\nrad", "Å, Ä") == "\"rad\nrad\";Å, Ä\r\n");
}

TEST_CASE("a cell that a spreadsheet would run is text") {
    for (const char* bad : {"=1+1", "+46 221", "-1", "@sum", "\tx", "=cmd|' /C calc'!A0"}) {
        CAPTURE(std::string(bad));
        CHECK(csv(bad, "") == "'" + std::string(bad) + ";\r\n");
    }
    CHECK(csv("=A1;B1", "") == "\"'=A1;B1\";\r\n");
    CHECK(csv("a=b", "") == "a=b;\r\n");
}

TEST_CASE("rows come in the order given, with every cell where its column is, for every register") {
    for (const Entity* entity : kCatalog) {
        CAPTURE(std::string(entity->name));
        Municipality store;
        Random random(7);
        const Record first = filled(*entity, random), second = thinned(filled(*entity, random), random);
        std::vector<std::size_t> fields;
        for (std::size_t i = entity->fields.size(); i-- > 0;) fields.push_back(i);
        const Record* rows[] = {&second, &first, &second};
        const auto table = parsed(to_csv(*entity, columns_of(*entity, fields), rows, {store}));
        REQUIRE(table.size() == 4);
        for (std::size_t row = 0; row < table.size(); ++row) {
            REQUIRE(table[row].size() == fields.size());
            for (std::size_t column = 0; column < fields.size() && row > 0; ++column) {
                std::string cell = table[row][column], meant = show(*rows[row - 1], fields[column], {store});
                if (cell.starts_with('\'')) cell.erase(0, 1);
                std::erase(meant, '\r');
                CHECK(cell == meant);
            }
        }
    }
}

TEST_CASE("I5 K2 what a register works out stands in its files under a heading that says so, as text and as data") {
    Municipality store;
    const Record& record = store.at(kSystem, id("register"));
    const Record* rows[] = {&record};
    const RegisterColumn columns[] = {*find_column(kSystem, "name"), *find_column(kSystem, "effective_integrity"), *find_column(kSystem, "effective_because")};
    const WorkedOut worked{{record.id, {Value{}, number(3), number(0), Value{}, number(8), text("Från Betyg.")}}};
    const std::string file = to_csv(kSystem, columns, rows, {store}, worked);
    CHECK(file ==
          "\xEF\xBB\xBFNamn;Riktighet (gällande) – uträknat av Lisa;Skäl till klassen – uträknat av Lisa\r\nElevregister;3 Allvarlig skada;Från Betyg.\r\n");
    CHECK(to_cells(kSystem, columns, rows, {store}, worked).starts_with("Namn\tRiktighet (gällande)\tSkäl till klassen\r\n"));
    const auto data = parse_json(to_json_file(kSystem, rows, worked, "2026-11-25"));
    REQUIRE(data);
    CHECK((*data)["entity"] == "system");
    CHECK((*data)["date"] == "2026-11-25");
    CHECK(dump((*data)["records"][0]["worked_out"]) ==
          R"({"effective_availability":0,"effective_because":"Från Betyg.","effective_integrity":3,"effective_recovery_time_hours":8})");
    CHECK((*data)["records"][0]["v"]["name"] == "Elevregister");
    CHECK_FALSE((*data)["records"][0].contains("hidden"));
    const Record* assets[] = {&store.at(kAsset, id("grades"))};
    CHECK_FALSE((*parse_json(to_json_file(kAsset, assets, {}, "")))["records"][0].contains("worked_out"));
}

TEST_CASE("I5 what is withheld from whoever exports cannot be taken for empty, as text or as data, and who may see it has it") {
    Municipality store;
    store.put(kSystem, id("hall"), {{"name", text("Hall")}, {"kind", text("infrastructure")}, {"unit", text(id("board_a"))}, {"location", text("Källaren")}});
    const Places places{id("board_a"), id("kommun")};
    const RegisterColumn columns[] = {*find_column(kSystem, "name"), *find_column(kSystem, "location"), *find_column(kSystem, "country")};
    for (const bool may_see : {false, true}) {
        const Record seen = *redact(store.at(kSystem, id("hall")), holder(may_see ? Role::system_owner : Role::manager, "board_a"), places);
        const Record* rows[] = {&seen};
        const std::string file = to_csv(kSystem, columns, rows, {store}), data = to_json_file(kSystem, rows, {}, "");
        CHECK(file.ends_with(may_see ? "Hall;Källaren;\r\n" : "Hall;(visas inte för dig);\r\n"));
        CHECK((data.find("\"hidden\":[\"location\"") != std::string::npos) == !may_see);
        CHECK((data.find("Källaren") != std::string::npos) == may_see);
    }
}
