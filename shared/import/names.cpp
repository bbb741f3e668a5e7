#include "import/names.h"

#include <algorithm>

#include "import/words.h"

namespace lisa {
namespace {

constexpr std::string_view kNaming[] = {"reference", "code", "short_name", "number", "email", "username", "staff_id", "organisation_number"};

std::string place_of(const Entity& entity, std::string_view name) { return std::string(entity.name) + '\n' + std::string(name); }

}  // namespace

std::vector<std::string> names_of(const Record& record, std::string_view title) {
    std::vector<std::string> names;
    const auto add = [&](std::string_view text) {
        std::string name = likeness(text);
        if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    };
    add(title);
    const std::string given = record.text("given_name"), family = record.text("family_name");
    if (!given.empty() && !family.empty()) {
        add(given + ' ' + family);
        add(family + ' ' + given);
        add(family + ", " + given);
    }
    for (std::string_view field : kNaming) {
        const std::size_t at = position(*record.entity, field);
        if (at != kNoField && record.entity->fields[at].type == Type::text && !record.is_hidden(at)) add(record.text(field));
    }
    return names;
}

void NameIndex::add(const Record& record, const Reader& reader) {
    if (record.removed) return;
    std::vector<std::string> names = names_of(record, title_of(record, reader));
    names.push_back(record.id);
    for (const std::string& name : names) {
        auto& ids = m_ids[place_of(*record.entity, name)];
        if (std::find(ids.begin(), ids.end(), record.id) == ids.end()) ids.push_back(record.id);
    }
}

std::vector<std::string> NameIndex::find(const Entity& entity, std::string_view text) const {
    const auto found = m_ids.find(place_of(entity, likeness(text)));
    return found == m_ids.end() ? std::vector<std::string>{} : found->second;
}

}  // namespace lisa
