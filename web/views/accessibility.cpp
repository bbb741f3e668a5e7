// The accessibility statement (tillgänglighetsredogörelse, lagen 2018:1937): made from what is known about each criterion, with
// a way to tell of what is missing there.
#include <algorithm>

#include "domain/unit.h"
#include "views/criteria.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;

constexpr std::string_view kSupervisor = "https://www.digg.se/tdosanmalan";

/// "help.wcag.1_4_3" and the like.
std::string key_of(std::string_view stem, std::string_view number) {
    std::string key = "help." + std::string(stem) + "." + std::string(number);
    std::replace(key.begin() + static_cast<std::ptrdiff_t>(key.size() - number.size()), key.end(), '.', '_');
    return key;
}

std::string number_of(Known known) {
    return std::to_string(std::count_if(std::begin(kCriteria), std::end(kCriteria), [&](const Criterion& one) { return one.known == known; }));
}

/// A list with a heading: the criteria of which the same is known.
void criteria(app::View& view, Column& column, Known known, Tr title) {
    Ui& ui = view.ui;
    const std::string words = fill(ui.say(title), {{"count", number_of(known)}});
    column.gap(ui.px(12));
    heading(ui, column, 3, words);
    Container list(ui, Aria::list, words, words, {column.x, column.y, column.w, 0});
    for (const Criterion& one : kCriteria) {
        if (one.known != known) continue;
        std::string text = std::string(one.number) + " " + std::string(ui.say(key_of("wcag", one.number)));
        if (known == Known::lacking) text += ": " + std::string(ui.say(key_of("fault", one.number)));
        const ImVec2 at{column.x, column.y};
        const Box box = column.take(draw_wrapped(ui, &at, text, column.w));
        add_node(ui, box, Aria::listitem, text);
        column.gap(ui.px(4));
    }
}

/// Letters and digits as they are, the rest as an address takes it.
std::string escaped(std::string_view text) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string out;
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        if (std::isalnum(byte)) out += letter;
        else out.append({'%', kHex[byte >> 4], kHex[byte & 15]});
    }
    return out;
}

/// A letter to the municipality that says already where one was and how Lisa was shown.
void report(app::View& view, Column& column) {
    Ui& ui = view.ui;
    heading(ui, column, 2, ui.say("accessibility.report"_tr));
    paragraph(ui, column, ui.say("help.accessibility.report"_tr));
    column.gap(ui.px(6));
    const auto units = view.state.replica.rows(kUnit);
    const auto root = std::find_if(units.begin(), units.end(), [](const Record* unit) { return unit->text("parent").empty(); });
    const std::string email = root == units.end() ? "" : (*root)->text("email"), phone = root == units.end() ? "" : (*root)->text("phone");
    if (!email.empty()) {
        const std::string_view shown = ui.say(ui.is_text ? "accessibility.as_text"_tr : "accessibility.as_drawn"_tr);
        const std::string body = fill(ui.say("accessibility.letter"_tr), {{"view", std::string(shown)}});
        const std::string href = "mailto:" + email + "?subject=" + escaped(ui.say("accessibility.subject"_tr)) + "&body=" + escaped(body);
        (void)link(ui, column, "mail", fill(ui.say("accessibility.write"_tr), {{"email", email}}), href);
        column.gap(ui.px(6));
    }
    if (!phone.empty()) paragraph(ui, column, fill(ui.say("accessibility.call"_tr), {{"phone", phone}}));
    if (email.empty() && phone.empty()) paragraph(ui, column, ui.say("accessibility.nobody"_tr));
    column.gap(ui.px(6));
    paragraph(ui, column, ui.say("help.accessibility.supervisor"_tr));
    (void)link(ui, column, "supervisor", ui.say("accessibility.supervisor"_tr), kSupervisor);
    column.gap(ui.px(16));
}

}  // namespace

void accessibility_screen(app::View& view, Box box) {
    Ui& ui = view.ui;
    Scroll scroll(ui, "accessibility", box, box.w < ui.px(600) ? 16 : 32);
    Column& column = scroll.column;
    column.w = std::min(column.w, ui.px(680));
    heading(ui, column, 1, ui.say("nav.accessibility"_tr));
    if (!has_help(ui.language)) return paragraph(ui, column, ui.say("register.loading"_tr), {Size::body, Weight::regular, ui.theme.muted});
    paragraph(ui, column, ui.say("help.accessibility.lead"_tr));
    column.gap(ui.px(16));
    heading(ui, column, 2, ui.say("accessibility.how_well"_tr));
    paragraph(ui, column,
              fill(ui.say("help.accessibility.counts"_tr), {{"all", std::to_string(std::size(kCriteria))},
                                                            {"tested", number_of(Known::tested)},
                                                            {"judged", number_of(Known::judged)},
                                                            {"absent", number_of(Known::absent)},
                                                            {"lacking", number_of(Known::lacking)}}));
    column.gap(ui.px(16));
    heading(ui, column, 2, ui.say("accessibility.known"_tr));
    paragraph(ui, column, ui.say("help.accessibility.canvas"_tr));
    column.gap(ui.px(6));
    paragraph(ui, column, ui.say("help.accessibility.not_tried"_tr));
    column.gap(ui.px(16));
    report(view, column);
    heading(ui, column, 2, ui.say("accessibility.criteria"_tr));
    criteria(view, column, Known::lacking, "accessibility.lacking"_tr);
    criteria(view, column, Known::tested, "accessibility.tested"_tr);
    criteria(view, column, Known::judged, "accessibility.judged"_tr);
    criteria(view, column, Known::absent, "accessibility.absent"_tr);
}

}  // namespace lisa::views
