#include "insight/insight.h"

#include "domain/catalog.h"
#include "i18n/catalog_words.h"
#include "insight/parts.h"
#include "report/scale.h"

namespace lisa {
namespace {

struct Part {
    const Entity* entity;
    void (*work_out)(const Record&, const Around&, Insight&);
};

constexpr Part kParts[] = {
    {&kAsset, asset_insight},
    {&kClassification, classification_insight},
    {&kSystem, system_insight},
    {&kRisk, risk_insight},
    {&kRiskAnalysis, analysis_insight},
    {&kRiskMatrix, matrix_insight},
    {&kMeasure, measure_insight},
    {&kControl, control_insight},
    {&kTask, task_insight},
    {&kPolicyException, exception_insight},
    {&kObjective, objective_insight},
    {&kProcessing, processing_insight},
    {&kBreach, breach_insight},
    {&kUnit, unit_insight},
    {&kPerson, person_insight},
    {&kDocument, document_insight},
};

/// Whether a complete record has something in the field.
bool is_wanted(const Record& record, std::size_t index) {
    const Field& field = record.entity->fields[index];
    return (field.required || field.listed) && !field.retired && !field.computed && field.type != Type::boolean && !record.is_hidden(index);
}

}  // namespace

std::string level_text(const Around& around, std::string_view scale, std::int64_t level) { return scale_text(scale, level, around.reader); }

std::string field_words(const Around& around, const Entity& entity, std::string_view field) {
    return around.words(WordKey{"field", entity.name, field}.view());
}

std::string field_list(const Around& around, const Entity& entity, const std::vector<std::string>& fields) {
    std::string text;
    for (const std::string& field : fields) text += (text.empty() ? "" : ", ") + field_words(around, entity, field);
    return text;
}

std::vector<std::string> missing_fields(const Record& record) {
    std::vector<std::string> missing;
    for (std::size_t i = 0; i < record.values.size(); ++i)
        if (is_wanted(record, i) && is_blank(record.values[i])) missing.push_back(std::string(record.entity->fields[i].name));
    return missing;
}

Completeness completeness_of(const Record& record) {
    Completeness found;
    for (std::size_t i = 0; i < record.values.size(); ++i) {
        if (!is_wanted(record, i)) continue;
        ++found.wanted;
        if (!is_blank(record.values[i])) ++found.filled;
    }
    return found;
}

Insight insight_of(const Record& record, const Around& around) {
    Insight insight;
    for (const Part& part : kParts)
        if (part.entity == record.entity) part.work_out(record, around, insight);
    if (const auto missing = missing_fields(record); !missing.empty() && record.rev > 0)
        insight.remarks.push_back(fill(around.words("insight.missing"), {{"fields", field_list(around, *record.entity, missing)}}));
    return insight;
}

}  // namespace lisa
