#include "app/removed.h"

#include "app/app.h"
#include "change/trial.h"
#include "core/json.h"
#include "domain/catalog.h"
#include "schema/json.h"

namespace lisa::app {
namespace {

bool is_held(const Replica& replica, const Entity& entity, const std::string& id) {
    const Record* record = replica.find(entity, id);
    return record && !record->removed;
}

bool is_on_its_way(const Replica& replica, const std::string& id) { return replica.has(Pending::State::kept, id) || replica.has(Pending::State::sent, id); }

/// Takes up a row of an answer; false when it is none.
bool take(RemovedRecords& removed, const Entity& entity, const Json& json) {
    const Json *record_json = member(json, "record"), *actor = member(json, "actor");
    auto record = record_json ? record_from_json(kCatalog, *record_json) : Result<Record>(Error{});
    if (!record || record->entity != &entity) return false;
    const std::string *at = text_member(json, "at"), *name = actor ? text_member(*actor, "name") : nullptr;
    record->removed = true;
    RemovedRecords::Row row{std::move(*record), at ? *at : std::string{}, name ? *name : std::string{}, {}};
    if (const Json* parts = member(json, "parts"); parts && parts->is_array())
        for (const Json& one : *parts)
            if (auto part = record_from_json(kCatalog, one)) {
                part->removed = true;
                row.parts.push_back(std::move(*part));
            }
    std::string id = row.record.id;
    removed.rows.insert_or_assign(std::move(id), std::move(row));
    return true;
}

}  // namespace

std::vector<const RemovedRecords::Row*> still_removed(const RemovedRecords& removed, const Entity& entity, const Replica& replica) {
    std::vector<const RemovedRecords::Row*> rows;
    for (const auto& [id, row] : removed.rows)
        if (!is_held(replica, entity, id) && !is_on_its_way(replica, id)) rows.push_back(&row);
    return rows;
}

const RemovedRecords::Row* removed_row(const RemovedRecords& removed, const Entity& entity, const Replica& replica, const std::string& id) {
    const auto found = removed.rows.find(id);
    return found == removed.rows.end() || is_held(replica, entity, id) ? nullptr : &found->second;
}

void App::ask_removed(const Entity& entity, std::int64_t before) {
    RemovedRecords& removed = m_state.removed[std::string(entity.name)];
    removed.status = RemovedRecords::Status::loading;
    const std::string path = "/api/removed/" + std::string(entity.name) + "?before=" + std::to_string(before);
    m_platform.send("GET", path, "", [this, &entity](platform::Reply reply) {
        RemovedRecords& told = m_state.removed[std::string(entity.name)];
        const auto json = reply.status == 200 ? parse_json(reply.body) : std::nullopt;
        const Json* rows = json ? member(*json, "rows") : nullptr;
        const bool is_told = rows && rows->is_array();
        told.status = is_told ? RemovedRecords::Status::ready : RemovedRecords::Status::offline;
        ++told.version;
        m_platform.wake();
        if (!is_told) return;
        for (const Json& row : *rows) (void)take(told, entity, row);
        told.has_more = bool_member(*json, "more").value_or(false);
        told.before = integer_member(*json, "before").value_or(0);
    });
}

void App::ask_removed(const Entity& entity, const std::string& id) {
    RemovedRecords& removed = m_state.removed[std::string(entity.name)];
    if (!removed.asked.insert(id).second) return;
    m_platform.send("GET", "/api/removed/" + std::string(entity.name) + "/" + id, "", [this, &entity, id](platform::Reply reply) {
        RemovedRecords& told = m_state.removed[std::string(entity.name)];
        if (reply.status == 0) {  // asked again when the connection is back
            told.asked.erase(id);
            return m_sync.set_online(false);
        }
        const auto json = reply.status == 200 ? parse_json(reply.body) : std::nullopt;
        if (!json || !take(told, entity, *json)) return;
        ++told.version;
        m_platform.wake();
    });
}

void App::restore(const Entity& entity, const std::vector<std::string>& ids) {
    const auto found = m_state.removed.find(std::string(entity.name));
    if (found == m_state.removed.end()) return;
    Trial trial(m_state.replica);
    for (const auto& [id, row] : found->second.rows) {
        if (is_held(m_state.replica, entity, id)) continue;
        trial.put(row.record);
        for (const Record& part : row.parts) trial.put(part);
    }
    std::vector<Change> changes;
    const auto put_back = [&](const Entity& what, const std::string& id) -> std::optional<Error> {
        Change change = blank_change(Verb::restore, what, id);
        if (const auto restored = apply(change, m_state.replica.who(), {now()}, trial); !restored) return restored.error();
        changes.push_back(std::move(change));
        return std::nullopt;
    };
    std::optional<std::pair<Change, Error>> refused;
    std::vector<std::string> left = ids;
    for (std::size_t before = 0; before != left.size();) {  // what refers to another of them comes after it
        before = left.size();
        std::erase_if(left, [&](const std::string& id) {
            const auto row = found->second.rows.find(id);
            if (row == found->second.rows.end()) return false;
            if (auto error = put_back(entity, id)) {
                refused = {blank_change(Verb::restore, entity, id), std::move(*error)};
                return false;
            }
            for (const Record& part : row->second.parts) (void)put_back(*part.entity, part.id);
            return true;
        });
    }
    if (changes.empty()) {
        if (refused) complain(refused->first, refused->second);
        return;
    }
    m_state.registers[std::string(entity.name)].table.picked.clear();
    std::string said = fill(lisa::say(m_state.language, !left.empty() ? "removed.partly_restored"_tr : "removed.restored"_tr),
                            {{"count", std::to_string(ids.size() - left.size())}, {"refused", std::to_string(left.size())}});
    std::vector<std::pair<const Entity*, std::string>> restored;
    for (const Change& change : changes)  // what refers to another goes before it
        restored.insert(restored.begin(), {find_entity(kCatalog, change.entity), change.record});
    // Not take_back(): until the server has answered, what comes back is not held here.
    send_all(std::move(changes), std::move(said), [this, restored] {
        std::vector<Change> away;
        for (const auto& [what, id] : restored) away.push_back(blank_change(Verb::remove, *what, id));
        send_all(std::move(away), std::string(lisa::say(m_state.language, "toast.restored"_tr)));
    });
}

void App::show_removed(const Entity& entity, bool shows) {
    Register& list = m_state.registers[std::string(entity.name)];
    ListQuery query = query_of(list, entity);
    query.is_removed = shows;
    query.at.clear();
    put(query, list, entity);  // the two have other columns: the order is kept where both have it
    list.table.picked.clear();
    list.table.is_picking = false;
    leave_cell(false);
    if (shows) ask_removed(entity, std::int64_t{0});
}

}  // namespace lisa::app
