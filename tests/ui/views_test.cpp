// Saved views of a list: one's own, which are choices, and shared ones, which are records.
#include "app/saved_views.h"
#include "domain/saved_view.h"
#include "ui/program.h"

using namespace lisa;
using namespace lisa::test;
using Aria = semantics::Role;

namespace {

constexpr std::string_view kView = "01920000-0000-7000-8000-0000000000f1";

Record shared(std::string_view name, std::string_view register_name, std::string_view unit, std::string_view id = kView) {
    return made(kSavedView, id,
                {{"name", Value{std::string(name)}},
                 {"register_name", Value{std::string(register_name)}},
                 {"query", Value{std::string("filter=11&sort=-name")}},
                 {"unit", Value{std::string(unit)}}});
}

std::string mine(Program& program) { return program.platform.remembered("views.asset"); }

void save(Program& program, std::string_view name) {
    REQUIRE(program.type(Aria::textbox, "Namn på vyn", name));
    REQUIRE(program.click(Aria::button, "Spara vyn"));
}

}  // namespace

TEST_CASE("A8 what the list shows is saved under a name, opened, replaced, renamed, removed and taken back") {
    Program program("coordinator", kRoot, 12, "/register/asset");
    REQUIRE(program.type(Aria::searchbox, "Filtrera listan", "tillgång 1"));
    REQUIRE(program.click(Aria::button, "Namn"));
    REQUIRE(program.click(Aria::button, "Vyer"));
    check_tree(program.screen);
    CHECK(says(program, "Filter: tillgång 1. Ordning: Namn (fallande)"));
    save(program, "Ettor");
    CHECK(app::own_views_from(mine(program)) == std::vector<app::OwnView>{{"Ettor", "filter=tillg%C3%A5ng%201&sort=-name"}});
    check_tree(program.screen);
    REQUIRE(program.click(Aria::button, "Stäng"));
    program.host->navigate("/register/asset");
    program.screen.settle(*program.host);
    REQUIRE(program.click(Aria::button, "Vyer"));
    CHECK(program.screen.node(Aria::link, "Ettor")->href == "/register/asset?filter=tillg%C3%A5ng%201&sort=-name");
    REQUIRE(program.click(Aria::link, "Ettor"));
    CHECK(program.screen.node(Aria::searchbox, "Filtrera listan")->value == "tillgång 1");
    CHECK(program.platform.shown_address == "/register/asset?filter=tillg%C3%A5ng%201&sort=-name");
    CHECK(program.platform.steps == 1);

    REQUIRE(program.type(Aria::searchbox, "Filtrera listan", "tillgång 10"));
    REQUIRE(program.click(Aria::button, "Vyer"));
    REQUIRE(program.click(Aria::button, "Mer om Ettor"));
    check_tree(program.screen);
    REQUIRE(program.click(Aria::button, "Ersätt med det som visas"));
    CHECK(app::own_views_from(mine(program)).front().query == "filter=tillg%C3%A5ng%2010&sort=-name");
    REQUIRE(program.click(Aria::button, "Mer om Ettor"));
    REQUIRE(program.click(Aria::button, "Byt namn"));
    check_tree(program.screen);
    REQUIRE(program.type(Aria::textbox, "Namn på vyn", "Tior"));
    REQUIRE(program.click(Aria::button, "Byt namn"));
    CHECK(app::own_views_from(mine(program)).front().name == "Tior");
    REQUIRE(program.click(Aria::button, "Mer om Tior"));
    REQUIRE(program.click(Aria::button, "Ta bort"));
    CHECK(mine(program).empty());
    REQUIRE(program.click(Aria::button, "Ångra"));
    CHECK(app::own_views_from(mine(program)).front().name == "Tior");
    CHECK(program.platform.outbox.empty());  // own views are no records
}

TEST_CASE("A8 a view without a name, with one that is taken, or one too many is refused in words") {
    Program program("coordinator", kRoot, 3, "/register/asset");
    REQUIRE(program.click(Aria::button, "Vyer"));
    REQUIRE(program.click(Aria::button, "Spara vyn"));
    CHECK((program.screen.node(Aria::textbox, "Namn på vyn")->states & semantics::invalid) != 0);
    CHECK(mine(program).empty());
    save(program, "Alla");
    save(program, " alla ");
    CHECK(app::own_views_from(mine(program)).size() == 1);
    CHECK(program.screen.node(Aria::textbox, "Namn på vyn")->description.starts_with("Du har redan en vy med det namnet"));
    for (int i = 0; i < 100; ++i) save(program, std::to_string(i) + std::string(50, 'x'));
    CHECK(mine(program).size() <= 4000);
    CHECK(says(program, "Du har för många vyer"));
}

