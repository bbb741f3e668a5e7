// The address of a list: what it says, what it does not let itself be told, and how it follows the person.
#include "app/list_address.h"

#include "app/state.h"
#include "ui/program.h"

using namespace lisa;
using namespace lisa::test;
using Aria = semantics::Role;
using app::ListQuery;

namespace {

ListQuery there_and_back(const ListQuery& query, const Entity& entity) { return app::list_query_from("/register/x?" + text_of(query), entity); }

/// Lets the time pass that the address waits, and draws.
void rest(Program& program) {
    program.screen.settle(*program.host);
    program.platform.clock += 1000;
    program.screen.settle(*program.host);
}

std::string first_row(const Program& program) {
    for (const semantics::Node& node : program.screen.tree().nodes())
        if (node.role == Aria::link && node.href.starts_with("/register/asset/")) return node.name;
    return {};
}

}  // namespace

TEST_CASE("A8 what a list shows survives its address, for every register and every column, up and down") {
    for (const Entity* entity : kCatalog) {
        CAPTURE(std::string(entity->name));
        std::vector<std::string> columns{std::string(app::kCompleteColumn)};
        CHECK_FALSE(find_column(*entity, app::kCompleteColumn).has_value());
        for (const RegisterColumn& column : list_columns(*entity)) columns.emplace_back(column.field->name);
        for (const std::string& column : columns)
            for (bool is_descending : {false, true}) {
                CAPTURE(column);
                const ListQuery query{"å b&c=d,%+#?\"<",
                                      {{column, is_descending}, {columns.front() == column ? columns.back() : columns.front(), !is_descending}},
                                      std::string(kMe)};
                CHECK(there_and_back(query, *entity) == query);
                app::Register list;
                put(query, list, *entity);
                CHECK(query_of(list, *entity) == query);
            }
        app::Register list;
        CHECK(text_of(query_of(list, *entity)).empty());
    }
}

