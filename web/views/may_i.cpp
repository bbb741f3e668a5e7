// "Får jag …?": one picks what information it is and what one wants to do with it, and gets the answer that its class and the
// rules for handling give, with the reason.
#include <algorithm>

#include "domain/catalog.h"
#include "domain/may_i.h"
#include "i18n/catalog_words.h"
#include "report/scale.h"
#include "schema/scale.h"
#include "views/find.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;

struct AnswerLook {
    std::string_view answer;
    Tone tone;
};
constexpr AnswerLook kAnswers[] = {{"yes", Tone::good}, {"with_conditions", Tone::warning}, {"ask", Tone::warning}, {"no", Tone::danger}};

Tone tone_of(std::string_view answer) {
    for (const AnswerLook& look : kAnswers)
        if (look.answer == answer) return look.tone;
    return Tone::warning;
}

/// What the person picked: an own asset, or a typical kind of information from the starter kit.
const Record* subject_of(const app::View& view) {
    const std::string& id = view.state.may_i.subject;
    const Record* asset = view.state.replica.find(kAsset, id);
    return asset ? asset : view.state.replica.find(kInformationType, id);
}

/// The rules of the parts of the organisation where the person is, and of all above them.
std::vector<const Record*> my_rules(app::View& view) {
    Replica& replica = view.state.replica;
    Places mine;
    for (const Grant& grant : replica.who().grants)
        if (const auto above = replica.places_above(kUnit, grant.unit)) mine.insert(mine.end(), above->begin(), above->end());
    std::vector<const Record*> rules = replica.rows(kHandlingRule);
    std::erase_if(rules, [&](const Record* rule) { return std::find(mine.begin(), mine.end(), rule->text("unit")) == mine.end(); });
    return rules;
}

void ask(app::View& view, Column& column) {
    Ui& ui = view.ui;
    app::MayI& asked = view.state.may_i;
    const Record* subject = subject_of(view);
    const auto suggest = [&view](std::string_view typed) {
        std::vector<Option> options;
        for (const Entity* entity : {&kAsset, &kInformationType})
            for (const Found& found : find_records(view, *entity, typed, 5)) options.push_back({found.record->id, found.title});
        return options;
    };
    (void)combobox(ui, column, "subject", {.label = ui.say("may_i.what"_tr), .help = ui.say("may_i.what_help"_tr)}, asked.combo,
                   subject ? title_of(*subject, view.reader) : "", asked.subject, suggest);
    std::vector<Option> ways{{"", std::string(ui.say("may_i.choose"_tr))}};
    const Field& way = *find_field(kHandlingRule, "way");
    for (std::string_view option : way.options) ways.push_back({std::string(option), std::string(ui.say(option_key(kHandlingRule, way, option).view()))});
    (void)select(ui, column, "way", {.label = ui.say("may_i.how"_tr)}, ways, asked.way);
}

/// Shows the answer, and returns which it is; empty when no rule gives one.
std::string answer(app::View& view, Column& column, const Record& subject) {
    Ui& ui = view.ui;
    const auto* level = std::get_if<std::int64_t>(&subject.values[position(*subject.entity, "confidentiality")]);
    const std::vector<const Record*> rules = my_rules(view);
    const auto verdict = may_i(view.state.may_i.way, level ? std::optional(*level) : std::nullopt, subject.text("personal_data"), rules);
    if (!verdict) {
        notice(ui, column, ui.say("may_i.no_rule"_tr), Tone::warning);
        return {};
    }
    const Field& field = *find_field(kHandlingRule, "answer");
    heading(ui, column, 2, ui.say(option_key(kHandlingRule, field, verdict->answer).view()));
    if (!verdict->rule) {
        notice(ui, column, ui.say("may_i.not_classified"_tr), Tone::warning);
    } else {
        const Record& rule = *verdict->rule;
        if (const std::string text = rule.text("conditions"); !text.empty()) notice(ui, column, text, tone_of(verdict->answer));
        if (const std::string text = rule.text("reason"); !text.empty()) paragraph(ui, column, fill(ui.say("may_i.because"_tr), {{"reason", text}}));
        if (const std::string text = rule.text("paragraph"); !text.empty())
            paragraph(ui, column, fill(ui.say("may_i.stands"_tr), {{"where", text}}), {Size::small, Weight::regular, ui.theme.muted});
    }
    const std::string class_text = level ? scale_text(kLevelScale, *level, view.reader) : std::string(ui.say("may_i.unknown"_tr));
    paragraph(ui, column, fill(ui.say("may_i.class"_tr), {{"level", class_text}}), {Size::small, Weight::regular, ui.theme.muted});
    column.gap(ui.px(8));
    const app::Route route{.screen = app::Screen::reg, .entity = subject.entity, .id = subject.id};
    if (link(ui, column, "subject.open", title_of(subject, view.reader), app::path_of(route))) view.go(route);
    return std::string(verdict->answer);
}

/// What is not allowed, or only with conditions, may be asked for: the way to an application for an exception.
void exception(app::View& view, Column& column, const Record& subject) {
    Ui& ui = view.ui;
    if (!allowed_somewhere(view.state.replica.who(), Right::create, kPolicyException)) return;
    column.gap(ui.px(16));
    paragraph(ui, column, ui.say("may_i.exception_lead"_tr), {Size::body, Weight::regular, ui.theme.muted});
    column.gap(ui.px(8));
    if (!button(ui, column, "exception", ui.say("may_i.exception"_tr), {.icon = "ticket-check"_icon})) return;
    const Field& way = *find_field(kHandlingRule, "way");
    std::map<std::string, Value> values;
    values["what"] = Value{std::string(ui.say(option_key(kHandlingRule, way, view.state.may_i.way).view())) + ": " + title_of(subject, view.reader)};
    if (subject.entity == &kAsset) values["asset"] = Value{subject.id};
    view.commands.push_back([values = std::move(values)](app::App& app) { app.create(kPolicyException, values); });
}

}  // namespace

void may_i_screen(app::View& view, Box box) {
    Ui& ui = view.ui;
    Scroll scroll(ui, "may_i", box, box.w < ui.px(600) ? 16 : 32);
    Column& column = scroll.column;
    column.w = std::min(column.w, ui.px(640));
    heading(ui, column, 1, ui.say("nav.may_i"_tr));
    paragraph(ui, column, ui.say("may_i.lead"_tr), {Size::body, Weight::regular, ui.theme.muted});
    column.gap(ui.px(16));
    ask(view, column);
    column.gap(ui.px(16));
    const Record* subject = subject_of(view);
    if (!subject || view.state.may_i.way.empty()) return;
    if (const std::string said = answer(view, column, *subject); !said.empty() && said != "yes") exception(view, column, *subject);
}

}  // namespace lisa::views
