#include "app/trail.h"

#include "app/app.h"
#include "core/date.h"
#include "core/json.h"
#include "domain/open_report.h"
#include "i18n/catalog_words.h"
#include "report/csv.h"

namespace lisa::app {
namespace {

/// Most rows of a file; who needs more chooses a shorter time.
constexpr std::size_t kMostInFile = 20'000;

std::string text(const Json& object, std::string_view name) {
    const std::string* found = text_member(object, name);
    return found ? *found : std::string{};
}

/// One answer of the server; nothing when it is none.
struct Told {
    std::vector<TrailRow> rows{};
    bool has_more = false;
    std::int64_t before = 0;
};
std::optional<Told> told(const platform::Reply& reply, Language language) {
    const auto json = reply.status == 200 ? parse_json(reply.body) : std::nullopt;
    const Json* rows = json ? member(*json, "rows") : nullptr;
    if (!rows || !rows->is_array()) return std::nullopt;
    Told out{{}, bool_member(*json, "more").value_or(false), integer_member(*json, "before").value_or(0)};
    for (const Json& row : *rows) {
        const Json* actor = member(row, "actor");
        const std::string id = actor ? text(*actor, "id") : std::string{};
        std::string name = id == kOpenReporter ? std::string(say(language, "open.reporter"_tr)) : actor ? text(*actor, "name") : std::string{};
        out.rows.push_back(
            {text(row, "at"), std::move(name), text(row, "verb"), text(row, "step"), text(row, "register"), text(row, "record"), text(row, "title")});
    }
    return out;
}

/// What was done, in words.
std::string deed(const TrailRow& row, Language language) {
    if (row.verb.empty()) return std::string(say(language, "trail.read"_tr));
    return std::string(row.verb == "step" ? say(language, WordKey{"step", row.entity, row.step}.view()) : say(language, WordKey{"verb", row.verb}.view()));
}

}  // namespace

std::string query_of(const Trail& trail) {
    std::string query = "kind=" + trail.kind;
    const auto add = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) query += "&" + std::string(name) + "=" + value;
    };
    add("person", trail.person);
    add("register", trail.entity);
    if (is_date(trail.from)) add("from", trail.from);
    if (is_date(trail.to)) add("to", trail.to);
    return query;
}

std::string deed_words(const TrailRow& row, Language language) { return deed(row, language); }

void App::ask_trail(std::int64_t before) {
    Trail& trail = m_state.trail;
    trail.status = Trail::Status::loading;
    trail.asked = query_of(trail);
    m_platform.send("GET", "/api/trail?" + trail.asked + "&before=" + std::to_string(before), "", [this, before, asked = trail.asked](platform::Reply reply) {
        Trail& now = m_state.trail;
        if (now.asked != asked) return;  // something else is asked for meanwhile
        m_platform.wake();
        auto answer = told(reply, m_state.language);
        now.status = answer ? Trail::Status::ready : Trail::Status::offline;
        if (before == 0) now.rows.clear();
        if (!answer) return;
        now.rows.insert(now.rows.end(), std::make_move_iterator(answer->rows.begin()), std::make_move_iterator(answer->rows.end()));
        now.has_more = answer->has_more;
        now.before = answer->before;
    });
}

void App::export_trail() {
    if (std::exchange(m_state.trail.is_exporting, true)) return;
    fetch_trail({}, 0);
}

void App::fetch_trail(std::vector<TrailRow> rows, std::int64_t before) {
    m_platform.send("GET", "/api/trail?" + query_of(m_state.trail) + "&before=" + std::to_string(before), "",
                    [this, rows = std::move(rows)](platform::Reply reply) mutable {
                        const Language language = m_state.language;
                        auto answer = told(reply, language);
                        m_platform.wake();
                        if (!answer) {
                            m_state.trail.is_exporting = false;
                            return say(std::string(lisa::say(language, "trail.offline"_tr)), {}, {}, true);
                        }
                        rows.insert(rows.end(), std::make_move_iterator(answer->rows.begin()), std::make_move_iterator(answer->rows.end()));
                        if (answer->has_more && rows.size() < kMostInFile) return fetch_trail(std::move(rows), answer->before);
                        m_state.trail.is_exporting = false;
                        std::vector<std::vector<std::string>> cells{{}};
                        for (const Tr heading : {"trail.when"_tr, "trail.who"_tr, "trail.what"_tr, "trail.register"_tr, "trail.record"_tr})
                            cells.front().emplace_back(lisa::say(language, heading));
                        for (const TrailRow& row : rows)
                            cells.push_back({swedish_time(row.at), row.actor, deed(row, language),
                                             std::string(lisa::say(language, WordKey{"entity", row.entity}.view())), row.title});
                        m_platform.download(std::string(lisa::say(language, "nav.trail"_tr)) + ".csv", "text/csv", to_csv(cells));
                        if (answer->has_more) say(fill(lisa::say(language, "trail.cut"_tr), {{"count", std::to_string(rows.size())}}), {}, {}, true);
                    });
}

void App::prove_trail() {
    m_state.trail.proof = Trail::Proof::running;
    m_platform.send("POST", "/api/trail/verification", "{}", [this](platform::Reply reply) {
        Trail& trail = m_state.trail;
        const auto json = reply.status == 200 ? parse_json(reply.body) : std::nullopt;
        const auto faults = json ? integer_member(*json, "faults") : std::nullopt;
        trail.proof = !faults ? Trail::Proof::offline : *faults == 0 ? Trail::Proof::whole : Trail::Proof::altered;
        m_platform.wake();
        if (!faults) return;
        trail.proof_faults = *faults;
        trail.proof_rows = integer_member(*json, "rows").value_or(0);
        trail.proof_records = integer_member(*json, "records").value_or(0);
        trail.proof_at = text(*json, "at");
        trail.proof_end = text(*json, "end");
    });
}

}  // namespace lisa::app
