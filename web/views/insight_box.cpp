// What Lisa works out about the open record, above its facts: with the reason for each thing, and what should be mended.
#include "app/around.h"
#include "core/date.h"
#include "views/screens.h"

namespace lisa::views {

using namespace ui;

namespace {

const Insight& insight(app::View& view, const Record& record) {
    app::InsightCache& cache = view.state.insight;
    const std::string today = swedish_date(view.ui.platform.now_ms());
    if (cache.id == record.id && cache.version == view.state.replica.version() && cache.language == view.ui.language && cache.day == today)
        return cache.insight;
    cache = {record.id, view.state.replica.version(), view.ui.language, today, insight_of(record, app::around(view.state.replica, view.reader, today))};
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
