#include <array>

#include "semantics/tree.h"

namespace lisa::semantics {

namespace {

/// In the order of Role.
constexpr std::array<std::string_view, 44> kNames = {
    "banner",  "navigation", "main",     "complementary", "search",       "form",      "region",    "dialog",   "group",    "list",   "listitem",
    "table",   "grid",       "rowgroup", "row",           "columnheader", "rowheader", "cell",      "gridcell", "tablist",  "tab",    "tabpanel",
    "listbox", "option",     "toolbar",  "tree",          "treeitem",     "heading",   "paragraph", "status",   "alert",    "image",  "link",
    "button",  "textbox",    "textarea", "searchbox",     "date",         "number",    "select",    "combobox", "checkbox", "slider", "file",
};
static_assert(kNames.size() == static_cast<std::size_t>(Role::file) + 1);

}  // namespace

bool is_interactive(Role role) { return role == Role::tab || role == Role::option || role == Role::treeitem || role >= Role::link; }

std::string_view role_name(Role role) { return kNames[static_cast<std::size_t>(role)]; }

}  // namespace lisa::semantics
