#pragma once
// What a person did to the mirror since the last frame. Widgets ask for the events of their own id while they draw.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lisa::semantics {

/// Which node of the mirror has the focus, and whether a ring should show it (keyboard or text entry, not a click).
struct Focus {
    std::uint32_t id = 0;
    bool visible = false;
};

/// One act on one node.
struct Event {
    enum class Kind : std::uint8_t {
        activate,  ///< click, Enter or Space on a button, link, tab, option, checkbox …
        input,     ///< a control's whole new value is in `text`
        commit,    ///< a text control was left or Enter pressed in it
        key,       ///< one of the node's own keys; `key` says which (one bit of semantics::Key)
        focus,     ///< the node got the focus
        blur,
    };
    Kind kind = Kind::activate;
    std::uint32_t id = 0;
    std::uint32_t key = 0;
    bool shift = false, control = false;
    bool is_twice = false;  ///< the second click of a double click
    std::string text{};
};

/// What happened, in order.
class Events {
public:
    /// Takes up an event. The second click of a double click counts only on what the first one hit: a button that came in its place
    /// meanwhile was not meant.
    void push(Event event);
    /// Takes out what the next frame is to see. Widgets find events by their own id, not by order; so a click or a key that
    /// follows another one, or a focus that went elsewhere, waits until the program has drawn what that led to.
    Events take_frame();
    bool empty() const { return m_events.empty(); }
    bool activated(std::uint32_t id) const { return find(id, Event::Kind::activate) != nullptr; }
    bool focused(std::uint32_t id) const { return find(id, Event::Kind::focus) != nullptr; }
    bool committed(std::uint32_t id) const { return find(id, Event::Kind::commit) != nullptr; }
    /// The value typed last, if any.
    const std::string* input(std::uint32_t id) const;
    /// The key pressed, or 0.
    std::uint32_t key(std::uint32_t id) const;
    /// The first event of a kind on a node, with its modifiers; null if there is none.
    const Event* find(std::uint32_t id, Event::Kind kind) const;
    const std::vector<Event>& all() const { return m_events; }

private:
    std::vector<Event> m_events;
    std::uint32_t m_clicked = 0;  ///< what was activated last
};

}  // namespace lisa::semantics
