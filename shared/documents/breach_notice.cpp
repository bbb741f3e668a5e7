#include "documents/breach_notice.h"

#include "core/date.h"
#include "domain/breach_clock.h"

namespace lisa {
namespace {

constexpr std::string_view kNotice[] = {"notice", "registry_number", "reference"};
constexpr std::string_view kTimes[] = {"occurred_at", "is_ongoing", "ended_at", "discovered_at", "discovered_how", "known_at", "delay_reason"};
constexpr std::string_view kCourse[] = {"kinds", "course", "cause", "description", "processing", "supplier"};
constexpr std::string_view kAffected[] = {"data_subjects", "people_count", "data_kinds", "has_protected_identity", "entries_count", "data_description"};
constexpr std::string_view kHarm[] = {"consequences", "risk", "risk_reason"};
constexpr std::string_view kMeasures[] = {"measures_taken", "measures_planned"};
constexpr std::string_view kPeople[] = {"informing", "informed_on", "informed_how", "not_informed_reason"};

/// After the controller, as the e-service of IMY goes through them.
constexpr DraftFields kParts[] = {
    {"notice.kind", kNotice}, {"notice.times", kTimes},       {"notice.course", kCourse}, {"notice.affected", kAffected},
    {"notice.harm", kHarm},   {"notice.measures", kMeasures}, {"notice.people", kPeople},
};

/// Whether the question does not arise: a reason for what is not late, a day for what is not done.
bool is_beside_the_point(const Record& breach, std::string_view field, const Around& around) {
    const std::string informing = breach.get(breach::informing);
    if (field == "delay_reason") return !breach_clock(breach, around.now).is_late();
    if (field == "informed_on" || field == "informed_how") return informing == "not_informed";
    if (field == "not_informed_reason") return informing == "informed";
    return field == "ended_at" && breach.values[position(kBreach, "is_ongoing")] == Value{true};
}

}  // namespace

NoticeDraft breach_notice(const Record& breach, const Around& around) {
    NoticeDraft draft{fill(around.words("notice.title"), {{"name", around.title(breach)}}), around.words("notice.lead")};
    draft.deadline = fill(around.words("notice.deadline"), {{"time", swedish_time(breach_clock(breach, around.now).due)}, {"now", swedish_time(around.now)}});
    draft.parts.push_back(channel_part("breach", around));
    draft.parts.push_back(sender_part(breach, "notice.controller", around));
    for (const DraftFields& part : kParts) draft.parts.push_back(fields_part(breach, part, is_beside_the_point, around));
    return draft;
}

}  // namespace lisa
