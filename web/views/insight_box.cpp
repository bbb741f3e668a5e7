// What Lisa works out about the open record, above its facts: with the reason for each thing, and what should be mended.
#include "core/date.h"
#include "insight/insight.h"
#include "views/screens.h"

namespace lisa::views {

using namespace ui;

namespace {

const Insight& insight(app::View& view, const Record& record) {
    app::InsightCache& cache = view.state.insight;
    const std::string today = swedish_date(view.ui.platform.now_ms());
    if (cache.id == record.id && cache.version == view.state.replica.version() && cache.language == view.ui.language && cache.day == today)
        return cache.insight;
    const Replica& replica = view.state.replica;
    const Around around{
        .reader = view.reader,
        .who = replica.who(),
        .today = today,
        .rows = [&](const Entity& entity) { return replica.rows(entity); },
        .referring = [&](const Entity& entity, std::string_view field, const std::string& id) { return replica.referring(entity, field, id); },
        .find = [&](const Entity& entity, const std::string& id) { return replica.find(entity, id); },
    };
    cache = {record.id, view.state.replica.version(), view.ui.language, today, insight_of(record, around)};
    return cache.insight;
}

}  // namespace

void insight_box(app::View& view, Column& column, const Record& record) {
    Ui& ui = view.ui;
    const Insight& insight_now = insight(view, record);
    if (insight_now.is_empty()) return;
    column.gap(ui.px(8));
    heading(ui, column, 2, ui.say("insight.title"_tr));
    column.gap(ui.px(4));
    for (const Fact& fact : insight_now.facts) {
        paragraph(ui, column, fact.label + ": " + fact.text, {Size::body, Weight::semibold});
        for (const std::string& reason : fact.because) paragraph(ui, column, reason, {Size::small, Weight::regular, ui.theme.muted});
        column.gap(ui.px(8));
    }
    for (const std::string& remark : insight_now.remarks) notice(ui, column, remark, Tone::warning);
    column.gap(ui.px(16));
}

}  // namespace lisa::views
