#pragma once
// A time limit that the law sets for telling an authority, as it stands at a moment. It runs through nights, weekends and changes
// of summer time, and nothing stops it but the authority's receipt or a motivated decision not to report. The limits: GDPR
// article 33.1 and 33.4; cybersäkerhetslagen (2025:1506) 2 kap. 5, 6 and 8 §§, in its first wording.
#include <string>
#include <string_view>
#include <vector>

#include "schema/record.h"

namespace lisa {

/// Hours from knowledge to the first notice (upplysning) and to the incident notification, and to that of a personal-data breach.
inline constexpr std::int64_t kWarnHours = 24, kNotifyHours = 72;
/// Days from the first notice of a breach to its supplement; months from the notification of an incident to its report.
inline constexpr std::int64_t kSupplementDays = 28;
inline constexpr int kReportMonths = 1;

struct Clock {
    /// waiting has not begun; running and late wait for a deed; the others are stopped: by a notice in time or after it, or by a
    /// decision not to report.
    enum class Standing : std::uint8_t { waiting, running, late, told, told_late, decided_not };
    std::string_view name{};   ///< its words are "clock.NAME"
    std::string_view basis{};  ///< what the time counts from: "clock.from.BASIS"
    std::string from{};        ///< that moment, UTC; empty while it has not come
    std::string due{};         ///< the last moment, UTC; empty while it has not begun
    std::string told{};        ///< when the authority was told, UTC
    std::string reference{};   ///< the authority's own number
    Standing standing = Standing::waiting;
    bool is_stopped() const { return standing > Standing::late; }
    /// Whether its limit passed before the authority was told, be it told by now or not.
    bool is_late() const { return standing == Standing::late || standing == Standing::told_late; }
    bool is_running() const { return standing == Standing::running || standing == Standing::late; }
    /// Whether the authority was told in time. What runs, waits or was decided not to be told is neither kept nor late.
    bool is_kept() const { return standing == Standing::told; }
};

/// What a clock counts from: knowledge, and until that is filled in the discovery, which is the stricter.
struct ClockStart {
    std::string_view basis{};  ///< "knowledge" or "discovery"
    std::string at{};
};
ClockStart start_of(std::string_view known_at, std::string_view discovered_at);

/// The clock as it stands at a moment (UTC), its name, basis, start, limit and notice filled in. A notice counts when it has both
/// its moment and the authority's number.
Clock judged(Clock clock, bool is_decided_not, std::string_view now);

/// The last moment of a Swedish day, UTC.
std::string end_of_day(std::string_view day);

/// Every clock of a case (breach, notification) or of a registration in the order of the law; none of other records.
std::vector<Clock> clocks_of(const Record& record, std::string_view now);

}  // namespace lisa
