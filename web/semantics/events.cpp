#include "semantics/events.h"

#include <algorithm>

namespace lisa::semantics {

namespace {

/// The latest event of a kind on a node: what a person did last counts.
const Event* latest(const std::vector<Event>& events, std::uint32_t id, Event::Kind kind) {
    const auto found = std::find_if(events.rbegin(), events.rend(), [&](const Event& event) { return event.id == id && event.kind == kind; });
    return found == events.rend() ? nullptr : &*found;
}

}  // namespace

const Event* Events::find(std::uint32_t id, Event::Kind kind) const { return latest(m_events, id, kind); }

const std::string* Events::input(std::uint32_t id) const {
    const Event* event = find(id, Event::Kind::input);
    return event == nullptr ? nullptr : &event->text;
}

std::uint32_t Events::key(std::uint32_t id) const {
    const Event* event = find(id, Event::Kind::key);
    return event == nullptr ? 0 : event->key;
}

}  // namespace lisa::semantics
