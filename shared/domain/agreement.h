#pragma once
// Agreement (I4, D4): what was agreed with whom, until when, the last day to give notice, and what it says about security and
// personal data. The fields of the group "processing_terms" follow article 28 of the GDPR and are filled in for processor agreements.
#include "domain/inheritance.h"
#include "schema/lookup.h"

namespace lisa {
namespace detail {

inline constexpr std::string_view kAgreementKinds[] = {"contract", "processor_agreement", "service_level", "confidentiality", "internal_agreement"};
inline constexpr std::string_view kAgreementStates[] = {"draft", "signed", "expired", "terminated"};
inline constexpr std::string_view kAgreementRenewals[] = {"none", "option", "automatic", "until_further_notice"};
inline constexpr std::string_view kAgreementSecurity[] = {"not_assessed", "missing", "partly", "included"};
inline constexpr std::string_view kAgreementSubprocessors[] = {"not_regulated", "none_allowed", "each_approved", "general_approval"};
inline constexpr std::string_view kAgreementTransfers[] = {"not_assessed",     "no_transfer",   "adequacy_decision",
                                                           "standard_clauses", "binding_rules", "derogation"};
inline constexpr std::string_view kAgreementDeletion[] = {"not_regulated", "deleted", "returned", "returned_and_deleted"};
inline constexpr Roles kAgreementKeepers =
    Role::manager | Role::information_owner | Role::system_owner | Role::system_manager | Role::privacy_administrator | Role::it_manager | Role::coordinator;
inline constexpr Roles kAgreementDeciders = Role::manager | Role::information_owner | Role::system_owner | Role::it_manager | Role::coordinator;
/// Those whose work reaches agreements of other parts of the organisation, such as the central ones.
inline constexpr Roles kAgreementReaders = Role::information_owner | Role::system_owner | Role::system_manager | Role::privacy_administrator |
                                           Role::privacy_officer | Role::it_manager | Role::coordinator | Role::crisis_coordinator | Role::auditor;

/// The last day to give notice.
void derive_agreement(Record&, Lookup&);

inline constexpr Field kAgreementFields[] = {
    {.name = "title", .group = "basics", .required = true, .max = 160, .listed = true, .searched = true},
    {.name = "kind", .type = Type::choice, .required = true, .options = kAgreementKinds, .listed = true},
    {.name = "status", .type = Type::choice, .options = kAgreementStates, .merge = Merge::guarded, .listed = true},
    {.name = "supplier", .type = Type::ref, .ref = "supplier", .listed = true},
    {.name = "counterpart", .type = Type::ref, .ref = "unit"},  // internal agreements: the other board
    {.name = "system", .type = Type::ref, .ref = "system"},
    {.name = "belongs_to", .type = Type::ref, .ref = "agreement"},
    {.name = "description", .type = Type::prose, .max = 4000, .searched = true},
    {.name = "tags", .type = Type::set, .searched = true},
    {.name = "unit", .type = Type::ref, .group = "responsible", .required = true, .ref = "unit", .listed = true},
    {.name = "responsible", .type = Type::ref, .ref = "person"},
    {.name = "registry_number", .group = "decision", .max = 40, .merge = Merge::guarded, .searched = true},  // diarienummer
    {.name = "signed_on", .type = Type::date, .merge = Merge::guarded},
    {.name = "signed_by", .max = 120, .merge = Merge::guarded},
    {.name = "starts_on", .type = Type::date, .group = "period", .merge = Merge::guarded},
    {.name = "ends_on", .type = Type::date, .not_before = "starts_on", .merge = Merge::guarded, .listed = true},
    {.name = "notice_months", .type = Type::integer, .max = 120},
    {.name = "last_notice_on", .type = Type::date, .computed = true, .listed = true},
    {.name = "renewal", .type = Type::choice, .options = kAgreementRenewals},
    {.name = "renewal_months", .type = Type::integer, .max = 120},
    {.name = "security_requirements", .type = Type::choice, .group = "security_terms", .options = kAgreementSecurity, .merge = Merge::guarded},
    {.name = "service_level", .type = Type::prose, .max = 1000},
    {.name = "has_audit_right", .type = Type::boolean},
    {.name = "incident_notice_hours", .type = Type::integer, .max = 720},
    {.name = "has_confidentiality", .type = Type::boolean},  // tystnadsplikt
    {.name = "exit_terms", .type = Type::prose, .max = 2000},
    {.name = "gaps", .type = Type::prose, .max = 4000, .seen_from = Clearance::confidential},
    {.name = "processed_data", .type = Type::prose, .group = "processing_terms", .max = 2000},
    {.name = "instructions", .type = Type::prose, .max = 4000},
    {.name = "subprocessor_approval", .type = Type::choice, .options = kAgreementSubprocessors, .merge = Merge::guarded},
    {.name = "data_location", .max = 200},
    {.name = "transfer_mechanism", .type = Type::choice, .options = kAgreementTransfers, .merge = Merge::guarded},
    {.name = "deletion", .type = Type::choice, .options = kAgreementDeletion, .merge = Merge::guarded},
    {.name = "deletion_days", .type = Type::integer, .max = 3650},
    {.name = "checked_on", .type = Type::date},
    {.name = "link", .group = "source", .max = 400, .format = Format::link},
    {.name = "notes", .type = Type::notes, .group = "notes", .seen_from = Clearance::internal},
};
inline constexpr std::string_view kAgreementTitle[] = {"title"};
inline constexpr Step kAgreementSteps[] = {
    {.name = "sign", .from = "draft", .to = "signed", .who = kAgreementDeciders},
    {.name = "expire", .from = "signed", .to = "expired", .who = kAgreementDeciders},
    {.name = "terminate", .from = "signed", .to = "terminated", .who = kAgreementDeciders},
    {.name = "renew", .from = "expired", .to = "signed", .who = kAgreementDeciders},
    {.name = "take_back", .from = "terminated", .to = "signed", .who = kAgreementDeciders},
};

}  // namespace detail

inline constexpr Entity kAgreement{
    .name = "agreement",
    .icon = "handshake",
    .fields = detail::kAgreementFields,
    .title = detail::kAgreementTitle,
    .place = "unit",
    .access = {.read = {.within = kStaff, .anywhere = detail::kAgreementReaders},
               .create = {.within = detail::kAgreementKeepers},
               .update = {.within = detail::kAgreementKeepers},
               .remove = {.within = Role::it_manager | Role::coordinator}},
    .state = "status",
    .steps = detail::kAgreementSteps,
    .derive = detail::derive_agreement,
};

namespace agreement {
inline constexpr auto kind = key<std::string>(kAgreement, "kind");
inline constexpr auto status = key<std::string>(kAgreement, "status");
inline constexpr auto system = key<std::string>(kAgreement, "system");
inline constexpr auto ends_on = key<std::string>(kAgreement, "ends_on");
inline constexpr auto notice_months = key<std::int64_t>(kAgreement, "notice_months");
inline constexpr auto last_notice_on = key<std::string>(kAgreement, "last_notice_on");
}  // namespace agreement

/// Message key of what is wrong with the processor agreement of a system (D4, GDPR article 28.3): its supplier processes
/// personal data, or the system says that one is needed, and none is signed and holds on the day. Empty when all is well.
/// `agreements` are those of the supplier and of the system, as the reader sees them; one that names another system is not its. The
/// first finds them itself.
std::string processor_agreement_gap(const Record& system, const Referring& referring, const FindById& find, std::string_view today);
std::string processor_agreement_gap(const Record& system, const Record* supplier, std::span<const Record* const> agreements, std::string_view today);

}  // namespace lisa
