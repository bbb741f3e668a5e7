#pragma once
// The clock of a personal-data breach (D3, GDPR article 33.1): 72 hours from knowledge, through nights, weekends and changes to
// and from summer time. Only the authority's reference number or a motivated decision not to notify stops it.
#include <string>
#include <string_view>

#include "domain/breach.h"

namespace lisa {

inline constexpr std::int64_t kNotifyHours = 72, kSupplementDays = 28;

struct BreachClock {
    /// running and late wait for a deed; the others are stopped: by a notice in time or after it, or by a decision not to notify.
    enum class Standing : std::uint8_t { running, late, notified, notified_late, decided_not };
    Standing standing = Standing::running;
    std::string from{};              ///< the moment that the hours count from, UTC
    std::string notify_by{};         ///< 72 hours later, UTC
    bool is_from_discovery = false;  ///< knowledge is not filled in, so that the discovery counts until it is
    bool is_stopped() const { return standing > Standing::late; }
};

/// The clock of a breach as it stands at a moment (UTC).
BreachClock breach_clock(const Record& breach, std::string_view now);

/// The day by which what was unknown at the first notice must follow (article 33.4; IMY asks for it within four weeks). Empty
/// when nothing is to follow.
std::string supplement_by(const Record& breach);

/// Whether the regulation asks that the people be told (article 34) and it is neither done nor declined with a reason.
bool must_inform(const Record& breach);

}  // namespace lisa
