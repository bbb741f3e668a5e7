#pragma once
// What is said in the same words about an event and about each case that it leads to: what was lost, what went on, why. The
// fields that use these tables have the same names everywhere, so that a case begins with what the event says (cases.h).
#include <string_view>

namespace lisa::detail {

inline constexpr std::string_view kLossKinds[] = {"confidentiality", "integrity", "availability"};
inline constexpr std::string_view kCourses[] = {"misdirected", "published", "unauthorised_access", "lost_or_stolen", "deleted", "altered",
                                                "outage",      "attack",    "flaw_in_system",      "other"};
inline constexpr std::string_view kCauses[] = {"mistake", "technical", "intent_inside", "intent_outside", "supplier", "unknown"};
inline constexpr std::string_view kSeverities[] = {"minor", "moderate", "serious", "critical"};
inline constexpr std::string_view kAnswers[] = {"unknown", "no", "yes"};

}  // namespace lisa::detail
