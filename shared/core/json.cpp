#include "core/json.h"

namespace lisa {
namespace {

/// Whether brackets nest no deeper than allowed. Runs before parsing, so that a hostile text costs one pass.
bool is_shallow(std::string_view text, int depth) {
    int now = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (in_string) {
            if (c == '\\') ++i;
            if (c == '"') in_string = false;
            continue;
        }
        if (c == '"') in_string = true;
        if ((c == '{' || c == '[') && ++now > depth) return false;
        if (c == '}' || c == ']') --now;
    }
    return true;
}

}  // namespace

std::optional<Json> parse_json(std::string_view text, int depth) {
    if (text.find('\0') != std::string_view::npos) return std::nullopt;  // the parser would take it for the end
    if (!is_shallow(text, depth)) return std::nullopt;
    Json value = Json::parse(text.begin(), text.end(), nullptr, false);
    if (value.is_discarded()) return std::nullopt;
    return value;
}

const Json* member(const Json& object, std::string_view name) {
    if (!object.is_object()) return nullptr;
    const auto found = object.find(name);
    return found == object.end() ? nullptr : &*found;
}

const std::string* text_member(const Json& object, std::string_view name) {
    const Json* value = member(object, name);
    return value ? value->get_ptr<const std::string*>() : nullptr;
}

std::optional<std::int64_t> as_integer(const Json& value) {
    if (!value.is_number_integer()) return std::nullopt;
    if (value.is_number_unsigned() && *value.get_ptr<const std::uint64_t*>() > INT64_MAX) return std::nullopt;
    return value.get<std::int64_t>();
}

std::optional<std::int64_t> integer_member(const Json& object, std::string_view name) {
    const Json* value = member(object, name);
    return value ? as_integer(*value) : std::nullopt;
}

std::optional<bool> bool_member(const Json& object, std::string_view name) {
    const Json* value = member(object, name);
    if (!value || !value->is_boolean()) return std::nullopt;
    return *value->get_ptr<const bool*>();
}

std::string dump(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace lisa
