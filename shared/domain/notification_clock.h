#pragma once
// The three clocks of a notified incident (H3; cybersäkerhetslagen 2 kap. 5, 6 and 8 §§). The day on which it was judged
// significant starts none of them: the act counts from knowledge of the incident.
#include "domain/clock.h"
#include "domain/notification.h"

namespace lisa {

/// First notice, notification and report, as they stand at a moment (UTC). The report is due a calendar month after the day of the
/// notification. Only where the incident goes on beyond that month, and a progress report was sent, is it due a month after the day on which
/// the incident was handled (2 kap. 8 §; NIS 2, article 23.4 d and e).
std::vector<Clock> notification_clocks(const Record& notification, std::string_view now);

/// Whether all is told to the authority, or decided not to be.
bool is_settled(const Record& notification);

}  // namespace lisa
