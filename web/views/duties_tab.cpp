// How a governing document is followed (F7): each sentence with "ska", whether it is, and what shows it: what is counted in the
// registers with what is lacking there, or who judged it, when and why.
#include <algorithm>

#include "app/around.h"
#include "core/date.h"
#include "domain/catalog.h"
#include "i18n/catalog_words.h"
#include "insight/duties.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;

Tone tone_of(DutyStatus status) {
    switch (status) {
        case DutyStatus::met: return Tone::good;
        case DutyStatus::partly: return Tone::warning;
        case DutyStatus::not_met: return Tone::danger;
        case DutyStatus::unjudged: return Tone::info;
        case DutyStatus::not_applicable:
        case DutyStatus::unseen: return Tone::plain;
    }
    return Tone::plain;
}

std::string status_words(const Ui& ui, DutyStatus status) { return std::string(ui.say(WordKey{"duty", duty_status_name(status)}.view())); }

TextStyle small(const Ui& ui) { return {Size::small, Weight::regular, ui.theme.muted}; }

/// Who judged it, when and why, and the way to all of it.
void judged(app::View& view, Column& column, const Duty& duty) {
    Ui& ui = view.ui;
    const Record& one = *duty.judgement;
    const auto shown = [&](std::string_view field) { return show_marked(one, position(kDutyJudgement, field), view.reader); };
    paragraph(ui, column, fill(ui.say("duty.judged"_tr), {{"name", shown("judged_by")}, {"date", shown("judged_on")}}), small(ui));
    paragraph(ui, column, shown("motive"));
    if (duty.is_old) notice(ui, column, fill(ui.say("duty.old"_tr), {{"date", shown("holds_until")}}), Tone::warning, Aria::paragraph);
    const auto open = [&](const Entity& entity, const Record& record, std::string_view key, std::string_view words) {
        const app::Route route{.screen = app::Screen::reg, .entity = &entity, .id = record.id};
        if (link(ui, column, key, words, app::path_of(route))) view.go(route);
        column.gap(ui.px(4));
    };
    open(kDutyJudgement, one, "judgement", ui.say("duty.open"_tr));
    const Record* evidence = view.state.replica.find(kEvidence, one.text("evidence"));
    if (evidence) open(kEvidence, *evidence, "evidence", std::string(ui.say(entity_key(kEvidence).view())) + ": " + title_of(*evidence, view.reader));
}

void judge_button(app::View& view, Column& column, const Duty& duty) {
    Ui& ui = view.ui;
    const Actor& who = view.state.replica.who();
    const auto places = places_of(*duty.section, view.state.replica);
    const ButtonLook look{.kind = Kind::quiet, .icon = "scale"_icon, .description = duty.sentence.text};
    if (!places || !allowed(who, duty.judgement ? Right::update : Right::create, kDutyJudgement, *places)) return;
    if (!button(ui, column, "judge", ui.say(duty.judgement ? "deed.judge_anew"_tr : "duty.judge"_tr), look)) return;
    std::map<std::string, Value> values{{"judged_by", Value{who.person}}, {"judged_on", Value{swedish_date(ui.platform.now_ms())}}};
    if (duty.judgement) {
        view.commands.push_back([copy = *duty.judgement, values](app::App& app) { app.fill_in(copy, values); });
        return;
    }
    values["section"] = Value{duty.section->id};
    values["sentence"] = Value{duty.sentence.text};
    view.commands.push_back([values](app::App& app) { app.create(kDutyJudgement, values); });
}

void duty_row(app::View& view, Column& column, const Duty& duty) {
    Ui& ui = view.ui;
    const std::string key = duty.section->id + duty.sentence.key;
    ImGui::PushID(key.c_str());
    {
        Container item(ui, Aria::listitem, key, "", {column.x, column.y, column.w, 0});
        paragraph(ui, column, duty.sentence.text, {Size::body, Weight::semibold});
        column.gap(ui.px(4));
        badge(ui, {column.x, column.y}, status_words(ui, duty.status), tone_of(duty.status));
        column.gap(ui.px(30));
        if (duty.is_computed()) paragraph(ui, column, ui.say("duty.computed"_tr), small(ui));
        for (std::size_t i = 0; i < duty.proofs.size(); ++i) {
            const Fact& proof = duty.proofs[i];
            paragraph(ui, column, proof.label + ": " + proof.text);
            if (proof.records.empty()) continue;
            paragraph(ui, column, ui.say("duty.lacking"_tr), small(ui));
            ImGui::PushID(static_cast<int>(i));
            fact_records(view, column, proof, key);
            ImGui::PopID();
        }
        if (duty.judgement) judged(view, column, duty);
        if (!duty.is_computed()) judge_button(view, column, duty);
    }
    column.gap(ui.px(20));
    ImGui::PopID();
}

}  // namespace

void duties_tab(app::View& view, Column& column, const Record& record) {
    Ui& ui = view.ui;
    const std::vector<Duty> duties = duties_of(record, app::around(view.state.replica, view.reader, ui.platform.now_ms()));
    if (duties.empty()) return paragraph(ui, column, ui.say("duty.none"_tr), {Size::body, Weight::regular, ui.theme.muted});
    paragraph(ui, column, ui.say("duty.lead"_tr), {Size::body, Weight::regular, ui.theme.muted});
    std::string counts = fill(ui.say("duty.count"_tr), {{"count", std::to_string(duties.size())}});
    for (int i = 0; i <= static_cast<int>(DutyStatus::unseen); ++i) {
        const auto status = static_cast<DutyStatus>(i);
        const auto count = std::count_if(duties.begin(), duties.end(), [&](const Duty& duty) { return duty.status == status; });
        if (count > 0) counts += " " + status_words(ui, status) + ": " + std::to_string(count) + ".";
    }
    paragraph(ui, column, counts, {Size::body, Weight::semibold});
    column.gap(ui.px(16));
    for (std::size_t i = 0; i < duties.size();) {
        const Record& section = *duties[i].section;
        heading(ui, column, 2, title_of(section, view.reader));
        column.gap(ui.px(6));
        Container list(ui, Aria::list, section.id, title_of(section, view.reader), {column.x, column.y, column.w, 0});
        for (; i < duties.size() && duties[i].section == &section; ++i) duty_row(view, column, duties[i]);
    }
}

}  // namespace lisa::views
