#pragma once
// Saved views of lists: a person's own, which are choices, and shared ones, which are records. Either is the address of a list
// under a name.
#include <string>
#include <string_view>
#include <vector>

#include "sync/replica.h"
#include "ui/widgets.h"

namespace lisa::app {

struct OwnView {
    std::string name{}, query{};
    bool operator==(const OwnView&) const = default;
};

/// Under which key the own views of a register are remembered.
std::string views_key(const Entity& entity);
/// What is remembered, and back. What is no list of views reads as none.
std::vector<OwnView> own_views_from(std::string_view text);
std::string text_of(const std::vector<OwnView>& views);

/// A view as the list of views shows it.
struct ViewRow {
    std::string key{};  ///< stable in the dialog
    std::string name{}, query{};
    std::size_t own = 0;   ///< place among the own ones
    std::string record{};  ///< id of a shared one
    std::string unit{};    ///< with which it is shared
    bool may_change = true, may_remove = true;
};

/// The shared views of a register that are meant for the person, by name.
std::vector<ViewRow> shared_views(Replica& replica, const Entity& entity);

/// What the dialog of views holds.
struct ViewsBox {
    enum class Deed : std::uint8_t { none, rename, share };
    std::string name{}, problem{};  ///< of the view to be saved; problem: message key
    std::string opened{};           ///< key of the view whose deeds are shown
    Deed deed = Deed::none;
    std::string text{}, unit{};  ///< what is typed for the deed
    ui::ComboState unit_combo{};
    std::string deed_problem{};
};

}  // namespace lisa::app
