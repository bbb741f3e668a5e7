#include "documents/registration_notice.h"

#include "core/date.h"
#include "domain/catalog.h"

namespace lisa {
namespace {

constexpr std::string_view kOperator[] = {"legal_name", "organisation_number", "operator_kind", "sectors", "activities", "member_states", "supervisors"};
constexpr std::string_view kContact[] = {"address", "email", "phone", "contact_name", "contact_email", "contact_phone", "around_clock", "ip_ranges"};

/// Most operators give services in Sweden alone.
bool is_beside_the_point(const Record&, std::string_view field, const Around&) { return field == "member_states"; }

}  // namespace

NoticeDraft registration_notice(const Record& record, const Around& around) {
    NoticeDraft draft{fill(around.words("notice.title"), {{"name", around.title(record)}}), around.words("notice.lead_registration")};
    const std::string due = record.get(registration::notify_by), now = swedish_time(around.now);
    draft.deadline =
        due.empty() ? fill(around.words("notice.taken"), {{"now", now}}) : fill(around.words("notice.deadline"), {{"time", swedish_time(due)}, {"now", now}});
    draft.parts.push_back(channel_part("registration", around));
    draft.parts.push_back(fields_part(record, {"notice.operator", kOperator}, is_beside_the_point, around));
    draft.parts.push_back(fields_part(record, {"group.contact", kContact}, is_beside_the_point, around));
    return draft;
}

}  // namespace lisa
