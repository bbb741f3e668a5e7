#pragma once
// What the DOM mirror must change after a frame, as compact JSON. Pure: the browser part hands the text over.
#include <string>
#include <unordered_map>

#include "semantics/tree.h"

namespace lisa::semantics {

/// Remembers the tree that the mirror shows, and tells the difference of the next one:
///   {"order":[id,parent,…],"nodes":[{…}],"moved":[id,x,y,w,h,clip x,y,w,h,…]}
/// `order` lists all nodes in reading order with the id of their parent (0: the page), and is left out when nobody came,
/// went or changed places; `nodes` holds the nodes that are new or say something new, whole; `moved` those that only moved.
class MirrorJson {
public:
    /// The difference from the tree given last, or "" if there is none. Nodes whose id was already used are left out.
    std::string update(const Tree& tree);
    /// Forgets everything, so that the next update describes the whole tree.
    void forget() {
        m_nodes.clear();
        m_places.clear();
    }

private:
    std::vector<Node> m_nodes;
    std::unordered_map<std::uint32_t, std::size_t> m_places;
};

}  // namespace lisa::semantics
