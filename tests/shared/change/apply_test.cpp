#include "change/change.h"

#include "schema/validate.h"
#include "tests/shared/memory.h"

#include <doctest/doctest.h>

#include <set>

using namespace lisa;
using namespace lisa::test;

namespace {

const Actor kOwner = holder(Role::information_owner, "board_a", "owner");
const Actor kCoordinator = holder(Role::coordinator, "kommun", "coordinator");
/// Somebody who holds every role over the whole municipality.
const Actor kEveryRole = [] {
    Actor who{id("everything"), {}};
    for (const RoleFacts& role : kRoles) who.grants.push_back({role.role, id("kommun")});
    return who;
}();
const Actor kChief = holder(Role::chief_executive, "kommun", "chief");

std::string try_out(Memory& store, const Change& change, const Actor& who = kOwner) { return outcome(apply(change, who, kNow, store)); }

Patch new_asset(const char* unit = "school_a") { return {{"name", text("Elevakter")}, {"kind", text("information_set")}, {"unit", text(id(unit))}}; }

Change create_asset(Patch patch = new_asset()) { return change(Verb::create, kAsset, id("new"), 0, std::move(patch)); }

Change edit_asset(Memory& store, Patch patch) { return change(Verb::update, kAsset, id("grades"), store.at(kAsset, id("grades")).rev, std::move(patch)); }

Value value(Memory& store, const Entity& entity, const char* name, const char* field) { return store.at(entity, id(name)).values[position(entity, field)]; }

}  // namespace

TEST_CASE("a created record has its values, its first state and a revision") {
    Municipality store;
    const auto made = apply(create_asset(), kOwner, kNow, store);
    REQUIRE(made);
    CHECK(made->text("name") == "Elevakter");
    CHECK(made->text("status") == "draft");
    CHECK(store.at(kAsset, id("new")).rev == store.rev());
    CHECK(store.journal.back().fields == std::vector<std::string>{"name", "kind", "status", "unit"});
}

TEST_CASE("the same id cannot be created twice, not even after removal") {
    Municipality store;
    REQUIRE(try_out(store, create_asset()) == "ok");
    CHECK(try_out(store, create_asset()) == "conflict =problem.exists");
    REQUIRE(try_out(store, fresh(store, Verb::remove, kAsset, id("new"))) == "ok");
    CHECK(try_out(store, create_asset()) == "conflict =problem.exists");
}

TEST_CASE("a record that breaks rules is refused whole, with every problem said") {
    Municipality store;
    const std::int64_t before = store.rev();
    CHECK(try_out(store, create_asset({{"unit", text(id("school_a"))}, {"link", text("nowhere")}})) ==
          "invalid name=problem.required kind=problem.required link=problem.link");
    CHECK(store.rev() == before);
    CHECK(store.records.count({"asset", id("new")}) == 0);
}

TEST_CASE("an update alters what it names and leaves the rest") {
    Municipality store;
    REQUIRE(try_out(store, edit_asset(store, {{"description", text("Slutbetyg")}, {"integrity", number(3)}})) == "ok");
    CHECK(value(store, kAsset, "grades", "description") == text("Slutbetyg"));
    CHECK(value(store, kAsset, "grades", "integrity") == number(3));
    CHECK(value(store, kAsset, "grades", "name") == text("Betyg"));
    REQUIRE(try_out(store, edit_asset(store, {{"integrity", kCleared}})) == "ok");
    CHECK(value(store, kAsset, "grades", "integrity") == Value{});
    CHECK(try_out(store, edit_asset(store, {{"name", kCleared}})) == "invalid name=problem.required");
}

TEST_CASE("one line of text is stored without white space at its ends, prose as it was written") {
    Municipality store;
    REQUIRE(try_out(store, edit_asset(store, {{"name", text("  Betyg \t")}, {"description", text("  rad\n")}})) == "ok");
    CHECK(value(store, kAsset, "grades", "name") == text("Betyg"));
    CHECK(value(store, kAsset, "grades", "description") == text("  rad\n"));
}

