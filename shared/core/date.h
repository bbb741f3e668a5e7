#pragma once
// Dates and times as text and back. The clock itself is passed in by whoever has one.
#include <cstdint>
#include <string>
#include <string_view>

namespace lisa {

/// Whether the text is a day of the calendar, "2026-11-23".
bool is_date(std::string_view text);

/// The day so many days later (earlier when negative), and so many calendar months later: the last day of a month where the
/// day is missing there (31 January plus one month is 28 or 29 February). The text itself if it is no date.
std::string add_days(std::string_view date, std::int64_t days);
std::string add_months(std::string_view date, int months);
/// Days from one date to another; 0 when one of them is no date.
std::int64_t days_between(std::string_view from, std::string_view to);

/// Milliseconds since 1970 as UTC text, "2026-11-23T14:05:00Z".
std::string utc_text(std::int64_t ms);

/// The Swedish calendar day of a moment, "2026-11-23"; of a text that is none, the text.
std::string swedish_date(std::int64_t ms);
std::string swedish_date(std::string_view utc);

/// Whether the text is a moment as utc_text() writes it.
bool is_moment(std::string_view text);

/// What a Swedish clock shows, "2026-11-23 15:05" (or 15.05, or T between), as UTC text; empty if it is no such time. Of an hour
/// that comes twice in October the first is meant.
std::string moment_of(std::string_view swedish);

/// The moment so many hours later; the text itself if it is no moment.
std::string add_hours(std::string_view utc, std::int64_t hours);
/// Minutes from one moment to another; 0 when one of them is none.
std::int64_t minutes_between(std::string_view from, std::string_view to);

/// A UTC text of utc_text() on a Swedish clock, "2026-11-23 15:05"; the text itself if it is not one.
std::string swedish_time(std::string_view utc);

/// Minutes that Swedish clocks are ahead of UTC: 120 from the last Sunday of March to the last of October (01:00 UTC), else 60.
int swedish_offset_minutes(std::int64_t ms);

}  // namespace lisa
