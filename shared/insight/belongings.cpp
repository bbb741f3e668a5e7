// What a part of the organisation answers for: its page is the way into every register (F1 for the board, story of O and R).
#include <algorithm>

#include "domain/breach_clock.h"
#include "domain/catalog.h"
#include "domain/notification_clock.h"
#include "domain/risk_checks.h"
#include "i18n/catalog_words.h"
#include "insight/parts.h"

namespace lisa {
namespace {

bool is_in_use(const Record& record, const Around&) { return record.text("status") != "retired"; }
bool is_not_ended(const Record& record, const Around&) { return record.text("status") != "ended"; }
bool is_not_disposed(const Record& record, const Around&) { return record.text("status") != "disposed"; }
bool is_open_measure(const Record& record, const Around&) { return measure::is_open(record); }
bool is_open_event(const Record& record, const Around&) { return event::is_open(record); }
bool is_open_notification(const Record& record, const Around&) { return !is_settled(record); }
bool is_open_breach(const Record& record, const Around& around) { return !breach_clock(record, around.now).is_stopped(); }

bool is_above_tolerance(const Record& record, const Around& around) { return exceeds_appetite(record, around.find); }

struct Kind {
    const Entity* entity;
    std::string_view words;  ///< what is counted
    bool (*counts)(const Record&, const Around&);
};
constexpr Kind kKinds[] = {
    {&kSystem, "insight.unit_systems", is_in_use},
    {&kAsset, "insight.unit_assets", is_not_disposed},
    {&kProcessing, "insight.unit_processings", is_not_ended},
    {&kRisk, "insight.unit_risks", is_above_tolerance},
    {&kMeasure, "insight.unit_measures", is_open_measure},
    {&kEvent, "insight.unit_events", is_open_event},
    {&kNotification, "insight.unit_notifications", is_open_notification},
    {&kBreach, "insight.unit_breaches", is_open_breach},
};

}  // namespace

void add_belongings(const Record& unit, const Around& around, Insight& insight) {
    for (const Kind& kind : kKinds) {
        Fact fact{around.words(kind.words), "", -1, {}};
        for (const Record* one : around.rows(*kind.entity)) {
            if (!kind.counts(*one, around)) continue;
            const auto places = places_of(*one, around.reader.lookup);
            if (places && std::find(places->begin(), places->end(), unit.id) != places->end()) fact.records.push_back(one);
        }
        if (fact.records.empty()) continue;
        if (kind.entity == &kRisk)  // the worst first
            std::stable_sort(fact.records.begin(), fact.records.end(), [](const Record* a, const Record* b) { return decided_level(*a) > decided_level(*b); });
        fact.text = std::to_string(fact.records.size());
        fact.list = kind.entity;
        insight.facts.push_back(std::move(fact));
    }
}

}  // namespace lisa
