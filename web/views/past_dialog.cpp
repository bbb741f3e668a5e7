// Which day to look at (F9): written, dragged to, or one that has a name; and another to compare it with.
#include <algorithm>
#include <utility>

#include "core/date.h"
#include "domain/named_days.h"
#include "ui/dialog.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;

/// How far back the line goes; what lies before can be written.
constexpr int kDaysBack = 730;

/// The line of days until today, with a mark at each day that has a name.
void day_line(Ui& ui, Column& column, const std::string& today, const std::vector<NamedDay>& named, std::string& day) {
    const auto place_of = [&](const std::string& one) { return std::clamp(kDaysBack - static_cast<int>(days_between(one, today)), 0, kDaysBack); };
    std::vector<int> marks;
    for (const NamedDay& one : named) marks.push_back(place_of(one.day));
    int place = is_date(day) ? place_of(day) : kDaysBack;
    if (slider(ui, column, "line", {.label = ui.say("past.line"_tr)}, kDaysBack, is_date(day) ? day : today, marks, place))
        day = add_days(today, place - kDaysBack);
}

}  // namespace

void past_dialog(app::View& view) {
    Ui& ui = view.ui;
    app::PastBox& box = view.state.past_box;
    Dialog dialog(ui, "past", ui.say("past.title"_tr), 560, view.state.overlay_height);
    Column& column = dialog.column;
    const std::string today = swedish_date(ui.platform.now_ms());
    const std::vector<NamedDay> named = named_days(today, add_days(today, -kDaysBack));
    paragraph(ui, column, ui.say("past.lead"_tr), {Size::body, Weight::regular, ui.theme.muted});
    column.gap(ui.px(12));
    const auto is_good = [&](const std::string& day) { return is_date(day) && day <= today; };
    FieldLook look{.label = ui.say("past.day"_tr), .is_required = true};
    if (is_date(box.day) && box.day > today) look.problem = std::string(ui.say("past.to_come"_tr));
    if (std::exchange(view.state.overlay_is_fresh, false)) ui.platform.focus(id_of("day"));
    (void)text_field(ui, column, "day", look, box.day, Aria::date);
    day_line(ui, column, today, named, box.day);
    {
        Container group(ui, Aria::group, "named", ui.say("past.named"_tr), {column.x, column.y, column.w, 0});
        ButtonRow row(ui, column);
        for (const NamedDay& one : named)
            if (row.add(one.key, std::string(ui.say(one.key)) + " (" + one.day + ")", {.kind = Kind::quiet})) box.day = one.day;
    }
    column.gap(ui.px(16));
    FieldLook other{.label = ui.say("past.against"_tr), .help = ui.say("past.against_help"_tr)};
    if (is_date(box.against) && box.against > today) other.problem = std::string(ui.say("past.to_come"_tr));
    (void)text_field(ui, column, "against", other, box.against, Aria::date);
    ButtonRow row(ui, column);
    const bool is_ready = is_good(box.day) && (box.against.empty() || is_good(box.against));
    if (row.add("show", ui.say("past.show"_tr), {.kind = Kind::primary, .is_disabled = !is_ready, .description = is_ready ? "" : ui.say("past.choose"_tr)}))
        view.commands.push_back([chosen = box](app::App& app) { app.show_past(chosen.day, chosen.against); });
    if (row.add("today", ui.say("past.against_today"_tr), {.kind = Kind::quiet})) box.against = today;
    if (row.add("no", ui.say("dialog.cancel"_tr), {.kind = Kind::quiet}) || dialog.was_dismissed)
        view.commands.push_back([](app::App& app) { app.open(app::Overlay::none); });
}

}  // namespace lisa::views