TEST_CASE("A8 what is remembered may be anything; what is no view is none") {
    for (const char* text : {"", "{", "7", "[1,[],{}]", R"([{"name":1,"query":""}])", R"({"name":"x","query":""})"}) CHECK(app::own_views_from(text).empty());
    Program program("coordinator", kRoot, 3, "/register/asset");
    program.platform.memory["views.asset"] = R"([{"name":"x","query":"filter=%ff&sort=nonsense&at=7"}])";
    REQUIRE(program.click(Aria::button, "Vyer"));
    REQUIRE(program.click(Aria::link, "x"));
    CHECK(program.screen.node(Aria::status, "3 poster") != nullptr);
}

TEST_CASE("A8 a view is shared with a part of the organisation as a record, and sharing is taken back") {
    Program program("coordinator", kRoot, 12, "/register/asset?filter=11");
    REQUIRE(program.click(Aria::button, "Vyer"));
    save(program, "Elvor");
    REQUIRE(program.click(Aria::button, "Mer om Elvor"));
    REQUIRE(program.click(Aria::button, "Dela"));
    check_tree(program.screen);
    REQUIRE(program.type(Aria::combobox, "Dela med", "utbildning"));
    REQUIRE(program.click(Aria::option, "Utbildningsnämnden"));
    REQUIRE(program.click(Aria::button, "Dela"));
    CHECK(mine(program).empty());
    REQUIRE(program.platform.outbox.size() == 1);
    for (const char* part : {"\"saved_view\"", "\"Elvor\"", "\"filter=11\"", "\"register_name\":\"asset\""})
        CHECK(program.platform.outbox.begin()->second.find(part) != std::string::npos);
    CHECK(says(program, "Delas med Utbildningsnämnden"));
    check_tree(program.screen);
    REQUIRE(program.click(Aria::button, "Ångra"));
    CHECK(app::own_views_from(mine(program)).front().name == "Elvor");
    CHECK_FALSE(says(program, "Delas med"));
}

TEST_CASE("A8 a shared view is seen in its register by those in its part, and altered by who keeps registers there") {
    const std::vector<Record> views{shared("Elvor", "asset", kBoard), shared("Annat register", "system", kBoard, "01920000-0000-7000-8000-0000000000f2"),
                                    shared("Grannens", "asset", kArchive, "01920000-0000-7000-8000-0000000000f3")};
    Program owner("information_owner", kBoard, 12, "/register/asset", 1280, 800, views);
    REQUIRE(owner.click(Aria::button, "Vyer"));
    CHECK(owner.screen.node(Aria::link, "Elvor") != nullptr);
    CHECK(owner.screen.node(Aria::link, "Annat register") == nullptr);
    REQUIRE(owner.click(Aria::button, "Mer om Elvor"));
    CHECK(owner.screen.node(Aria::button, "Dela") == nullptr);
    REQUIRE(owner.click(Aria::button, "Ta bort"));
    CHECK(owner.screen.node(Aria::link, "Elvor") == nullptr);
    REQUIRE(owner.click(Aria::button, "Ångra"));
    CHECK(owner.screen.node(Aria::link, "Elvor") != nullptr);
    REQUIRE(owner.click(Aria::link, "Elvor"));
    CHECK(owner.screen.node(Aria::searchbox, "Filtrera listan")->value == "11");

    Program auditor("auditor", kArchive, 12, "/register/asset", 1280, 800, views);
    REQUIRE(auditor.click(Aria::button, "Vyer"));
    CHECK(auditor.screen.node(Aria::link, "Grannens") != nullptr);
    CHECK(auditor.screen.node(Aria::link, "Elvor") != nullptr);
    CHECK(auditor.screen.node(Aria::button, "Mer om") == nullptr);
    auditor.host->navigate("/");
    auditor.host->shortcut("ctrl+k");
    auditor.screen.settle(*auditor.host);
    REQUIRE(auditor.type(Aria::searchbox, "Sök efter", "grannens"));
    CHECK(auditor.screen.node(Aria::link, "Grannens,") == nullptr);
}
