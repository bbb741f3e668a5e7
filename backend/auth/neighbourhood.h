#pragma once
// Who counts as one when visitors are counted by their address.
#include <string>

namespace lisa {

/// The address itself, or of one of IPv6 the eight bytes of its network: whoever has one address there has all that begin so.
std::string neighbourhood(const std::string& address);

}  // namespace lisa
