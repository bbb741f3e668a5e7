#pragma once
// The guided classification of one information asset (K1): who would be harmed how much, per aspect, and why. It is kept
// with who took part and when, so that the next one (K5) can follow the reasoning, also after a workshop (K6).
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "domain/asset.h"
#include "schema/lookup.h"

namespace lisa {
namespace detail {

inline constexpr std::string_view kClassificationStates[] = {"draft", "proposed", "decided", "withdrawn"};
inline constexpr std::string_view kClassificationReasons[] = {"first", "yearly", "changed_content", "incident", "other"};
inline constexpr Roles kClassifiers = Role::information_owner | Role::privacy_administrator | Role::coordinator | Role::system_owner;
inline constexpr Roles kClassificationDeciders = Role::information_owner | Role::coordinator;

/// The level of an aspect is the highest harm that is filled in.
void derive_classification(Record&, Lookup&);
/// The gate of security protection; what is decided has levels, motives and a day, and stays as it was decided until it is
/// withdrawn: after that day only the notes and the day of review go on.
void check_classification(const Situation&, std::vector<Problem>&);

/// A harm, 0 to 3: none or negligible, moderate, considerable, serious. None is required: a workshop fills in one at a time.
/// Where the municipality's scale has a fourth level it can be chosen, and the gate of security protection refuses it.
constexpr Field classification_harm(std::string_view name) {
    return {.name = name, .type = Type::integer, .max = 4, .scale = "level", .merge = Merge::guarded};
}
/// The highest of the harms, which opens the group of its aspect.
constexpr Field classification_level(std::string_view name) {
    return {.name = name, .type = Type::integer, .group = name, .max = 4, .scale = "level", .computed = true, .listed = true};
}
constexpr Field classification_motive(std::string_view name) {
    return {.name = name, .type = Type::prose, .max = 4000, .merge = Merge::guarded, .seen_from = Clearance::internal};
}

inline constexpr Field kClassificationFields[] = {
    {.name = "asset", .type = Type::ref, .group = "basics", .required = true, .ref = "asset", .listed = true},
    {.name = "status", .type = Type::choice, .options = kClassificationStates, .merge = Merge::guarded, .listed = true},
    {.name = "reason_for_review", .type = Type::choice, .options = kClassificationReasons},
    {.name = "held_on", .type = Type::date, .merge = Merge::guarded, .listed = true},
    {.name = "participants", .type = Type::set, .searched = true},
    // What concerns Sweden's security is never classified here (K8): see security_gate().
    {.name = "is_security_protected", .type = Type::boolean, .merge = Merge::guarded},
    classification_level("confidentiality"),
    classification_harm("confidentiality_individual"),
    classification_harm("confidentiality_operations"),
    classification_harm("confidentiality_economy"),
    classification_harm("confidentiality_law"),
    classification_harm("confidentiality_trust"),
    classification_motive("confidentiality_motive"),
    classification_level("integrity"),
    classification_harm("integrity_individual"),
    classification_harm("integrity_operations"),
    classification_harm("integrity_economy"),
    classification_harm("integrity_law"),
    classification_harm("integrity_trust"),
    classification_motive("integrity_motive"),
    classification_level("availability"),
    classification_harm("availability_individual"),
    classification_harm("availability_operations"),
    classification_harm("availability_economy"),
    classification_harm("availability_law"),
    classification_harm("availability_trust"),
    classification_motive("availability_motive"),
    {.name = "traceability_level", .type = Type::integer, .group = "traceability", .max = 4, .scale = "level", .merge = Merge::guarded},
    classification_motive("traceability_motive"),
    {.name = "decided_by", .type = Type::ref, .group = "decision", .ref = "person", .merge = Merge::guarded},
    {.name = "decided_on", .type = Type::date, .merge = Merge::guarded},
    {.name = "review_on", .type = Type::date, .merge = Merge::guarded, .listed = true},
    {.name = "notes", .type = Type::notes, .group = "notes", .seen_from = Clearance::internal},
};
inline constexpr std::string_view kClassificationTitle[] = {"asset", "held_on"};
inline constexpr Step kClassificationSteps[] = {
    {.name = "propose", .from = "draft", .to = "proposed", .who = kClassifiers},
    {.name = "send_back", .from = "proposed", .to = "draft", .who = kClassifiers},
    {.name = "decide", .from = "proposed", .to = "decided", .who = kClassificationDeciders},
    {.name = "withdraw", .from = "decided", .to = "withdrawn", .who = kClassificationDeciders},
};

}  // namespace detail

inline constexpr Entity kClassification{
    .name = "classification",
    .icon = "scale",
    .fields = detail::kClassificationFields,
    .title = detail::kClassificationTitle,
    .place = "asset",
    .access = {.read = {.within = kStaff},
               .create = {.within = detail::kClassifiers},
               .update = {.within = detail::kClassifiers},
               .remove = {.within = detail::kClassificationDeciders}},
    .state = "status",
    .steps = detail::kClassificationSteps,
    .derive = detail::derive_classification,
    .check = detail::check_classification,
};

namespace classification {

/// Whom or what a disclosure, an error or an outage harms.
inline constexpr std::string_view kHarms[] = {"individual", "operations", "economy", "law", "trust"};

/// The fields of one aspect; `harms` in the order of kHarms.
struct Aspect {
    std::string_view name;
    Key<std::int64_t> level;
    std::array<Key<std::int64_t>, 5> harms;
    Key<std::string> motive;
};
inline constexpr Aspect kAspects[] = {
    {"confidentiality",
     key<std::int64_t>(kClassification, "confidentiality"),
     {key<std::int64_t>(kClassification, "confidentiality_individual"), key<std::int64_t>(kClassification, "confidentiality_operations"),
      key<std::int64_t>(kClassification, "confidentiality_economy"), key<std::int64_t>(kClassification, "confidentiality_law"),
      key<std::int64_t>(kClassification, "confidentiality_trust")},
     key<std::string>(kClassification, "confidentiality_motive")},
    {"integrity",
     key<std::int64_t>(kClassification, "integrity"),
     {key<std::int64_t>(kClassification, "integrity_individual"), key<std::int64_t>(kClassification, "integrity_operations"),
      key<std::int64_t>(kClassification, "integrity_economy"), key<std::int64_t>(kClassification, "integrity_law"),
      key<std::int64_t>(kClassification, "integrity_trust")},
     key<std::string>(kClassification, "integrity_motive")},
    {"availability",
     key<std::int64_t>(kClassification, "availability"),
     {key<std::int64_t>(kClassification, "availability_individual"), key<std::int64_t>(kClassification, "availability_operations"),
      key<std::int64_t>(kClassification, "availability_economy"), key<std::int64_t>(kClassification, "availability_law"),
      key<std::int64_t>(kClassification, "availability_trust")},
     key<std::string>(kClassification, "availability_motive")},
};
inline constexpr auto status = key<std::string>(kClassification, "status");
inline constexpr auto asset = key<std::string>(kClassification, "asset");
inline constexpr auto held_on = key<std::string>(kClassification, "held_on");
inline constexpr auto is_security_protected = key<bool>(kClassification, "is_security_protected");
inline constexpr auto traceability_level = key<std::int64_t>(kClassification, "traceability_level");
inline constexpr auto traceability_motive = key<std::string>(kClassification, "traceability_motive");

/// Whether it is still being worked on: a draft or a proposal.
bool is_open(const Record& classification);

}  // namespace classification

/// The number of a field; nothing where it is blank.
std::optional<std::int64_t> level_of(const Record& record, Key<std::int64_t> field);

/// Why an aspect got its level: "Confidentiality 2, because the harm to the individual is considerable".
struct Explanation {
    std::string_view aspect{};                ///< "confidentiality"; the words are field.classification.ASPECT
    std::optional<std::int64_t> level{};      ///< blank when no harm is filled in
    std::vector<std::string_view> because{};  ///< every harm that reached the level, in the order of kHarms; the words are harm.NAME
};

/// The three aspects in order, with what gave each its level.
std::vector<Explanation> explain(const Record& classification);

/// Names of the fields without which a classification must not be decided: a harm and a motive per aspect, and the day it
/// was held. Where no harm of an aspect is filled in, the aspect itself is named. `is_security_protected` is named when
/// it is set, since nobody decides that in Lisa. Withheld fields are not judged.
std::vector<std::string> missing_for_decision(const Record& classification);

/// The gate of security protection (K8). Problems beside the fields: a level above 3 means security protection and may not
/// stand here, and once `is_security_protected` is set nothing about the information may. Empty: the gate is open.
/// A record that is only flagged passes, so that it can be said that the matter is handled outside Lisa.
std::vector<Problem> security_gate(const Record& classification);

/// Whether an asset has a level of each aspect.
bool is_classified(const Record& asset);

/// Whether an asset needs to be classified on a day: an aspect has no level, the review has passed, or, where no review is
/// set, a year has gone since the last. What is removed or disposed of needs nothing.
bool is_due(const Record& asset, std::string_view today);

/// Whether an asset carries other levels than a classification says. An aspect that the classification leaves blank says nothing.
bool differs(const Record& asset, const Record& classification);

}  // namespace lisa
