// What is done with all rows of a list at once.
#include "core/json.h"
#include "ui/program.h"

using namespace lisa;
using namespace lisa::test;
using Aria = semantics::Role;

namespace {

/// How many rows the list says it shows: "3 av 12 poster".
std::string hits(const Program& program) {
    const semantics::Node* count = program.screen.node(Aria::status, "av 12 poster");
    for (const semantics::Node& node : program.screen.tree().nodes())
        if (node.role == Aria::status && node.name.ends_with(" av 12 poster")) count = &node;
    return count ? count->name.substr(0, count->name.find(' ')) : std::string("none");
}

}  // namespace

TEST_CASE("A8: one field is changed in all rows that the filter leaves, in none other, and all of it is taken back") {
    Program program("coordinator", kRoot, 12, "/register/asset");
    REQUIRE(program.type(Aria::searchbox, "Filtrera listan", "tillgång 1"));
    const std::string count = hits(program), run = "Ändra " + count + " poster";
    REQUIRE(count != "none");
    REQUIRE(count != "12");
    REQUIRE(program.click(Aria::button, "Ändra alla"));
    check_tree(program.screen);
    REQUIRE(program.screen.node(Aria::button, run) != nullptr);
    CHECK((program.screen.node(Aria::button, run)->states & semantics::disabled) != 0);
    REQUIRE(program.type(Aria::select, "Fält", "kept_where"));
    REQUIRE(program.type(Aria::textbox, "Förvaras", "Stadsarkivet"));
    REQUIRE(program.click(Aria::button, run));
    CHECK(std::to_string(program.platform.outbox.size()) == count);
    CHECK(says(program, count + " poster är ändrade."));
    const std::size_t sent = program.platform.outbox.size();
    for (const auto& [number, text] : program.platform.outbox) CHECK(text.find("Stadsarkivet") != std::string::npos);
    REQUIRE(program.click(Aria::button, "Ångra"));
    CHECK(program.platform.outbox.size() == 2 * sent);
}

TEST_CASE("A8: a set grows in all rows, and undoing leaves what each had before") {
    Program program("coordinator", kRoot, 3, "/register/asset");
    REQUIRE(program.click(Aria::button, "Ändra alla"));
    REQUIRE(program.type(Aria::select, "Fält", "tags"));
    REQUIRE(program.type(Aria::textbox, "Etiketter", "arkiv"));
    REQUIRE(program.click(Aria::button, "Ändra 3 poster"));
    CHECK(says(program, "3 poster är ändrade."));
    for (const auto& [number, text] : program.platform.outbox) CHECK(text.find("\"add\":[\"arkiv\"]") != std::string::npos);
}

TEST_CASE("A8: who may not change a register is not offered to") {
    Program program("auditor", kRoot, 3, "/register/asset");
    CHECK(program.screen.node(Aria::button, "Ändra alla") == nullptr);
}

TEST_CASE("I5: the rows of the list come out as a spreadsheet and as data, exactly those and in their order") {
    Program program("coordinator", kRoot, 12, "/register/asset");
    REQUIRE(program.type(Aria::searchbox, "Filtrera listan", "tillgång 1"));
    for (const char* form : {"Kalkylblad (CSV)", "Data (JSON)"}) {
        REQUIRE(program.click(Aria::button, "Exportera"));
        check_tree(program.screen);
        CHECK(says(program, hits(program) + " poster exporteras"));
        REQUIRE(program.click(Aria::button, form));
    }
    REQUIRE(program.platform.downloads.size() == 2);
    CHECK(program.platform.downloads[0].starts_with("Informationstillgångar.csv\n"));
    const std::string& json = program.platform.downloads[1];
    CHECK(json.starts_with("Informationstillgångar.json\n"));
    for (const std::string& file : program.platform.downloads) {
        CHECK(file.find("Tillgång 0") == std::string::npos);
        CHECK(file.find("Tillgång 1") < file.find("Tillgång 10"));
        CHECK(file.find("Tillgång 10") < file.find("Tillgång 11"));
    }
}

TEST_CASE("nothing goes over a whole register before all of it has been fetched") {
    Program program("coordinator", kRoot, 3, "/register/asset");
    // The second page never comes.
    program.platform.server = [](std::string_view, std::string_view where, const std::string&) -> platform::Reply {
        if (where.find("since=0") == std::string_view::npos) return {0, ""};
        Page page = page_of(3);
        page.has_more = true;
        return {200, dump(page_to_json(page))};
    };
    const Json me{{"person", {{"id", kMe}, {"name", "Anna"}}}, {"grants", Json::array({{{"role", "coordinator"}, {"unit", kRoot}}})}};
    program.host = app::make_host(program.platform, {.me = dump(me), .path = "/register/control", .language = "sv", .client = std::string(kClient)});
    program.screen.settle(*program.host);
    REQUIRE(program.click(Aria::button, "Uttalande om tillämplighet"));
    CHECK(program.platform.downloads.empty());
    CHECK(says(program, "Allt är inte hämtat ännu"));
    program.host->navigate("/register/asset");
    program.screen.settle(*program.host);
    REQUIRE(program.click(Aria::button, "Ändra alla"));
    REQUIRE(program.type(Aria::select, "Fält", "kept_where"));
    REQUIRE(program.type(Aria::textbox, "Förvaras", "Stadsarkivet"));
    REQUIRE(program.click(Aria::button, "Ändra 3 poster"));
    CHECK(program.platform.outbox.empty());
}

TEST_CASE("what is wrong with a field is in sight when the field gets the focus, also in a narrow window") {
    Program program("coordinator", kRoot, 0, "/register/asset", 360, 740);
    REQUIRE(program.click(Aria::button, "Ny"));
    REQUIRE(program.type(Aria::textbox, "Namn", "Betyg"));
    REQUIRE(program.type(Aria::select, "Slag", "process"));
    REQUIRE(program.click(Aria::button, "Spara"));
    const semantics::Node* unit = program.screen.node(Aria::combobox, "Ansvarig del av organisationen");
    REQUIRE(unit);
    REQUIRE((unit->states & semantics::invalid) != 0);
    semantics::Events events;
    events.push({.kind = semantics::Event::Kind::focus, .id = unit->id});
    program.screen.focus = {unit->id, true};
    program.screen.settle(*program.host, std::move(events));
    unit = program.screen.node(Aria::combobox, "Ansvarig del av organisationen");
    REQUIRE(unit);
    CHECK(unit->rect.y + unit->rect.h + 60 < unit->clip.y + unit->clip.h);  // its problem and its help stand there
}
