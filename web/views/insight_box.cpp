// What Lisa works out about the open record, above its facts: with the reason for each thing, and what should be mended.
#include "app/around.h"
#include "views/screens.h"

namespace lisa::views {

using namespace ui;

namespace {

const Insight& insight(app::View& view, const Record& record) {
    app::InsightCache& cache = view.state.insight;
    const std::int64_t now = view.now_ms();
    const std::int64_t minute = now / 60'000;  // clocks run in it
    if (cache.id == record.id && cache.version == view.state.replica.version() && cache.language == view.ui.language && cache.minute == minute)
        return cache.insight;
    cache = {record.id, view.state.replica.version(), view.ui.language, minute, insight_of(record, app::around(view.state.replica, view.reader, now))};
    return cache.insight;
}

/// How a clock looks: what runs out is never told by colour alone.
Tone tone_of(Clock::Standing standing) {
    using Standing = Clock::Standing;
    switch (standing) {
        case Standing::running: return Tone::info;
        case Standing::late: return Tone::danger;
        case Standing::told: return Tone::good;
        case Standing::told_late: return Tone::warning;
        case Standing::waiting:
        case Standing::decided_not: return Tone::plain;
    }
    return Tone::plain;
}

constexpr std::size_t kMostCounted = 5;

}  // namespace

void fact_records(app::View& view, Column& column, const Fact& fact, const std::string& of) {
    Ui& ui = view.ui;
    const std::string key = of + "." + std::string(fact.list->name);
    const bool is_whole = fact.records.size() <= kMostCounted || view.state.unfolded.contains(key);
    const std::size_t shown = is_whole ? fact.records.size() : kMostCounted;
    for (std::size_t i = 0; i < shown; ++i) {
        const app::Route route{.screen = app::Screen::reg, .entity = fact.list, .id = fact.records[i]->id};
        if (link(ui, column, "counted." + route.id, title_of(*fact.records[i], view.reader), app::path_of(route))) view.go(route);
        column.gap(ui.px(4));
    }
    if (is_whole) return;
    const std::string all = fill(ui.say("insight.show_all"_tr), {{"what", fact.label}, {"count", std::to_string(fact.records.size())}});
    if (button(ui, column, "all." + key, all, {.kind = Kind::quiet})) view.state.unfolded.insert(key);
}

void insight_box(app::View& view, Column& column, const Record& record) {
    Ui& ui = view.ui;
    const Insight& insight_now = insight(view, record);
    if (insight_now.is_empty()) return;
    column.gap(ui.px(8));
    heading(ui, column, 2, ui.say("insight.title"_tr));
    column.gap(ui.px(4));
    for (const Fact& fact : insight_now.facts) {
        if (fact.clock) notice(ui, column, fact.label + ": " + fact.text, tone_of(*fact.clock), Aria::paragraph);
        else paragraph(ui, column, fact.label + ": " + fact.text, {Size::body, Weight::semibold});
        for (const std::string& reason : fact.because) paragraph(ui, column, reason, {Size::small, Weight::regular, ui.theme.muted});
        if (!fact.records.empty()) fact_records(view, column, fact, record.id);
        column.gap(ui.px(8));
    }
    for (const std::string& remark : insight_now.remarks) notice(ui, column, remark, Tone::warning);
    column.gap(ui.px(16));
}

}  // namespace lisa::views
