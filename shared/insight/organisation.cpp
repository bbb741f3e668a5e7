// The organisation and its papers: what lacks somebody who answers for it, whose role ends, who has read.
#include <set>

#include "core/date.h"
#include "domain/catalog.h"
#include "i18n/catalog_words.h"
#include "insight/parts.h"

namespace lisa {
namespace {

constexpr int kSoonDays = 60;

/// Roles that every board and company must have filled (the policy, "Roller").
constexpr std::string_view kBoardRoles[] = {"information_owner", "privacy_administrator"};

bool is_held(const Record& seat, std::string_view today) {
    const std::string ends = seat.get(assignment::ends_on);
    return !seat.get(assignment::person).empty() && seat.get(assignment::starts_on) <= today && (ends.empty() || ends >= today);
}

}  // namespace

void unit_insight(const Record& record, const Around& around, Insight& insight) {
    const std::vector<const Record*> seats = around.referring(kAssignment, "unit", record.id);
    const std::string kind = record.text("kind");
    for (std::string_view role : kBoardRoles) {
        if (kind != "board" && kind != "company") break;
        bool has_holder = false;
        for (const Record* seat : seats) has_holder = has_holder || (seat->get(assignment::role) == role && is_held(*seat, around.today));
        if (!has_holder) insight.remarks.push_back(fill(around.words("insight.vacant"), {{"role", around.words(WordKey{"role", role}.view())}}));
    }
    for (const Record* seat : seats) {
        const std::string ends = seat->get(assignment::ends_on), role = around.words(WordKey{"role", seat->get(assignment::role)}.view());
        if (is_held(*seat, around.today) && !ends.empty() && ends <= add_days(around.today, kSoonDays))
            insight.remarks.push_back(fill(around.words("insight.seat_ends"), {{"role", role}, {"date", ends}}));
    }
}

void person_insight(const Record& record, const Around& around, Insight& insight) {
    Fact fact{around.words("home.roles"), "", -1, {}};
    for (const Record* seat : around.referring(kAssignment, "person", record.id))
        if (is_held(*seat, around.today)) fact.because.push_back(around.title(*seat));
    fact.text = std::to_string(fact.because.size());
    if (!fact.because.empty()) insight.facts.push_back(std::move(fact));
    const std::string ends = record.text("ends_on");
    if (!ends.empty() && ends <= add_days(around.today, kSoonDays)) insight.remarks.push_back(fill(around.words("insight.leaves"), {{"date", ends}}));
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

}  // namespace lisa
