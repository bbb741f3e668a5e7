#include "insight/what_if.h"

#include <algorithm>
#include <set>

#include "domain/cases.h"
#include "domain/catalog.h"
#include "i18n/catalog_words.h"
#include "insight/parts.h"

namespace lisa {
namespace {

using Records = std::vector<const Record*>;

void add_once(Records& records, const Record* one) {
    if (one && std::find(records.begin(), records.end(), one) == records.end()) records.push_back(one);
}

bool is_there(const Record& system) { return system.text("status") != "retired" && !system.removed; }

/// The systems that get information from these, and are not among them.
Records receivers(const Records& from, bool only_dependent, const Around& around) {
    Records found;
    for (const Record* one : from)
        for (const Record* link : around.referring(kAssetSystem, "system", one->id)) {
            const Record* to = around.find(kSystem, link->get(asset_system::flows_to));
            const bool counts = to && is_there(*to) && (!only_dependent || link->get(asset_system::receiver_depends));
            if (counts && std::find(from.begin(), from.end(), to) == from.end()) add_once(found, to);
        }
    return found;
}

/// One system and what falls with it.
Records fallen(const Record& system, const Around& around) {
    Records all{&system};
    for (const Record* one : falls_with(system, around)) all.push_back(one);
    return all;
}

Records information(const Records& systems, const Around& around) {
    Records found;
    for (const Record* system : systems)
        for (const Record* asset : information_in(*system, around.referring, around.find)) add_once(found, asset);
    return found;
}

Records processings(const Records& systems, const Records& assets, const Around& around) {
    Records found;
    const auto take = [&](const Record* one) {
        if (one && one->text("status") != "ended") add_once(found, one);
    };
    for (const Record* system : systems)
        for (const Record* one : around.referring(kProcessing, "system", system->id)) take(one);
    for (const Record* asset : assets)
        for (const Record* data : around.referring(kProcessingData, "asset", asset->id)) take(around.find(kProcessing, data->text("processing")));
    return found;
}

void add_all(WhatIfPart& part, const Records& records, std::string_view words, const Around& around) {
    for (const Record* one : records) part.lines.push_back({around.words(words), around.title(*one), one});
}

void add_field(WhatIfPart& part, const Record& record, std::string_view field, const Around& around) {
    part.lines.push_back({field_words(around, *record.entity, field), show_marked(record, position(*record.entity, field), around.reader)});
}

WhatIfPart falls(const Record& system, const Around& around) {
    WhatIfPart part{"falls"};
    const Records systems = fallen(system, around), assets = information(systems, around);
    add_all(part, Records(systems.begin() + 1, systems.end()), "what_if.falls", around);
    add_all(part, receivers(systems, false, around), "what_if.starves", around);
    if (const Record* whole = around.find(kSystem, system.text("part_of")); whole && is_there(*whole)) add_all(part, {whole}, "what_if.whole", around);
    add_all(part, assets, entities_key(kAsset).view(), around);
    add_all(part, processings(systems, assets, around), entities_key(kProcessing).view(), around);
    const bool sees = sees_all(around, kAssetSystem) && sees_all(around, kAsset) && sees_all(around, kProcessing);
    if (!sees) part.remark = around.words("report.sheet.perhaps_more");
    else if (part.lines.empty()) part.remark = around.words("what_if.falls_none");
    return part;
}

/// A person with how to reach them; of whom one may not see anything, that it is so.
std::string reached(const Record& person, const Around& around) {
    std::string text = around.title(person);
    for (std::string_view field : {"phone", "email"})
        if (const std::string way = person.text(field); !way.empty()) text += ", " + way;
    return text;
}

void add_person(WhatIfPart& part, const Record& system, std::string_view field, std::string_view role, const Around& around) {
    const Record* person = around.find(kPerson, system.text(field));
    part.lines.push_back(
        {field_words(around, kSystem, field), person ? reached(*person, around) : show_marked(system, position(kSystem, field), around.reader), person});
    if (!person || role.empty()) return;
    for (const Record* seat : around.referring(kAssignment, "person", person->id)) {
        const Record* deputy = around.find(kPerson, seat->text("deputy"));
        if (deputy && seat->get(assignment::role) == role && is_held(*seat, around.today))
            part.lines.push_back({fill(around.words("what_if.deputy"), {{"name", around.title(*person)}}), reached(*deputy, around), deputy});
    }
}

WhatIfPart answers(const Record& system, const Around& around) {
    WhatIfPart part{"answers"};
    add_person(part, system, "owner", "system_owner", around);
    add_person(part, system, "manager", "system_manager", around);
    add_person(part, system, "technical_contact", "", around);
    if (const Record* supplier = around.find(kSupplier, system.text("provider"))) {
        part.lines.push_back({field_words(around, kSystem, "provider"), around.title(*supplier), supplier});
        for (std::string_view field : {"emergency_phone", "security_contact", "contact_name", "contact_phone", "contact_email"})
            if (!supplier->text(field).empty()) add_field(part, *supplier, field, around);
    }
    add_field(part, system, "support_contact", around);
    return part;
}

WhatIfPart routine(const Record& system, const Around& around) {
    WhatIfPart part{"routine"};
    for (std::string_view field : {"manual_routine", "backup", "restore_tested_on"}) add_field(part, system, field, around);
    return part;
}

/// An incident that becomes known now: whose clocks would start, and what the class says about how bad it is.
WhatIfPart clocks(const Record& system, const Around& around) {
    WhatIfPart part{"clocks"};
    const Levels levels = class_of_system(system, around).levels();
    for (const auto& [aspect, level] :
         {std::pair{"availability", levels.availability}, std::pair{"integrity", levels.integrity}, std::pair{"confidentiality", levels.confidentiality}})
        part.lines.push_back({field_words(around, kSystem, aspect), level ? level_text(around, "level", *level) : std::string()});
    Record event{kEvent};
    const auto put = [&](std::string_view field, std::string text) { event.values[position(kEvent, field)] = Value{std::move(text)}; };
    put("kind", "incident"), put("system", system.id), put("unit", system.text("unit")), put("discovered_at", around.now), put("known_at", around.now);
    std::vector<Record> links;
    const Records systems = fallen(system, around);
    const auto link = [&](std::string_view field, const Record& record) {
        links.emplace_back(kEventLink).values[position(kEventLink, field)] = Value{record.id};
    };
    for (const Record* one : systems) link("system", *one);
    for (const Record* one : information(systems, around)) link("asset", *one);
    CaseRecords records;
    for (const Record& one : links) records.links.push_back(&one);
    records.systems = around.rows(kSystem);
    records.processings = around.rows(kProcessing);
    records.processing_data = around.rows(kProcessingData);
    records.unit = [&](const std::string& id) { return around.find(kUnit, id); };
    for (const Case& one : cases_of(event, records)) {
        Record opened{*one.entity};
        for (const auto& [field, value] : case_values(event, one)) opened.values[position(*one.entity, field)] = value;
        for (const Clock& clock : clocks_of(opened, around.now))
            if (clock.is_running())
                part.lines.push_back({around.title(*one.unit), around.words(WordKey{"clock", clock.name}.view()) + ": " + clock_text(clock, around), one.unit});
    }
    part.remark = around.words("what_if.clocks");
    return part;
}

/// What the system promises beside what the information in it, and those who depend on it, can bear.
WhatIfPart times(const Record& system, const Around& around) {
    WhatIfPart part{"times"};
    const auto hours = [&](std::optional<std::int64_t> number) {
        return number ? fill(around.words("what_if.hours"), {{"count", std::to_string(*number)}}) : std::string();
    };
    const auto least = [&](std::string_view field) {
        std::optional<std::int64_t> found;
        for (const Record* asset : information(fallen(system, around), around))
            if (const auto* number = std::get_if<std::int64_t>(&asset->values[position(kAsset, field)])) found = found ? std::min(*found, *number) : *number;
        return found;
    };
    for (std::string_view field : {"recovery_time_hours", "recovery_point_hours", "longest_outage_hours"}) {
        const auto* own = std::get_if<std::int64_t>(&system.values[position(kSystem, field)]);
        const std::optional<std::int64_t> promised = own ? std::optional(*own) : std::nullopt;
        const auto asked = field == "recovery_time_hours" ? class_of_system(system, around).recovery_time_hours.asked : least(field);
        part.lines.push_back({field_words(around, kSystem, field), hours(promised)});
        if (asked) part.lines.push_back({around.words("what_if.asked"), hours(asked)});
        if (asked && promised && *promised > *asked) part.remark = around.words("what_if.too_long");
    }
    return part;
}

}  // namespace

std::vector<const Record*> falls_with(const Record& system, const Around& around) {
    Records found{&system};
    for (std::size_t i = 0; i < found.size(); ++i) {
        for (const Record* part : around.referring(kSystem, "part_of", found[i]->id))
            if (is_there(*part)) add_once(found, part);
        for (const Record* one : receivers({found[i]}, true, around)) add_once(found, one);
    }
    found.erase(found.begin());
    std::erase_if(found, [&](const Record* one) { return one->id == system.id; });
    std::sort(found.begin(), found.end(), [](const Record* a, const Record* b) { return a->text("name") < b->text("name"); });
    return found;
}

std::vector<WhatIfPart> what_if(const Record& system, const Around& around) {
    return {falls(system, around), answers(system, around), routine(system, around), clocks(system, around), times(system, around)};
}

std::string what_if_heading(std::string_view part, const Around& around) { return around.words(WordKey{"option", "exercise", "revealed", part}.view()); }

std::string what_if_text(const WhatIfPart& part, const Around& around) {
    std::string text = what_if_heading(part.name, around);
    for (const WhatIfLine& line : part.lines) text += "\n• " + line.label + ": " + (line.text.empty() ? around.words("notice.unknown") : line.text);
    if (!part.remark.empty()) text += "\n" + part.remark;
    return text;
}

}  // namespace lisa
