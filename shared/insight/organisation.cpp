// The organisation and its papers: what lacks somebody who answers for it, whose role ends, who has read.
#include <algorithm>
#include <set>

#include "core/date.h"
#include "domain/catalog.h"
#include "domain/confirmations.h"
#include "domain/openings.h"
#include "i18n/catalog_words.h"
#include "insight/parts.h"

namespace lisa {
namespace {

constexpr int kLeavesSoonDays = 60;

bool holds(const Places& places, const std::string& unit) { return std::find(places.begin(), places.end(), unit) != places.end(); }

Places above(const Around& around, const std::string& unit) {
    const auto found = around.reader.lookup.places_above(kUnit, unit);
    return found ? *found : Places{};
}

/// How far a part of the organisation has come with the documents that ask it for confirmation. For who sees all of them.
void add_confirmations(const Record& unit, const Around& around, Insight& insight) {
    const Places here = above(around, unit.id);
    if (!allowed(around.who, Right::read, kAcknowledgement, here) || !allowed(around.who, Right::read, kPerson, here)) return;
    std::vector<std::pair<const Record*, Places>> below;
    std::set<std::string> units, people;
    for (const Record* one : around.rows(kUnit))
        if (Places places = above(around, one->id); holds(places, unit.id)) units.insert(one->id), below.emplace_back(one, std::move(places));
    ConfirmationRecords records{{}, around.rows(kPerson), around.rows(kAssignment), {}};
    std::erase_if(records.seats, [&](const Record* seat) { return !units.contains(seat->get(assignment::unit)); });
    for (const Record* seat : records.seats) people.insert(seat->get(assignment::person));
    std::erase_if(records.people, [&](const Record* who) { return !units.contains(who->get(person::unit)) && !people.contains(who->id); });
    Fact fact{around.words("insight.confirmations"), "", -1, {}};
    for (const Record* document : around.rows(kDocument)) {
        if (!asks_for_confirmation(*document, around.today)) continue;
        records.units.clear();
        for (const auto& [one, places] : below)
            if (applies_in(*document, places)) records.units.push_back(one);
        records.acknowledgements = around.referring(kAcknowledgement, "document", document->id);
        const Confirmations found = confirmations_of(*document, records, around.today);
        if (found.asked > found.confirmed)
            fact.because.push_back(fill(around.words("insight.confirmations_line"), {{"document", around.title(*document)},
                                                                                     {"version", document->text("version")},
                                                                                     {"missing", std::to_string(found.asked - found.confirmed)},
                                                                                     {"asked", std::to_string(found.asked)}}));
    }
    fact.text = fill(around.words("insight.confirmations_text"), {{"count", std::to_string(fact.because.size())}});
    if (!fact.because.empty()) insight.facts.push_back(std::move(fact));
}

}  // namespace

void unit_insight(const Record& record, const Around& around, Insight& insight) {
    const std::vector<const Record*> seats = around.referring(kAssignment, "unit", record.id);
    for (const Opening& opening : openings_of(record, seats, around.today)) {
        const std::string role = around.words(WordKey{"role", opening.role}.view());
        insight.remarks.push_back(opening.is_vacant() ? fill(around.words("insight.vacant"), {{"role", role}})
                                                      : fill(around.words("insight.seat_ends"), {{"role", role}, {"date", opening.ends_on}}));
    }
    add_registration(record, around, insight);
    add_belongings(record, around, insight);
    add_confirmations(record, around, insight);
}

void person_insight(const Record& record, const Around& around, Insight& insight) {
    Fact fact{around.words("home.roles"), "", -1, {}};
    for (const Record* seat : around.referring(kAssignment, "person", record.id))
        if (is_held(*seat, around.today)) fact.because.push_back(around.title(*seat));
    fact.text = std::to_string(fact.because.size());
    if (!fact.because.empty()) insight.facts.push_back(std::move(fact));
    const std::string ends = record.text("ends_on");
    if (!ends.empty() && ends <= add_days(around.today, kLeavesSoonDays)) insight.remarks.push_back(fill(around.words("insight.leaves"), {{"date", ends}}));
}

void document_insight(const Record& record, const Around& around, Insight& insight) {
    if (record.text("status") != "adopted") return;
    std::set<std::string> readers;  // a person may have confirmed on two devices
    for (const Record* one : around.referring(kAcknowledgement, "document", record.id))
        if (one->text("version") == record.text("version")) readers.insert(one->get(acknowledgement::person));
    insight.facts.push_back({around.words("insight.read_by"),
                             fill(around.words("insight.read_by_text"), {{"count", std::to_string(readers.size())}, {"version", record.text("version")}}),
                             -1,
                             {}});
}

void add_paragraphs(const Record& record, const Around& around, Insight& insight) {
    Fact fact{around.words("insight.follows"), "", -1, {}};
    for (const Record* link : around.referring(kSectionLink, record.entity->name, record.id)) {
        const Record* paragraph = around.find(kSection, link->text("section"));
        const Record* document = paragraph ? around.find(kDocument, paragraph->get(section::document)) : nullptr;
        if (document) fact.text += (fact.text.empty() ? "" : "; ") + around.title(*document) + ", " + paragraph->get(section::heading);
    }
    if (!fact.text.empty()) insight.facts.push_back(std::move(fact));
}

void task_insight(const Record& record, const Around& around, Insight& insight) { add_paragraphs(record, around, insight); }

}  // namespace lisa
