#include "domain/confirmations.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/text.h"
#include "domain/acknowledgement.h"
#include "domain/assignment.h"
#include "domain/document.h"
#include "domain/period.h"
#include "domain/person.h"

namespace lisa {
namespace {

constexpr std::string_view kManagers = "manager";

std::set<std::string> readers_of(const Record& document, const std::vector<const Record*>& acknowledgements) {
    std::set<std::string> readers;
    for (const Record* one : acknowledgements)
        if (!one->removed && one->get(acknowledgement::document) == document.id && one->get(acknowledgement::version) == document.text("version"))
            readers.insert(one->get(acknowledgement::person));
    return readers;
}

}  // namespace

bool applies_in(const Record& document, const std::vector<std::string>& places) {
    const std::string where = document.get(document::applies_in);
    return where.empty() || std::find(places.begin(), places.end(), where) != places.end();
}

bool asks_for_confirmation(const Record& document, std::string_view day) {
    const std::string ends = document.text("ends_on");
    return !document.removed && document.text("status") == "adopted" && !document.text("version").empty() && !document.get(document::audience).empty() &&
           (ends.empty() || ends >= day);
}

Confirmations confirmations_of(const Record& document, const ConfirmationRecords& records, std::string_view day) {
    const Set audience = document.get(document::audience);
    const auto is_for = [&](std::string_view group) { return std::find(audience.begin(), audience.end(), group) != audience.end(); };
    std::map<std::string_view, std::set<const Record*>> asked;  // by unit
    for (const Record* unit : records.units) asked[unit->id];
    const auto ask = [&](const Record* who, const std::string& where) {
        if (const auto found = asked.find(where); found != asked.end()) found->second.insert(who);
    };
    std::map<std::string_view, const Record*> people;
    for (const Record* who : records.people) {
        if (!holds_on(*who, day)) continue;
        people[who->id] = who;
        if (is_for(who->get(person::audience))) ask(who, who->get(person::unit));
    }
    for (const Record* seat : records.seats) {
        if (!is_for(kManagers) || seat->get(assignment::role) != kManagers || !is_held(*seat, day)) continue;
        if (const auto who = people.find(seat->get(assignment::person)); who != people.end()) ask(who->second, seat->get(assignment::unit));
    }

    const std::set<std::string> readers = readers_of(document, records.acknowledgements);
    const auto by_name = [](const Record* a, const Record* b) { return collation_key(a->get(person::name)) < collation_key(b->get(person::name)); };
    Confirmations found;
    std::set<const Record*> everybody;
    for (const Record* unit : records.units) {
        UnitConfirmations row{unit, 0, 0, {}};
        for (const Record* who : asked[unit->id]) {
            ++row.asked;
            everybody.insert(who);
            if (readers.contains(who->id)) ++row.confirmed;
            else row.missing.push_back(who);
        }
        std::sort(row.missing.begin(), row.missing.end(), by_name);
        if (row.asked > 0) found.units.push_back(std::move(row));
    }
    for (const Record* who : everybody) found.confirmed += readers.contains(who->id) ? 1 : 0;
    found.asked = static_cast<int>(everybody.size());
    found.people.assign(everybody.begin(), everybody.end());
    std::stable_sort(found.units.begin(), found.units.end(),
                     [](const UnitConfirmations& a, const UnitConfirmations& b) { return a.missing.size() > b.missing.size(); });
    return found;
}

}  // namespace lisa
