#include "insight/completeness.h"

#include <algorithm>

#include "domain/asset.h"
#include "domain/system.h"
#include "i18n/words.h"
#include "insight/parts.h"

namespace lisa {
namespace {

struct WantedFrom {
    const Entity* entity;
    std::string_view aspect;
    std::int64_t level;
    std::string_view field;
};

// From "considerable" on, whoever is asked must be able to say by which law, where, for how long, and how soon it is back.
constexpr WantedFrom kWantedFrom[] = {
    {&kAsset, "confidentiality", 2, "legal_basis"},        {&kAsset, "confidentiality", 2, "secrecy"},
    {&kAsset, "confidentiality", 2, "kept_where"},         {&kAsset, "integrity", 2, "retention"},
    {&kAsset, "availability", 2, "recovery_time_hours"},   {&kAsset, "availability", 2, "longest_outage_hours"},
    {&kSystem, "confidentiality", 2, "sign_in"},           {&kSystem, "integrity", 2, "backup"},
    {&kSystem, "integrity", 2, "restore_tested_on"},       {&kSystem, "availability", 2, "recovery_time_hours"},
    {&kSystem, "availability", 2, "recovery_point_hours"}, {&kSystem, "availability", 2, "manual_routine"},
};

/// Whether every record of the register should have something in the field.
bool is_wanted(const Record& record, std::size_t index) {
    const Field& field = record.entity->fields[index];
    return (field.required || field.listed) && !field.retired && !field.computed && field.type != Type::boolean && !record.is_hidden(index);
}

std::optional<std::int64_t> level_of(const Levels& levels, std::string_view aspect) {
    return aspect == "confidentiality" ? levels.confidentiality : aspect == "integrity" ? levels.integrity : levels.availability;
}

/// Whether the class asks for what the row says, of this record, to somebody who sees it.
bool asks(const WantedFrom& row, const Record& record, const Levels& levels) {
    const auto level = level_of(levels, row.aspect);
    return row.entity == record.entity && level && *level >= row.level && !record.is_hidden(position(*record.entity, row.field));
}

std::vector<std::string> missing_always(const Record& record) {
    std::vector<std::string> missing;
    for (std::size_t i = 0; i < record.values.size(); ++i)
        if (is_wanted(record, i) && is_blank(record.values[i])) missing.push_back(std::string(record.entity->fields[i].name));
    return missing;
}

}  // namespace

Levels own_levels(const Record& record) {
    const auto level = [&](std::string_view field) -> std::optional<std::int64_t> {
        const std::size_t at = position(*record.entity, field);
        const auto* number = at == kNoField ? nullptr : std::get_if<std::int64_t>(&record.values[at]);
        return number ? std::optional(*number) : std::nullopt;
    };
    return {level("confidentiality"), level("integrity"), level("availability"), level("traceability")};
}

std::vector<LackingAt> lacking_at(const Record& record, const Levels& levels) {
    std::vector<LackingAt> lacking;
    for (const WantedFrom& row : kWantedFrom) {
        if (!asks(row, record, levels) || !is_blank(record.values[position(*record.entity, row.field)])) continue;
        if (lacking.empty() || lacking.back().aspect != row.aspect) lacking.push_back({row.aspect, *level_of(levels, row.aspect), {}});
        lacking.back().fields.emplace_back(row.field);
    }
    return lacking;
}

std::vector<std::string> missing_fields(const Record& record, const Levels& levels) {
    std::vector<std::string> missing = missing_always(record);
    for (const LackingAt& lacking : lacking_at(record, levels)) missing.insert(missing.end(), lacking.fields.begin(), lacking.fields.end());
    return missing;
}

Completeness completeness_of(const Record& record, const Levels& levels) {
    Completeness found;
    for (std::size_t i = 0; i < record.values.size(); ++i) found.wanted += is_wanted(record, i);
    found.wanted +=
        static_cast<int>(std::count_if(std::begin(kWantedFrom), std::end(kWantedFrom), [&](const WantedFrom& row) { return asks(row, record, levels); }));
    found.filled = found.wanted - static_cast<int>(missing_fields(record, levels).size());
    return found;
}

void add_missing(const Record& record, const Levels& levels, const Around& around, Insight& insight) {
    const auto say_missing = [&](const std::vector<std::string>& fields) {
        return fill(around.words("insight.missing"), {{"fields", field_list(around, *record.entity, fields)}});
    };
    if (const auto missing = missing_always(record); !missing.empty()) insight.remarks.push_back(say_missing(missing));
    for (const LackingAt& lacking : lacking_at(record, levels))
        insight.remarks.push_back(field_words(around, *record.entity, lacking.aspect) + " " + level_text(around, "level", lacking.level) + ". " +
                                  say_missing(lacking.fields));
}

}  // namespace lisa
