#include "domain/catalog.h"
#include "figures/rules.h"

namespace lisa {
namespace figure {
namespace {

using enum FigureArea;
using enum FigureKind;

constexpr const Entity* kMatrixToo[] = {&kRiskAnalysis};
constexpr const Entity* kMeasuresToo[] = {&kMeasure};
constexpr const Entity* kDataToo[] = {&kProcessingData};
constexpr const Entity* kAssessmentsToo[] = {&kDpia};
constexpr const Entity* kAgreementsToo[] = {&kAgreement};
constexpr const Entity* kConfirmationsToo[] = {&kAcknowledgement};
constexpr const Entity* kClassesToo[] = {&kAssetSystem};
constexpr const Entity* kStatusesToo[] = {&kRequirementStatus, &kAssetSystem};

constexpr Figure kFigures[] = {
    {"assets_classified", classification, share, Better::more, &kAsset, assets_classified},
    {"assets_due", classification, count, Better::less, &kAsset, assets_due},
    {"assets_without_owner", classification, count, Better::less, &kAsset, assets_without_owner},
    {"systems_without_owner", classification, count, Better::less, &kSystem, systems_without_owner},
    {"systems_to_review", classification, count, Better::less, &kSystem, systems_to_review},

    {"risks_unhandled", risk, count, Better::less, &kRisk, risks_unhandled, {}, kMeasuresToo, "residual_level"},
    {"risks_to_decide", risk, count, Better::less, &kRisk, risks_to_decide, {}, kMatrixToo, "residual_level"},
    {"risks_open", risk, count, Better::neither, &kRisk, risks_open, "risk_level", {}, "residual_level"},
    {"risks_accepted", risk, count, Better::neither, &kRisk, risks_accepted, {}, {}, "residual_level"},
    {"risks_to_review", risk, count, Better::less, &kRisk, risks_to_review},

    {"measures_overdue", measures, count, Better::less, &kMeasure, measures_overdue},
    {.key = "measures_in_time", .area = measures, .kind = share, .better = Better::more, .entity = &kMeasure, .judge = measures_in_time, .is_periodic = true},
    {"measures_open", measures, count, Better::neither, &kMeasure, measures_open},
    {"tasks_overdue", measures, count, Better::less, &kTask, tasks_overdue},

    {"events_open", incidents, count, Better::less, &kEvent, events_open, "option.event.severity"},
    {.key = "events_found", .area = incidents, .kind = count, .entity = &kEvent, .judge = events_found, .slices = "option.event.kind", .is_periodic = true},
    {.key = "time_to_report", .area = incidents, .kind = time, .better = Better::less, .entity = &kEvent, .judge = time_to_report, .is_periodic = true},
    {.key = "time_to_close", .area = incidents, .kind = time, .better = Better::less, .entity = &kEvent, .judge = time_to_close, .is_periodic = true},
    {.key = "time_to_tell", .area = incidents, .kind = time, .better = Better::less, .entity = &kNotification, .judge = time_to_tell, .is_periodic = true},
    {.key = "notices_in_time", .area = incidents, .kind = share, .better = Better::more, .entity = &kNotification, .judge = told_in_time, .is_periodic = true},

    {"processings_complete", personal_data, share, Better::more, &kProcessing, processings_complete, {}, kDataToo},
    {.key = "breaches_found", .area = personal_data, .kind = count, .entity = &kBreach, .judge = breaches_found, .is_periodic = true},
    {.key = "breaches_in_time", .area = personal_data, .kind = share, .better = Better::more, .entity = &kBreach, .judge = told_in_time, .is_periodic = true},
    {.key = "requests_in_time",
     .area = personal_data,
     .kind = share,
     .better = Better::more,
     .entity = &kPrivacyRequest,
     .judge = requests_in_time,
     .is_periodic = true},
    {"assessments_missing", personal_data, count, Better::less, &kProcessing, assessments_missing, {}, kAssessmentsToo},
    {"agreements_missing", personal_data, count, Better::less, &kSystem, agreements_missing, {}, kAgreementsToo},

    {"instructions_confirmed", training, share, Better::more, &kPerson, instructions_confirmed, {}, kConfirmationsToo, "ends_on"},

    {"units_lacking_roles", roles, count, Better::less, &kUnit, units_lacking_roles},
    {"seats_vacant", roles, count, Better::less, &kAssignment, seats_vacant},

    {"requirements_met", requirements, share, Better::more, &kRequirementStatus, requirements_met, {}, kClassesToo, "status"},
    {"systems_assessed", requirements, share, Better::more, &kSystem, systems_assessed, {}, kStatusesToo},
    {"controls_in_place", requirements, share, Better::more, &kControl, controls_in_place, {}, {}, "status"},
    {"exceptions_expired", requirements, count, Better::less, &kPolicyException, exceptions_expired},
};

}  // namespace
}  // namespace figure

std::span<const Figure> figures() { return figure::kFigures; }

}  // namespace lisa
