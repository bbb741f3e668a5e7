#pragma once
// From the registers to the queue: who is to be reminded of what now, by what each may see.
#include "mail/queue.h"
#include "store/storage.h"

namespace lisa {

/// Queues the reminders that have come up: those of moments at any time, and once a working day, from the hour of a Swedish clock, all
/// of them. How many letters they became. Reminded is who works here, has an address, and does not do without it (kReminderChoice).
Result<std::int64_t> queue_reminders(Storage& storage, int hour, std::int64_t now_ms);

/// Where letters to a person go; empty for who has left, was removed, or has no address that a letter can bear.
Result<std::string> mail_address_of(SqlStore& store, const std::string& person, std::int64_t now_ms);

}  // namespace lisa
