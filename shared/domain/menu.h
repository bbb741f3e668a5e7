#pragma once
// The navigation: which registers stand under which heading. The words of a heading are "menu.NAME".
#include "domain/catalog.h"

namespace lisa {

struct MenuGroup {
    std::string_view name{};
    std::span<const Entity* const> registers{};
};

namespace detail {

inline constexpr const Entity* kOrganisationMenu[] = {&kUnit, &kPerson, &kAssignment};
inline constexpr const Entity* kSteeringMenu[] = {&kDocument, &kTask, &kObjective, &kControlPlan, &kPolicyException};
inline constexpr const Entity* kInformationMenu[] = {&kAsset, &kClassification, &kSystem, &kAssetSystem, &kSupplier, &kAgreement};
inline constexpr const Entity* kRiskMenu[] = {&kRiskAnalysis, &kRisk, &kMeasure, &kControl, &kEvidence};
inline constexpr const Entity* kEventMenu[] = {&kEvent, &kNotification, &kBreach, &kExercise, &kRegistration};
inline constexpr const Entity* kPrivacyMenu[] = {&kProcessing, &kDpia, &kPrivacyRequest, &kPrivacyCheck};
inline constexpr const Entity* kCatalogueMenu[] = {&kInformationType, &kRequirement, &kScenario,         &kRiskMatrix,
                                                   &kHandlingRule,    &kThreshold,   &kAuthorityChannel, &kConsequenceLevel};

}  // namespace detail

inline constexpr MenuGroup kMenu[] = {
    {"organisation", detail::kOrganisationMenu},
    {"steering", detail::kSteeringMenu},
    {"information", detail::kInformationMenu},
    {"risk", detail::kRiskMenu},
    {"events", detail::kEventMenu},
    {"privacy", detail::kPrivacyMenu},
    {"catalogues", detail::kCatalogueMenu},
};

/// Whether every register of the navigation stands under one heading; catalog.cpp asks while compiling.
consteval bool lint_menu() {
    for (const Entity* entity : kCatalog) {
        int times = 0;
        for (const MenuGroup& group : kMenu)
            for (const Entity* shown : group.registers) times += shown->name == entity->name;
        if (times != (entity->in_menu ? 1 : 0)) schema_error("a register of the navigation must stand under one heading of kMenu");
    }
    return true;
}

}  // namespace lisa
