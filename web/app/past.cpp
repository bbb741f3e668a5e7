#include "app/past.h"

#include "app/app.h"
#include "app/list_address.h"
#include "core/date.h"
#include "core/json.h"
#include "domain/catalog.h"
#include "domain/clock.h"
#include "schema/json.h"

namespace lisa::app {
namespace {

Actor reader_of(const State& today) {
    Actor who = today.replica.who();
    who.only_reads = true;
    return who;
}

/// Takes up a page of a day; the query of the next one, or nothing when this was the last. Status::refused when it is none.
std::string take(PastDay& past, const Json& json) {
    past.status = PastDay::Status::refused;
    const Json *rows = member(json, "records"), *removed = member(json, "removed_since"), *next = member(json, "next");
    const auto until = integer_member(json, "until");
    if (!rows || !rows->is_array() || !until) return {};
    Page page{.epoch = "past", .is_reset = past.state.replica.epoch().empty(), .cursor = *until, .has_more = next != nullptr};
    for (const Json& row : *rows) {
        auto record = record_from_json(kCatalog, row);
        if (!record) return {};
        page.records.push_back(std::move(*record));
    }
    (void)past.state.replica.take_page(std::move(page));
    if (removed && removed->is_object())
        for (const auto& [name, count] : removed->items())
            if (count.is_number_integer()) past.removed_since[name] += count.get<std::int64_t>();
    if (const std::string* first = text_member(json, "first")) past.first = *first;
    past.status = next ? PastDay::Status::loading : PastDay::Status::ready;
    const std::string *entity = next ? text_member(*next, "register") : nullptr, *after = next ? text_member(*next, "after") : nullptr;
    return entity && after ? "&until=" + std::to_string(*until) + "&register=" + *entity + "&after=" + *after : std::string();
}

}  // namespace

PastDay::PastDay(std::string day, const State& today) : state(kCatalog, reader_of(today)) { state.day = std::move(day); }

State& shown(State& today) {
    const auto found = today.past.find(today.route.day);
    return found == today.past.end() ? today : found->second->state;
}

const State& shown(const State& today) {
    const auto found = today.past.find(today.route.day);
    return found == today.past.end() ? today : found->second->state;
}

Looking::Looking(State& today, PastDay& past) : m_today(today), m_past(past.state) {
    m_past.name = today.name;
    m_past.language = today.language;
    m_past.look = today.look;
    m_past.theme = today.theme;
    m_past.is_text = today.is_text;
    m_past.is_connected = today.is_connected;
    m_past.is_ready = past.status == PastDay::Status::ready;
    m_past.route = today.route;
    std::swap(m_past.histories, m_today.histories);  // a history is the same whatever day one looks at
}

Looking::~Looking() { std::swap(m_past.histories, m_today.histories); }

std::int64_t View::now_ms() const {
    constexpr std::int64_t kMinuteMs = 60'000;
    return state.day.empty() ? ui.platform.now_ms() : minutes_between("1970-01-01T00:00:00Z", end_of_day(state.day)) * kMinuteMs;
}

void App::open_days() {
    const Route& route = m_state.route;
    std::erase_if(m_state.past, [&](const auto& one) { return one.first != route.day && one.first != route.against; });
    for (const std::string& day : {route.day, route.against}) {
        if (day.empty() || day > swedish_date(m_platform.now_ms()) || m_state.past.contains(day)) continue;
        const auto past = m_state.past[day] = std::make_shared<PastDay>(day, m_state);
        if (route.entity)
            put(query_of(m_state.registers[std::string(route.entity->name)], *route.entity), past->state.registers[std::string(route.entity->name)],
                *route.entity);
        ask_day(past, {});
    }
}

void App::ask_day(const std::shared_ptr<PastDay>& past, const std::string& from) {
    m_platform.send("GET", "/api/as-of?day=" + past->state.day + from, "", [this, asked = std::weak_ptr(past)](platform::Reply reply) {
        const auto told = asked.lock();
        if (!told) return;  // it is looked at no longer
        m_platform.wake();
        if (reply.status == 0) {
            told->status = PastDay::Status::offline;
            return m_sync.set_online(false);
        }
        const auto json = reply.status == 200 ? parse_json(reply.body) : std::nullopt;
        if (!json) {
            told->status = PastDay::Status::refused;
            return;
        }
        if (const std::string next = take(*told, *json); !next.empty()) ask_day(told, next);
    });
}

void App::follow_days() {
    for (const auto& [day, past] : m_state.past) {
        if (past->status != PastDay::Status::offline || !m_state.is_connected) continue;
        past->status = PastDay::Status::loading;
        ask_again(day);
        return;  // which alters what is gone through
    }
}

void App::ask_again(const std::string& day) {
    m_state.past.erase(day);
    open_days();
}

void App::clear_filter(const std::string& entity) { shown(m_state).registers[entity].filter.clear(); }

void App::open_past() {
    m_state.past_box = {m_state.route.day, m_state.route.against};
    open(Overlay::past);
}

void App::show_past(std::string day, std::string against) {
    Route route = m_state.route;
    if (against == day) against.clear();
    route.day = std::move(day);
    route.against = std::move(against);
    go(std::move(route));
}

void App::show_today() {
    Route route = m_state.route;
    route.day.clear();
    route.against.clear();
    go_to(std::move(route));
}

}  // namespace lisa::app