TEST_CASE("every way to leave a field empty stores the same nothing") {
    Municipality store;
    const std::int64_t before = store.rev();
    const Edit blanks[] = {Value{}, text(""), text("   ")};
    for (const Edit& blank : blanks) {
        REQUIRE(try_out(store, edit_asset(store, {{"reference", blank}})) == "ok");
        CHECK(value(store, kAsset, "grades", "reference") == Value{});
        CHECK(store.journal.back().fields.empty());
    }
    REQUIRE(try_out(store, edit_asset(store, {{"tags", SetEdit{{"a"}, {}}}})) == "ok");
    REQUIRE(try_out(store, edit_asset(store, {{"tags", SetEdit{{}, {"a"}}}})) == "ok");
    CHECK(value(store, kAsset, "grades", "tags") == Value{});
    CHECK(store.rev() > before);
}

TEST_CASE("a computed field is computed on every change") {
    Municipality store;
    const Actor admin = holder(Role::administrator, "kommun");
    REQUIRE(try_out(store, fresh(store, Verb::update, kPerson, id("anna"), {{"family_name", text("Öst")}}), admin) == "ok");
    CHECK(value(store, kPerson, "anna", "name") == text("Anna Öst"));
    const Patch seat{{"role", text("manager")}, {"unit", text(id("school_a"))}};
    REQUIRE(try_out(store, change(Verb::create, kAssignment, id("seat"), 0, seat), admin) == "ok");
    CHECK(value(store, kAssignment, "seat", "is_vacant") == Value{true});
    REQUIRE(try_out(store, fresh(store, Verb::update, kAssignment, id("seat"), {{"person", text(id("anna"))}}), admin) == "ok");
    CHECK(value(store, kAssignment, "seat", "is_vacant") == Value{false});
}

TEST_CASE("a state moves by its steps only, by those who may take them") {
    Municipality store;
    REQUIRE(try_out(store, fresh_step(store, kAsset, id("grades"), "put_to_use")) == "ok");
    CHECK(value(store, kAsset, "grades", "status") == text("in_use"));
    CHECK(try_out(store, fresh_step(store, kAsset, id("grades"), "put_to_use")) == "conflict status=problem.step");
    CHECK(try_out(store, fresh_step(store, kAsset, id("grades"), "dispose")) == "conflict status=problem.step");
    CHECK(try_out(store, fresh_step(store, kAsset, id("grades"), "vanish")) == "conflict status=problem.step");
    CHECK(try_out(store, fresh_step(store, kAsset, id("grades"), "")) == "conflict status=problem.step");
    const Actor keeper = holder(Role::privacy_administrator, "kommun");  // may edit, may not decide
    CHECK(try_out(store, fresh_step(store, kAsset, id("grades"), "phase_out"), keeper) == "forbidden status=problem.forbidden");
    CHECK(try_out(store, edit_asset(store, {{"status", text("disposed")}}), kCoordinator) == "forbidden status=problem.field");
    CHECK(try_out(store, create_asset({{"name", text("x")}, {"status", text("in_use")}}), kCoordinator) == "forbidden status=problem.field");
}

/// A record of any register with what is required, and what its required references lead to.
void put_plain(Municipality& store, const Entity& entity, const std::string& record) {
    std::map<std::string, Value> values;
    for (const Field& field : entity.fields) {
        if (!field.required) continue;
        if (field.type == Type::ref) {
            const Entity& target = *find_entity(kCatalog, field.ref);
            const std::string to = field.ref == "unit" ? id("kommun") : id(std::string("plain ") + std::string(field.ref));
            if (field.ref != "unit") put_plain(store, target, to);
            values[std::string(field.name)] = text(to);
        } else if (field.type == Type::date) {
            values[std::string(field.name)] = text("2026-01-01");
        } else if (field.type == Type::moment) {
            values[std::string(field.name)] = text("2026-01-01T08:00:00Z");
        } else if (field.type == Type::choice) {
            values[std::string(field.name)] = text(field.options.front());
        } else if (field.type == Type::integer) {
            values[std::string(field.name)] = number(field.min);
        } else if (field.type == Type::set) {
            values[std::string(field.name)] = Set{std::string(field.options.empty() ? "x" : field.options.front())};
        } else if (field.type != Type::boolean) {
            values[std::string(field.name)] = text("x");
        }
    }
    store.put(entity, record, values);
}

