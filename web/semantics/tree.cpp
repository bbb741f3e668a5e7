#include "semantics/tree.h"

#include <algorithm>

namespace lisa::semantics {

namespace {

/// An id for a node that has none of its own: the same every frame as long as its place among its siblings is the same.
std::uint32_t id_of_place(std::uint32_t parent, Role role, std::uint32_t place) {
    std::uint32_t hash = 2166136261u;
    for (const std::uint32_t part : {parent, static_cast<std::uint32_t>(role) + 1u, place}) {
        for (int shift = 0; shift < 32; shift += 8) hash = (hash ^ ((part >> shift) & 0xffu)) * 16777619u;
    }
    return hash == 0 ? 1 : hash;
}

}  // namespace

void Tree::begin() {
    m_nodes.clear();
    m_open.clear();
}

int Tree::add(Node node) {
    node.parent = m_open.empty() ? -1 : m_open.back();
    if (node.id == 0) {
        const auto siblings = std::count_if(m_nodes.begin() + std::max(node.parent, 0), m_nodes.end(),
                                            [&](const Node& other) { return other.parent == node.parent && other.role == node.role; });
        const std::uint32_t parent = node.parent < 0 ? 0 : at(node.parent).id;
        node.id = id_of_place(parent, node.role, static_cast<std::uint32_t>(siblings));
    }
    m_nodes.push_back(std::move(node));
    return static_cast<int>(m_nodes.size()) - 1;
}

int Tree::open(Node node) {
    const int index = add(std::move(node));
    m_open.push_back(index);
    return index;
}

void Tree::close() {
    if (m_open.empty()) return;
    const int index = m_open.back();
    m_open.pop_back();
    Rect& rect = at(index).rect;
    if (rect.h > 0) return;
    for (auto child = m_nodes.begin() + index + 1; child != m_nodes.end(); ++child)
        if (child->parent == index) rect.h = std::max(rect.h, child->rect.y + child->rect.h - rect.y);
}

void Tree::turn(std::size_t first) { std::reverse(m_nodes.begin() + static_cast<std::ptrdiff_t>(first), m_nodes.end()); }

const Node* Tree::find(std::uint32_t id) const {
    const auto found = std::find_if(m_nodes.begin(), m_nodes.end(), [&](const Node& node) { return node.id == id; });
    return found == m_nodes.end() ? nullptr : &*found;
}

}  // namespace lisa::semantics
