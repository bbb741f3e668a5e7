// What an operator has registered (H9): the clock of a change, and where it says something else than the organisation's register.
#include "domain/catalog.h"
#include "i18n/catalog_words.h"
#include "insight/parts.h"

namespace lisa {
namespace {

/// What the unit says about the same thing, in a field of the same name.
constexpr std::string_view kSame[] = {"organisation_number", "operator_kind", "address", "email", "phone"};

}  // namespace

void registration_insight(const Record& record, const Around& around, Insight& insight) {
    if (record.get(registration::told_at).empty()) insight.remarks.push_back(around.words("insight.not_registered"));
    else add_clocks(clocks_of(record, around.now), around, insight);
    const Record* unit = around.find(kUnit, record.get(registration::unit));
    std::vector<std::string> other;
    for (std::string_view field : kSame)
        if (unit && !unit->text(field).empty() && unit->text(field) != record.text(field)) other.emplace_back(field);
    if (!other.empty()) insight.remarks.push_back(fill(around.words("insight.registered_otherwise"), {{"fields", field_list(around, kRegistration, other)}}));
}

void add_registration(const Record& unit, const Around& around, Insight& insight) {
    const std::string kind = unit.text("operator_kind");
    if ((kind != "important" && kind != "essential") || !sees_at(around, kRegistration, unit)) return;
    if (around.referring(kRegistration, "unit", unit.id).empty()) insight.remarks.push_back(around.words("insight.no_registration"));
}

}  // namespace lisa
