// Personal-data breach: how the clock stands and since when, what is missing before a decision, and who is still to be told.
#include "core/date.h"
#include "domain/breach_clock.h"
#include "domain/catalog.h"
#include "i18n/catalog_words.h"
#include "insight/parts.h"
#include "report/when.h"

namespace lisa {
namespace {

using Clock = BreachClock::Standing;

/// What a notice or a decision not to notify rests on.
constexpr std::string_view kNeeded[] = {"kinds",        "data_subjects",  "people_count", "data_kinds", "description",
                                        "consequences", "measures_taken", "risk",         "risk_reason"};

std::string standing_text(const Record& record, const BreachClock& clock, const Around& around) {
    const Language language = around.reader.language;
    switch (clock.standing) {
        case Clock::running:
        case Clock::late: return deadline_text(clock.notify_by, around.now, language);
        case Clock::notified:
        case Clock::notified_late: {
            const std::string_view key = clock.standing == Clock::notified ? "insight.breach_notified" : "insight.breach_notified_late";
            return fill(around.words(key), {{"span", span_text(minutes_between(clock.from, record.get(breach::notified_at)), language)},
                                            {"reference", record.get(breach::authority_reference)}});
        }
        case Clock::decided_not: return around.words("insight.breach_decided_not");
    }
    return {};
}

void add_clock(const Record& record, const BreachClock& clock, const Around& around, Insight& insight) {
    if (clock.from.empty()) return;
    Fact fact{around.words("insight.breach_clock"), standing_text(record, clock, around), -1, {}};
    fact.because.push_back(fill(around.words(clock.is_from_discovery ? "insight.breach_from_discovery" : "insight.breach_from_knowledge"),
                                {{"time", swedish_time(clock.from)}, {"deadline", swedish_time(clock.notify_by)}}));
    insight.facts.push_back(std::move(fact));
    if (clock.standing == Clock::late) insight.remarks.push_back(around.words("insight.breach_late"));
    if (clock.is_from_discovery && !clock.is_stopped()) insight.remarks.push_back(around.words("insight.breach_no_knowledge"));
}

/// What a decision wants before it can be made, and what the assessment says about it.
void add_decision(const Record& record, const Around& around, Insight& insight) {
    std::vector<std::string> missing;
    for (std::string_view name : kNeeded)
        if (const std::size_t at = position(kBreach, name); is_blank(record.values[at]) && !record.is_hidden(at)) missing.emplace_back(name);
    if (!missing.empty()) insight.remarks.push_back(fill(around.words("insight.breach_lacks"), {{"fields", field_list(around, kBreach, missing)}}));
    const std::string risk = record.get(breach::risk);
    if (risk == "risk" || risk == "high_risk") insight.remarks.push_back(around.words("insight.breach_must_notify"));
    if (const std::size_t at = position(kBreach, "officer_advice"); is_blank(record.values[at]) && !record.is_hidden(at))
        insight.remarks.push_back(around.words("insight.breach_no_advice"));
}

}  // namespace

void breach_insight(const Record& record, const Around& around, Insight& insight) {
    const BreachClock clock = breach_clock(record, around.now);
    add_clock(record, clock, around, insight);
    if (!clock.is_stopped()) add_decision(record, around, insight);
    if (const std::string day = supplement_by(record); !day.empty()) {
        insight.facts.push_back({field_words(around, kBreach, "supplement_by"), day, -1, {}});
        if (day < around.today) insight.remarks.push_back(around.words("insight.breach_supplement_late"));
    }
    if (must_inform(record)) insight.remarks.push_back(around.words("insight.breach_inform"));
    add_measures(record, around, insight);
    const Record* unit = around.find(kUnit, record.text("unit"));
    if (unit && unit->values[position(kUnit, "is_controller")] != Value{true})
        insight.remarks.push_back(fill(around.words("insight.breach_no_controller"), {{"unit", around.title(*unit)}}));
}

}  // namespace lisa