/// The steps before which a register's own check asks for more than every record must have, with the least that it asks for; nothing where
/// that needs other records too, and is told by the tests of the register.
std::map<std::string, Patch> demands_more() {
    const Patch triaged{{"kind", text("incident")}, {"severity", text("moderate")}, {"role", text("it_manager")}};
    const Patch reason{{"decision_reason", text("x")}}, told{{"notified_at", text("2026-01-02T08:00:00Z")}, {"authority_reference", text("x")}};
    const Patch late{{"delay_reason", text("x")}},
        reported{{"final_at", text("2026-01-20T08:00:00Z")}, {"final_reference", text("x")}, {"cause", text("mistake")}};
    const Patch harmless{{"risk", text("no_risk")}, {"risk_reason", text("x")}}, whole{{"notice", text("complete")}};
    const Patch small{{"significance", text("not_significant")}, {"significance_reason", text("x")}};
    const auto all = [](std::initializer_list<Patch> patches) {
        Patch sum;
        for (const Patch& patch : patches) sum.insert(patch.begin(), patch.end());
        return sum;
    };
    return {{"event.triage", triaged},
            {"event.dismiss", {{"triage_reason", text("x")}}},
            {"event.finish", triaged},
            {"event.resume", triaged},
            {"event.close", all({triaged, {{"cause", text("mistake")}, {"lessons", text("x")}}})},
            {"event.reopen", triaged},
            {"notification.notify", all({told, late})},
            {"notification.decide_not", all({small, reason})},
            {"notification.close", all({told, late, reported})},
            {"notification.reopen", all({told, late})},
            {"breach.notify", all({told, harmless, whole})},
            {"breach.decide_not", all({harmless, reason})},
            {"breach.dismiss", reason},
            {"breach.close", all({told, harmless, whole})},
            {"breach.close_unnotified", all({harmless, reason})},
            {"policy_exception.refuse", reason},
            {"policy_exception.approve", {}},
            {"classification.decide", {}},
            {"risk_matrix.put_to_use", {}},
            {"control_plan.decide", {{"risk_basis", text("x")}, {"decided_on", text("2026-01-01")}, {"decided_by", text("x")}}},
            {"control_plan.report", {}},
            {"control_plan.reopen", {}},
            {"control_result.sign", {}},
            {"risk.accept", {}}};
}

/// Takes a plain record, as it stands before the step, over it.
Result<Record> walk(const Entity& entity, const Step& step, const Patch& patch) {
    Municipality store;
    const std::string record = id("walker");
    put_plain(store, entity, record);
    Record& walker = store.records.at({std::string(entity.name), record});
    walker.values[position(entity, entity.state)] = text(step.from);
    if (find_field(entity, "owner")) walker.values[position(entity, "owner")] = text(id("anna"));  // somebody answers for what is in use
    return apply(fresh_step(store, entity, record, std::string(step.name), patch), kEveryRole, kNow, store);
}

TEST_CASE("every state of every register can be walked to, and every step leads where it says") {
    const std::map<std::string, Patch> demands = demands_more();
    std::set<std::string> used;
    for (const Entity* entity : kCatalog)
        for (const Step& step : entity->steps) {
            const std::string name = std::string(entity->name) + '.' + std::string(step.name);
            CAPTURE(name);
            const auto demand = demands.find(name);
            if (demand != demands.end()) {
                CHECK(outcome(walk(*entity, step, {})).starts_with("invalid "));
                used.insert(name);
                if (demand->second.empty()) continue;
            }
            const auto moved = walk(*entity, step, demand == demands.end() ? Patch{} : demand->second);
            REQUIRE_MESSAGE(moved, outcome(moved));
            CHECK(moved->text(entity->state) == step.to);
        }
    CHECK(used.size() == demands.size());
}

