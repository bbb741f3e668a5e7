#include "app/preferences.h"

#include <algorithm>
#include <charconv>

#include "domain/reminder.h"

namespace lisa::app {
namespace {

constexpr PreferenceValue kThemes[] = {{"", "preferences.system"_tr},
                                       {"light", "preferences.theme.light"_tr},
                                       {"dark", "preferences.theme.dark"_tr},
                                       {"contrast", "preferences.theme.contrast"_tr}};
constexpr PreferenceValue kMotions[] = {{"", "preferences.system"_tr}, {"reduced", "preferences.motion.reduced"_tr}};
constexpr PreferenceValue kDensities[] = {{"", "preferences.density.roomy"_tr}, {"compact", "preferences.density.compact"_tr}};
constexpr PreferenceValue kSpacings[] = {{"", "preferences.spacing.usual"_tr}, {"wide", "preferences.spacing.wide"_tr}};
constexpr PreferenceValue kReminders[] = {{"", "preferences.reminders.all"_tr}, {kLawOnly, "preferences.reminders.law"_tr}};

constexpr Preference kAll[] = {{"theme", "preferences.theme"_tr, "preferences.theme_help"_tr, kThemes},
                               {"motion", "preferences.motion"_tr, "preferences.motion_help"_tr, kMotions},
                               {"density", "preferences.density"_tr, "preferences.density_help"_tr, kDensities},
                               {"spacing", "preferences.spacing"_tr, "preferences.spacing_help"_tr, kSpacings},
                               {kReminderChoice, "preferences.reminders"_tr, "preferences.reminders_help"_tr, kReminders}};

}  // namespace

const std::span<const Preference> kPreferences = kAll;

Look look_from(platform::Platform& platform) {
    Look look;
    const std::string text = platform.remembered(kTextScale);
    int percent = 100;
    std::from_chars(text.data(), text.data() + text.size(), percent);
    look.text_scale = static_cast<float>(std::clamp(percent, kLeastPercent, kMostPercent)) / 100.f;
    look.is_compact = platform.remembered("density") == "compact";
    look.is_spaced = platform.remembered("spacing") == "wide";
    return look;
}

}  // namespace lisa::app
