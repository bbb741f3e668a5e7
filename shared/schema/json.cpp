#include "schema/json.h"

#include "core/json.h"

#include <algorithm>

namespace lisa {
namespace {

std::optional<Set> set_from_json(const Json& json) {
    if (!json.is_array()) return std::nullopt;
    Set set;
    for (const Json& element : json) {
        const auto* text = element.get_ptr<const std::string*>();
        if (!text) return std::nullopt;
        set.push_back(*text);
    }
    std::sort(set.begin(), set.end());
    set.erase(std::unique(set.begin(), set.end()), set.end());
    return set;
}

std::optional<Notes> notes_from_json(const Json& json) {
    if (!json.is_array()) return std::nullopt;
    Notes notes;
    for (const Json& element : json) {
        const std::string *at = text_member(element, "at"), *by = text_member(element, "by"), *text = text_member(element, "text");
        if (!at || !by || !text) return std::nullopt;
        notes.push_back({*at, *by, *text});
    }
    return notes;
}

template <class T>
std::optional<Value> as_value(std::optional<T> value) {
    if (!value) return std::nullopt;
    return Value{std::move(*value)};
}

}  // namespace

Json value_to_json(const Value& value) {
    if (const auto* flag = std::get_if<bool>(&value)) return *flag;
    if (const auto* number = std::get_if<std::int64_t>(&value)) return *number;
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* set = std::get_if<Set>(&value)) return *set;
    if (const auto* notes = std::get_if<Notes>(&value)) {
        Json list = Json::array();
        for (const Note& note : *notes) list.push_back({{"at", note.at}, {"by", note.by}, {"text", note.text}});
        return list;
    }
    return nullptr;
}

std::optional<Value> value_from_json(Type type, const Json& json) {
    if (json.is_null()) return Value{};
    switch (type) {
        case Type::boolean:
            if (!json.is_boolean()) return std::nullopt;
            return Value{json.get<bool>()};
        case Type::integer: return as_value(as_integer(json));
        case Type::set: return as_value(set_from_json(json));
        case Type::notes: return as_value(notes_from_json(json));
        case Type::text:
        case Type::prose:
        case Type::date:
        case Type::moment:
        case Type::choice:
        case Type::ref: {
            const auto* text = json.get_ptr<const std::string*>();
            if (!text) return std::nullopt;
            return Value{*text};
        }
    }
    return std::nullopt;
}

Json record_to_json(const Record& record) {
    Json values = Json::object(), hidden = Json::array();
    for (std::size_t i = 0; i < record.values.size(); ++i) {
        const std::string name(record.entity->fields[i].name);
        if (record.is_hidden(i)) hidden.push_back(name);
        else if (!is_blank(record.values[i])) values[name] = value_to_json(record.values[i]);
    }
    Json json{{"e", std::string(record.entity->name)}, {"id", record.id}, {"rev", record.rev}, {"v", std::move(values)}};
    if (!hidden.empty()) json["hidden"] = std::move(hidden);
    return json;
}

Result<Record> record_from_json(Catalog catalog, const Json& json) {
    const std::string *name = text_member(json, "e"), *id = text_member(json, "id");
    const auto rev = integer_member(json, "rev");
    const Json* values = member(json, "v");
    const Entity* entity = name ? find_entity(catalog, *name) : nullptr;
    if (!entity || !id || !rev || !values || !values->is_object()) return fault(Fault::invalid, "", "problem.protocol");
    Record record{*entity};
    record.id = *id;
    record.rev = *rev;
    for (const auto& [field, value] : values->items()) {
        const std::size_t at = position(*entity, field);
        if (at == kNoField) continue;
        auto parsed = value_from_json(entity->fields[at].type, value);
        if (!parsed) return fault(Fault::invalid, field, "problem.type");
        record.values[at] = std::move(*parsed);
    }
    if (const Json* hidden = member(json, "hidden"); hidden && hidden->is_array())
        for (const Json& field : *hidden)
            if (const auto* text = field.get_ptr<const std::string*>())
                if (const std::size_t at = position(*entity, *text); at != kNoField) record.hidden |= std::uint64_t{1} << at;
    return record;
}

}  // namespace lisa
