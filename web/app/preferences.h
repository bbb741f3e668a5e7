#pragma once
// How a person wants Lisa to look and behave, and what to be reminded of: chosen on the page Anpassa, remembered among
// their choices, in force at once.
// What a theme is called when nobody chose, and all that only the browser can do, is the page's business (web/shell/choices.js).
#include <span>
#include <string_view>

#include "i18n/words.h"
#include "platform/platform.h"

namespace lisa::app {

struct PreferenceValue {
    std::string_view value;
    Tr words;
};

/// One thing to choose, under the key by which it is remembered. The first value is empty: the system's, or the usual.
struct Preference {
    std::string_view key;
    Tr label, help;
    std::span<const PreferenceValue> values;
};

extern const std::span<const Preference> kPreferences;

/// Sizes of text, in per cent of the usual.
inline constexpr std::string_view kTextScale = "text_scale";
inline constexpr int kLeastPercent = 80, kMostPercent = 200, kPercentStep = 10;

/// What the drawing needs to know of them.
struct Look {
    float text_scale = 1;
    bool is_compact = false;  ///< lower rows and controls
    bool is_spaced = false;   ///< wider between letters and lines
};

/// What was chosen; what cannot be read counts as not chosen.
Look look_from(platform::Platform& platform);

}  // namespace lisa::app
