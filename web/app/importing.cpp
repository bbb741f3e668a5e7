#include "app/importing.h"

#include <algorithm>

#include "domain/catalog.h"
#include "import/encoding.h"
#include "import/names.h"

namespace lisa::app {
namespace {

/// Everything that rows may refer to by name.
NameIndex names_in(const Replica& replica, const Entity& entity, const Reader& reader) {
    NameIndex names;
    std::set<std::string_view> seen;
    for (const Field& field : entity.fields) {
        if (field.ref.empty() || !seen.insert(field.ref).second) continue;
        for (const Record* record : replica.rows(*find_entity(kCatalog, field.ref))) names.add(*record, reader);
    }
    return names;
}

/// The place that new records get when the file has no column for it.
void put_place(Importing& importing) {
    const std::size_t place = position(*importing.entity, importing.entity->place);
    std::erase_if(importing.mapping.defaults, [&](const auto& one) { return one.first == place; });
    if (!importing.unit.empty() && column_of(importing.mapping, place) == kNoField) importing.mapping.defaults.push_back({place, Value{importing.unit}});
}

}  // namespace

void read_rows(Importing& importing, std::string_view bytes) {
    importing.table.reset();
    importing.matching.reset();
    importing.left_out.clear();
    importing.problem.clear();
    importing.is_stale = true;
    const auto fail = [&](const Error& error) { importing.problem = error.problems.empty() ? "problem.broken" : error.problems.front().message; };
    auto text = to_utf8(bytes);
    if (!text) return fail(text.error());
    auto table = read_table(*text);
    if (!table) return fail(table.error());
    importing.mapping = suggest(*table, *importing.entity);
    importing.table = std::move(*table);
    importing.key.clear();
    for (std::string_view name : {"staff_id", "reference", "code", "number", "name"}) {
        const std::size_t at = position(*importing.entity, name);
        if (at == kNoField || column_of(importing.mapping, at) == kNoField) continue;
        importing.key = std::string(name);
        break;
    }
}

const Matching& matching_of(Importing& importing, Replica& replica, Language language) {
    if (!importing.is_stale && importing.matching && importing.version == replica.version()) return *importing.matching;
    const Reader reader{replica, language};
    put_place(importing);
    const NameIndex names = names_in(replica, *importing.entity, reader);
    const ImportSource source{kCatalog, [&](const Entity& entity, std::string_view text) { return names.find(entity, text); }, &replica};
    const Preview rows = preview(*importing.table, importing.mapping, *importing.entity, source);
    const std::vector<const Record*> existing = replica.rows(*importing.entity);
    const std::size_t key = importing.key.empty() ? kNoField : position(*importing.entity, importing.key);
    importing.matching = match(rows, existing, {.key = key, .left_out = importing.left_out});
    importing.version = replica.version();
    importing.is_stale = false;
    return *importing.matching;
}

}  // namespace lisa::app