TEST_CASE("a register without states has no steps") {
    Municipality store;
    CHECK(try_out(store, fresh_step(store, kUnit, id("kommun"), "adopt"), kCoordinator) == "invalid =problem.step");
}

TEST_CASE("a step can bring edits along, and both are refused together") {
    Municipality store;
    const std::int64_t base = store.at(kDocument, id("policy")).rev;
    REQUIRE(try_out(store, step(kDocument, id("policy"), base, "submit", {{"version", text("2.0")}}), kCoordinator) == "ok");
    CHECK(value(store, kDocument, "policy", "version") == text("2.0"));
    CHECK(try_out(store, fresh_step(store, kDocument, id("policy"), "adopt", {{"decided_on", text("igår")}}), kChief) == "invalid decided_on=problem.date");
    CHECK(value(store, kDocument, "policy", "status") == text("in_review"));
}

TEST_CASE("a removed record is kept, can be restored, and takes no edits meanwhile") {
    Municipality store;
    REQUIRE(try_out(store, fresh(store, Verb::remove, kAsset, id("maps")), kCoordinator) == "ok");
    CHECK(store.at(kAsset, id("maps")).removed);
    CHECK(store.at(kAsset, id("maps")).text("name") == "Kartor");
    CHECK(try_out(store, fresh(store, Verb::update, kAsset, id("maps"), {{"name", text("x")}}), kCoordinator) == "conflict =problem.removed");
    CHECK(try_out(store, fresh_step(store, kAsset, id("maps"), "put_to_use"), kCoordinator) == "conflict =problem.removed");
    CHECK(try_out(store, fresh(store, Verb::remove, kAsset, id("maps")), kCoordinator) == "conflict =problem.removed");
    REQUIRE(try_out(store, fresh(store, Verb::restore, kAsset, id("maps")), kCoordinator) == "ok");
    CHECK_FALSE(store.at(kAsset, id("maps")).removed);
    CHECK(try_out(store, fresh(store, Verb::restore, kAsset, id("maps")), kCoordinator) == "conflict =problem.not_removed");
}

