// The time limits of a case in words, and what is missing before a notice.
#include "core/date.h"
#include "i18n/catalog_words.h"
#include "insight/parts.h"
#include "report/when.h"

namespace lisa {

std::string clock_text(const Clock& clock, const Around& around) {
    using Standing = Clock::Standing;
    const Language language = around.reader.language;
    switch (clock.standing) {
        case Standing::waiting: return around.words(WordKey{"clock", "waits", clock.basis}.view());
        case Standing::running:
        case Standing::late: return deadline_text(clock.due, around.now, language);
        case Standing::told:
        case Standing::told_late:
            return fill(around.words(clock.standing == Standing::told ? "clock.told" : "clock.told_late"),
                        {{"span", span_text(minutes_between(clock.from, clock.told), language)}, {"reference", clock.reference}});
        case Standing::decided_not: return around.words("clock.decided_not");
    }
    return {};
}

void add_clocks(const std::vector<Clock>& clocks, const Around& around, Insight& insight) {
    for (const Clock& clock : clocks) {
        Fact fact{around.words(WordKey{"clock", clock.name}.view()), clock_text(clock, around), -1, {}};
        fact.clock = clock.standing;
        if (!clock.due.empty())
            fact.because.push_back(
                fill(around.words(WordKey{"clock", "from", clock.basis}.view()), {{"time", swedish_time(clock.from)}, {"deadline", swedish_time(clock.due)}}));
        insight.facts.push_back(std::move(fact));
    }
}

void add_lacking(const Record& record, std::span<const std::string_view> needed, const Around& around, Insight& insight) {
    std::vector<std::string> missing;
    for (std::string_view name : needed)
        if (const std::size_t at = position(*record.entity, name); is_blank(record.values[at]) && !record.is_hidden(at)) missing.emplace_back(name);
    if (!missing.empty()) insight.remarks.push_back(fill(around.words("insight.case_lacks"), {{"fields", field_list(around, *record.entity, missing)}}));
}

}  // namespace lisa
