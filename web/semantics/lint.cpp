#include "semantics/lint.h"

#include <unordered_set>

namespace lisa::semantics {

namespace {

/// The smallest side that WCAG 2.2 (2.5.8) allows of something one points at.
constexpr float kSmallestTarget = 24.0f;

std::string sentence(const Node& node, std::string_view fault) {
    std::string text(role_name(node.role));
    text += " \"" + node.name + "\" (" + std::to_string(node.id) + ") ";
    return text.append(fault);
}

bool is_container_named_by_label(Role role) {
    return role == Role::dialog || role == Role::region || role == Role::form || role == Role::listbox || role == Role::tablist;
}

}  // namespace

std::vector<std::string> faults(const Tree& tree) {
    std::vector<std::string> found;
    if (!tree.balanced()) found.emplace_back("a container was opened and not closed");
    std::unordered_set<std::uint32_t> ids;
    for (const Node& node : tree.nodes()) {
        if (!ids.insert(node.id).second) found.push_back(sentence(node, "has an id that another node has"));
    }
    int level = 0;
    for (const Node& node : tree.nodes()) {
        const bool interactive = is_interactive(node.role);
        if (node.name.empty() && (interactive || is_container_named_by_label(node.role))) { found.push_back(sentence(node, "has no name")); }
        if (node.role == Role::heading && (node.level < 1 || node.level > 6)) found.push_back(sentence(node, "has no level"));
        if (node.role == Role::heading && level > 0 && node.level > level + 1) found.push_back(sentence(node, "skips a level of headings"));
        if (node.role == Role::heading) level = node.level;
        if (node.role == Role::link && node.href.empty()) found.push_back(sentence(node, "leads nowhere"));
        const bool small = node.rect.w < kSmallestTarget || node.rect.h < kSmallestTarget;
        if (interactive && small && (node.states & unseen) == 0) found.push_back(sentence(node, "is too small to point at"));
        const bool is_loose = node.parent >= 0 && tree.nodes()[static_cast<std::size_t>(node.parent)].role == Role::list && node.role != Role::listitem;
        if (is_loose) found.push_back(sentence(node, "stands in a list and is no item of it"));
        if (node.active != 0 && !ids.contains(node.active)) found.push_back(sentence(node, "points to an option that is not there"));
    }
    return found;
}

}  // namespace lisa::semantics
