#include "insight/insight.h"

#include "domain/catalog.h"
#include "i18n/catalog_words.h"
#include "insight/completeness.h"
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
    {&kControlPlan, control_plan_insight},
    {&kControlPoint, control_point_insight},
    {&kControlResult, control_result_insight},
    {&kTask, task_insight},
    {&kPolicyException, exception_insight},
    {&kObjective, objective_insight},
    {&kProcessing, processing_insight},
    {&kEvent, event_insight},
    {&kNotification, notification_insight},
    {&kBreach, breach_insight},
    {&kRegistration, registration_insight},
    {&kPrivacyCheck, privacy_check_insight},
    {&kUnit, unit_insight},
    {&kPerson, person_insight},
    {&kDocument, document_insight},
};

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

bool sees_all(const Around& around, const Entity& entity) {
    bool has_root = false;
    for (const Record* unit : around.rows(kUnit)) {
        if (!unit->text("parent").empty()) continue;
        if (!allowed(around.who, Right::read, entity, {unit->id})) return false;
        has_root = true;
    }
    return has_root;
}

bool sees_at(const Around& around, const Entity& entity, const Record& record) {
    const auto places = places_of(record, around.reader.lookup);
    return places && allowed(around.who, Right::read, entity, *places);
}

Insight insight_of(const Record& record, const Around& around) {
    Insight insight;
    if (is_own(record, around.who)) {
        const auto places = places_of(record, around.reader.lookup);
        if (!places || !allowed(around.who, Right::read, *record.entity, *places)) return insight;
    }
    for (const Part& part : kParts)
        if (part.entity == record.entity) part.work_out(record, around, insight);
    // What a system needs follows from the class of the information in it.
    if (record.rev > 0) add_missing(record, record.entity == &kSystem ? class_of_system(record, around).levels() : own_levels(record), around, insight);
    return insight;
}

}  // namespace lisa
