// How figures are read (F1): the value, its rows, where they are counted, for whom, and what has become of them.
#include <algorithm>
#include <set>

#include "shared/figures/ground.h"

using namespace lisa;
using namespace lisa::test;

TEST_CASE("F1: every figure has words in plain text, a key of its own, and stands with its area") {
    std::set<std::string_view> keys;
    FigureArea last = FigureArea::classification;
    for (const Figure& figure : figures()) {
        CHECK(keys.insert(figure.key).second);
        CHECK(has_message(WordKey{"figure", figure.key}.view()));
        CHECK(has_message(WordKey{"figure_text", figure.key}.view()));
        CHECK(figure.area >= last);
        last = figure.area;
        CHECK(find_figure(figure.key) == &figure);
        CHECK((figure.field.empty() || find_field(*figure.entity, figure.field)));
    }
    for (std::string_view area : kFigureAreas) CHECK(has_message(WordKey{"figure_area", area}.view()));
    CHECK_FALSE(find_figure("no_such_figure"));
    CHECK_FALSE(find_figure(""));
}

TEST_CASE("F1: a share is whole per cent rounded down, and of nothing there is none") {
    Ground ground;
    CHECK(ground.read("assets_classified").value == 0);
    classify(ground);
    const Reading half = ground.read("assets_classified");
    CHECK(half.value == 50);
    CHECK(half.rows == std::vector<std::string>{id("grades")});
    CHECK(half.rest == std::vector<std::string>{id("maps")});
    for (const char* one : {"third"}) ground.add(kAsset, one, {{"name", text(one)}, {"kind", text("process")}, {"unit", text(id("board_a"))}});
    CHECK(ground.read("assets_classified").value == 33);
    for (const char* one : {"grades", "maps", "third"}) ground.set(kAsset, one, "status", text("disposed"));
    const Reading none = ground.read("assets_classified");
    CHECK_FALSE(none.value);
    CHECK(none.whole() == 0);
}

TEST_CASE("F1: a figure counts what belongs to a part of the organisation and to all below it") {
    Ground ground;
    CHECK(ground.parts("assets_due") == "2 of 2");
    CHECK(ground.parts("assets_due", {.unit = id("kommun"), .person = {}}) == "2 of 2");
    CHECK(ground.parts("assets_due", {.unit = id("board_a"), .person = {}}) == "1 of 1");
    CHECK(ground.parts("assets_due", {.unit = id("school_b"), .person = {}}) == "0 of 0");
    CHECK(ground.parts("assets_due", {.unit = id("nowhere"), .person = {}}) == "0 of 0");
}

TEST_CASE("F1: for a person it counts what would be handed over after them, and themselves") {
    Ground ground;
    const Scope me{.unit = {}, .person = id("anna")};
    CHECK(ground.read("assets_due", me).rows == std::vector<std::string>{id("grades")});
    CHECK(ground.parts("systems_without_owner", me) == "0 of 0");
    ground.set(kDocument, "policy", "status", text("adopted"));
    ground.set(kDocument, "policy", "version", text("1"));
    ground.set(kDocument, "policy", "audience", Set{"employee"});
    CHECK(ground.read("instructions_confirmed", me).rest == std::vector<std::string>{id("anna")});
}

TEST_CASE("F1: what is removed is counted nowhere") {
    Ground ground;
    ground.records.at({"asset", id("maps")}).removed = true;
    CHECK(ground.parts("assets_due") == "1 of 1");
}

TEST_CASE("F1: the parts of a figure hold its rows, each once, and those not yet known have a name too") {
    Ground ground;
    for (const auto& [name, kind] : {std::pair{"a", "incident"}, {"b", "flaw"}, {"c", ""}, {"d", "incident"}})
        ground.add(kEvent, name, {{"name", text(name)}, {"unit", text(id("school_a"))}, {"kind", text(kind)}, {"discovered_at", text("2026-11-01T10:00:00Z")}});
    const Reading found = ground.read("events_found");
    REQUIRE(found.slices.size() == 3);
    CHECK(rows_of(found, "").size() == 4);
    CHECK(rows_of(found, "incident").size() == 2);
    CHECK(rows_of(found, "flaw") == std::vector<std::string>{id("b")});
    CHECK(rows_of(found, "-") == std::vector<std::string>{id("c")});
    CHECK(rows_of(found, "rest").empty());
    CHECK(rows_of(found, "no such part").empty());
}

TEST_CASE("F2: what has become of a figure is the difference of two readings, with the rows that came and went") {
    Ground ground;
    const Reading before = ground.read("assets_due"), share_before = ground.read("assets_classified");
    classify(ground);
    ground.add(kAsset, "new", {{"name", text("Ny")}, {"kind", text("process")}, {"unit", text(id("board_a"))}});
    const Difference due = change_since(before, ground.read("assets_due"));
    CHECK(due.by == 0);
    CHECK(due.way == Difference::Way::same);
    CHECK(due.came == std::vector<std::string>{id("new")});
    CHECK(due.went == std::vector<std::string>{id("grades")});
    const Difference share = change_since(share_before, ground.read("assets_classified"));
    CHECK(share.by == 33);
    CHECK(share.way == Difference::Way::better);
    CHECK(change_since(ground.read("assets_classified"), share_before).way == Difference::Way::worse);
    Reading fewer = before, none = before;
    fewer.value = 1, none.value = std::nullopt;
    CHECK(change_since(before, fewer).way == Difference::Way::better);  // fewer to classify
    CHECK_FALSE(change_since(none, before).by);
    Reading open = ground.read("risks_open"), more = open;
    more.value = 7;
    CHECK(change_since(open, more).way == Difference::Way::other);
}

TEST_CASE("F1: a figure says whether its reader sees all that it counts") {
    Ground ground;
    const Basis basis = ground.basis();
    const auto sight = [&](std::string_view key, Role role, const char* at, const char* unit) {
        return sight_of(*find_figure(key), {.unit = *unit ? id(unit) : std::string(), .person = {}}, holder(role, at), basis);
    };
    CHECK(sight("risks_open", Role::coordinator, "kommun", "") == Sight::whole);
    CHECK(sight("risks_open", Role::employee, "kommun", "") == Sight::none);
    CHECK(sight("risks_open", Role::information_owner, "board_a", "") == Sight::part);
    CHECK(sight("risks_open", Role::information_owner, "board_a", "board_a") == Sight::whole);
    CHECK(sight("risks_open", Role::information_owner, "board_a", "school_a") == Sight::whole);
    CHECK(sight("risks_open", Role::information_owner, "board_a", "board_b") == Sight::part);
    CHECK(sight("controls_in_place", Role::employee, "kommun", "") == Sight::part);  // how far they have come is internal
    CHECK(sight("controls_in_place", Role::manager, "kommun", "") == Sight::whole);
}