TEST_CASE("A8 nonsense in the address of a list is passed over, and what makes sense beside it holds") {
    const auto read = [](const std::string& text) { return app::list_query_from("/register/asset?" + text, kAsset); };
    for (const std::string& text : {std::string(),
                                    std::string("figure=no_such_figure"),
                                    std::string("figure=risks_open"),
                                    std::string("figure=assets_due.A B"),
                                    std::string("scope=jag"),
                                    std::string("figure=no&scope=jag"),
                                    std::string("?"),
                                    std::string("&&=&"),
                                    std::string("filter"),
                                    std::string("sort=nonsense,-,--name,Name"),
                                    std::string("filter=%"),
                                    std::string("filter=%4"),
                                    std::string("filter=%zz"),
                                    std::string("filter=%ff"),
                                    std::string("filter=a%00b"),
                                    std::string("filter=a%0Ab"),
                                    std::string("at=1"),
                                    std::string("at=../../x"),
                                    "filter=" + std::string(201, 'a'),
                                    "filter=" + std::string(100'000, 'a'),
                                    std::string(100'000, '&')}) {
        CAPTURE(text.substr(0, 60));
        CHECK(read(text) == ListQuery{});
    }
    CHECK(read("x=1&filter=a+b%20c&sort=nonsense,-name,name,owner,status,unit&filter=%#sort=unit") ==
          ListQuery{"a b c", {{"name", true}, {"owner", false}, {"status", false}}, ""});
    CHECK(app::list_query_from("/register/asset", kAsset) == ListQuery{});
    ListQuery counted;
    counted.figure = "assets_classified.rest", counted.scope = std::string(kMe);
    CHECK(there_and_back(counted, kAsset) == counted);
    CHECK(read("scope=jag&figure=assets_due") == ListQuery{.figure = "assets_due", .scope = "jag"});
    CHECK(read("figure=assets_due&scope=../x") == ListQuery{.figure = "assets_due"});
}

TEST_CASE("A8 typing and sorting come into the address after a moment, without steps for the back button") {
    Program program("coordinator", kRoot, 12, "/register/asset");
    rest(program);
    CHECK(program.platform.shown_address.empty());
    REQUIRE(program.type(Aria::searchbox, "Filtrera listan", "tillgång 1"));
    CHECK(program.platform.shown_address.empty());
    rest(program);
    CHECK(program.platform.shown_address == "/register/asset?filter=tillg%C3%A5ng%201");
    REQUIRE(program.click(Aria::button, "Namn"));
    rest(program);
    CHECK(program.platform.shown_address == "/register/asset?filter=tillg%C3%A5ng%201&sort=-name");
    CHECK(program.platform.steps == 0);
}

TEST_CASE("A8 an address that is opened or gone back to shows the list as it says, at the place it says") {
    const std::string address = "/register/asset?filter=tillg%C3%A5ng&sort=-name&at=" + asset_id(20);
    Program program("coordinator", kRoot, 100, address);
    rest(program);
    CHECK(program.screen.node(Aria::searchbox, "Filtrera listan")->value == "tillgång");
    CHECK((program.screen.node(Aria::columnheader, "")->states & semantics::sorted_down) != 0);
    CHECK(program.screen.node(Aria::link, "Tillgång 20") != nullptr);
    CHECK(program.platform.shown_address.empty());  // nothing to correct
    CHECK(program.platform.focused == 0);
    program.host->navigate("/register/asset");
    rest(program);
    CHECK(program.screen.node(Aria::searchbox, "Filtrera listan")->value.empty());
    CHECK((program.screen.node(Aria::columnheader, "")->states & semantics::sorted_up) != 0);
    program.host->navigate(address);
    rest(program);
    CHECK(program.screen.node(Aria::searchbox, "Filtrera listan")->value == "tillgång");
    CHECK(program.screen.node(Aria::link, "Tillgång 20") != nullptr);
}

TEST_CASE("A8 the address is complete before another screen is shown, and back leads to the same row") {
    Program program("coordinator", kRoot, 100, "/register/asset", 800, 800);
    REQUIRE(program.type(Aria::searchbox, "Filtrera listan", "tillgång"));
    for (int i = 0; i < 3; ++i) REQUIRE(program.screen.press(*program.host, Aria::grid, "Informationstillgångar", semantics::key_page_down));
    const std::string row = first_row(program);
    REQUIRE(program.click(Aria::link, row));
    REQUIRE(program.platform.addresses.size() == 2);
    const std::string list = program.platform.addresses[0];
    CHECK(list.starts_with("/register/asset?filter=tillg%C3%A5ng&at="));
    CHECK(program.platform.addresses[1].starts_with("/register/asset/"));
    CHECK(program.platform.steps == 1);
    program.platform.focused = 0;
    program.host->navigate(list);
    rest(program);
    REQUIRE(program.screen.node(Aria::link, row) != nullptr);
    CHECK(program.platform.focused == program.screen.node(Aria::link, row)->id);
}

TEST_CASE("A8 an address that is all nonsense shows the whole list, and is mended") {
    for (const std::string& query : {std::string("filter=%ff&sort=x"), "filter=" + std::string(100'000, 'a')}) {
        Program program("coordinator", kRoot, 3, "/register/asset?" + query);
        rest(program);
        CHECK(program.screen.node(Aria::status, "3 poster") != nullptr);
        CHECK(program.platform.shown_address == "/register/asset");
    }
}

TEST_CASE("A8 the address of a record beside its list says what the list shows, and a reload shows both") {
    Program program("coordinator", kRoot, 12, "/register/asset", 1600, 800);
    REQUIRE(program.type(Aria::searchbox, "Filtrera listan", "tillgång 1"));
    REQUIRE(program.click(Aria::button, "Namn"));
    REQUIRE(program.click(Aria::link, "Tillgång 10"));
    const std::string address = "/register/asset/" + asset_id(10) + "?filter=tillg%C3%A5ng%201&sort=-name";
    CHECK(program.platform.shown_address == address);
    CHECK(program.platform.steps == 1);
    REQUIRE(program.click(Aria::tab, "Historik"));
    CHECK(program.platform.shown_address == "/register/asset/" + asset_id(10) + "/historik?filter=tillg%C3%A5ng%201&sort=-name");

    for (const float width : {1600.f, 700.f}) {  // beside each other, and the record alone with the list behind it
        CAPTURE(width);
        Program again("coordinator", kRoot, 12, address, width, 800);
        rest(again);
        CHECK(again.platform.shown_address.empty());  // nothing to correct
        CHECK(again.screen.node(Aria::heading, "Tillgång 10") != nullptr);
        CHECK((again.screen.node(Aria::searchbox, "Filtrera listan") != nullptr) == (width > 1000));
        REQUIRE(again.click(Aria::button, "Stäng posten"));
        rest(again);
        CHECK(again.platform.shown_address == "/register/asset?filter=tillg%C3%A5ng%201&sort=-name");
        CHECK(again.screen.node(Aria::searchbox, "Filtrera listan")->value == "tillgång 1");
        CHECK(again.screen.node(Aria::status, "5 av 12 poster") != nullptr);
        CHECK((again.screen.node(Aria::columnheader, "")->states & semantics::sorted_down) != 0);
    }
}

TEST_CASE("A8 what is typed into the list beside an open record comes into its address, without steps for the back button") {
    Program program("coordinator", kRoot, 12, "/register/asset/" + asset_id(3), 1600, 800);
    rest(program);
    CHECK(program.platform.shown_address.empty());
    REQUIRE(program.type(Aria::searchbox, "Filtrera listan", "tillgång"));
    rest(program);
    CHECK(program.platform.shown_address == "/register/asset/" + asset_id(3) + "?filter=tillg%C3%A5ng");
    CHECK(program.platform.steps == 0);
}

TEST_CASE("A8 going back from record to record gives the list of each back, and an address without a list's state shows all of it") {
    Program program("coordinator", kRoot, 12, "/register/asset", 1600, 800);
    REQUIRE(program.type(Aria::searchbox, "Filtrera listan", "tillgång 1"));
    REQUIRE(program.click(Aria::link, "Tillgång 11"));
    const std::string first = program.platform.shown_address;
    REQUIRE(program.type(Aria::searchbox, "Filtrera listan", "tillgång 2"));
    REQUIRE(program.click(Aria::link, "Tillgång 2"));
    CHECK(program.platform.shown_address == "/register/asset/" + asset_id(2) + "?filter=tillg%C3%A5ng%202");
    CHECK(program.platform.steps == 2);
    // The step before says what its list came to show.
    REQUIRE(program.platform.addresses.size() >= 2);
    CHECK(program.platform.addresses[program.platform.addresses.size() - 2] == "/register/asset/" + asset_id(11) + "?filter=tillg%C3%A5ng%202");
    program.host->navigate(first);
    rest(program);
    CHECK(program.screen.node(Aria::heading, "Tillgång 11") != nullptr);
    CHECK(program.screen.node(Aria::searchbox, "Filtrera listan")->value == "tillgång 1");
    program.host->navigate("/register/asset/" + asset_id(5));
    rest(program);
    CHECK(program.screen.node(Aria::heading, "Tillgång 5") != nullptr);
    CHECK(program.screen.node(Aria::searchbox, "Filtrera listan")->value.empty());
    CHECK(program.screen.node(Aria::status, "12 poster") != nullptr);
}

TEST_CASE("A8 the place in the list is kept beside a record, and found again after a reload") {
    Program program("coordinator", kRoot, 100, "/register/asset", 1600, 800);
    for (int i = 0; i < 3; ++i) REQUIRE(program.screen.press(*program.host, Aria::grid, "Informationstillgångar", semantics::key_page_down));
    const std::string row = first_row(program);
    REQUIRE(program.click(Aria::link, row));
    rest(program);
    const std::string address = program.platform.shown_address;
    CHECK(address.find("?at=") != std::string::npos);
    Program again("coordinator", kRoot, 100, address, 1600, 800);
    rest(again);
    CHECK(again.screen.node(Aria::link, row) != nullptr);
    CHECK(again.screen.node(Aria::link, "Tillgång 0") == nullptr);
}

TEST_CASE("A8 K2 a list is sorted by what is worked out, and its address says so") {
    const std::string query = "?sort=-effective_integrity,name";
    CHECK(app::list_query_from("/register/system" + query, kSystem) == ListQuery{"", {{"effective_integrity", true}, {"name", false}}, ""});
    CHECK(app::list_query_from("/register/asset" + query, kAsset) == ListQuery{"", {{"name", false}}, ""});
    CHECK(app::list_query_from("/register/system?sort=effective_because", kSystem) == ListQuery{});  // in files, not in the list
}

TEST_CASE("F5 A8 the order of what was removed is in the address too, by the columns that it has; nothing is worked out about it") {
    for (const Entity* entity : kCatalog) {
        CAPTURE(std::string(entity->name));
        std::vector<std::string> columns{std::string(app::kCompleteColumn)};
        for (const RegisterColumn& column : removed_columns(*entity)) {
            CHECK_FALSE(column.is_worked_out);
            columns.emplace_back(column.field->name);
        }
        for (std::size_t i = 0; i < columns.size(); ++i) {
            CAPTURE(columns[i]);
            const ListQuery query{"", {{columns[i], true}}, "", true};
            CHECK(there_and_back(query, *entity) == query);
            app::Register list;
            put(query, list, *entity);
            CHECK(list.table.sort == static_cast<int>(i == 0 ? columns.size() - 1 : i - 1));
            CHECK(query_of(list, *entity) == query);
        }
    }
    app::Register list;
    put({"", {{"effective_integrity", true}, {"name", true}}, "", true}, list, kSystem);
    CHECK(query_of(list, kSystem) == ListQuery{"", {{"name", true}}, "", true});
}
