#include "auth/neighbourhood.h"

#include <arpa/inet.h>

namespace lisa {

std::string neighbourhood(const std::string& address) {
    in6_addr parsed{};
    if (address.find(':') == address.npos || inet_pton(AF_INET6, address.c_str(), &parsed) != 1 || IN6_IS_ADDR_V4MAPPED(&parsed)) return address;
    return std::string(reinterpret_cast<const char*>(&parsed), 8);
}

}  // namespace lisa
