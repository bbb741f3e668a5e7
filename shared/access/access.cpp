#include "access/access.h"

#include <algorithm>

namespace lisa {
namespace {

const Reach& reach_of(const Entity& entity, Right right) {
    switch (right) {
        case Right::read: return entity.access.read;
        case Right::create: return entity.access.create;
        case Right::update: return entity.access.update;
        case Right::remove: return entity.access.remove;
    }
    return entity.access.remove;
}

/// Who holds the right over a record there: of what hangs on another, who may read or update that one. Null: nobody.
const Reach* deciding(const Entity& entity, Right right, const Places& places) {
    if (!hangs(entity)) return &reach_of(entity, right);
    return places.rights ? &reach_of(*places.rights, right == Right::read ? Right::read : Right::update) : nullptr;
}

/// How secret a thing the actor may see in the record for no other reason than that it came from them.
Clearance clearance_as_own(const Record& record, const Actor& who) { return is_own(record, who) ? record.entity->own_clearance : Clearance::open; }

}  // namespace

bool reaches(const Grant& grant, const Places& places) { return std::find(places.begin(), places.end(), grant.unit) != places.end(); }

bool allowed(const Actor& who, Right right, const Entity& entity, const Places& places) {
    if (who.only_reads && right != Right::read) return false;
    const Reach* reach = deciding(entity, right, places);
    if (hangs(entity) && places.rights && places.rights->files_seen_from > clearance_over(who, places)) return false;
    return reach && std::any_of(who.grants.begin(), who.grants.end(), [&](const Grant& grant) {
               return reach->anywhere.has(grant.role) || (reach->within.has(grant.role) && reaches(grant, places));
           });
}

bool is_own(const Record& record, const Actor& who) {
    return !record.entity->own.empty() && !who.person.empty() && record.text(record.entity->own) == who.person;
}

bool may_read(const Actor& who, const Record& record, const Places& places) { return allowed(who, Right::read, *record.entity, places) || is_own(record, who); }

bool allowed_somewhere(const Actor& who, Right right, const Entity& entity) {
    if (who.only_reads && right != Right::read) return false;
    if (hangs(entity)) return right == Right::read && !who.grants.empty();
    const Reach& reach = reach_of(entity, right);
    return std::any_of(who.grants.begin(), who.grants.end(), [&](const Grant& grant) { return (reach.anywhere | reach.within).has(grant.role); });
}

Clearance clearance_over(const Actor& who, const Places& places) {
    Clearance highest = Clearance::open;
    for (const Grant& grant : who.grants)
        if (reaches(grant, places)) highest = std::max(highest, facts(grant.role).clearance);
    return highest;
}

Clearance clearance_in(const Actor& who, const Record& record, const Places& places) {
    return std::max(allowed(who, Right::read, *record.entity, places) ? clearance_over(who, places) : Clearance::open, clearance_as_own(record, who));
}

Clearance clearance_to_write(const Actor& who, const Record& record, const Places& places) {
    return std::max(clearance_over(who, places), clearance_as_own(record, who));
}

std::string_view locked(const Record& record, const Field& field, const Actor& who, const Places& places) {
    return record.entity->locked ? record.entity->locked(record, field, who, places) : std::string_view{};
}

std::string_view sealed(const Record& host, const Actor& who, const Places& places) {
    return host.entity->sealed ? host.entity->sealed(host, who, places) : std::string_view{};
}

bool may_step(const Actor& who, const Step& step, const Places& places) {
    return !who.only_reads &&
           std::any_of(who.grants.begin(), who.grants.end(), [&](const Grant& grant) { return step.who.has(grant.role) && reaches(grant, places); });
}

bool may_step_somewhere(const Actor& who, const Entity& entity) {
    return !who.only_reads && std::any_of(entity.steps.begin(), entity.steps.end(), [&](const Step& step) {
        return std::any_of(who.grants.begin(), who.grants.end(), [&](const Grant& grant) { return step.who.has(grant.role); });
    });
}

void withhold(Record& record, Clearance clearance) {
    for (std::size_t i = 0; i < record.values.size(); ++i) {
        if (record.entity->fields[i].seen_from <= clearance) continue;
        record.values[i] = {};
        record.hidden |= std::uint64_t{1} << i;
    }
}

std::optional<Record> redact(Record record, const Actor& who, const Places& places) {
    if (!may_read(who, record, places)) return std::nullopt;
    withhold(record, clearance_in(who, record, places));
    return record;
}

}  // namespace lisa
