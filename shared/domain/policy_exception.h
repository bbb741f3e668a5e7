#pragma once
// Exception from a rule (S5): who may do otherwise, why, what protects instead, and until when. Never without an end. Everybody who
// works for the municipality may ask for one where they work, in their own name; those who are entitled decide.
#include "access/access.h"

namespace lisa {
namespace detail {

inline constexpr std::string_view kPolicyExceptionStates[] = {"requested", "approved", "refused", "ended"};
inline constexpr Roles kPolicyExceptionApplicants =
    Role::manager | Role::information_owner | Role::system_owner | Role::system_manager | Role::privacy_administrator | Role::it_manager | Role::coordinator;
/// Those who ask as what they are besides any duty.
inline constexpr Roles kPolicyExceptionStaff = Role::employee | Role::elected | Role::contractor;
/// Whoever works where an exception holds reads what it allows and asks of them (what, terms). Why it is needed and what protects
/// instead is told to who asked and to those with a duty; the weakness that it leaves (risk_text) to some of those only.
inline constexpr Roles kPolicyExceptionReaders = kPolicyExceptionApplicants | kPolicyExceptionStaff | Role::privacy_officer |
                                                 Role::protective_security_manager | Role::crisis_coordinator | Role::chief_executive | Role::board_member |
                                                 Role::auditor;
inline constexpr Roles kPolicyExceptionDeciders = Role::coordinator | Role::chief_executive;

/// An application and its answer. Nobody approves what lacks an end, a compensation or a reason, nor what they applied for themselves or wrote in the name of
/// another; nobody refuses without a reason. What was approved stays as it is until the approval is withdrawn. Who has no duty applies
/// for themselves.
void check_policy_exception(const Situation&, std::vector<Problem>&);
/// Who has no duty writes their own application, as long as nobody has decided, and nothing of the decision.
std::string_view policy_exception_lock(const Record&, const Field&, const Actor&, const Places&);

/// The files of an application are its applicant's as long as nobody has decided, and those' who have a duty.
std::string_view policy_exception_seal(const Record&, const Actor&, const Places&);

inline constexpr Field kPolicyExceptionFields[] = {
    {.name = "name", .group = "basics", .required = true, .max = 120, .listed = true, .searched = true},
    {.name = "what", .type = Type::prose, .required = true, .max = 2000, .searched = true},
    {.name = "status", .type = Type::choice, .options = kPolicyExceptionStates, .merge = Merge::guarded, .listed = true},
    {.name = "section", .type = Type::ref, .ref = "section"},
    {.name = "control", .type = Type::ref, .ref = "control"},
    {.name = "system", .type = Type::ref, .ref = "system", .listed = true},
    {.name = "asset", .type = Type::ref, .ref = "asset"},
    {.name = "unit", .type = Type::ref, .group = "responsible", .required = true, .ref = "unit", .listed = true},
    {.name = "applicant", .type = Type::ref, .ref = "person", .listed = true},
    {.name = "reason", .type = Type::prose, .group = "decision", .required = true, .max = 2000, .seen_from = Clearance::internal},
    {.name = "risk_text", .type = Type::prose, .max = 2000, .merge = Merge::guarded, .seen_from = Clearance::confidential},
    {.name = "compensating", .type = Type::prose, .max = 2000, .merge = Merge::guarded, .seen_from = Clearance::internal},
    {.name = "terms", .type = Type::prose, .max = 2000, .merge = Merge::guarded},
    {.name = "approved_by", .type = Type::ref, .ref = "person", .merge = Merge::guarded},
    {.name = "decided_on", .type = Type::date, .merge = Merge::guarded},
    {.name = "decision_reason", .type = Type::prose, .max = 2000, .merge = Merge::guarded},
    {.name = "registry_number", .max = 40, .merge = Merge::guarded, .searched = true},  // diarienummer
    {.name = "starts_on", .type = Type::date, .group = "period", .merge = Merge::guarded},
    {.name = "ends_on", .type = Type::date, .required = true, .not_before = "starts_on", .merge = Merge::guarded, .listed = true},
    {.name = "notes", .type = Type::notes, .group = "notes", .seen_from = Clearance::internal},
};
inline constexpr std::string_view kPolicyExceptionTitle[] = {"name"};
inline constexpr Step kPolicyExceptionSteps[] = {
    {.name = "approve", .from = "requested", .to = "approved", .who = kPolicyExceptionDeciders},
    {.name = "refuse", .from = "requested", .to = "refused", .who = kPolicyExceptionDeciders},
    {.name = "withdraw", .from = "approved", .to = "requested", .who = kPolicyExceptionDeciders},
    {.name = "end", .from = "approved", .to = "ended", .who = kPolicyExceptionDeciders | Role::information_owner | Role::system_owner},
};

}  // namespace detail

inline constexpr Entity kPolicyException{
    .name = "policy_exception",
    .icon = "ticket-check",
    .fields = detail::kPolicyExceptionFields,
    .title = detail::kPolicyExceptionTitle,
    .place = "unit",
    .access = {.read = {.within = detail::kPolicyExceptionReaders},
               .create = {.within = detail::kPolicyExceptionApplicants | detail::kPolicyExceptionStaff},
               .update = {.within = detail::kPolicyExceptionApplicants | detail::kPolicyExceptionStaff | Role::chief_executive},
               .remove = {.within = Role::coordinator}},
    .own = "applicant",
    .own_clearance = Clearance::internal,
    .state = "status",
    .steps = detail::kPolicyExceptionSteps,
    .check = detail::check_policy_exception,
    .locked = detail::policy_exception_lock,
    .sealed = detail::policy_exception_seal,
};

/// The exceptions that a person asked for and that still matter: waiting, in force, or refused for a time that is not over.
std::vector<const Record*> asked_by(const std::vector<const Record*>& exceptions, const std::string& person, std::string_view today);
/// The applications that wait for a decision which the person may make: not their own.
std::vector<const Record*> to_decide(const std::vector<const Record*>& exceptions, const Actor& who, Lookup& lookup);

namespace policy_exception {
inline constexpr auto status = key<std::string>(kPolicyException, "status");
inline constexpr auto applicant = key<std::string>(kPolicyException, "applicant");
inline constexpr auto compensating = key<std::string>(kPolicyException, "compensating");
inline constexpr auto ends_on = key<std::string>(kPolicyException, "ends_on");
}  // namespace policy_exception

}  // namespace lisa
