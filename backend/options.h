#pragma once
// Words of the command line as options and the rest.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lisa {

/// What a command takes: options with a value ("--db"), options without ("--quiet"), how many other words.
struct Expected {
    std::vector<std::string_view> valued{}, plain{};
    std::size_t others = 0;
};

struct Options {
    std::map<std::string, std::string, std::less<>> values{};
    std::vector<std::string> others{};
    std::string complaint{};  ///< what is wrong; empty: nothing

    std::string get(std::string_view name, std::string otherwise = {}) const;
    bool has(std::string_view name) const { return values.find(name) != values.end(); }
    /// The value as a whole number, the default when absent, nothing when it is not one.
    std::optional<int> number(std::string_view name, int otherwise) const;
};

/// Reads the words after the command. "--name value" and "--name=value" are the same.
Options read_options(const std::vector<std::string>& words, const Expected& expected);

}  // namespace lisa
