#pragma once
// A list of byte strings as one: each with its length in front, four bytes, little-endian. So no text that crosses over to
// JavaScript or back is escaped or parsed twice. shell/packed.js is the other half.
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

inline std::string pack(const std::vector<std::string>& parts) {
    std::string packed;
    for (const std::string& part : parts) {
        const auto size = static_cast<std::uint32_t>(part.size());
        packed.append(reinterpret_cast<const char*>(&size), sizeof size).append(part);
    }
    return packed;
}

}  // namespace lisa::platform
