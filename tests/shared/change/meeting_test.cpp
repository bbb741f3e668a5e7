// What apply() does when two people change the same record.
#include "change/change.h"

#include "tests/shared/memory.h"

#include <doctest/doctest.h>

using namespace lisa;
using namespace lisa::test;

namespace {

const Actor kMine = holder(Role::information_owner, "board_a", "me");
const Actor kTheirs = holder(Role::coordinator, "kommun", "they");

/// Both look at the grades as they are; they are first to change them, then I do.
std::string meet(Municipality& store, Change theirs, Change mine) {
    theirs.client = id("their tab");
    const auto first = apply(theirs, kTheirs, kNow, store);
    REQUIRE(first);
    return outcome(apply(mine, kMine, kNow, store));
}

Change edit(Municipality& store, Patch patch) { return change(Verb::update, kAsset, id("grades"), store.at(kAsset, id("grades")).rev, std::move(patch)); }

Value grade(Municipality& store, const char* field) { return store.at(kAsset, id("grades")).values[position(kAsset, field)]; }

}  // namespace

TEST_CASE("edits to different plain fields merge") {
    Municipality store;
    CHECK(meet(store, edit(store, {{"name", text("Slutbetyg")}}), edit(store, {{"retention", text("Bevaras")}})) == "ok");
    CHECK(grade(store, "name") == text("Slutbetyg"));
    CHECK(grade(store, "retention") == text("Bevaras"));
}

TEST_CASE("edits to the same plain field conflict, and theirs stands") {
    Municipality store;
    CHECK(meet(store, edit(store, {{"name", text("Slutbetyg")}}), edit(store, {{"name", text("Terminsbetyg")}})) == "conflict name=problem.conflict");
    CHECK(grade(store, "name") == text("Slutbetyg"));
}

TEST_CASE("a conflict refuses the whole change and names every field that clashes") {
    Municipality store;
    CHECK(meet(store, edit(store, {{"name", text("a")}, {"retention", text("b")}}),
               edit(store, {{"name", text("c")}, {"retention", text("d")}, {"secrecy", text("e")}})) ==
          "conflict name=problem.conflict retention=problem.conflict");
    CHECK(grade(store, "secrecy") == Value{});
}

TEST_CASE("two who write the same do not conflict") {
    Municipality store;
    CHECK(meet(store, edit(store, {{"name", text("Slutbetyg")}}), edit(store, {{"name", text(" Slutbetyg ")}})) == "ok");
    CHECK(meet(store, edit(store, {{"integrity", number(2)}}), edit(store, {{"integrity", number(2)}})) == "ok");
}

TEST_CASE("a guarded field conflicts with any guarded field, but not with plain ones") {
    Municipality store;
    CHECK(meet(store, edit(store, {{"confidentiality", number(1)}}), edit(store, {{"motive", text("Betyg är offentliga")}})) ==
          "conflict motive=problem.conflict");
    CHECK(meet(store, edit(store, {{"confidentiality", number(2)}}), edit(store, {{"retention", text("Bevaras")}})) == "ok");
    CHECK(meet(store, edit(store, {{"name", text("Slutbetyg")}}), edit(store, {{"confidentiality", number(3)}})) == "ok");
}

TEST_CASE("every guarded field of every register conflicts with every other") {
    for (const Entity* entity : {&kAsset, &kSystem}) {
        const char* name = entity == &kAsset ? "grades" : "register";
        for (const Field& mine : entity->fields)
            for (const Field& theirs : entity->fields) {
                if (mine.type != Type::integer || theirs.type != Type::integer || &mine == &theirs || mine.retired || theirs.retired) continue;
                Municipality store;
                const std::int64_t base = store.at(*entity, id(name)).rev;
                const auto set = [&](const Field& field, std::string client) {
                    return change(Verb::update, *entity, id(name), base, {{std::string(field.name), number(field.min + 1)}}, std::move(client));
                };
                REQUIRE(apply(set(theirs, id("their tab")), kTheirs, kNow, store));
                CAPTURE(std::string(mine.name) + " after " + std::string(theirs.name));
                const bool clashes = mine.merge == Merge::guarded && theirs.merge == Merge::guarded;
                CHECK(outcome(apply(set(mine, id("tab")), holder(Role::coordinator, "kommun", "me"), kNow, store)) ==
                      (clashes ? "conflict " + std::string(mine.name) + "=problem.conflict" : "ok"));
            }
    }
}

