// What happened to a record, as the server's journal tells it.
#include "app/app.h"
#include "core/json.h"
#include "domain/open_report.h"
#include "schema/json.h"

namespace lisa::app {
namespace {

std::string text(const Json& object, std::string_view name) {
    const std::string* found = text_member(object, name);
    return found ? *found : std::string{};
}

/// The name of who did it. Whoever reported without an account has none.
std::string doer(const Json& row, Language language) {
    const Json* actor = member(row, "actor");
    if (!actor) return {};
    return text(*actor, "id") == kOpenReporter ? std::string(say(language, "open.reporter"_tr)) : text(*actor, "name");
}

/// A row as it is shown: each field with what stood there before and after.
HistoryRow row_of(const Json& row, const Entity& entity, const Reader& reader) {
    HistoryRow out{text(row, "at"), doer(row, reader.language), text(row, "verb"), text(row, "step"), {}};
    const Json* fields = member(row, "fields");
    if (!fields || !fields->is_array()) return out;
    for (const Json& line : *fields) {
        const Field* field = find_field(entity, text(line, "field"));
        if (!field || field->name == entity.hangs_on.record) continue;  // an id says nobody anything
        const auto shown = [&](std::string_view side) {
            const Json* json_value = member(line, side);
            const auto value = json_value ? value_from_json(field->type, *json_value) : std::nullopt;
            return value ? show_value(entity, *field, *value, reader) : std::string{};
        };
        out.lines.push_back({std::string(field->name), shown("before"), shown("after")});
    }
    return out;
}

}  // namespace

void App::ask_history(const Entity& entity, const std::string& id, std::int64_t rev, std::int64_t before) {
    m_state.histories[id].status = History::Status::loading;
    m_state.histories[id].rev = rev;
    const std::string path = "/api/history/" + std::string(entity.name) + "/" + id + (before > 0 ? "?before=" + std::to_string(before) : "");
    m_platform.send("GET", path, "", [this, id, &entity, rev, before](platform::Reply reply) {
        History& history = m_state.histories[id];
        if (history.rev != rev) return;  // the record altered meanwhile, and was asked about anew
        const auto json = reply.status == 200 ? parse_json(reply.body) : std::nullopt;
        const Json* rows = json ? member(*json, "rows") : nullptr;
        const bool is_told = rows && rows->is_array();
        history.status = is_told ? History::Status::ready : History::Status::offline;
        m_platform.wake();
        if (before == 0) history.rows.clear();
        if (!is_told) return;
        const Reader reader{m_state.replica, m_state.language};
        for (const Json& row : *rows) history.rows.push_back(row_of(row, entity, reader));
        history.has_more = bool_member(*json, "more").value_or(false);
        history.before = rows->empty() ? 0 : integer_member(rows->back(), "seq").value_or(0);
    });
}

}  // namespace lisa::app
