#pragma once
// Processing of personal data (D1): one row of the record that GDPR article 30 asks of every board and company, as controller
// (30.1) or as processor for another (30.2), with the threshold test that says whether an impact assessment is needed (D2).
#include "schema/record.h"

namespace lisa {

class Lookup;

namespace detail {

inline constexpr std::string_view kProcessingStates[] = {"draft", "in_review", "adopted", "ended"};
/// Article 6.1 a to f.
inline constexpr std::string_view kProcessingBases[] = {"consent", "contract", "legal_obligation", "vital_interest", "public_task", "legitimate_interest"};
/// Article 9.2 a to j.
inline constexpr std::string_view kProcessingExceptions[] = {
    "a_consent",      "b_employment",      "c_vital_interest", "d_association",   "e_made_public",
    "f_legal_claims", "g_public_interest", "h_care",           "i_public_health", "j_archive",
};
inline constexpr std::string_view kDataSubjects[] = {
    "pupils",   "children", "guardians",   "patients", "clients",   "relatives", "employees",  "applicants",
    "citizens", "elected",  "contractors", "visitors", "suppliers", "tenants",   "volunteers",
};
/// From least to most in need of protection, as asset.personal_data has them.
inline constexpr std::string_view kDataKinds[] = {"ordinary", "extra_protected", "special_category", "criminal"};
inline constexpr std::string_view kInformationDuties[] = {"not_assessed", "done", "partly", "not_done", "exempt"};
inline constexpr std::string_view kTransfers[] = {"none", "eu", "third_country"};
/// Chapter V of the regulation: decision of the Commission, standard clauses, binding rules, code or certificate, exception of article 49.
inline constexpr std::string_view kTransferMechanisms[] = {"none", "adequacy", "scc", "bcr", "code", "derogation"};
inline constexpr std::string_view kDpiaNeeds[] = {"not_assessed", "no", "consider", "yes"};
inline constexpr Roles kProcessingKeepers = Role::information_owner | Role::privacy_administrator | Role::coordinator;
inline constexpr Roles kProcessingDeciders = Role::information_owner | Role::privacy_administrator;

/// Whether an impact assessment is needed, from the answers of the threshold test.
void derive_processing(Record&, Lookup&);

inline constexpr Field kProcessingFields[] = {
    {.name = "name", .group = "basics", .required = true, .max = 160, .listed = true, .searched = true},
    {.name = "reference", .max = 30, .searched = true},
    {.name = "status", .type = Type::choice, .options = kProcessingStates, .merge = Merge::guarded, .listed = true},
    {.name = "as_processor", .type = Type::boolean, .listed = true},  // article 30.2: for somebody else
    {.name = "purpose", .type = Type::prose, .max = 4000, .searched = true},
    {.name = "system", .type = Type::ref, .ref = "system"},
    {.name = "tags", .type = Type::set, .searched = true},
    {.name = "unit", .type = Type::ref, .group = "responsible", .required = true, .ref = "unit", .listed = true},
    {.name = "responsible", .type = Type::ref, .ref = "person", .listed = true},
    {.name = "contact", .type = Type::ref, .ref = "person"},
    {.name = "for_controller", .max = 300, .searched = true},
    {.name = "joint_controllers", .max = 300},
    {.name = "legal_bases", .type = Type::set, .group = "law", .options = kProcessingBases, .merge = Merge::guarded, .listed = true},
    {.name = "legal_basis_text", .type = Type::prose, .max = 1000, .merge = Merge::guarded},
    {.name = "article_9", .type = Type::set, .options = kProcessingExceptions, .merge = Merge::guarded},
    {.name = "article_10_ground", .max = 300, .merge = Merge::guarded},
    {.name = "information_duty", .type = Type::choice, .options = kInformationDuties},
    {.name = "information_how", .type = Type::prose, .max = 1000},
    {.name = "data_subjects", .type = Type::set, .group = "data", .options = kDataSubjects},
    {.name = "data_kinds", .type = Type::set, .options = kDataKinds, .merge = Merge::guarded},
    {.name = "data_summary", .type = Type::prose, .max = 2000, .searched = true},
    {.name = "has_protected_identity", .type = Type::boolean},
    {.name = "source_of_data", .type = Type::prose, .max = 1000},
    {.name = "recipients_internal", .type = Type::prose, .group = "flow", .max = 2000},
    {.name = "recipients_external", .type = Type::prose, .max = 2000},
    {.name = "processors", .type = Type::prose, .max = 2000, .searched = true},
    {.name = "transfers", .type = Type::choice, .options = kTransfers, .merge = Merge::guarded},
    {.name = "transfer_countries", .type = Type::set, .merge = Merge::guarded},
    {.name = "transfer_mechanism", .type = Type::choice, .options = kTransferMechanisms, .merge = Merge::guarded},
    {.name = "transfer_note", .type = Type::prose, .max = 2000},
    {.name = "security_measures", .type = Type::prose, .group = "operation", .max = 4000, .seen_from = Clearance::internal},
    // The nine criteria of the European data protection authorities. Two of them, or the list of IMY, and the assessment is needed.
    {.name = "threshold_assessed", .type = Type::boolean, .group = "threshold", .merge = Merge::guarded},
    {.name = "scoring", .type = Type::boolean, .merge = Merge::guarded},
    {.name = "automated_decisions", .type = Type::boolean, .merge = Merge::guarded},
    {.name = "systematic_monitoring", .type = Type::boolean, .merge = Merge::guarded},
    {.name = "sensitive_data", .type = Type::boolean, .merge = Merge::guarded},
    {.name = "large_scale", .type = Type::boolean, .merge = Merge::guarded},
    {.name = "matching_datasets", .type = Type::boolean, .merge = Merge::guarded},
    {.name = "vulnerable_people", .type = Type::boolean, .merge = Merge::guarded},
    {.name = "new_technology", .type = Type::boolean, .merge = Merge::guarded},
    {.name = "blocks_right", .type = Type::boolean, .merge = Merge::guarded},
    {.name = "is_on_imy_list", .type = Type::boolean, .merge = Merge::guarded},
    {.name = "dpia_needed", .type = Type::choice, .options = kDpiaNeeds, .computed = true, .listed = true},
    {.name = "threshold_motive", .type = Type::prose, .max = 2000, .merge = Merge::guarded, .seen_from = Clearance::internal},
    {.name = "dpo_opinion", .type = Type::prose, .max = 4000, .merge = Merge::guarded, .seen_from = Clearance::internal},
    {.name = "decided_on", .type = Type::date, .group = "decision", .merge = Merge::guarded},
    {.name = "registry_number", .max = 40, .merge = Merge::guarded, .searched = true},  // diarienummer
    {.name = "starts_on", .type = Type::date, .group = "period"},
    {.name = "ends_on", .type = Type::date, .not_before = "starts_on"},
    {.name = "surveyed_on", .type = Type::date},
    {.name = "review_on", .type = Type::date, .merge = Merge::guarded, .listed = true},
    {.name = "link", .group = "source", .max = 400, .format = Format::link},
    {.name = "notes", .type = Type::notes, .group = "notes", .seen_from = Clearance::internal},
};
inline constexpr std::string_view kProcessingTitle[] = {"name"};
inline constexpr Step kProcessingSteps[] = {
    {.name = "submit", .from = "draft", .to = "in_review", .who = kProcessingKeepers},
    {.name = "send_back", .from = "in_review", .to = "draft", .who = kProcessingKeepers | Role::privacy_officer},
    {.name = "adopt", .from = "in_review", .to = "adopted", .who = kProcessingDeciders},
    {.name = "revise", .from = "adopted", .to = "draft", .who = kProcessingKeepers},
    {.name = "end", .from = "adopted", .to = "ended", .who = kProcessingDeciders},
    {.name = "resume", .from = "ended", .to = "draft", .who = kProcessingDeciders},
};

}  // namespace detail

/// The privacy officer may write an opinion, but does not keep the record: the officer controls it (article 38.6).
inline constexpr Entity kProcessing{
    .name = "processing",
    .icon = "fingerprint",
    .fields = detail::kProcessingFields,
    .title = detail::kProcessingTitle,
    .place = "unit",
    .access = {.read = {.within = kStaff},
               .create = {.within = detail::kProcessingKeepers},
               .update = {.within = detail::kProcessingKeepers | Role::privacy_officer},
               .remove = {.within = Role::privacy_administrator | Role::coordinator}},
    .state = "status",
    .steps = detail::kProcessingSteps,
    .derive = detail::derive_processing,
};

namespace processing {
inline constexpr auto as_processor = key<bool>(kProcessing, "as_processor");
inline constexpr auto legal_bases = key<Set>(kProcessing, "legal_bases");
inline constexpr auto data_kinds = key<Set>(kProcessing, "data_kinds");
inline constexpr auto transfers = key<std::string>(kProcessing, "transfers");
inline constexpr auto transfer_mechanism = key<std::string>(kProcessing, "transfer_mechanism");
inline constexpr auto threshold_assessed = key<bool>(kProcessing, "threshold_assessed");
inline constexpr auto sensitive_data = key<bool>(kProcessing, "sensitive_data");
inline constexpr auto is_on_imy_list = key<bool>(kProcessing, "is_on_imy_list");
inline constexpr auto dpia_needed = key<std::string>(kProcessing, "dpia_needed");
}  // namespace processing

}  // namespace lisa
