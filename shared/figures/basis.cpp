#include "figures/basis.h"

#include <unordered_map>

#include "core/date.h"
#include "domain/catalog.h"
#include "domain/confirmations.h"

namespace lisa {

namespace {

/// The records as places_of() looks them up.
class Records : public Lookup {
public:
    explicit Records(FindById find) : m_find(std::move(find)) {}
    Catalog catalog() const override { return kCatalog; }
    Result<Record> load(const Entity& entity, const std::string& id) override {
        const Record* found = m_find(entity, id);
        if (!found) return fault(Fault::missing, "", "problem.missing");
        return *found;
    }

private:
    FindById m_find;
};

}  // namespace

/// What was worked out so far.
struct Basis::Known {
    Known(const Referring& referring, const FindById& find) : lookup(find), net(referring, find) {}
    Records lookup;
    SystemNet net;
    std::unordered_map<const Record*, Places> places{};
    std::map<std::string, Gap> gaps{};  ///< by the id of the system
    std::optional<Readers> readers{};
};

Basis::Basis(RowsOf from, std::string at, std::string first)
    : now(std::move(at)),
      today(swedish_date(now)),
      since(std::move(first)),
      until(today),
      rows(std::move(from)),
      referring(referring_in(rows)),
      find(find_in(rows)),
      m_known(std::make_shared<Known>(referring, find)) {
    if (since.empty()) since = add_months(today, -kPeriodMonths);
}

Basis Basis::within(std::string first, std::string last) const {
    Basis other = *this;
    other.since = std::move(first);
    other.until = std::move(last);
    return other;
}

const Places& Basis::places(const Record& record) const {
    auto [at, is_new] = m_known->places.try_emplace(&record);
    if (is_new)
        if (auto found = places_of(record, m_known->lookup)) at->second = std::move(*found);
    return at->second;
}

const Gap& Basis::gap_of(const Record& system) const {
    auto [at, is_new] = m_known->gaps.try_emplace(system.id);
    if (is_new) at->second = gap(m_known->net.class_of(system).levels(), rows(kRequirement), referring(kRequirementStatus, "system", system.id));
    return at->second;
}

const Basis::Readers& Basis::readers() const {
    std::optional<Readers>& readers = m_known->readers;
    if (readers) return *readers;
    readers.emplace();
    ConfirmationRecords records{{}, rows(kPerson), rows(kAssignment), {}};
    for (const Record* document : rows(kDocument)) {
        if (!asks_for_confirmation(*document, today)) continue;
        records.units.clear();
        for (const Record* unit : rows(kUnit))
            if (applies_in(*document, places(*unit))) records.units.push_back(unit);
        records.acknowledgements = referring(kAcknowledgement, "document", document->id);
        const Confirmations found = confirmations_of(*document, records, today);
        for (const Record* who : found.people) readers->asked.insert(who->id);
        for (const UnitConfirmations& unit : found.units)
            for (const Record* who : unit.missing) readers->missing.insert(who->id);
    }
    return *readers;
}

}  // namespace lisa
