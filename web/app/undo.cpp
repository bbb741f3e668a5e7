#include "app/undo.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "change/steps.h"

namespace lisa::app {
namespace {

/// What takes an edit of a set back: elements that were there before it stay, those that were not go.
SetEdit reverse_of(const SetEdit& edit, const Value& before) {
    const auto* present = std::get_if<Set>(&before);
    const auto was_there = [&](const std::string& element) { return present && std::find(present->begin(), present->end(), element) != present->end(); };
    SetEdit reverse;
    std::copy_if(edit.remove.begin(), edit.remove.end(), std::back_inserter(reverse.add), was_there);
    std::copy_if(edit.add.begin(), edit.add.end(), std::back_inserter(reverse.remove), [&](const std::string& element) { return !was_there(element); });
    return reverse;
}

/// The records as the changes before one have left them.
class Course {
public:
    explicit Course(const Replica& replica) : m_replica(replica) {}

    /// Whether the record was made by a change that went by: then it goes with that.
    bool is_made(const Change& change) const { return m_made.contains(change.record); }

    /// Goes on to a change; the step that it takes, if it is one and the register has it.
    const Step* pass(const Change& change) {
        if (change.verb == Verb::create) m_made.insert(change.record);
        if (change.verb != Verb::step) return nullptr;
        const Entity& entity = *find_entity(m_replica.catalog(), change.entity);
        const Record* record = m_replica.find(entity, change.record);
        const auto [state, is_first] = m_states.try_emplace(change.record, record ? record->text(entity.state) : std::string{});
        const Step* step = find_step(entity, change.step, state->second);
        if (step) state->second = std::string(step->to);
        return step;
    }

private:
    const Replica& m_replica;
    std::set<std::string> m_made;
    std::map<std::string, std::string> m_states;  ///< by record
};

Verb opposite(Verb verb) {
    switch (verb) {
        case Verb::create:
        case Verb::restore: return Verb::remove;
        case Verb::remove: return Verb::restore;
        case Verb::update:
        case Verb::step: return Verb::update;
    }
    return Verb::update;
}

Change blank(const Change& of, Verb verb) {
    Change change;
    change.verb = verb;
    change.entity = of.entity;
    change.record = of.record;
    return change;
}

/// What gives the record the values back that the change wrote over.
Change patch_back(const Change& change, const Entity& entity, const Record* before) {
    Change undo = blank(change, opposite(change.verb));
    if (change.verb == Verb::create || !before) return undo;
    for (const auto& [name, edit] : change.patch) {
        const Value& old = before->values[position(entity, name)];
        if (const auto* set = std::get_if<SetEdit>(&edit)) undo.patch[name] = Edit{reverse_of(*set, old)};
        else if (std::get_if<Value>(&edit)) undo.patch[name] = Edit{old};
    }
    return undo;
}

}  // namespace

std::vector<Change> reversed(const std::vector<Change>& changes, const Replica& replica) {
    std::vector<Change> back;
    Course course(replica);
    for (const Change& change : changes) {
        if (course.is_made(change)) continue;
        const Step* step = course.pass(change);
        const Entity& entity = *find_entity(replica.catalog(), change.entity);
        Change undo = patch_back(change, entity, replica.find(entity, change.record));
        if (change.verb != Verb::step || !undo.patch.empty()) back.push_back(std::move(undo));
        if (const Step* away = step ? step_back(entity, *step) : nullptr) {
            back.push_back(blank(change, Verb::step));
            back.back().step = std::string(away->name);
        }
    }
    std::reverse(back.begin(), back.end());  // what refers to something goes before it
    return back;
}

bool can_go_back(const std::vector<Change>& changes, Replica& replica) {
    Course course(replica);
    return std::all_of(changes.begin(), changes.end(), [&](const Change& change) {
        if (course.is_made(change)) return true;
        const Step* step = course.pass(change);
        if (change.verb != Verb::step) return true;
        const Entity& entity = *find_entity(replica.catalog(), change.entity);
        const Record* record = replica.find(entity, change.record);
        const Step* back = step ? step_back(entity, *step) : nullptr;
        const auto places = record ? places_of(*record, replica) : Result<Places>(Places{});
        return back && places && may_step(replica.who(), *back, *places);
    });
}

}  // namespace lisa::app
