#include <algorithm>

#include "change/change.h"
#include "change/situation.h"
#include "core/text.h"
#include "schema/validate.h"

namespace lisa {
namespace {

Right right_for(Verb verb) {
    switch (verb) {
        case Verb::create: return Right::create;
        case Verb::update:
        case Verb::step: return Right::update;
        case Verb::remove:
        case Verb::restore: return Right::remove;
    }
    return Right::remove;
}

/// Forbidden and missing look the same to whoever may not read the record.
Error out_of_sight() { return fault(Fault::missing, "", "problem.missing"); }

/// The record that a change starts from: a blank one for a new id, else the stored one.
Result<Record> starting_point(const Change& change, const Entity& entity, const Actor& who, Store& store) {
    auto stored = store.load(entity, change.record);
    if (!stored && stored.error().fault != Fault::missing) return stored.error();
    if (change.verb == Verb::create) {
        if (stored) return fault(Fault::conflict, "", "problem.exists");
        Record record{entity};
        record.id = change.record;
        return record;
    }
    if (!stored) return out_of_sight();
    const Places places = TRY(places_of(*stored, store));
    if (!may_read(who, *stored, places)) return out_of_sight();
    if (!allowed(who, right_for(change.verb), entity, places)) return fault(Fault::forbidden, "", "problem.forbidden");
    if (stored->removed != (change.verb == Verb::restore)) return fault(Fault::conflict, "", stored->removed ? "problem.removed" : "problem.not_removed");
    if (change.base > stored->rev) return fault(Fault::invalid, "", "problem.base");
    return stored;
}

/// The new value of a field after an edit; the present one is what sets and logs grow from.
Result<Value> edited(const Field& field, const Value& present, const Edit& edit, const Actor& who, const Moment& now) {
    const std::string name(field.name);
    if (const auto* set = std::get_if<SetEdit>(&edit)) {
        if (field.type != Type::set) return fault(Fault::invalid, name, "problem.type");
        Set next;
        if (const auto* old = std::get_if<Set>(&present)) next = *old;
        next.insert(next.end(), set->add.begin(), set->add.end());
        std::sort(next.begin(), next.end());
        next.erase(std::unique(next.begin(), next.end()), next.end());
        std::erase_if(next, [&](const std::string& element) { return std::find(set->remove.begin(), set->remove.end(), element) != set->remove.end(); });
        return Value{std::move(next)};
    }
    if (const auto* note = std::get_if<NoteEdit>(&edit)) {
        if (field.type != Type::notes) return fault(Fault::invalid, name, "problem.type");
        if (trim(note->text).empty()) return fault(Fault::invalid, name, "problem.required");
        Notes next;
        if (const auto* old = std::get_if<Notes>(&present)) next = *old;
        next.push_back({now.utc, who.person, note->text});
        return Value{std::move(next)};
    }
    const Value& value = std::get<Value>(edit);
    if (field.type == Type::notes || field.type == Type::set || !fits(field.type, value)) return fault(Fault::invalid, name, "problem.type");
    const auto* text = std::get_if<std::string>(&value);
    return text && field.type != Type::prose ? Value{std::string(trim(*text))} : value;
}

/// Whether the field was changed by others so that this edit may not pass over it. Sets and logs always merge.
bool conflicts(const Entity& entity, const Field& field, const std::vector<std::string>& theirs) {
    if (field.type == Type::set || field.type == Type::notes) return false;
    return std::any_of(theirs.begin(), theirs.end(), [&](const std::string& name) {
        const Field* other = find_field(entity, name);
        return other && (other == &field || (field.merge == Merge::guarded && other->merge == Merge::guarded));
    });
}

/// A reference must lead to a record that this person can see, and the organisation must stay a tree.
Result<Done> check_reference(const Record& record, const Field& field, const std::string& id, const Actor& who, Store& store) {
    if (field.ref == "person" && id == who.person) return Done{};  // whoever may not read about people still speaks for themselves
    const Entity& target = *find_entity(store.catalog(), field.ref);
    const Error wrong = fault(Fault::invalid, std::string(field.name), "problem.reference");
    auto found = store.load(target, id);
    if (!found) return found.error().fault == Fault::missing ? wrong : found.error();
    if (found->removed || !may_read(who, *found, TRY(places_of(*found, store)))) return wrong;
    if (&target == record.entity && is_tree(target) && field.name == target.place) {
        const Places above = TRY(store.places_above(target, id));
        if (std::find(above.begin(), above.end(), record.id) != above.end()) return fault(Fault::invalid, std::string(field.name), "problem.circle");
    }
    return Done{};
}

/// What hangs on a record comes to be, or comes back, where that record is there and in sight.
Result<Done> check_host(const Record& record, const Actor& who, Store& store) {
    const Error wrong = fault(Fault::invalid, std::string(record.entity->hangs_on.record), "problem.reference");
    const auto host = host_of(record, store);
    if (!host) return host.error().fault == Fault::missing ? wrong : host.error();
    if (host->removed || !allowed(who, Right::read, *record.entity, TRY(places_of(record, store)))) return wrong;
    return Done{};
}

/// Whoever may change a record still leaves what hangs on it alone where it is sealed for them.
Result<Done> check_seal(const Record& record, const Actor& who, Store& store) {
    const auto host = host_of(record, store);
    if (!host) return host.error().fault == Fault::missing ? Result<Done>(Done{}) : host.error();
    const std::string_view why = sealed(*host, who, TRY(places_of(*host, store)));
    return why.empty() ? Result<Done>(Done{}) : fault(Fault::forbidden, "", std::string(why));
}

/// What is restored must not point at what is removed. A target out of this person's sight is left to the server.
Result<Done> check_restored(const Record& record, Store& store) {
    for (std::size_t i = 0; i < record.values.size(); ++i) {
        const Field& field = record.entity->fields[i];
        const auto* id = std::get_if<std::string>(&record.values[i]);
        if (field.type != Type::ref || !id || id->empty()) continue;
        auto found = store.load(*find_entity(store.catalog(), field.ref), *id);
        if (!found && found.error().fault != Fault::missing) return found.error();
        if (found && found->removed) return fault(Fault::invalid, std::string(field.name), "problem.reference");
    }
    return Done{};
}

using Names = std::vector<std::string>;

Result<Done> patch_record(Record& record, const Change& change, const Names& theirs, const Actor& who, const Moment& now, Store& store) {
    const Entity& entity = *record.entity;
    std::vector<Problem> clashes;
    for (const auto& [name, edit] : change.patch) {
        const std::size_t at = position(entity, name);
        if (at == kNoField) return fault(Fault::invalid, name, "problem.unknown_field");
        const Field& field = entity.fields[at];
        const bool is_settled = field.fixed && change.verb != Verb::create;
        if (field.computed || field.retired || is_settled || name == entity.state) return fault(Fault::forbidden, name, "problem.field");
        Value next = TRY(edited(field, record.values[at], edit, who, now));
        if (is_blank(next)) next = {};  // there is one way to be empty, here and in the database
        if (next == record.values[at] || (is_blank(next) && is_blank(record.values[at]))) continue;
        if (conflicts(entity, field, theirs)) {
            clashes.push_back({name, "problem.conflict"});
            continue;
        }
        const auto* text = std::get_if<std::string>(&next);
        if (field.type == Type::ref && text) TRY(check_reference(record, field, *text, who, store));
        record.values[at] = std::move(next);
    }
    if (!clashes.empty()) return Error{Fault::conflict, std::move(clashes), {}};
    return Done{};
}

/// A withheld field may not be written. For a new record the clearance is that over the place it lands in.
Result<Done> check_clearance(const Record& record, const Change& change, const Actor& who, Store& store) {
    const Clearance clearance = clearance_to_write(who, record, TRY(places_of(record, store)));
    for (const auto& [name, edit] : change.patch) {
        const Field* field = find_field(*record.entity, name);
        if (field && field->seen_from > clearance) return fault(Fault::forbidden, name, "problem.field");
    }
    return Done{};
}

/// Nobody writes what is another's to write, nor in whose name a record came. A new record is judged where it lands.
Result<Done> check_locks(const Record& before, const Record& after, const Change& change, const Actor& who, Store& store) {
    const Entity& entity = *before.entity;
    if (const std::string from = entity.own.empty() ? std::string() : before.text(entity.own); !from.empty() && after.text(entity.own) != from)
        return fault(Fault::invalid, std::string(entity.own), "problem.own_stands");
    if (!entity.locked) return Done{};
    const Places places = TRY(places_of(change.verb == Verb::create ? after : before, store));
    std::vector<Problem> problems;
    for (const auto& [name, edit] : change.patch) {
        const std::size_t at = position(entity, name);
        if (before.values[at] == after.values[at]) continue;
        if (const std::string_view why = locked(before, entity.fields[at], who, places); !why.empty()) problems.push_back({name, std::string(why)});
    }
    if (!problems.empty()) return Error{Fault::invalid, std::move(problems), {}};
    return Done{};
}

/// The state is never patched: it starts at the first option and moves by steps (name, present state, role).
Result<Done> move_state(Record& record, const Change& change, const Names& theirs, const Actor& who, const Moment& at, Store& store) {
    const Entity& entity = *record.entity;
    if (entity.state.empty()) {
        if (change.verb == Verb::step) return fault(Fault::invalid, "", "problem.step");
        return Done{};
    }
    Value& now = record.values[position(entity, entity.state)];
    if (change.verb == Verb::create) now = std::string(find_field(entity, entity.state)->options.front());
    if (change.verb != Verb::step) return Done{};
    const Places places = TRY(places_of(record, store));
    for (const Step& step : entity.steps) {
        if (step.name != change.step || now != Value{std::string(step.from)}) continue;
        if (!may_step(who, step, places)) return fault(Fault::forbidden, std::string(entity.state), "problem.forbidden");
        if (conflicts(entity, *find_field(entity, entity.state), theirs)) return fault(Fault::conflict, std::string(entity.state), "problem.conflict");
        now = std::string(step.to);
        if (!step.stamp.empty()) record.values[position(entity, step.stamp)] = at.utc;
        return Done{};
    }
    return fault(Fault::conflict, std::string(entity.state), "problem.step");
}

/// Who moves a record must hold the right where it was and where it lands. A part of the organisation belongs to itself
/// wherever it hangs, so that what counts for moving one are the parents.
Result<bool> may_put(const Record& before, const Record& after, const Change& change, const Actor& who, Store& store) {
    const Entity& entity = *after.entity;
    const Right right = right_for(change.verb);
    const std::string from = before.text(entity.place), to = after.text(entity.place);
    if (!is_tree(entity) || from == to) return allowed(who, right, entity, TRY(places_of(after, store)));
    const bool may_leave = change.verb == Verb::create || allowed(who, right, entity, TRY(store.places_above(entity, from)));
    return may_leave && allowed(who, right, entity, TRY(store.places_above(entity, to)));
}

}  // namespace

Result<Record> apply(const Change& change, const Actor& who, const Moment& now, Store& store) {
    const Entity* entity = find_entity(store.catalog(), change.entity);
    if (!entity) return fault(Fault::invalid, "", "problem.unknown_entity");
    if (!hangs(*entity) && !allowed_somewhere(who, right_for(change.verb), *entity)) return fault(Fault::forbidden, "", "problem.forbidden");

    const Record before = TRY(starting_point(change, *entity, who, store));
    const bool is_edit = change.verb == Verb::update || change.verb == Verb::step;
    if (!is_edit && change.verb != Verb::create && !change.patch.empty()) return fault(Fault::invalid, "", "problem.protocol");
    Record after = before;
    Names theirs;
    if (is_edit) {
        TRY(check_clearance(before, change, who, store));
        theirs = TRY(store.touched_since(before, change, who));
    }
    TRY(patch_record(after, change, theirs, who, now, store));
    TRY(check_locks(before, after, change, who, store));
    TRY(move_state(after, change, theirs, who, now, store));
    after.removed = change.verb == Verb::remove;
    if (entity->derive) entity->derive(after, store);
    if (entity->remember && !after.removed) entity->remember(before, after, now.utc);

    if (change.verb == Verb::remove) {
        if (TRY(store.is_used(before))) return fault(Fault::conflict, "", "problem.used");
        std::vector<Problem> problems;
        if (entity->check_removal) {
            const Places places = TRY(places_of(before, store));
            entity->check_removal({before, after, who, places, now.utc, store}, problems);
        }
        if (!problems.empty()) return Error{Fault::invalid, std::move(problems), {}};
    } else {
        std::vector<Problem> problems = validate(after);
        if (entity->check) {
            const Places places = TRY(places_of(after, store));
            entity->check({before, after, who, places, now.utc, store}, problems);
        }
        if (!problems.empty()) return Error{Fault::invalid, std::move(problems), {}};
        if (hangs(*entity)) TRY(check_host(after, who, store));
        if (!TRY(may_put(before, after, change, who, store)))
            return hangs(*entity) ? fault(Fault::forbidden, "", "problem.forbidden") : fault(Fault::forbidden, std::string(entity->place), "problem.place");
        if (change.verb == Verb::restore) TRY(check_restored(after, store));
        if (!is_edit) TRY(store.vouch(after, change, who));
        TRY(check_clearance(after, change, who, store));
    }
    if (hangs(*entity)) TRY(check_seal(after, who, store));
    TRY(store.save(before, after, change, who));
    return after;
}

}  // namespace lisa
