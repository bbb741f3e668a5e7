#pragma once
// What is wrong with a tree, in words. Tests run it over every view.
#include <string>
#include <vector>

#include "semantics/tree.h"

namespace lisa::semantics {

/// One sentence for each fault: an open container, an id used twice, a control without a name, a control smaller than
/// 24 by 24 pixels, a link without an address, a reference to a node that is not there. Empty if all is well.
std::vector<std::string> faults(const Tree& tree);

}  // namespace lisa::semantics
