#include "figures/figure.h"

#include <algorithm>

#include "domain/catalog.h"
#include "domain/handover.h"

namespace lisa {
namespace {

constexpr std::string_view kUnknown = "-", kRest = "rest";

std::optional<std::int64_t> value_of(const Reading& reading, std::vector<std::int64_t> minutes) {
    switch (reading.figure->kind) {
        case FigureKind::count: return static_cast<std::int64_t>(reading.part());
        case FigureKind::share:
            if (reading.whole() == 0) return std::nullopt;
            return static_cast<std::int64_t>(reading.part() * 100 / reading.whole());
        case FigureKind::time: return median(std::move(minutes));
    }
    return std::nullopt;
}

bool answers_for(const std::string& person, const Record& record) {
    if (record.entity == &kPerson && record.id == person) return true;
    const std::span<const Field> fields = record.entity->fields;
    return std::any_of(fields.begin(), fields.end(),
                       [&](const Field& field) { return is_handed_over(*record.entity, field) && record.text(field.name) == person; });
}

/// Ids that are in `a` and not in `b`, both sorted.
std::vector<std::string> less(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    std::vector<std::string> out;
    std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
    return out;
}

/// Whether the person reads all that the figure looks at over these places.
bool sees_at_places(const Figure& figure, const Actor& who, const Places& places) {
    const auto may_read_all = [&](const Entity* entity) { return allowed(who, Right::read, *entity, places); };
    if (!may_read_all(figure.entity) || !std::all_of(figure.rests_on.begin(), figure.rests_on.end(), may_read_all)) return false;
    const Field* field = find_field(*figure.entity, figure.field);
    return !field || clearance_over(who, places) >= field->seen_from;
}

}  // namespace

const Figure* find_figure(std::string_view key) {
    const auto all = figures();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Figure& one) { return one.key == key; });
    return found == all.end() ? nullptr : &*found;
}

bool is_in(const Scope& scope, const Record& record, const Basis& basis) {
    if (!scope.person.empty() && !answers_for(scope.person, record)) return false;
    if (scope.unit.empty()) return true;
    const Places& places = basis.places(record);
    return std::find(places.begin(), places.end(), scope.unit) != places.end();
}

Reading evaluate(const Figure& figure, const Basis& basis, const Scope& scope) {
    Reading reading{.figure = &figure};
    std::vector<std::int64_t> minutes;
    std::map<std::string, std::vector<std::string>> slices;
    for (const Record* record : basis.rows(*figure.entity)) {
        const Tally verdict = figure.judge(*record, basis);
        if (record->removed || !verdict.is_counted || !is_in(scope, *record, basis)) continue;
        (verdict.is_hit ? reading.rows : reading.rest).push_back(record->id);
        if (!verdict.is_hit) continue;
        if (figure.kind == FigureKind::time) minutes.push_back(verdict.minutes);
        if (!figure.slices.empty()) slices[verdict.slice].push_back(record->id);
    }
    std::sort(reading.rows.begin(), reading.rows.end());
    std::sort(reading.rest.begin(), reading.rest.end());
    for (auto& [name, rows] : slices) {
        std::sort(rows.begin(), rows.end());
        reading.slices.push_back({name, std::move(rows)});
    }
    reading.value = value_of(reading, std::move(minutes));
    return reading;
}

std::string_view part_of(const Slice& slice) { return slice.name.empty() ? kUnknown : std::string_view(slice.name); }

std::vector<std::string> rows_of(const Reading& reading, std::string_view part) {
    if (part.empty()) return reading.rows;
    if (part == kRest) return reading.rest;
    for (const Slice& slice : reading.slices)
        if (part_of(slice) == part) return slice.rows;
    return {};
}

Difference change_since(const Reading& before, const Reading& now) {
    Difference change{.came = less(now.rows, before.rows), .went = less(before.rows, now.rows)};
    if (!before.value || !now.value) return change;
    change.by = *now.value - *before.value;
    if (*change.by == 0) return change;
    using Way = Difference::Way;
    const Better better = now.figure->better;
    if (better == Better::neither) change.way = Way::other;
    else change.way = (*change.by > 0) == (better == Better::more) ? Way::better : Way::worse;
    return change;
}

Sight sight_of(const Figure& figure, const Scope& scope, const Actor& who, const Basis& basis) {
    if (!allowed_somewhere(who, Right::read, *figure.entity)) return Sight::none;
    if (!scope.person.empty()) return Sight::whole;
    bool is_whole = true;
    for (const Record* unit : basis.rows(kUnit)) {
        const bool is_top = scope.unit.empty() ? unit->text(kUnit.place).empty() : unit->id == scope.unit;
        if (is_top && !sees_at_places(figure, who, basis.places(*unit))) is_whole = false;
    }
    return is_whole ? Sight::whole : Sight::part;
}

}  // namespace lisa
