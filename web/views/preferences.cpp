// Anpassa: how Lisa shall look and behave for the person. The page itself shows what a choice does.
#include "app/preferences.h"

#include <algorithm>

#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;

void remember(app::View& view, std::string_view key, std::string value) {
    view.commands.push_back([key, value = std::move(value)](app::App& app) { app.prefer(key, value); });
}

void language(app::View& view, Column& column) {
    Ui& ui = view.ui;
    // Each in its own language: who reads only one of them finds it.
    const std::vector<Option> options{{"sv", "Svenska"}, {"en", "English"}};
    std::string now = ui.language == Language::swedish ? "sv" : "en";
    if (select(ui, column, "language", {.label = ui.say("preferences.language"_tr)}, options, now))
        view.commands.push_back([now](app::App& app) { app.set_language(now == "en" ? Language::english : Language::swedish); });
}

void text_size(app::View& view, Column& column) {
    Ui& ui = view.ui;
    std::vector<Option> options;
    for (int percent = app::kLeastPercent; percent <= app::kMostPercent; percent += app::kPercentStep)
        options.push_back({std::to_string(percent), fill(ui.say("preferences.percent"_tr), {{"percent", std::to_string(percent)}})});
    const float tenths = view.state.look.text_scale * 100 / app::kPercentStep;
    std::string now = std::to_string(app::kPercentStep * static_cast<int>(tenths + 0.5f));
    const FieldLook look{.label = ui.say("preferences.text_size"_tr), .help = ui.say("preferences.text_size_help"_tr)};
    if (select(ui, column, app::kTextScale, look, options, now)) remember(view, app::kTextScale, now == "100" ? "" : now);
}

void choice(app::View& view, Column& column, const app::Preference& preference) {
    Ui& ui = view.ui;
    std::vector<Option> options;
    for (const app::PreferenceValue& value : preference.values) options.push_back({std::string(value.value), std::string(ui.say(value.words))});
    std::string now = ui.platform.remembered(preference.key);
    const bool is_known = std::any_of(options.begin(), options.end(), [&](const Option& option) { return option.value == now; });
    if (!is_known) now.clear();
    if (select(ui, column, preference.key, {.label = ui.say(preference.label), .help = ui.say(preference.help)}, options, now))
        remember(view, preference.key, now);
}

}  // namespace

void preferences_screen(app::View& view, Box box) {
    Ui& ui = view.ui;
    Scroll scroll(ui, "preferences", box, box.w < ui.px(600) ? 16 : 32);
    Column& column = scroll.column;
    column.w = std::min(column.w, ui.px(560));
    heading(ui, column, 1, ui.say("nav.preferences"_tr));
    paragraph(ui, column, ui.say("preferences.lead"_tr), {Size::body, Weight::regular, ui.theme.muted});
    column.gap(ui.px(16));
    language(view, column);
    column.gap(ui.px(8));
    text_size(view, column);
    for (const app::Preference& preference : app::kPreferences) {
        column.gap(ui.px(8));
        choice(view, column, preference);
    }
    column.gap(ui.px(16));
    if (button(ui, column, "reset", ui.say("preferences.reset"_tr), {.kind = Kind::secondary, .icon = "undo-2"_icon})) {
        remember(view, app::kTextScale, "");
        for (const app::Preference& preference : app::kPreferences) remember(view, preference.key, "");
    }
}

}  // namespace lisa::views
