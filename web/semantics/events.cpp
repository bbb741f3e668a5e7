#include "semantics/events.h"

#include <algorithm>
#include <iterator>

namespace lisa::semantics {

namespace {

/// The latest event of a kind on a node: what a person did last counts.
const Event* latest(const std::vector<Event>& events, std::uint32_t id, Event::Kind kind) {
    const auto found = std::find_if(events.rbegin(), events.rend(), [&](const Event& event) { return event.id == id && event.kind == kind; });
    return found == events.rend() ? nullptr : &*found;
}

bool is_act(const Event& event) { return event.kind == Event::Kind::activate || event.kind == Event::Kind::key; }

/// Whether an act must find the program as this earlier event left it.
bool changes_what_is_met(const Event& earlier, const Event& act) { return is_act(earlier) || (earlier.kind == Event::Kind::focus && earlier.id != act.id); }

}  // namespace

void Events::push(Event event) {
    if (event.kind == Event::Kind::activate && event.is_twice && event.id != m_clicked) return;
    if (event.kind == Event::Kind::activate) m_clicked = event.id;
    m_events.push_back(std::move(event));
}

Events Events::take_frame() {
    auto end = m_events.begin();
    while (end != m_events.end() &&
           !(is_act(*end) && std::any_of(m_events.begin(), end, [&](const Event& earlier) { return changes_what_is_met(earlier, *end); })))
        ++end;
    Events frame;
    frame.m_events.assign(std::make_move_iterator(m_events.begin()), std::make_move_iterator(end));
    m_events.erase(m_events.begin(), end);
    return frame;
}

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
