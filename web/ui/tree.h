#pragma once
// A tree whose branches open and close (the tree pattern of ARIA): one stop for Tab; the arrow keys walk, open and close.
#include <span>

#include "ui/widgets.h"

namespace lisa::ui {

struct TreeItem {
    std::string id{};               ///< stable, for the mirror
    std::string title{}, detail{};  ///< what it is called, and what stands in small letters under it
    std::string state{};            ///< how it is, at the right of it
    Tone tone = Tone::plain;        ///< of the state
    int level = 1, position = 1, size = 1;
    bool has_children = false, is_open = false, is_faded = false;
};

/// What a person did to the tree in this frame: the item, or -1.
struct TreeDeed {
    int opened = -1;   ///< what it stands for is to be shown
    int toggled = -1;  ///< its branch opens or closes
};

/// Draws the items, which come in reading order; `current` is the id of the one that Tab reaches.
TreeDeed tree_view(Ui& ui, Column& column, std::string_view key, std::string_view name, std::span<const TreeItem> items, std::string& current);

}  // namespace lisa::ui
