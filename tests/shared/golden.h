#pragma once
// Golden files: what the program says, kept under tests/golden so that its difference can be reviewed.
// LISA_GOLDEN=write makes them anew.
#include <cstdlib>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>

#include "tests/places.h"

namespace lisa::test {

inline std::optional<std::string> read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// The golden text of that name; written first when asked for.
inline std::string golden(const std::string& name, const std::string& present) {
    const std::string path = source_path("tests/golden/" + name);
    const char* wish = std::getenv("LISA_GOLDEN");
    if (wish && std::string(wish) == "write") std::ofstream(path, std::ios::binary) << present;
    return read_file(path).value_or("there is no " + path + "; LISA_GOLDEN=write makes it");
}

/// The first line in which two texts differ; empty when they are the same.
inline std::string first_difference(const std::string& golden, const std::string& present) {
    std::istringstream a(golden), b(present);
    std::string left, right;
    for (int line = 1;; ++line) {
        const bool has_left = static_cast<bool>(std::getline(a, left)), has_right = static_cast<bool>(std::getline(b, right));
        if (!has_left && !has_right) return golden == present ? "" : "the last line feed";
        if (has_left != has_right || left != right)
            return "line " + std::to_string(line) + "\n  golden:  " + (has_left ? left : "-") + "\n  present: " + (has_right ? right : "-");
    }
}

}  // namespace lisa::test
