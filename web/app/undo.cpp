#include "app/undo.h"

#include <algorithm>
#include <iterator>

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

}  // namespace

std::vector<Change> reversed(const std::vector<Change>& changes, const Replica& replica) {
    std::vector<Change> back;
    for (const Change& change : changes) {
        Change undo;
        undo.verb = change.verb == Verb::create ? Verb::remove : change.verb == Verb::remove ? Verb::restore : Verb::update;
        undo.entity = change.entity;
        undo.record = change.record;
        const Entity& entity = *find_entity(replica.catalog(), change.entity);
        const Record* before = replica.find(entity, change.record);
        for (const auto& [name, edit] : change.patch) {
            if (change.verb == Verb::create || !before) break;
            const Value& old = before->values[position(entity, name)];
            if (const auto* set = std::get_if<SetEdit>(&edit)) undo.patch[name] = Edit{reverse_of(*set, old)};
            else if (std::get_if<Value>(&edit)) undo.patch[name] = Edit{old};
        }
        back.push_back(std::move(undo));
    }
    std::reverse(back.begin(), back.end());  // what refers to something goes before it
    return back;
}

}  // namespace lisa::app
