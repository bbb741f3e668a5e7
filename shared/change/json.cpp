#include <algorithm>

#include "change/change.h"
#include "core/json.h"
#include "schema/json.h"

namespace lisa {
namespace {

constexpr std::string_view kVerbs[] = {"create", "update", "step", "remove", "restore"};

Error malformed(std::string field, std::string detail) { return Error{Fault::invalid, {{std::move(field), "problem.protocol"}}, std::move(detail)}; }

/// A list of texts under a name; an absent one is empty.
Result<Set> texts(const Json& object, std::string_view name) {
    const Json* list = member(object, name);
    if (!list) return Set{};
    auto parsed = value_from_json(Type::set, *list);
    auto* set = parsed ? std::get_if<Set>(&*parsed) : nullptr;
    if (!set) return malformed("", "a set edit is not a list of texts");
    return std::move(*set);
}

Result<Edit> edit_from_json(const Field& field, const Json& json) {
    if (json.is_object()) {
        if (const std::string* text = text_member(json, "append")) return Edit{NoteEdit{*text}};
        SetEdit edit{TRY(texts(json, "add")), TRY(texts(json, "remove"))};
        if (edit == SetEdit{}) return malformed(std::string(field.name), "an edit of no known kind");
        return Edit{std::move(edit)};
    }
    auto value = value_from_json(field.type, json);
    if (!value) return fault(Fault::invalid, std::string(field.name), "problem.type");
    return Edit{std::move(*value)};
}

Json edit_to_json(const Edit& edit) {
    if (const auto* set = std::get_if<SetEdit>(&edit)) return {{"add", set->add}, {"remove", set->remove}};
    if (const auto* note = std::get_if<NoteEdit>(&edit)) return {{"append", note->text}};
    return value_to_json(std::get<Value>(edit));
}

/// A text member that must be there and be an id.
Result<std::string> id_member(const Json& json, std::string_view name) {
    const std::string* text = text_member(json, name);
    if (!text || !is_id(*text)) return malformed("", std::string(name) + " is not an id");
    return *text;
}

}  // namespace

bool is_id(std::string_view text) {
    if (text.size() != 36) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_dash = i == 8 || i == 13 || i == 18 || i == 23;
        const char c = text[i];
        if (is_dash ? c != '-' : !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) return false;
    }
    return true;
}

std::string_view verb_name(Verb verb) { return kVerbs[static_cast<std::size_t>(verb)]; }

Result<Change> change_from_json(Catalog catalog, const Json& json) {
    if (!json.is_object()) return malformed("", "a change is an object");
    Change change;
    change.id = TRY(id_member(json, "id"));
    change.client = TRY(id_member(json, "client"));
    change.record = TRY(id_member(json, "record"));
    const std::string *verb = text_member(json, "verb"), *entity_name = text_member(json, "entity");
    const auto found = std::find(std::begin(kVerbs), std::end(kVerbs), verb ? *verb : std::string{});
    if (found == std::end(kVerbs)) return fault(Fault::invalid, "", "problem.unknown_verb");
    change.verb = static_cast<Verb>(found - std::begin(kVerbs));
    const Entity* entity = entity_name ? find_entity(catalog, *entity_name) : nullptr;
    if (!entity) return fault(Fault::invalid, "", "problem.unknown_entity");
    change.entity = *entity_name;
    const auto base = integer_member(json, "base");
    if (!base || *base < 0) return malformed("", "base is not a revision");
    change.base = *base;
    if (const std::string* step = text_member(json, "step"); step && step->size() <= 60) change.step = *step;
    const Json* patch = member(json, "patch");
    if (patch && !patch->is_object()) return malformed("", "patch is an object");
    if (patch)
        for (const auto& [name, value] : patch->items()) {
            const Field* field = find_field(*entity, name);
            if (!field) return fault(Fault::invalid, name.substr(0, 60), "problem.unknown_field");
            change.patch.emplace(name, TRY(edit_from_json(*field, value)));
        }
    return change;
}

Json change_to_json(const Change& change) {
    Json patch = Json::object();
    for (const auto& [name, edit] : change.patch) patch[name] = edit_to_json(edit);
    Json json{{"id", change.id},          {"client", change.client}, {"verb", std::string(verb_name(change.verb))},
              {"entity", change.entity},  {"record", change.record}, {"base", change.base},
              {"patch", std::move(patch)}};
    if (!change.step.empty()) json["step"] = change.step;
    return json;
}

}  // namespace lisa
