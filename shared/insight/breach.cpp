// Personal-data breach: how the clocks stand, what is missing before a decision, and who is still to be told.
#include "domain/breach_clock.h"
#include "domain/catalog.h"
#include "i18n/catalog_words.h"
#include "insight/parts.h"

namespace lisa {
namespace {

/// What a notice or a decision not to notify rests on.
constexpr std::string_view kNeeded[] = {"kinds",        "data_subjects",  "people_count", "data_kinds", "description",
                                        "consequences", "measures_taken", "risk",         "risk_reason"};

/// What a decision wants before it can be made, and what the assessment says about it.
void add_decision(const Record& record, const Around& around, Insight& insight) {
    add_lacking(record, kNeeded, around, insight);
    const std::string risk = record.get(breach::risk);
    if (risk == "risk" || risk == "high_risk") insight.remarks.push_back(around.words("insight.breach_must_notify"));
    if (const std::size_t at = position(kBreach, "officer_advice"); is_blank(record.values[at]) && !record.is_hidden(at))
        insight.remarks.push_back(around.words("insight.breach_no_advice"));
}

}  // namespace

void breach_insight(const Record& record, const Around& around, Insight& insight) {
    const Clock clock = breach_clock(record, around.now);
    if (!clock.from.empty()) add_clocks(breach_clocks(record, around.now), around, insight);
    if (clock.standing == Clock::Standing::late) insight.remarks.push_back(around.words("insight.breach_late"));
    if (!clock.is_stopped() && clock.basis == "discovery") insight.remarks.push_back(around.words("insight.breach_no_knowledge"));
    if (!clock.is_stopped()) add_decision(record, around, insight);
    if (const std::string day = supplement_by(record); !day.empty() && day < around.today)
        insight.remarks.push_back(around.words("insight.breach_supplement_late"));
    if (must_inform(record)) insight.remarks.push_back(around.words("insight.breach_inform"));
    add_measures(record, around, insight);
    const Record* unit = around.find(kUnit, record.text("unit"));
    if (unit && unit->values[position(kUnit, "is_controller")] != Value{true})
        insight.remarks.push_back(fill(around.words("insight.breach_no_controller"), {{"unit", around.title(*unit)}}));
}

}  // namespace lisa
