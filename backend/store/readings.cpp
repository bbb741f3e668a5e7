#include "store/readings.h"

#include <algorithm>

#include "core/date.h"
#include "store/schema.h"

namespace lisa {
namespace {

constexpr std::int64_t kDayMs = 86'400'000;

Result<std::int64_t> rows_since(Database& database, const std::string& person, const std::string& hour) {
    Query query = TRY(database.query("SELECT count(*) FROM reading WHERE person = ? AND hour >= ?", person, hour));
    TRY(query.step());
    return query.integer(0);
}

std::string hour_of(std::string_view at) { return std::string(at.substr(0, 13)); }

Result<bool> is_there(Database& database, const Entity& entity, const std::string& record) {
    Query query = TRY(database.query("SELECT 1 FROM " + sql_name(entity.name) + " WHERE id = ?", record));
    return TRY(query.step());
}

}  // namespace

Result<std::int64_t> note_readings(Database& database, Catalog catalog, const std::string& person, const std::vector<Opened>& readings, std::int64_t now_ms) {
    const std::string now = utc_text(now_ms), earliest = utc_text(now_ms - kReadingLateMs);
    std::int64_t today = TRY(rows_since(database, person, hour_of(utc_text(now_ms - kDayMs)))), made = 0;
    for (const Opened& one : readings) {
        const Entity* entity = find_entity(catalog, one.entity);
        const std::string at = std::min(one.at, now);
        if (!entity || !is_reading_noted(*entity) || !is_moment(one.at) || at < earliest || today + made >= kReadingsADay) continue;
        if (!TRY(is_there(database, *entity, one.record))) continue;
        TRY(database.run("INSERT OR IGNORE INTO reading(person, entity, record, hour, at) VALUES(?,?,?,?,?)", person, entity->name, one.record, hour_of(at),
                         at));
        Query altered = TRY(database.query("SELECT changes()"));
        TRY(altered.step());
        made += altered.integer(0);
    }
    return made;
}

Result<Done> sweep_readings(Database& database, std::int64_t now_ms) {
    return database.run("DELETE FROM reading WHERE at < ?", utc_text(now_ms - kReadingKeptMs));
}

}  // namespace lisa
