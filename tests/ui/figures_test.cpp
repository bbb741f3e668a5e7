// "Läget" (F1, F8, H6): the figures of a part of the organisation, what each opens, the year as a table, and the appendix.
#include <algorithm>

#include "figures/figure.h"
#include "ui/program.h"

using namespace lisa;
using namespace lisa::test;
using Aria = semantics::Role;

namespace {

Value words(std::string_view text) { return Value{std::string(text)}; }

/// Two events of the board, one of them open, and a measure of the archive that is late.
std::vector<Record> happened() {
    std::vector<Record> records;
    for (const auto& [id, status, discovered] : {std::tuple{600, "new", "2026-11-10T10:00:00Z"}, {601, "closed", "2026-09-10T10:00:00Z"}})
        records.push_back(made(kEvent, asset_id(id),
                               {{"name", words("Händelse " + std::to_string(id))},
                                {"kind", words("incident")},
                                {"status", words(status)},
                                {"unit", words(kBoard)},
                                {"discovered_at", words(discovered)},
                                {"reported_at", words(discovered)}}));
    records.push_back(made(
        kMeasure, asset_id(602),
        {{"name", words("Säkerhetskopior")}, {"status", words("ongoing")}, {"unit", words(kArchive)}, {"owner", words(kMe)}, {"due_on", words("2026-11-01")}}));
    return records;
}

int rows_in(const Program& program, std::string_view register_path) {
    const auto& nodes = program.screen.tree().nodes();
    return static_cast<int>(std::count_if(nodes.begin(), nodes.end(), [&](const semantics::Node& node) {
        return node.role == Aria::link && node.href.starts_with(std::string(register_path) + "/");
    }));
}

}  // namespace

TEST_CASE("F1: Läget shows few figures, each opens exactly what it counts, and the list says so and shows the rest again") {
    for (const float width : {1280.f, 360.f}) {
        CAPTURE(width);
        Program program("coordinator", kRoot, 8, "/", width, 800, happened());
        program.host->navigate("/laget");
        program.screen.settle(*program.host);
        check_tree(program.screen);
        CHECK(program.screen.node(Aria::heading, "Läget: Köpings kommun"));
        CHECK(program.platform.shown_title == "Läget – Lisa");
        const auto& nodes = program.screen.tree().nodes();
        const auto cards = std::count_if(nodes.begin(), nodes.end(),
                                         [](const semantics::Node& node) { return node.role == Aria::link && node.href.find("figure=") != std::string::npos; });
        CHECK(cards >= 3);
        CHECK(cards <= 8);
        const semantics::Node* late = program.screen.node(Aria::link, "Försenade åtgärder: 1. Visa 1");
        REQUIRE(late);
        CHECK(late->description == "Öppna åtgärder vars dag har passerat.");
        REQUIRE(program.click(Aria::link, "Klassad information: 0 % (0 av 8). Visa de 8 andra"));
        CHECK(program.platform.shown_address == "/register/asset?figure=assets_classified.rest&scope=" + std::string(kRoot));
        check_tree(program.screen);
        CHECK(says(program, "Listan visar det som räknas i siffran ”Klassad information”, för Köpings kommun."));
        CHECK(program.screen.node(Aria::status, "8 poster"));
        program.host->navigate("/register/asset?figure=assets_classified&scope=" + std::string(kRoot));
        program.screen.settle(*program.host);
        CHECK(program.screen.node(Aria::status, "0 av 8 poster"));
        check_tree(program.screen);
        REQUIRE(program.click(Aria::button, "Visa hela registret"));
        CHECK(program.screen.node(Aria::status, "8 poster"));
        CHECK_FALSE(says(program, "Listan visar det som räknas"));
    }
}

TEST_CASE("F1: a figure opens the rows of its scope, and a register that one comes to by the menu is whole again") {
    Program program("coordinator", kRoot, 0, "/laget/" + std::string(kArchive), 1280, 800, happened());
    CHECK(program.screen.node(Aria::heading, "Läget: Arkivet"));
    REQUIRE(program.click(Aria::link, "Försenade åtgärder: 1"));
    CHECK(rows_in(program, "/register/measure") == 1);
    program.host->navigate("/laget/jag");
    program.screen.settle(*program.host);
    CHECK(program.screen.node(Aria::heading, "Läget: Det jag svarar för"));
    REQUIRE(program.click(Aria::link, "Försenade åtgärder: 1"));
    CHECK(program.platform.shown_address == "/register/measure?figure=measures_overdue&scope=jag");
    REQUIRE(program.click(Aria::link, "Läget"));
    REQUIRE(program.click(Aria::link, "Åtgärder"));
    CHECK(program.platform.shown_address == "/register/measure");
}

