#pragma once
// The one list of registers. What stands here has a table, forms, lists, search, history, rights and tests.
#include "domain/asset.h"
#include "domain/asset_system.h"
#include "domain/assignment.h"
#include "domain/document.h"
#include "domain/person.h"
#include "domain/system.h"
#include "domain/unit.h"
#include "schema/lint.h"

namespace lisa {

inline constexpr const Entity* kCatalog[] = {&kUnit, &kPerson, &kAssignment, &kDocument, &kSection, &kAsset, &kSystem, &kAssetSystem};
static_assert(lint(kCatalog));

/// A number that changes whenever a name or a type in the catalogue does. Both ends of the wire compare it.
constexpr std::uint64_t catalog_hash() {
    std::uint64_t hash = 14695981039346656037ull;
    const auto mix = [&](std::string_view text) {
        for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
        hash = (hash ^ 0xFFu) * 1099511628211ull;
    };
    for (const Entity* entity : kCatalog) {
        mix(entity->name);
        for (const Field& field : entity->fields) {
            mix(field.name);
            hash = (hash ^ static_cast<std::uint64_t>(field.type)) * 1099511628211ull;
            for (std::string_view option : field.options) mix(option);
        }
    }
    return hash;
}

}  // namespace lisa
