#include "app/importing.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "app/undo.h"
#include "core/date.h"
#include "domain/catalog.h"
#include "import/classes.h"
#include "import/encoding.h"
#include "import/names.h"
#include "import/words.h"
#include "report/show.h"

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

/// Why a record has the class that the rows give it.
std::string level_motive(const Importing& importing, Language language, const std::string& now) {
    const std::string_view words = say(language, importing.file.empty() ? "rows.level_motive_pasted"_tr : "rows.level_motive"_tr);
    return fill(words, {{"file", importing.file}, {"date", swedish_date(now)}});
}

/// The words of the column with the state. There are few of them; a column with many is about something else.
std::vector<Importing::StateWord> state_words(const Importing& importing, const ImportSource& source) {
    constexpr std::size_t kMost = 30;
    std::vector<Importing::StateWord> words;
    const std::size_t state = position(*importing.entity, importing.entity->state), column = column_of(importing.mapping, state);
    if (state == kNoField || column == kNoField) return words;
    CellReader reader(*importing.entity, source);
    std::set<std::string> seen;
    for (const TableRow& row : importing.table->rows) {
        const std::string_view text = neat(row.cells[column]);
        if (text.empty() || is_withheld_mark(text) || !seen.insert(likeness(text)).second) continue;
        if (words.size() == kMost) break;
        const auto told = importing.mapping.states.find(likeness(text));
        const CellValue read = reader.read(state, text);
        const auto* option = std::get_if<std::string>(&read.value);
        if (told != importing.mapping.states.end()) words.push_back({std::string(text), told->second, true});
        else words.push_back({std::string(text), option ? *option : std::string{}, option != nullptr});
    }
    return words;
}

std::vector<Importing::Way> ways_of(const Matching& matching) {
    std::vector<Importing::Way> ways;
    for (const MatchedRow& row : matching.rows) {
        if (row.steps.empty()) continue;
        const bool is_new = row.fate == RowFate::create;
        const auto same = std::find_if(ways.begin(), ways.end(),
                                       [&](const Importing::Way& way) { return way.is_new == is_new && way.from == row.from && way.state == row.state; });
        if (same != ways.end()) ++same->count;
        else ways.push_back({is_new, row.from, row.state, row.steps, 1});
    }
    return ways;
}

bool is_same(const std::vector<MatchedRow>& one, const std::vector<MatchedRow>& other) {
    const auto facts = [](const MatchedRow& row) { return std::tie(row.line, row.fate, row.record, row.base, row.patch, row.from, row.state, row.problems); };
    return std::equal(one.begin(), one.end(), other.begin(), other.end(), [&](const MatchedRow& a, const MatchedRow& b) { return facts(a) == facts(b); });
}

/// How many rows write the motive of their class.
std::size_t given_classes(const Matching& matching, const std::string& motive) {
    return static_cast<std::size_t>(std::count_if(matching.rows.begin(), matching.rows.end(), [&](const MatchedRow& row) {
        return std::any_of(row.patch.begin(), row.patch.end(), [&](const auto& one) { return one.second == Edit{Value{motive}}; });
    }));
}

}  // namespace

void read_rows(Importing& importing, std::string_view bytes, std::string file) {
    importing.file = std::move(file);
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
    if (position(*importing.entity, "confidentiality") != kNoField) part_classes(*table);
    importing.mapping = suggest(*table, *importing.entity);
    importing.table = std::move(*table);
    importing.key.clear();
    for (std::string_view name : {"staff_id", "reference", "code", "number", "name"}) {
        const std::size_t at = position(*importing.entity, name), column = at == kNoField ? kNoField : column_of(importing.mapping, at);
        if (column == kNoField) continue;
        const bool is_in_every_row =
            std::all_of(importing.table->rows.begin(), importing.table->rows.end(), [&](const TableRow& row) { return !neat(row.cells[column]).empty(); });
        if (importing.key.empty() || is_in_every_row) importing.key = std::string(name);
        if (is_in_every_row) break;
    }
}

const Matching& matching_of(Importing& importing, Replica& replica, Language language, const std::string& now) {
    if (!importing.is_stale && importing.matching && importing.version == replica.version()) return *importing.matching;
    const Reader reader{replica, language};
    put_place(importing);
    importing.mapping.level_motive = level_motive(importing, language, now);
    const NameIndex names = names_in(replica, *importing.entity, reader);
    const ImportSource source{kCatalog, [&](const Entity& entity, std::string_view text) { return names.find(entity, text); }, &replica};
    const Preview rows = preview(*importing.table, importing.mapping, *importing.entity, source);
    const std::vector<const Record*> existing = replica.rows(*importing.entity);
    const std::size_t key = importing.key.empty() ? kNoField : position(*importing.entity, importing.key);
    Matching fresh = match(rows, existing, {.key = key, .left_out = importing.left_out});
    const bool is_stale = std::exchange(importing.is_stale, false);
    importing.version = replica.version();
    if (!is_stale && importing.matching && is_same(fresh.rows, importing.matched)) {
        importing.matching->leavers = std::move(fresh.leavers);  // they point at records that may have been read anew
        return *importing.matching;
    }
    importing.matched = fresh.rows;
    importing.matching = std::move(fresh);
    find_ways(*importing.matching, rows, replica, replica.who(), {now});
    importing.words = state_words(importing, source);
    importing.ways = ways_of(*importing.matching);
    importing.given_classes = given_classes(*importing.matching, importing.mapping.level_motive);
    importing.can_go_back = can_go_back(to_changes(*importing.matching, {{}, [] { return std::string{}; }}), replica);
    return *importing.matching;
}

}  // namespace lisa::app
