// What happened to the organisation, as the server's journal tells it.
#include "app/app.h"
#include "core/json.h"

namespace lisa::app {
namespace {

std::string text(const Json& object, std::string_view name) {
    const std::string* found = text_member(object, name);
    return found ? *found : std::string{};
}

Altered altered_by(const Json& row) {
    Altered fields;
    if (const Json* lines = member(row, "fields"); lines && lines->is_array())
        for (const Json& line : *lines) fields[text(line, "field")] = {text(line, "before"), text(line, "after")};
    return fields;
}

}  // namespace

void App::ask_reorganisations(std::int64_t before, std::int64_t rev) {
    Reorganisations& changes = m_state.organisation.changes;
    changes.status = Reorganisations::Status::loading;
    changes.rev = rev;
    m_platform.send("GET", "/api/history/unit?before=" + std::to_string(before), "", [this, before](platform::Reply reply) {
        Reorganisations& told = m_state.organisation.changes;
        const auto json = reply.status == 200 ? parse_json(reply.body) : std::nullopt;
        const Json* rows = json ? member(*json, "rows") : nullptr;
        const bool is_told = rows && rows->is_array();
        told.status = is_told ? Reorganisations::Status::ready : Reorganisations::Status::offline;
        m_platform.wake();
        if (!is_told) return;
        if (before == 0) told.rows.clear();
        told.has_more = bool_member(*json, "more").value_or(false);
        told.before = integer_member(*json, "before").value_or(0);
        for (const Json& row : *rows) {
            const Json* actor = member(row, "actor");
            const Altered fields = altered_by(row);
            const auto decision = fields.find("decision");
            for (Reorganisation& what : reorganisations_of(text(row, "verb"), fields))
                told.rows.push_back({text(row, "at"), actor ? text(*actor, "name") : "", text(row, "record"),
                                     decision == fields.end() ? std::string{} : decision->second.second, std::move(what)});
        }
    });
}

}  // namespace lisa::app
