#include "app/reading.h"

#include "app/app.h"
#include "app/past.h"
#include "core/date.h"
#include "core/json.h"

namespace lisa::app {
namespace {

/// What is opened within this time is told together; and after it has failed, this long is waited.
constexpr int kTogetherMs = 3000, kAgainMs = 60'000;
/// More of them than this were not opened by a person who reads.
constexpr std::size_t kMostKept = 2000;

}  // namespace

std::string with_readings(std::string drafts, const std::vector<Opened>& readings) {
    if (readings.empty()) return drafts;
    Json rows = drafts.empty() ? Json::array() : parse_json(drafts).value_or(Json::array());
    rows.push_back(readings_to_json(readings));
    return dump(rows);
}

std::vector<Opened> readings_from(std::string_view text) {
    std::vector<Opened> found;
    const auto rows = parse_json(text);
    if (!rows || !rows->is_array()) return found;
    for (const Json& row : *rows) {
        const Json* list = member(row, "reads");
        if (!list || !list->is_array()) continue;
        for (const Json& one : *list)
            if (auto reading = readings_from_json(Json{{"reads", Json::array({one})}})) found.push_back(std::move(reading->front()));
    }
    return found;
}

void App::note_reading(const Entity& entity, const std::string& id) {
    const std::string at = now();
    if (!is_reading_noted(entity) || m_readings.size() >= kMostKept || !m_noted.insert(at.substr(0, 13) + id).second) return;
    m_readings.push_back({std::string(entity.name), id, at});
    m_tell_ms = m_platform.now_ms() + kTogetherMs;
    m_platform.wake(kTogetherMs + 20);
}

void App::follow_reading() {
    const Route& route = m_state.route;
    if (route.screen == Screen::reg && !route.id.empty() && !route.is_new && shown(m_state).replica.find(*route.entity, route.id))
        note_reading(*route.entity, route.id);
    if (!m_readings.empty() && !m_is_telling && m_state.is_connected && m_platform.now_ms() >= m_tell_ms) tell_readings();
}

void App::tell_readings() {
    m_is_telling = true;
    const std::vector<Opened> some(m_readings.begin(), m_readings.begin() + static_cast<std::ptrdiff_t>(std::min(m_readings.size(), kReadingsLimit)));
    m_platform.send("POST", "/api/reads", dump(readings_to_json(some)), [this, count = some.size()](platform::Reply reply) {
        m_is_telling = false;
        const bool is_settled = reply.status == 200 || reply.status == 422;  // what the server cannot read it will not read later
        if (is_settled) m_readings.erase(m_readings.begin(), m_readings.begin() + static_cast<std::ptrdiff_t>(count));
        m_tell_ms = m_platform.now_ms() + (is_settled ? 0 : kAgainMs);
        if (!m_readings.empty()) m_platform.wake(is_settled ? 0 : kAgainMs + 20);
    });
}

}  // namespace lisa::app
