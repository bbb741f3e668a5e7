#pragma once
// A list of byte strings as one: each with its length in front, four bytes, little-endian. JavaScript answers this way,
// so that no text is escaped or parsed twice. shell/packed.js is the other half.
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace lisa::platform {

inline std::vector<std::string> unpack(std::string_view packed) {
    std::vector<std::string> parts;
    while (packed.size() >= sizeof(std::uint32_t)) {
        std::uint32_t size = 0;
        std::memcpy(&size, packed.data(), sizeof size);
        packed.remove_prefix(sizeof size);
        if (size > packed.size()) break;
        parts.emplace_back(packed.substr(0, size));
        packed.remove_prefix(size);
    }
    return parts;
}

}  // namespace lisa::platform
