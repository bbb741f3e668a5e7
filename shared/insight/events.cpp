// Events and the notifications that they lead to: which clocks run, which cases should be opened, which risks stand to be
// assessed again, and what does not hold together.
#include <algorithm>

#include "core/date.h"
#include "domain/catalog.h"
#include "domain/notification_clock.h"
#include "domain/significance.h"
#include "i18n/catalog_words.h"
#include "insight/parts.h"
#include "report/when.h"

namespace lisa {
namespace {

/// What a notification rests on.
constexpr std::string_view kNeeded[] = {"severity",     "kinds",          "course",       "description",   "affected",
                                        "consequences", "measures_taken", "is_malicious", "crosses_border"};

/// The cases of one register that belong to the event, with the clocks that run in them.
std::size_t add_cases(const Record& record, const Entity& entity, const Around& around, Insight& insight) {
    Fact fact{around.words(entities_key(entity).view()), "", -1, {}};
    fact.records = around.referring(entity, "event", record.id);
    fact.list = &entity;
    std::size_t running = 0;
    for (const Record* one : fact.records) {
        const Record* unit = around.find(kUnit, one->text("unit"));
        for (const Clock& clock : clocks_of(*one, around.now)) {
            if (!clock.is_running()) continue;
            ++running;
            fact.because.push_back((unit ? around.title(*unit) + ": " : "") + around.words(WordKey{"clock", clock.name}.view()) + ", " +
                                   clock_text(clock, around));
        }
    }
    fact.text = std::to_string(fact.records.size());
    if (!fact.records.empty()) insight.facts.push_back(std::move(fact));
    return running;
}

void add_entries(const Record& record, const Around& around, Insight& insight) {
    Fact fact{around.words(entities_key(kEventEntry).view()), "", -1, {}};
    fact.records = around.referring(kEventEntry, "event", record.id);
    fact.list = &kEventEntry;
    fact.text = std::to_string(fact.records.size());
    if (!fact.records.empty()) insight.facts.push_back(std::move(fact));
}

/// Risks that the event is tied to, or that lie in its system or information, and were not assessed since.
void add_risks(const Record& record, const Around& around, Insight& insight) {
    const std::string day = swedish_date(record.get(event::discovered_at)), system = record.get(event::system), asset = record.get(event::asset);
    if (record.get(event::status) == "dismissed") return;
    Fact fact{around.words("insight.event_risks"), "", -1, {}};
    const auto take = [&](const Record* risk) {
        if (!risk || risk->get(risk::status) == "closed" || risk->get(risk::assessed_on) >= day) return;
        if (std::find(fact.records.begin(), fact.records.end(), risk) == fact.records.end()) fact.records.push_back(risk);
    };
    for (const Record* link : around.referring(kEventLink, "event", record.id)) take(around.find(kRisk, link->text("risk")));
    if (!system.empty())
        for (const Record* risk : around.referring(kRisk, "system", system)) take(risk);
    if (!asset.empty())
        for (const Record* risk : around.referring(kRisk, "asset", asset)) take(risk);
    fact.list = &kRisk;
    fact.text = std::to_string(fact.records.size());
    if (!fact.records.empty()) insight.facts.push_back(std::move(fact));
}

}  // namespace

void event_insight(const Record& record, const Around& around, Insight& insight) {
    std::size_t running = 0;
    const auto may_see = [&](const Entity& entity) { return allowed_somewhere(around.who, Right::read, entity); };
    const auto has_none = [&](const Entity& entity) { return may_see(entity) && around.referring(entity, "event", record.id).empty(); };
    for (const Entity* entity : {&kNotification, &kBreach}) running += add_cases(record, *entity, around, insight);
    add_measures(record, around, insight);
    add_entries(record, around, insight);
    add_risks(record, around, insight);
    const std::string status = record.get(event::status), known = record.get(event::known_at);
    if (status == "dismissed") return;
    const bool is_incident = record.get(event::kind) == "incident";
    if (is_incident && known.empty()) insight.remarks.push_back(around.words("insight.event_no_knowledge"));
    if (is_incident && has_none(kNotification)) {
        const std::string due = add_hours(known.empty() ? record.get(event::discovered_at) : known, kWarnHours);
        insight.remarks.push_back(fill(around.words("insight.event_not_tested"), {{"when", deadline_text(due, around.now, around.reader.language)}}));
    }
    if (record.get(event::has_personal_data) == "yes" && has_none(kBreach)) insight.remarks.push_back(around.words("insight.event_no_breach"));
    if (running > 0 && (status == "handled" || status == "closed"))
        insight.remarks.push_back(fill(around.words("insight.event_clocks_run"), {{"count", std::to_string(running)}}));
}

void notification_insight(const Record& record, const Around& around, Insight& insight) {
    const std::vector<Clock> clocks = notification_clocks(record, around.now);
    add_clocks(clocks, around, insight);
    for (const Clock& clock : clocks)
        if (clock.standing == Clock::Standing::late)
            insight.remarks.push_back(fill(around.words("insight.clock_late"), {{"clock", around.words(WordKey{"clock", clock.name}.view())}}));
    const std::string significance = record.get(notification::significance);
    if (!is_settled(record)) {
        if (clocks.front().basis == "discovery") insight.remarks.push_back(around.words("insight.notification_no_knowledge"));
        if (significance.empty()) insight.remarks.push_back(around.words("insight.not_judged"));
        if (significance == "significant" && clocks[1].is_running()) insight.remarks.push_back(around.words("insight.must_notify_incident"));
        add_lacking(record, kNeeded, around, insight);
    }
    const SignificanceTest test = significance_of(record, around.rows(kThreshold));
    if (significance == "not_significant" && test.result == Significance::significant) insight.remarks.push_back(around.words("insight.significance_differs"));
    const Record* unit = around.find(kUnit, record.text("unit"));
    if (unit && !is_legal_entity(*unit)) insight.remarks.push_back(fill(around.words("insight.no_operator"), {{"unit", around.title(*unit)}}));
}

}  // namespace lisa
