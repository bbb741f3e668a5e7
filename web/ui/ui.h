#pragma once
// What every widget gets, and the few things all of them are made of: text, icons, a rectangle one can point at.
#include <imgui.h>

#include <string>
#include <string_view>

#include "i18n/words.h"
#include "platform/platform.h"
#include "semantics/events.h"
#include "semantics/tree.h"
#include "ui/find.h"
#include "ui/icons.h"
#include "ui/theme.h"

namespace lisa::ui {

using semantics::Node;
using Aria = semantics::Role;

enum class Weight : std::uint8_t { regular, semibold };

struct Box {
    float x = 0, y = 0, w = 0, h = 0;
    float right() const { return x + w; }
    float bottom() const { return y + h; }
    bool holds(ImVec2 point) const { return point.x >= x && point.x < right() && point.y >= y && point.y < bottom(); }
};

/// A column that is filled downwards: widgets take what they need and move `y` on.
struct Column {
    float x = 0, y = 0, w = 0;
    Box take(float height) {
        const Box box{x, y, w, height};
        y += height;
        return box;
    }
    void gap(float height) { y += height; }
};

/// One frame's drawing. Lives as long as the frame.
struct Ui {
    semantics::Tree& tree;
    const semantics::Events& events;
    semantics::Focus focus{};
    platform::Platform& platform;
    const Theme& theme;
    Language language = Language::swedish;
    float scale = 1;              ///< the person's text size; every length goes through px()
    bool is_touch = false;        ///< larger targets
    bool has_shrunk = false;      ///< the window is lower than before, as when a phone's keyboard opens: what has the focus stays in sight
    bool is_compact = false;      ///< lower rows and controls, but for fingers
    bool is_spaced = false;       ///< wider between letters and lines
    bool is_text = false;         ///< read as text, not drawn: want of room is no reason to leave anything out
    bool* wants_frame = nullptr;  ///< set when something moves, so that another frame follows
    Find* find = nullptr;         ///< what is looked for in what is drawn now
    std::uint32_t container = 0;  ///< id of the innermost Container, and how many unnamed children it has so far
    std::uint32_t ordinal = 0;

    float px(float css) const { return css * scale; }
    std::string_view say(Tr message) const { return lisa::say(language, message); }
    std::string_view say(std::string_view key) const { return lisa::say(language, key); }
    float row_height() const { return px(is_touch ? 44 : is_compact ? 30 : 36); }
};

struct TextStyle {
    Size size = Size::body;
    Weight weight = Weight::regular;
    ImU32 colour = 0;  ///< 0: the theme's ink
};

/// Sets the letters of the fonts closer or further apart, from the next text on.
void space_letters(bool is_spaced, float scale);
/// Width of one line.
float text_width(const Ui& ui, std::string_view text, TextStyle style = {});
float line_height(const Ui& ui, Size size);

/// One line, cut with an ellipsis when it does not fit into `width`. Draws only: semantics are the caller's.
void draw_text(const Ui& ui, ImVec2 at, std::string_view text, TextStyle style = {}, float width = 0);
/// One line in the middle of the box's height.
void draw_text_in(const Ui& ui, Box box, std::string_view text, TextStyle style = {});
/// Several lines, broken at words. Returns the height; measures only when `at` is null.
float draw_wrapped(const Ui& ui, const ImVec2* at, std::string_view text, float width, TextStyle style = {});
void draw_icon(const Ui& ui, ImVec2 middle, Icon icon, float css_size, ImU32 colour);

void paint(const Ui& ui, Box box, ImU32 colour, float css_rounding = 0);
void outline(const Ui& ui, Box box, ImU32 colour, float css_rounding = 0, float thickness = 1);
/// The ring around what has the focus, outside the box with a gap.
void ring(const Ui& ui, Box box, float css_rounding = 6);

/// The id of a widget: the key within the id scope of the window.
std::uint32_t id_of(std::string_view key);

semantics::Rect to_rect(Box box);
/// The part of the canvas in which the present window shows.
semantics::Rect clip_rect();

/// What a person is doing to a rectangle.
struct Touch {
    bool is_hovered = false, is_held = false, is_focused = false;
    bool was_activated = false;  ///< clicked, or Enter or Space pressed, or a screen reader's own way
};

/// Scrolls the window being drawn so that the box is in sight.
void bring_into_view(const Ui& ui, Box box);

/// Makes a rectangle something one can act on: adds the node, asks ImGui for the pointer and draws the focus ring.
/// The node needs id, role and name; the rectangle is filled in here. Scrolls into view when it gets the focus.
Touch interact(Ui& ui, Box box, Node node, float css_rounding = 6);
/// The same for a node that is in the tree already, since it holds others.
Touch interact(Ui& ui, Box box, std::uint32_t id, float css_rounding);

/// A node of a container by role, key and name, placed in the box.
Node make_node(Aria role, std::uint32_t id, std::string_view name, Box box);

/// Adds a node that one reads but does not act on.
int add_node(Ui& ui, Box box, Aria role, std::string_view name, int level = 0);

/// A container in the tree for as long as the object lives.
class Container {
public:
    Container(Ui& ui, Node node);
    Container(Ui& ui, Aria role, std::string_view key, std::string_view name, Box box);
    ~Container();
    Container(const Container&) = delete;
    Container& operator=(const Container&) = delete;
    Node& node() { return m_ui.tree.at(m_index); }

private:
    Ui& m_ui;
    int m_index;
    std::uint32_t m_outer, m_ordinal;
};

/// What is added while the object lives is drawn from the right, but read from the left. For what has nothing in it.
class FromRight {
public:
    explicit FromRight(Ui& ui) : m_tree(ui.tree), m_first(ui.tree.nodes().size()) {}
    ~FromRight() { m_tree.turn(m_first); }
    FromRight(const FromRight&) = delete;
    FromRight& operator=(const FromRight&) = delete;

private:
    semantics::Tree& m_tree;
    std::size_t m_first;
};

/// A part of the screen that scrolls. Fill `column`; its end sets how far one can scroll.
class Scroll {
public:
    Scroll(Ui& ui, std::string_view key, Box box, float css_padding = 0);
    ~Scroll();
    Scroll(const Scroll&) = delete;
    Scroll& operator=(const Scroll&) = delete;
    Column column;

private:
    float m_padding;
};

}  // namespace lisa::ui
