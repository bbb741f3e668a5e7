#pragma once
// Open report (H1): what somebody tells without an account, where the administrator allows it. It becomes an event by the same change
// and the same checks as any other; here stands what such a report may say, and that nothing else may come that way.
#include "change/change.h"
#include "domain/event.h"

namespace lisa {

/// Who stands in the journal, as actor and client, for everybody who reports openly. No register knows such a person.
inline constexpr std::string_view kOpenReporter = "open_report";

/// What the form asks, in its order; fields of an event.
inline constexpr std::string_view kOpenQuestions[] = {"name", "description", "site", "discovered_at", "has_personal_data", "reporter_contact"};

/// What came of the form.
struct OpenReport {
    std::map<std::string, std::string> answers{};  ///< by question, as typed: moments on a Swedish clock
    std::string unit{};                            ///< the part of the organisation that it is sent to
    std::string seen_at{};                         ///< UTC; when it was written, if it had to wait for the network
};

/// The creation of the event that the report becomes; client and actor of the change are kOpenReporter. What cannot be read as a moment
/// stays as it was typed, for the register's own check to refuse.
Change open_event(const OpenReport& report, const std::string& id, std::string_view now);

/// Whether an open report may make the change: that event, with nothing in it but what the form asks and where it goes, or a file that
/// hangs on it. All else is refused.
bool may_come_openly(const Change& change, std::string_view event);

/// Who makes those changes. The role is one that writes down what nobody put a name to, over that part of the organisation only.
Actor open_reporter(const std::string& unit);

/// Whether the event came that way, so that somebody with a code may be waiting for what it led to.
bool came_openly(const Record& event);

}  // namespace lisa
