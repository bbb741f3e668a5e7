#include "app/drafts.h"

#include "change/change.h"
#include "core/json.h"
#include "schema/json.h"

namespace lisa::app {
namespace {

Json values_to_json(const std::map<std::string, Value>& values) {
    Json json = Json::object();
    for (const auto& [field, value] : values) json[field] = value_to_json(value);
    return json;
}

std::map<std::string, Value> values_from(const Json* json, const Entity& entity) {
    std::map<std::string, Value> values;
    if (!json || !json->is_object()) return values;
    for (const auto& [name, value] : json->items()) {
        const Field* field = find_field(entity, name);
        if (!field) continue;
        if (auto read = value_from_json(field->type, value)) values[name] = std::move(*read);
    }
    return values;
}

/// Texts by field; those of fields that the register does not have are left out.
std::map<std::string, std::string> texts_from(const Json* json, const Entity& entity) {
    std::map<std::string, std::string> texts;
    if (!json || !json->is_object()) return texts;
    for (const auto& [name, value] : json->items())
        if (find_field(entity, name) && value.is_string()) texts[name] = value.get<std::string>();
    return texts;
}

}  // namespace

std::string text_of(const std::map<std::string, ui::Draft>& drafts) {
    Json rows = Json::array();
    for (const auto& [id, draft] : drafts) {
        if (!draft.entity || !draft.is_dirty() || draft.replaces >= 0) continue;  // what mends an entry of the outbox stands there
        Json row{{"entity", std::string(draft.entity->name)}, {"id", id}, {"new", draft.is_new}, {"base", draft.base}};
        row["values"] = values_to_json(draft.values);
        row["notes"] = draft.notes;
        row["words"] = draft.words;
        if (draft.part) {
            row["part"] = std::string(draft.part->name);
            row["part_values"] = values_to_json(draft.part_values);
        }
        rows.push_back(std::move(row));
    }
    return rows.empty() ? std::string{} : dump(rows);
}

std::map<std::string, ui::Draft> drafts_from(std::string_view text, Catalog catalog) {
    std::map<std::string, ui::Draft> drafts;
    const auto rows = parse_json(text);
    if (!rows || !rows->is_array()) return drafts;
    for (const Json& row : *rows) {
        const std::string *entity = text_member(row, "entity"), *id = text_member(row, "id"), *part = text_member(row, "part");
        ui::Draft draft;
        draft.entity = entity ? find_entity(catalog, *entity) : nullptr;
        if (!draft.entity || !id || !is_id(*id)) continue;
        draft.id = *id;
        draft.is_new = bool_member(row, "new").value_or(false);
        draft.base = integer_member(row, "base").value_or(0);
        draft.values = values_from(member(row, "values"), *draft.entity);
        draft.notes = texts_from(member(row, "notes"), *draft.entity);
        draft.words = texts_from(member(row, "words"), *draft.entity);
        draft.part = part ? find_entity(catalog, *part) : nullptr;
        if (draft.part) draft.part_values = values_from(member(row, "part_values"), *draft.part);
        if (draft.is_dirty()) drafts[draft.id] = std::move(draft);
    }
    return drafts;
}

}  // namespace lisa::app
