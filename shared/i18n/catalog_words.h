#pragma once
// The keys that follow from a catalogue, and the proof that each has words.
#include "i18n/words.h"
#include "schema/field.h"

namespace lisa {

/// "field.asset.name" and the like, put together without allocation.
struct WordKey {
    char text[96]{};
    std::size_t size = 0;
    constexpr WordKey(std::initializer_list<std::string_view> parts) {
        for (std::string_view part : parts) {
            if (size != 0) put('.');
            for (char c : part) put(c);
        }
    }
    constexpr std::string_view view() const { return {text, size}; }

private:
    /// What does not fit is cut: a value from a newer server may be of any length, and no message has such a key.
    constexpr void put(char c) {
        if (size < sizeof text) text[size++] = c;
    }
};

constexpr WordKey entity_key(const Entity& entity) { return {"entity", entity.name}; }
constexpr WordKey entities_key(const Entity& entity) { return {"entities", entity.name}; }
constexpr WordKey about_key(const Entity& entity) { return {"about", entity.name}; }
constexpr WordKey field_key(const Entity& entity, const Field& field) { return {"field", entity.name, field.name}; }
constexpr WordKey help_key(const Entity& entity, const Field& field) { return {"help", entity.name, field.name}; }
constexpr WordKey option_key(const Entity& entity, const Field& field, std::string_view option) { return {"option", entity.name, field.name, option}; }
constexpr WordKey step_key(const Entity& entity, const Step& step) { return {"step", entity.name, step.name}; }

consteval void lint_key(const WordKey& key) {
    if (find_message(key.view()) < 0) schema_error("a key of the catalogue has no words in assets/i18n");
}

consteval void lint_scale(const Field& field) {
    constexpr std::string_view kDigits[] = {"0", "1", "2", "3", "4"};
    for (std::int64_t i = field.min; !field.scale.empty() && i <= field.max; ++i) lint_key({field.scale, kDigits[i]});
}

/// True, or no build.
consteval bool lint_words(Catalog catalog) {
    for (const Entity* entity : catalog) {
        lint_key(entity_key(*entity));
        lint_key(entities_key(*entity));
        lint_key(about_key(*entity));
        for (const Field& field : entity->fields) {
            lint_key(field_key(*entity, field));
            if (!field.group.empty()) lint_key({"group", field.group});
            for (std::string_view option : field.options) lint_key(option_key(*entity, field, option));
            lint_scale(field);
        }
        for (const Field& field : entity->worked_out) {
            lint_key(field_key(*entity, field));
            lint_scale(field);
        }
        for (const Step& step : entity->steps) lint_key(step_key(*entity, step));
    }
    for (const RoleFacts& role : kRoles) lint_key({"role", role.name});
    return true;
}

}  // namespace lisa