TEST_CASE("removing and restoring bring no edits along, for they would pass the rules by") {
    Municipality store;
    for (Verb verb : {Verb::remove, Verb::restore}) {
        store.records.at({"asset", id("maps")}).removed = verb == Verb::restore;
        CAPTURE(std::string(verb_name(verb)));
        CHECK(try_out(store, fresh(store, verb, kAsset, id("maps"), {{"name", text(std::string(5'000, 'x'))}}), kCoordinator) == "invalid =problem.protocol");
        CHECK(value(store, kAsset, "maps", "name") == text("Kartor"));
    }
}

TEST_CASE("a record that others point at stays until they no longer do") {
    Municipality store;
    const Change remove = fresh(store, Verb::remove, kAsset, id("grades"));
    CHECK(try_out(store, remove, kCoordinator) == "conflict =problem.used");
    REQUIRE(try_out(store, fresh(store, Verb::remove, kAssetSystem, id("link")), kCoordinator) == "ok");
    CHECK(try_out(store, remove, kCoordinator) == "ok");
}

TEST_CASE("a record is not restored while something it points at is removed") {
    Municipality store;
    REQUIRE(try_out(store, fresh(store, Verb::remove, kAssetSystem, id("link")), kCoordinator) == "ok");
    REQUIRE(try_out(store, fresh(store, Verb::remove, kAsset, id("grades")), kCoordinator) == "ok");
    CHECK(try_out(store, fresh(store, Verb::restore, kAssetSystem, id("link")), kCoordinator) == "invalid asset=problem.reference");
    REQUIRE(try_out(store, fresh(store, Verb::restore, kAsset, id("grades")), kCoordinator) == "ok");
    CHECK(try_out(store, fresh(store, Verb::restore, kAssetSystem, id("link")), kCoordinator) == "ok");
}

TEST_CASE("fields that nobody writes are refused: unknown, computed, the state") {
    Municipality store;
    CHECK(try_out(store, edit_asset(store, {{"soul", text("x")}})) == "invalid soul=problem.unknown_field");
    CHECK(try_out(store, edit_asset(store, {{"", text("x")}})) == "invalid =problem.unknown_field");
    for (const Entity* entity : kCatalog)
        for (const Field& field : entity->fields) {
            if (!field.computed && !field.retired && field.name != entity->state) continue;
            const Change written = change(Verb::create, *entity, id("new"), 0, {{std::string(field.name), kCleared}});
            CHECK(try_out(store, written, kEveryRole) == "forbidden " + std::string(field.name) + "=problem.field");
        }
}

TEST_CASE("what is fixed is said when the record is made, and nobody alters it") {
    Municipality store;
    int fixed = 0;
    for (const Entity* entity : kCatalog)
        for (const Field& field : entity->fields) {
            if (!field.fixed) continue;
            ++fixed;
            CAPTURE(std::string(entity->name) + '.' + std::string(field.name));
            std::map<std::string, Value> values;
            if (hangs(*entity)) values = {{std::string(entity->hangs_on.entity), text("asset")}, {std::string(entity->hangs_on.record), text(id("grades"))}};
            store.put(*entity, id("made"), values);
            const Change altered = fresh(store, Verb::update, *entity, id("made"), {{std::string(field.name), kCleared}});
            CHECK(try_out(store, altered, kEveryRole) == "forbidden " + std::string(field.name) + "=problem.field");
        }
    CHECK(fixed > 0);
}

TEST_CASE("an edit of the wrong kind or type is refused in every field") {
    Municipality store;
    const Edit edits[] = {Value{true},        number(1),    text("x"), Value{Set{"x"}}, Value{Notes{{"2026-11-23T14:05:00Z", "x", "x"}}},
                          SetEdit{{"x"}, {}}, NoteEdit{"x"}};
    for (const Field& field : kAsset.fields) {
        if (field.name == kAsset.state) continue;
        for (const Edit& edit : edits) {
            const Value* whole = std::get_if<Value>(&edit);
            const bool is_right = whole                                   ? fits(field.type, *whole) && field.type != Type::set && field.type != Type::notes
                                  : std::holds_alternative<SetEdit>(edit) ? field.type == Type::set
                                                                          : field.type == Type::notes;
            if (is_right) continue;
            CAPTURE(std::string(field.name));
            CHECK(try_out(store, edit_asset(store, {{std::string(field.name), edit}})) == "invalid " + std::string(field.name) + "=problem.type");
        }
    }
    CHECK(try_out(store, edit_asset(store, {{"tags", kCleared}})) == "invalid tags=problem.type");
    CHECK(try_out(store, edit_asset(store, {{"notes", kCleared}})) == "invalid notes=problem.type");
}

TEST_CASE("a register that does not exist is refused before anything is looked up") {
    Municipality store;
    Change odd = create_asset();
    odd.entity = "guild";
    CHECK(try_out(store, odd) == "invalid =problem.unknown_entity");
}

TEST_CASE("every register can be written to by somebody, and what apply returns is what is stored") {
    for (const Entity* entity : kCatalog) {
        Municipality store;
        CAPTURE(std::string(entity->name));
        for (const auto& [key, record] : std::map(store.records)) {
            if (key.first != entity->name || !is_blank(record.values[position(*entity, entity->fields.back().name)])) continue;
            const Edit edit = entity->fields.back().type == Type::notes ? Edit{NoteEdit{"Rad"}} : Edit{text("Rad")};
            const auto made =
                apply(change(Verb::update, *entity, record.id, record.rev, {{std::string(entity->fields.back().name), edit}}), kCoordinator, kNow, store);
            REQUIRE(made);
            CHECK(made->values == store.at(*entity, record.id).values);
        }
    }
}
