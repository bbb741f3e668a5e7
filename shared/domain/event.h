#pragma once
// Event (H1, H2, H4): what somebody saw and reported, from near miss to incident, and what became of it. Anybody may report, and
// reads what is open in their own report; those who answer for the part of the organisation triage, handle and close it. When
// it happened, was discovered and became known are three moments, to the minute. What the law then asks for is in cases of
// their own, one for each who answers for it: breach.h and notification.h. Nothing here is removed.
#include "domain/assignment.h"
#include "domain/occurrence.h"
#include "domain/processing.h"

namespace lisa {
namespace detail {

inline constexpr std::string_view kEventStates[] = {"new", "triaged", "handled", "closed", "dismissed"};
inline constexpr std::string_view kEventKinds[] = {"event", "near_miss", "deviation", "flaw", "incident", "threat", "voluntary"};
inline constexpr std::string_view kEventChannels[] = {"lisa", "open_page", "phone", "email", "in_person", "alarm", "supplier", "authority", "other"};

/// Everybody; an auditor reports as the employee that they are besides.
constexpr Roles reporters() {
    Roles roles = kEveryone;
    roles.bits &= ~Roles(Role::auditor).bits;
    return roles;
}
inline constexpr Roles kReporters = reporters();
inline constexpr Roles kEventHandlers = Role::manager | Role::information_owner | Role::system_owner | Role::system_manager | Role::privacy_administrator |
                                        Role::privacy_officer | Role::coordinator | Role::it_manager | Role::crisis_coordinator | Role::chief_executive;

/// What whoever reports fills in. All else is for those who handle it.
inline constexpr std::string_view kReportFields[] = {"name",          "description",    "site",       "has_personal_data", "unit",        "reporter",
                                                     "channel",       "system",         "asset",      "supplier",          "occurred_at", "is_ongoing",
                                                     "discovered_at", "discovered_how", "reported_at"};

/// By when it must be triaged.
void derive_event(Record&, Lookup&);
/// What the order of moments and each state asks for.
void check_event(const Situation&, std::vector<Problem>&);
/// Who only reports writes kReportFields. What came by the open page has come so for good.
std::string_view event_lock(const Record&, const Field&, const Actor&, const Places&);

inline constexpr Field kEventFields[] = {
    {.name = "name", .group = "basics", .required = true, .max = 160, .listed = true, .searched = true},
    {.name = "reference", .max = 40, .listed = true, .searched = true},
    {.name = "kind", .type = Type::choice, .options = kEventKinds, .merge = Merge::guarded, .listed = true},
    {.name = "status", .type = Type::choice, .options = kEventStates, .merge = Merge::guarded, .listed = true},
    {.name = "severity", .type = Type::choice, .options = kSeverities, .merge = Merge::guarded, .listed = true},
    {.name = "description", .type = Type::prose, .max = 8000},
    {.name = "site", .max = 160, .searched = true},
    {.name = "kinds", .type = Type::set, .options = kLossKinds},
    {.name = "course", .type = Type::choice, .options = kCourses},
    {.name = "has_personal_data", .type = Type::choice, .options = kAnswers, .listed = true},
    {.name = "unit", .type = Type::ref, .group = "responsible", .required = true, .ref = "unit", .listed = true},
    {.name = "role", .type = Type::choice, .options = kSeatRoles, .listed = true},  // the seat that it is routed to
    {.name = "responsible", .type = Type::ref, .ref = "person", .listed = true},
    {.name = "handle_by", .type = Type::date, .merge = Merge::guarded, .listed = true},
    {.name = "reporter", .type = Type::ref, .ref = "person"},  // nobody: anonymous
    {.name = "reporter_contact", .max = 200, .seen_from = Clearance::internal},
    {.name = "channel", .type = Type::choice, .options = kEventChannels},
    {.name = "system", .type = Type::ref, .group = "affected", .ref = "system", .listed = true},
    {.name = "asset", .type = Type::ref, .ref = "asset"},
    {.name = "supplier", .type = Type::ref, .ref = "supplier"},
    {.name = "occurred_at", .type = Type::moment, .group = "moments"},
    {.name = "is_ongoing", .type = Type::boolean},
    {.name = "ended_at", .type = Type::moment},
    {.name = "discovered_at", .type = Type::moment, .required = true, .merge = Merge::guarded, .listed = true},
    {.name = "discovered_how", .type = Type::prose, .max = 1000},
    {.name = "reported_at", .type = Type::moment, .merge = Merge::guarded},
    {.name = "known_at", .type = Type::moment, .merge = Merge::guarded},  // kännedom: what the law's hours count from
    {.name = "triage_by", .type = Type::moment, .computed = true, .listed = true},
    {.name = "triaged_at", .type = Type::moment, .computed = true},
    {.name = "closed_at", .type = Type::moment, .computed = true},
    {.name = "triage_reason", .type = Type::prose, .group = "triage", .max = 2000, .merge = Merge::guarded, .seen_from = Clearance::internal},
    {.name = "consequences", .type = Type::prose, .group = "handling", .max = 4000, .seen_from = Clearance::internal},
    {.name = "measures_taken", .type = Type::prose, .max = 4000, .seen_from = Clearance::internal},
    {.name = "measures_planned", .type = Type::prose, .max = 4000, .seen_from = Clearance::internal},
    {.name = "data_subjects", .type = Type::set, .group = "data", .options = kDataSubjects},
    {.name = "people_count", .type = Type::integer, .max = 10'000'000},
    {.name = "data_kinds", .type = Type::set, .options = kDataKinds},
    {.name = "has_protected_identity", .type = Type::boolean, .seen_from = Clearance::internal},
    {.name = "data_description", .type = Type::prose, .max = 4000, .seen_from = Clearance::confidential},
    {.name = "cause", .type = Type::choice, .group = "lessons", .options = kCauses},
    {.name = "cause_text", .type = Type::prose, .max = 4000, .seen_from = Clearance::internal},
    {.name = "lessons", .type = Type::prose, .max = 4000, .seen_from = Clearance::internal},
    {.name = "feedback", .type = Type::prose, .max = 2000},                       // what whoever reported it gets to know
    {.name = "registry_number", .group = "source", .max = 40, .searched = true},  // diarienummer
    {.name = "notes", .type = Type::notes, .group = "notes", .seen_from = Clearance::internal},
};
inline constexpr std::string_view kEventTitle[] = {"name"};
inline constexpr Step kEventSteps[] = {
    {.name = "triage", .from = "new", .to = "triaged", .who = kEventHandlers, .stamp = "triaged_at"},
    {.name = "dismiss", .from = "new", .to = "dismissed", .who = kEventHandlers, .stamp = "closed_at"},
    {.name = "dismiss", .from = "triaged", .to = "dismissed", .who = kEventHandlers, .stamp = "closed_at"},
    {.name = "finish", .from = "triaged", .to = "handled", .who = kEventHandlers},
    {.name = "resume", .from = "handled", .to = "triaged", .who = kEventHandlers},
    {.name = "close", .from = "handled", .to = "closed", .who = kEventHandlers, .stamp = "closed_at"},
    {.name = "reopen", .from = "closed", .to = "triaged", .who = kEventHandlers},
    {.name = "take_up", .from = "dismissed", .to = "new", .who = kEventHandlers},
};

}  // namespace detail

inline constexpr Entity kEvent{
    .name = "event",
    .icon = "flag",
    .fields = detail::kEventFields,
    .title = detail::kEventTitle,
    .place = "unit",
    .access = {.read = {.within = detail::kEventHandlers | Role::protective_security_manager | Role::auditor},
               .create = {.within = detail::kReporters},
               .update = {.within = detail::kEventHandlers}},
    .own = "reporter",
    .state = "status",
    .steps = detail::kEventSteps,
    .derive = detail::derive_event,
    .check = detail::check_event,
    .locked = detail::event_lock,
    .kept_on_device = false,
};

namespace event {
inline constexpr auto kind = key<std::string>(kEvent, "kind");
inline constexpr auto status = key<std::string>(kEvent, "status");
inline constexpr auto severity = key<std::string>(kEvent, "severity");
inline constexpr auto has_personal_data = key<std::string>(kEvent, "has_personal_data");
inline constexpr auto unit = key<std::string>(kEvent, "unit");
inline constexpr auto role = key<std::string>(kEvent, "role");
inline constexpr auto reporter = key<std::string>(kEvent, "reporter");
inline constexpr auto channel = key<std::string>(kEvent, "channel");
inline constexpr auto system = key<std::string>(kEvent, "system");
inline constexpr auto asset = key<std::string>(kEvent, "asset");
inline constexpr auto supplier = key<std::string>(kEvent, "supplier");
inline constexpr auto occurred_at = key<std::string>(kEvent, "occurred_at");
inline constexpr auto ended_at = key<std::string>(kEvent, "ended_at");
inline constexpr auto discovered_at = key<std::string>(kEvent, "discovered_at");
inline constexpr auto reported_at = key<std::string>(kEvent, "reported_at");
inline constexpr auto known_at = key<std::string>(kEvent, "known_at");
inline constexpr auto triage_by = key<std::string>(kEvent, "triage_by");
inline constexpr auto closed_at = key<std::string>(kEvent, "closed_at");
inline constexpr auto triage_reason = key<std::string>(kEvent, "triage_reason");
inline constexpr auto cause = key<std::string>(kEvent, "cause");
inline constexpr auto lessons = key<std::string>(kEvent, "lessons");
inline constexpr auto feedback = key<std::string>(kEvent, "feedback");

/// Whether there still is something to do: neither closed nor dismissed.
bool is_open(const Record& event);
}  // namespace event

}  // namespace lisa
