// What takes back what was done with many records at once.
#include "app/undo.h"

#include "tests/shared/memory.h"
#include "ui/program.h"

using namespace lisa;
using namespace lisa::test;
using lisa::app::can_go_back;
using lisa::app::reversed;

namespace {

/// The little municipality of the other tests, as somebody holds it.
Replica held(Role role) {
    Municipality store;
    store.put(kSystem, id("drift"), {{"name", text("Drift")}, {"kind", text("application")}, {"status", text("in_operation")}, {"unit", text(id("board_a"))}});
    Replica replica(kCatalog, holder(role, "kommun"));
    Page page{.epoch = "e", .is_reset = true, .cursor = store.rev()};
    for (const auto& [key, record] : store.records) page.records.push_back(record);
    (void)replica.take_page(std::move(page));
    return replica;
}

Change taken(const char* record, std::string_view name, Patch patch = {}) { return step(kSystem, id(record), 0, std::string(name), std::move(patch)); }

/// "step introduce, update retires_on", in the order in which it is carried out.
std::string told(const std::vector<Change>& changes) {
    std::string line;
    for (const Change& change : changes) {
        line += (line.empty() ? "" : ", ") + std::string(verb_name(change.verb));
        if (!change.step.empty()) line += ' ' + change.step;
        for (const auto& [name, edit] : change.patch) line += ' ' + name;
    }
    return line;
}

}  // namespace

TEST_CASE("A8 a step is taken back by the one that leads back, before what was filled in for it is emptied") {
    Replica replica = held(Role::coordinator);
    const std::vector<Change> changes{taken("drift", "phase_out", {{"retires_on", text("2027-01-01")}})};
    CHECK(can_go_back(changes, replica));
    const std::vector<Change> back = reversed(changes, replica);
    CHECK(told(back) == "step take_back, update retires_on");
    CHECK(back[1].patch.at("retires_on") == Edit{Value{}});
}

TEST_CASE("A8 what has no way back, or one that the person may not take, is not said to be undone") {
    Replica replica = held(Role::coordinator);
    CHECK_FALSE(can_go_back({taken("register", "introduce")}, replica));
    CHECK(told(reversed({taken("register", "introduce")}, replica)) == "");
    CHECK_FALSE(can_go_back({taken("drift", "phase_out"), taken("drift", "retire")}, replica));
    CHECK_FALSE(can_go_back({taken("drift", "introduce")}, replica));  // no step from there
    Replica reader = held(Role::auditor);
    CHECK_FALSE(can_go_back({taken("drift", "phase_out")}, reader));
}

TEST_CASE("I5 what an import made is removed as a whole, whatever steps it took") {
    Replica replica = held(Role::coordinator);
    const Change made = change(Verb::create, kSystem, id("new"), 0, {{"name", text("Nytt")}});
    const std::vector<Change> changes{made, taken("new", "introduce"), taken("new", "start")};
    CHECK(can_go_back(changes, replica));
    CHECK(told(reversed(changes, replica)) == "remove");
}

TEST_CASE("F5 what was restored is removed again, and what was removed comes back") {
    Replica replica = held(Role::coordinator);
    CHECK(told(reversed({change(Verb::restore, kSystem, id("gone"), 0)}, replica)) == "remove");
    CHECK(told(reversed({change(Verb::remove, kSystem, id("drift"), 0)}, replica)) == "restore");
}
