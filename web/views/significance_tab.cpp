// The guided test (H3): questions from the register of thresholds, with their source, and what the answers come to. The answers are
// kept as they are given; who decides for the operator takes the proposal over, or judges otherwise.
#include "core/date.h"
#include "domain/catalog.h"
#include "domain/moments.h"
#include "domain/significance.h"
#include "i18n/catalog_words.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;

std::string answer_of(const SignificanceTest& test, const Record* threshold) {
    const auto is_in = [&](const std::vector<const Record*>& some) { return std::find(some.begin(), some.end(), threshold) != some.end(); };
    return is_in(test.met) ? "yes" : is_in(test.unmet) ? "no" : "";
}

/// Where the question comes from, and how certain that is.
std::string source_line(const app::View& view, const Record& threshold) {
    const auto words = [&](std::string_view field) { return show(threshold, position(kThreshold, field), view.reader); };
    const std::string checked = words("checked_on");
    return fill(view.ui.say(checked.empty() ? "significance.source_unchecked"_tr : "significance.source"_tr),
                {{"ground", words("ground")}, {"source", words("source")}, {"date", checked}});
}

void question(app::View& view, Column& column, const Record& seen, const SignificanceTest& test, const Record& threshold, bool may_edit, Draft& draft) {
    Ui& ui = view.ui;
    const std::string name = threshold.get(threshold::name);
    const std::string help = threshold.get(threshold::question) + "\n" + source_line(view, threshold);
    const Option options[] = {
        {"", std::string(ui.say("significance.unknown"_tr))}, {"yes", std::string(ui.say("show.yes"_tr))}, {"no", std::string(ui.say("show.no"_tr))}};
    std::string answer = answer_of(test, &threshold);
    if (!select(ui, column, "answer", {.label = name, .help = help, .is_disabled = !may_edit}, options, answer)) return;
    SignificanceAnswers answers = answered(seen, name, answer);
    draft.values["criteria_met"] = Value{std::move(answers.met)};
    draft.values["criteria_unmet"] = Value{std::move(answers.unmet)};
}

std::string names_of(const std::vector<const Record*>& thresholds) {
    std::string names;
    for (const Record* one : thresholds) names += (names.empty() ? "" : "; ") + one->get(threshold::name);
    return names;
}

/// What the answers come to, in a sentence that can stand as the reason.
std::string result_text(const app::View& view, const SignificanceTest& test) {
    return fill(view.ui.say(WordKey{"significance", significance_name(test.result)}.view()),
                {{"met", names_of(test.met)}, {"asked", std::to_string(test.asked.size())}, {"unanswered", std::to_string(test.unanswered.size())}});
}

}  // namespace

void significance_tab(app::View& view, Column& column, const Record& record) {
    Draft& draft = view.state.drafts[record.id];
    Ui& ui = view.ui;
    const auto found = places_of(record, view.state.replica);
    const Places places = found ? *found : Places{};
    const Actor& who = view.state.replica.who();
    const bool may_edit = allowed(who, Right::update, kNotification, places);
    paragraph(ui, column, ui.say("significance.lead"_tr), {Size::body, Weight::regular, ui.theme.muted});
    column.gap(ui.px(12));
    FormFrame frame = form_frame(view, with_draft(record, draft), may_edit);
    frame.only = "sectors";
    (void)form(ui, column, record, draft, frame);
    const Record seen = with_draft(record, draft);
    const SignificanceTest test = significance_of(seen, view.state.replica.rows(kThreshold));
    if (test.asked.empty()) return notice(ui, column, ui.say("significance.no_questions"_tr), Tone::warning);
    for (const Record* one : test.asked) {
        ImGui::PushID(one->id.c_str());
        question(view, column, seen, test, *one, may_edit, draft);
        ImGui::PopID();
    }
    const std::string result = result_text(view, test);
    heading(ui, column, 2, ui.say("significance.result"_tr));
    notice(ui, column, result, test.result == Significance::significant ? Tone::danger : test.result == Significance::open ? Tone::warning : Tone::good);
    const bool decides = may_edit && holds_role(who, detail::kNotificationDeciders, places);
    if (!decides) paragraph(ui, column, ui.say("problem.operator_only"), {Size::small, Weight::regular, ui.theme.muted});
    else if (test.result != Significance::open && button(ui, column, "judge", ui.say("significance.take_over"_tr), {.kind = Kind::primary})) {
        draft.values["significance"] = Value{std::string(significance_name(test.result))};
        draft.values["significance_reason"] = Value{result};
        draft.values["judged_at"] = Value{utc_text(ui.platform.now_ms())};
    }
    if (draft.is_dirty() && draft.base == 0) draft.base = record.rev;
    forget_untouched(record, draft);
}

}  // namespace lisa::views
