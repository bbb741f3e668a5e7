#pragma once
// The semantic tree: what is on the screen, in words. Every widget pushes one node while it draws; from the same
// tree come the canvas' focus ring, the DOM mirror over the canvas, and the page that is read as text.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lisa::semantics {

/// What a node is. The names are those of WAI-ARIA where HTML has the same thing.
// clang-format off
enum class Role : std::uint8_t {
    banner, navigation, main, complementary, search, form, region, dialog,         // landmarks and containers
    group, list, listitem, table, grid, rowgroup, row, columnheader, rowheader, cell, gridcell,  // structure
    tablist, tab, tabpanel, listbox, option, toolbar, tree, treeitem,              // composite widgets
    heading, paragraph, status, alert, image,                                      // content
    link, button, textbox, textarea, searchbox, date, number, select, combobox, checkbox, slider, file,  // controls
};
// clang-format on

/// States a node may be in. Absent means the plain state.
enum State : std::uint32_t {
    disabled = 1u << 0,
    required = 1u << 1,
    invalid = 1u << 2,
    checked = 1u << 3,     ///< checkbox
    selected = 1u << 4,    ///< tab, option, row that was picked
    expandable = 1u << 5,  ///< carries aria-expanded
    expanded = 1u << 6,
    current = 1u << 7,   ///< the page of a navigation link
    untabbed = 1u << 8,  ///< focusable, but skipped by Tab (all rows but the current one)
    modal = 1u << 9,     ///< a dialog that makes the rest inert
    read_only = 1u << 10,
    unseen = 1u << 11,  ///< for assistive technology only; nothing on the canvas shows it
    sorted_up = 1u << 12,
    sorted_down = 1u << 13,
    polite = 1u << 14,   ///< a status whose new text is read out
    leading = 1u << 15,  ///< the button that does what the screen is for
    grave = 1u << 16,    ///< the button that takes something away
};

/// Keys that a node wants for itself while it, or something in it that leaves them alone, has the focus. Everything else stays
/// with the browser. Copying and pasting are whatever key or menu the machine has for them; what is pasted is the event's text.
// clang-format off
enum Key : std::uint32_t {
    key_up = 1u << 0, key_down = 1u << 1, key_left = 1u << 2, key_right = 1u << 3,
    key_home = 1u << 4, key_end = 1u << 5, key_page_up = 1u << 6, key_page_down = 1u << 7,
    key_enter = 1u << 8, key_escape = 1u << 9, key_space = 1u << 10, key_f2 = 1u << 11,
    key_tab = 1u << 12, key_copy = 1u << 13, key_paste = 1u << 14,
};
// clang-format on

/// CSS pixels from the top left corner of the canvas.
struct Rect {
    float x = 0, y = 0, w = 0, h = 0;
    bool operator==(const Rect&) const = default;
};

struct Node {
    std::uint32_t id = 0;      ///< the ImGui id of the item, or one made the same way; unique in a frame
    std::int32_t parent = -1;  ///< index in Tree::nodes; -1 for the page itself
    Role role = Role::group;
    std::uint32_t states = 0;
    std::uint32_t keys = 0;
    std::string name{};                  ///< what it is called; text nodes in the mirror where the role allows
    std::string description{};           ///< help and error text, read after the name
    std::string value{};                 ///< of a control
    std::string href{};                  ///< of a link: the address it leads to
    std::string hint{};                  ///< autocomplete token or input mode of a control ("email", "off", "numeric"), accept of a file
    std::vector<std::string> options{};  ///< of a select: value, label, value, label …
    Rect rect{};
    Rect clip{};                 ///< the part of the canvas in which it shows
    int level = 0;               ///< of a heading or a tree item
    int position = 0;            ///< in its set, or row index from 1 in the whole table (the header row is 1)
    int size = 0;                ///< of the set, or row count of the table, header included
    int column = 0;              ///< column index from 1
    int limit = 0;               ///< longest text in characters; 0 is unlimited. Of a slider its greatest value; `hint` says the present one in words
    std::uint32_t active = 0;    ///< combobox, listbox: id of the option that is current (aria-activedescendant)
    std::uint32_t controls = 0;  ///< combobox: its listbox; tab: its panel
    bool operator==(const Node&) const = default;
};

/// One frame's nodes in reading order. Parents come before children.
class Tree {
public:
    /// Forgets the frame before.
    void begin();
    /// Adds a node under the innermost open container and returns its index.
    int add(Node node);
    /// Adds a node and makes it the innermost container until close().
    int open(Node node);
    /// Ends the innermost container. One without a height gets that of what is in it.
    void close();
    /// Turns the order of the nodes from `first` on, which are siblings without children: for what was drawn from the right.
    void turn(std::size_t first);
    Node& at(int index) { return m_nodes[static_cast<std::size_t>(index)]; }
    const std::vector<Node>& nodes() const { return m_nodes; }
    const Node* find(std::uint32_t id) const;
    /// Whether every open() was closed. A test checks it for every view.
    bool balanced() const { return m_open.empty(); }

private:
    std::vector<Node> m_nodes;
    std::vector<int> m_open;
};

/// Whether a person can act on this role, so that it needs a name and a place in the tab order.
bool is_interactive(Role);

/// The mirror's word for a role: "textbox", "columnheader" …
std::string_view role_name(Role);

}  // namespace lisa::semantics
