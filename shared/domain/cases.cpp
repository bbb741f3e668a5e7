#include "domain/cases.h"

#include <algorithm>
#include <set>

#include "domain/processing_data.h"
#include "domain/system.h"
#include "domain/unit.h"

namespace lisa {
namespace {

/// What is each record's own.
constexpr std::string_view kNotShared[] = {"status", "reference", "unit", "responsible", "registry_number", "notes"};

bool is_shared(const Field& field, const Field* same) {
    return same && same->type == field.type && same->ref == field.ref && !field.computed &&
           std::find(std::begin(kNotShared), std::end(kNotShared), field.name) == std::end(kNotShared);
}

/// The fields of the event that the case has too and that stand in it.
std::map<std::string, Value> shared_values(const Record& event, const Entity& entity) {
    std::map<std::string, Value> values;
    for (const Field& field : entity.fields) {
        const std::size_t at = position(kEvent, field.name);
        if (at != kNoField && is_shared(field, &kEvent.fields[at]) && !is_blank(event.values[at])) values[std::string(field.name)] = event.values[at];
    }
    return values;
}

constexpr int kDeepestTree = 12;

/// The unit or the nearest above it that passes; null when none does.
const Record* nearest(const std::string& id, const CaseRecords& records, bool (*passes)(const Record&)) {
    const Record* unit = records.unit(id);
    for (int hops = 0; unit && !passes(*unit) && hops < kDeepestTree; ++hops) unit = records.unit(unit->text("parent"));
    return unit && passes(*unit) ? unit : nullptr;
}

bool is_controller(const Record& unit) { return unit.values[position(kUnit, "is_controller")] == Value{true}; }

/// Gathers cases, one for each unit and register.
class Gathering {
public:
    Gathering(const Record& event, const CaseRecords& records) : m_event(event), m_records(records) {}

    void touch(const Entity& entity, const std::string& unit, const Record* because) {
        const Record* answers = nearest(unit, m_records, &entity == &kBreach ? is_controller : is_legal_entity);
        if (!answers || (&entity == &kNotification && answers->text("operator_kind") == "not_covered")) return;
        Case& one = at(entity, answers);
        if (because && std::find(one.because.begin(), one.because.end(), because) == one.because.end()) one.because.push_back(because);
    }

    void take_up(const std::vector<const Record*>& opened) {
        for (const Record* record : opened)
            if (const Record* unit = m_records.unit(record->text("unit")); unit && record->text("event") == m_event.id)
                at(*record->entity, unit).opened = record;
    }

    std::vector<Case> take() {
        std::stable_sort(m_cases.begin(), m_cases.end(), [](const Case& a, const Case& b) {
            const auto key = [](const Case& one) { return std::pair(one.entity == &kNotification, one.unit->text("name")); };
            return key(a) < key(b);
        });
        return std::move(m_cases);
    }

private:
    Case& at(const Entity& entity, const Record* unit) {
        const auto found = std::find_if(m_cases.begin(), m_cases.end(), [&](const Case& one) { return one.entity == &entity && one.unit->id == unit->id; });
        return found == m_cases.end() ? m_cases.emplace_back(Case{&entity, unit, {}, nullptr}) : *found;
    }

    const Record& m_event;
    const CaseRecords& m_records;
    std::vector<Case> m_cases{};
};

}  // namespace

std::vector<const Record*> systems_hit(const Record& event, const CaseRecords& records) {
    std::set<std::string> systems{event.get(event::system)}, suppliers{event.get(event::supplier)};
    for (const Record* link : records.links) systems.insert(link->text("system")), suppliers.insert(link->text("supplier"));
    systems.erase("");
    suppliers.erase("");
    std::vector<const Record*> hit;
    for (const Record* system : records.systems) {
        const bool is_provided = systems.empty() && suppliers.contains(system->text("provider")) && system->text("status") != "retired";
        if (is_provided || systems.contains(system->id)) hit.push_back(system);
    }
    return hit;
}

std::vector<Case> cases_of(const Record& event, const CaseRecords& records) {
    Gathering cases(event, records);
    const bool has_personal_data = event.get(event::has_personal_data) != "no", is_incident = event.get(event::kind) == "incident";
    const std::vector<const Record*> systems = systems_hit(event, records);
    std::set<std::string> hit, assets{event.get(event::asset)}, processings;
    for (const Record* system : systems) hit.insert(system->id);
    for (const Record* link : records.links) assets.insert(link->text("asset"));
    assets.erase("");
    for (const Record* data : records.processing_data)
        if (assets.contains(data->text("asset"))) processings.insert(data->text("processing"));
    for (const Record* one : records.processings) {
        if (one->text("status") == "ended" || !(hit.contains(one->text("system")) || processings.contains(one->id))) continue;
        // Whose data a processor handles for others is theirs to notify; it tells them (article 33.2).
        if (has_personal_data && !one->get(processing::as_processor)) cases.touch(kBreach, one->text("unit"), one);
        if (is_incident) cases.touch(kNotification, one->text("unit"), one);
    }
    if (is_incident)
        for (const Record* system : systems) cases.touch(kNotification, system->text("unit"), system);
    if (event.get(event::has_personal_data) == "yes") cases.touch(kBreach, event.get(event::unit), nullptr);
    if (is_incident) cases.touch(kNotification, event.get(event::unit), nullptr);
    cases.take_up(records.breaches);
    cases.take_up(records.notifications);
    return cases.take();
}

std::map<std::string, Value> case_values(const Record& event, const Case& one) {
    std::map<std::string, Value> values = shared_values(event, *one.entity);
    values["event"] = Value{event.id};
    values["unit"] = Value{one.unit->id};
    for (const Record* because : one.because)
        if (one.entity == &kBreach && because->entity == &kProcessing) {
            values["processing"] = Value{because->id};
            break;
        }
    return values;
}

std::map<std::string, Value> news_for(const Record& event, const Record& opened) {
    std::map<std::string, Value> values = shared_values(event, *opened.entity);
    std::erase_if(values, [&](const auto& one) {
        const std::size_t at = position(*opened.entity, one.first);
        return opened.is_hidden(at) || !is_blank(opened.values[at]);
    });
    return values;
}

}  // namespace lisa
