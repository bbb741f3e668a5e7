#include "app/workshop.h"

#include "app/app.h"
#include "core/date.h"
#include "core/json.h"
#include "workshop/json.h"

namespace lisa::app {
namespace {

std::string path_to(const std::string& classification) { return "/api/workshop/" + classification; }

/// The key of the first problem that an answer tells.
std::string problem_in(const std::optional<Json>& json) {
    const Json* problems = json ? member(*json, "problems") : nullptr;
    const std::string* key = problems && problems->is_array() && !problems->empty() ? text_member(problems->front(), "message") : nullptr;
    return key ? *key : "problem.unknown";
}

bool is_under_way(const Leading& leading) { return !leading.code.empty() && leading.board.phase != workshop::Phase::ended; }

}  // namespace

void take(Leading& leading, const platform::Reply& reply) {
    leading.is_offline = reply.status == 0 || reply.status >= 500;
    if (leading.is_offline) return;
    leading.is_known = true;
    const auto json = parse_json(reply.body);
    leading.problem = reply.status == 200 ? "" : problem_in(json);
    if (!leading.problem.empty()) return;
    const Json* now = json ? member(*json, "workshop") : nullptr;
    const std::string *address = json ? text_member(*json, "address") : nullptr, *code = now ? text_member(*now, "code") : nullptr;
    const auto board = now ? workshop::board_from_json(*now) : std::nullopt;
    leading.was_interrupted = !code && (leading.was_interrupted || is_under_way(leading));
    leading.address = address ? *address : "";
    leading.code = code && board ? *code : "";
    leading.board = board.value_or(workshop::Board{});
}

/// Looks at the workshop while its tab is open, and no longer.
void App::follow_workshop() {
    const Route& route = m_state.route;
    const std::string wanted = route.screen == Screen::reg && route.tab == Tab::workshop ? route.id : "";
    if (wanted == m_state.leading.classification) return;
    m_state.leading = {.classification = wanted};
    watch_workshop();
}

void App::watch_workshop() {
    const std::string& id = m_state.leading.classification;
    m_platform.watch(id.empty() ? "" : path_to(id), [this](platform::Reply reply) {
        take(m_state.leading, reply);
        // What does not run does not change by itself.
        if (m_state.leading.is_known && !is_under_way(m_state.leading)) m_platform.watch("", {});
        m_platform.wake();
    });
}

void App::lead(const std::string& deed) {
    const std::string id = m_state.leading.classification;
    m_platform.send("POST", path_to(id), dump(Json{{"deed", deed}}), [this, id](platform::Reply reply) {
        if (id != m_state.leading.classification) return;
        const bool was_running = is_under_way(m_state.leading);
        take(m_state.leading, reply);
        if (!m_state.leading.problem.empty()) m_platform.announce(lisa::say(m_state.language, m_state.leading.problem), true);
        if (is_under_way(m_state.leading) != was_running) watch_workshop();
        m_platform.wake();
    });
}

void App::use_result(const Record& classification) { fill_in(classification, workshop::result_of(m_state.leading.board, swedish_date(m_platform.now_ms()))); }

}  // namespace lisa::app
