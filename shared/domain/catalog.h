#pragma once
// The one list of registers. What stands here has a table, forms, lists, search, history, rights and tests.
#include "domain/acknowledgement.h"
#include "domain/agreement.h"
#include "domain/asset.h"
#include "domain/asset_system.h"
#include "domain/assignment.h"
#include "domain/attachment.h"
#include "domain/authority_channel.h"
#include "domain/breach.h"
#include "domain/classification.h"
#include "domain/consequence_level.h"
#include "domain/control.h"
#include "domain/control_plan.h"
#include "domain/control_point.h"
#include "domain/control_result.h"
#include "domain/document.h"
#include "domain/dpia.h"
#include "domain/duty_judgement.h"
#include "domain/event.h"
#include "domain/event_entry.h"
#include "domain/event_link.h"
#include "domain/evidence.h"
#include "domain/exercise.h"
#include "domain/handling_rule.h"
#include "domain/information_type.h"
#include "domain/measure.h"
#include "domain/notification.h"
#include "domain/objective.h"
#include "domain/person.h"
#include "domain/policy_exception.h"
#include "domain/privacy_check.h"
#include "domain/privacy_request.h"
#include "domain/processing.h"
#include "domain/processing_data.h"
#include "domain/registration.h"
#include "domain/requirement.h"
#include "domain/requirement_status.h"
#include "domain/risk.h"
#include "domain/risk_analysis.h"
#include "domain/risk_matrix.h"
#include "domain/saved_view.h"
#include "domain/scenario.h"
#include "domain/section_link.h"
#include "domain/supplier.h"
#include "domain/system.h"
#include "domain/task.h"
#include "domain/threshold.h"
#include "domain/unit.h"

namespace lisa {

inline constexpr const Entity* kCatalog[] = {
    &kUnit,
    &kPerson,
    &kAssignment,
    &kDocument,
    &kSection,
    &kAcknowledgement,
    &kSectionLink,
    &kDutyJudgement,
    &kTask,
    &kObjective,
    &kPolicyException,
    &kSupplier,
    &kSystem,
    &kAgreement,
    &kInformationType,
    &kAsset,
    &kAssetSystem,
    &kClassification,
    &kRequirement,
    &kRequirementStatus,
    &kControl,
    &kEvidence,
    &kScenario,
    &kRiskMatrix,
    &kRiskAnalysis,
    &kRisk,
    &kEvent,
    &kEventLink,
    &kEventEntry,
    &kExercise,
    &kControlPlan,
    &kControlPoint,
    &kControlResult,
    &kMeasure,
    &kNotification,
    &kRegistration,
    &kProcessing,
    &kProcessingData,
    &kDpia,
    &kBreach,
    &kPrivacyRequest,
    &kPrivacyCheck,
    &kHandlingRule,
    &kThreshold,
    &kAuthorityChannel,
    &kConsequenceLevel,
    &kSavedView,
    &kAttachment,
};

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