TEST_CASE("F1: what is shown at first follows from the roles, and another part is chosen by its name") {
    CHECK(Program("information_owner", kBoard, 1, "/laget").screen.node(Aria::heading, "Läget: Utbildningsnämnden"));
    Program program("employee", kBoard, 1, "/laget");
    CHECK(program.screen.node(Aria::heading, "Läget: Det jag svarar för"));
    REQUIRE(program.type(Aria::combobox, "Visa läget för", "arkiv"));
    REQUIRE(program.click(Aria::option, "Arkivet"));
    CHECK(program.screen.node(Aria::heading, "Läget: Arkivet"));
    CHECK(program.platform.shown_address == "/laget/" + std::string(kArchive));
    check_tree(program.screen);
}

TEST_CASE("F1: all figures stand area by area with what they mean, and their parts lead to rows too") {
    Program program("coordinator", kRoot, 8, "/laget", 1280, 800, happened());
    REQUIRE(program.click(Aria::button, "Alla siffror"));
    check_tree(program.screen);
    for (const Figure& figure : figures())  // all but the requests, which she does not read
        CHECK(says(program, say(Language::swedish, "figure_text." + std::string(figure.key))) == (figure.entity != &kPrivacyRequest));
    REQUIRE(program.click(Aria::link, "Incident 2, Händelser"));
    CHECK(program.platform.shown_address == "/register/event?figure=events_found.incident&scope=" + std::string(kRoot));
    CHECK(rows_in(program, "/register/event") == 2);
}

TEST_CASE("H6: the year is a table with a row a month, and another figure can be chosen") {
    for (const float width : {1280.f, 360.f}) {
        Program program("coordinator", kRoot, 1, "/laget", width, 800, happened());
        const semantics::Node* table = program.screen.node(Aria::table, "Händelser");
        REQUIRE(table);
        CHECK(table->size == 13);
        CHECK(program.screen.node(Aria::rowheader, "2026-11"));
        const auto& nodes = program.screen.tree().nodes();
        const auto ones = std::count_if(nodes.begin(), nodes.end(), [](const semantics::Node& node) { return node.role == Aria::cell && node.name == "1"; });
        CHECK(ones == 2);
        REQUIRE(program.type(Aria::select, "Siffra", "time_to_report"));
        CHECK(program.screen.node(Aria::table, "Tid tills händelsen är rapporterad"));
        check_tree(program.screen);
    }
}

TEST_CASE("F1: who reads only a part is told so, and who reads nothing of it gets an answer") {
    Program part("information_owner", kBoard, 2, "/laget/" + std::string(kRoot), 1280, 800, happened());
    CHECK(says(part, "Du läser bara en del av det som räknas här."));
    Program whole("coordinator", kRoot, 2, "/laget", 1280, 800, happened());
    CHECK_FALSE(says(whole, "Du läser bara en del"));
    Program pupil("pupil", kBoard, 2, "/laget");
    check_tree(pupil.screen);
    CHECK_FALSE(pupil.screen.node(Aria::link, "Läget"));
}

TEST_CASE("F8: the page is an appendix to print, with every figure, the year, and what is to be dealt with by name") {
    Program program("coordinator", kRoot, 3, "/laget/" + std::string(kBoard), 1280, 800, happened());
    REQUIRE(program.click(Aria::button, "Ladda ner som bilaga"));
    REQUIRE(program.platform.downloads.size() == 1);
    const std::string& file = program.platform.downloads[0];
    CHECK(file.starts_with("laget-Utbildningsnämnden.html\n"));
    for (const char* words : {"<h1>Läget: Utbildningsnämnden</h1>", "<caption>Händelser</caption>", "<td>0 %</td>", "0 av 3", "<h3>Försenade åtgärder</h3>",
                              "<li>Säkerhetskopior</li>", "<th scope=\"row\">2026-11</th>"})
        CHECK_MESSAGE(file.find(words) != std::string::npos, words);
    CHECK(file.find("Du läser bara en del") == std::string::npos);
}