TEST_CASE("a step is a decision: it conflicts when anything guarded was changed meanwhile") {
    Municipality store;
    const std::int64_t base = store.at(kAsset, id("grades")).rev;
    CHECK(meet(store, edit(store, {{"confidentiality", number(3)}}), step(kAsset, id("grades"), base, "put_to_use")) == "conflict status=problem.conflict");
    CHECK(grade(store, "status") == text("draft"));
    const std::int64_t seen = store.at(kAsset, id("grades")).rev;
    CHECK(meet(store, edit(store, {{"name", text("Slutbetyg")}}), step(kAsset, id("grades"), seen, "put_to_use")) == "ok");
}

TEST_CASE("a guarded edit conflicts with a step taken meanwhile") {
    Municipality store;
    const Change mine = edit(store, {{"confidentiality", number(3)}});
    CHECK(meet(store, step(kAsset, id("grades"), mine.base, "put_to_use"), mine) == "conflict confidentiality=problem.conflict");
}

TEST_CASE("of two who take the same step the second is told") {
    Municipality store;
    const Change both = step(kAsset, id("grades"), store.at(kAsset, id("grades")).rev, "put_to_use");
    CHECK(meet(store, both, both) == "conflict status=problem.step");
}

TEST_CASE("additions to and removals from a set merge") {
    Municipality store;
    REQUIRE(apply(edit(store, {{"tags", SetEdit{{"a", "b"}, {}}}}), kMine, kNow, store));
    CHECK(meet(store, edit(store, {{"tags", SetEdit{{"c"}, {"a"}}}}), edit(store, {{"tags", SetEdit{{"d", "b", "d"}, {"a"}}}})) == "ok");
    CHECK(grade(store, "tags") == Value{Set{"b", "c", "d"}});
}

TEST_CASE("notes of both are kept, in the order of arrival, with the server's moment and the true writer") {
    Municipality store;
    CHECK(meet(store, edit(store, {{"notes", NoteEdit{"deras"}}}), edit(store, {{"notes", NoteEdit{"mitt"}}})) == "ok");
    CHECK(grade(store, "notes") == Value{Notes{{kNow.utc, kTheirs.person, "deras"}, {kNow.utc, kMine.person, "mitt"}}});
    CHECK(outcome(apply(edit(store, {{"notes", NoteEdit{" \n"}}}), kMine, kNow, store)) == "invalid notes=problem.required");
    CHECK(outcome(apply(edit(store, {{"notes", NoteEdit{"\xFF"}}}), kMine, kNow, store)) == "invalid notes=problem.encoding");
}

TEST_CASE("one's own changes from the same browser never conflict with each other") {
    Municipality store;
    const std::int64_t base = store.at(kAsset, id("grades")).rev;
    for (std::int64_t level : {1, 2, 3})
        CHECK(outcome(apply(change(Verb::update, kAsset, id("grades"), base, {{"integrity", number(level)}}), kMine, kNow, store)) == "ok");
    CHECK(outcome(apply(step(kAsset, id("grades"), base, "put_to_use"), kMine, kNow, store)) == "ok");
    CHECK(outcome(apply(change(Verb::update, kAsset, id("grades"), base, {{"motive", text("x")}}), kMine, kNow, store)) == "ok");
}

TEST_CASE("another browser of one's own does conflict, and so does another person with the same client id") {
    Municipality store;
    const std::int64_t base = store.at(kAsset, id("grades")).rev;
    const auto rename = [&](const char* name, const char* client) {
        return change(Verb::update, kAsset, id("grades"), base, {{"name", text(name)}}, id(client));
    };
    REQUIRE(apply(rename("a", "desk"), kMine, kNow, store));
    CHECK(outcome(apply(rename("b", "phone"), kMine, kNow, store)) == "conflict name=problem.conflict");
    CHECK(outcome(apply(rename("c", "desk"), kTheirs, kNow, store)) == "conflict name=problem.conflict");
}

TEST_CASE("a base from the future is refused") {
    Municipality store;
    const std::int64_t rev = store.at(kAsset, id("grades")).rev;
    for (std::int64_t base : {rev + 1, INT64_MAX})
        CHECK(outcome(apply(change(Verb::update, kAsset, id("grades"), base, {{"name", text("x")}}), kMine, kNow, store)) == "invalid =problem.base");
    CHECK(outcome(apply(change(Verb::update, kAsset, id("grades"), rev, {{"name", text("x")}}), kMine, kNow, store)) == "ok");
}
