#include "figures/basis.h"

#include "core/date.h"
#include "domain/catalog.h"
#include "domain/confirmations.h"

namespace lisa {

constexpr int kPeriodMonths = 12;

/// The records as places_of() looks them up.
class Basis::Records : public Lookup {
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

Basis::Basis(RowsOf from, std::string at, std::string first)
    : now(std::move(at)),
      today(swedish_date(now)),
      since(std::move(first)),
      rows(std::move(from)),
      referring(referring_in(rows)),
      find(find_in(rows)),
      m_lookup(std::make_shared<Records>(find)) {
    if (since.empty()) since = add_months(today, -kPeriodMonths);
}

const Places& Basis::places(const Record& record) const {
    auto [at, is_new] = m_places.try_emplace(&record);
    if (is_new)
        if (auto found = places_of(record, *m_lookup)) at->second = std::move(*found);
    return at->second;
}

const Gap& Basis::gap_of(const Record& system) const {
    auto [at, is_new] = m_gaps.try_emplace(system.id);
    if (is_new) {
        if (!m_net) m_net.emplace(referring, find);
        at->second = gap(m_net->class_of(system).levels(), rows(kRequirement), referring(kRequirementStatus, "system", system.id));
    }
    return at->second;
}

const Basis::Readers& Basis::readers() const {
    if (m_readers) return *m_readers;
    m_readers.emplace();
    ConfirmationRecords records{{}, rows(kPerson), rows(kAssignment), {}};
    for (const Record* document : rows(kDocument)) {
        if (!asks_for_confirmation(*document, today)) continue;
        records.units.clear();
        for (const Record* unit : rows(kUnit))
            if (applies_in(*document, places(*unit))) records.units.push_back(unit);
        records.acknowledgements = referring(kAcknowledgement, "document", document->id);
        const Confirmations found = confirmations_of(*document, records, today);
        for (const Record* who : found.people) m_readers->asked.insert(who->id);
        for (const UnitConfirmations& unit : found.units)
            for (const Record* who : unit.missing) m_readers->missing.insert(who->id);
    }
    return *m_readers;
}

}  // namespace lisa
