#include "options.h"

#include <algorithm>
#include <charconv>

namespace lisa {
namespace {
bool contains(const std::vector<std::string_view>& names, std::string_view name) { return std::find(names.begin(), names.end(), name) != names.end(); }
}  // namespace

std::string Options::get(std::string_view name, std::string otherwise) const {
    const auto found = values.find(name);
    return found == values.end() ? otherwise : found->second;
}

std::optional<int> Options::number(std::string_view name, int otherwise) const {
    const auto found = values.find(name);
    if (found == values.end()) return otherwise;
    int number = 0;
    const std::string& text = found->second;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

Options read_options(const std::vector<std::string>& words, const Expected& expected) {
    Options options;
    for (std::size_t i = 0; i < words.size() && options.complaint.empty(); ++i) {
        const std::string& word = words[i];
        if (!word.starts_with("--")) {
            options.others.push_back(word);
            continue;
        }
        const std::size_t equals = word.find('=');
        const std::string name = word.substr(0, equals);
        if (equals == word.npos && contains(expected.plain, name)) options.values[name] = "";
        else if (!contains(expected.valued, name)) options.complaint = "unknown option " + name;
        else if (equals != word.npos) options.values[name] = word.substr(equals + 1);
        else if (i + 1 < words.size()) options.values[name] = words[++i];
        else options.complaint = name + " needs a value";
    }
    if (options.complaint.empty() && options.others.size() > expected.others) options.complaint = "unexpected word " + options.others[expected.others];
    if (options.complaint.empty() && options.others.size() < expected.others) options.complaint = "a word is missing";
    return options;
}

}  // namespace lisa
