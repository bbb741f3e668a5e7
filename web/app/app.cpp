#include "app/app.h"

#include <algorithm>
#include <utility>

#include "app/drafts.h"
#include "app/me.h"
#include "app/past.h"
#include "app/reading.h"
#include "core/date.h"
#include "domain/catalog.h"
#include "views/shell.h"

namespace lisa::app {
namespace {

/// Whether a list is on the screen, or beside or behind the record that is: its state is in the address.
bool has_list(const Route& route) { return route.screen == Screen::reg && route.entity; }

}  // namespace

std::unique_ptr<Host> make_host(platform::Platform& platform, const Start& start) {
    const auto me = me_from_text(start.me);
    State state{kCatalog, me ? me->who : Actor{}};
    if (me) {
        state.name = me->name;
        state.is_demo = me->is_demo;
        state.undelivered = me->undelivered;
    }
    state.attaching.limit = me ? me->file_limit : 0;
    state.language = start.language == "en" ? Language::english : Language::swedish;
    state.is_connected = start.online;
    state.look = look_from(platform);
    state.route = route_from(start.path, kCatalog);
    return std::make_unique<App>(platform, start, std::move(state));
}

App::App(platform::Platform& platform, const Start& start, State state)
    : m_platform(platform),
      m_state(std::move(state)),
      m_sync(platform, m_state.replica,
             {.changed =
                  [this] {
                      m_state.is_connected = m_sync.is_connected();
                      m_state.is_ready = m_sync.is_ready();
                      m_state.needs_reload = m_sync.needs_reload();
                      m_state.unreadable = m_sync.unreadable();
                      m_platform.wake();
                  },
              .rights_changed = [this] { reload_rights(); },
              .refused =
                  [this](std::size_t) {
                      say(
                          std::string(lisa::say(m_state.language, "toast.refused"_tr)), std::string(lisa::say(m_state.language, "toast.look"_tr)),
                          [this] { go({.screen = Screen::outbox}); }, true);
                  },
              .confirmed =
                  [this] {
                      if (m_state.toast && !m_state.toast->action.empty()) return;  // what can still be undone stays in sight
                      say(std::string(lisa::say(m_state.language, "toast.confirmed"_tr)));
                  }}),
      m_client(is_id(start.client) ? start.client : platform.new_id()),
      m_address(start.path) {
    if (has_list(m_state.route))
        put(list_query_from(start.path, *m_state.route.entity), m_state.registers[std::string(m_state.route.entity->name)], *m_state.route.entity);
    open_days();
    m_platform.drafts_read([this](std::string text) {
        for (auto& [id, draft] : drafts_from(text, kCatalog)) m_state.drafts.try_emplace(id, std::move(draft));
        for (Opened& one : readings_from(text)) m_readings.push_back(std::move(one));
        m_kept_drafts = std::move(text);
        m_has_read_drafts = true;
        m_platform.wake();
    });
    m_sync.start();
}

void App::keep_drafts() {
    constexpr int kPauseMs = 700;
    if (!m_has_read_drafts || m_platform.now_ms() < m_keep_drafts_ms) return;
    std::string text = with_readings(text_of(m_state.drafts), m_readings);
    if (text == m_kept_drafts) return;
    m_keep_drafts_ms = m_platform.now_ms() + kPauseMs;
    m_platform.wake(kPauseMs);  // for what is typed meanwhile
    m_platform.drafts_keep(m_kept_drafts = std::move(text));
}

void App::frame(semantics::Tree& tree, const semantics::Events& events, semantics::Focus focus) {
    m_wants_frame = false;
    m_sync.tick();
    const float scale = m_state.is_text ? 1 : m_state.look.text_scale;  // text is sized by the page
    ui::apply(m_state.theme, scale);
    ui::space_letters(m_state.look.is_spaced, scale);
    ui::Ui ui{.tree = tree, .events = events, .focus = focus, .platform = m_platform, .theme = m_state.theme};
    ui.language = m_state.language;
    ui.scale = scale;
    ui.is_text = m_state.is_text;
    ui.is_compact = m_state.look.is_compact;
    ui.is_spaced = m_state.look.is_spaced;
    ui.is_touch = ImGui::GetIO().MouseSource == ImGuiMouseSource_TouchScreen;
    ui.has_shrunk = std::exchange(m_height, ImGui::GetIO().DisplaySize.y) > ImGui::GetIO().DisplaySize.y;
    ui.wants_frame = &m_wants_frame;
    if (m_state.toast && !m_state.toast->is_held && m_platform.now_ms() >= m_state.toast->until_ms) m_state.toast.reset();
    View view{ui, m_state, m_commands, {m_state.replica, m_state.language}};
    views::shell(view);
    if (std::string title = views::title(view); title != m_title) {
        m_title = std::move(title);
        m_platform.title(m_title);
    }
    const bool has_drafts = !m_state.attaching.files.empty() || m_state.cell.draft.is_dirty() || m_state.assessing.is_dirty() ||
                            std::any_of(m_state.drafts.begin(), m_state.drafts.end(), [](const auto& entry) { return entry.second.is_dirty(); });
    if (std::exchange(m_asks_before_leaving, has_drafts) != has_drafts) m_platform.ask_before_leaving(has_drafts);
    m_focus = focus.id;
    if (!has_help(m_state.language)) ask_help();
    keep_drafts();
    follow_list();
    follow_days();
    follow_reading();
    if (!m_commands.empty()) m_wants_frame = true;
    for (Commands commands = std::exchange(m_commands, {}); const Command& command : commands) command(*this);
    follow_workshop();
}

void App::navigate(std::string_view path) {
    const Route before = std::exchange(m_state.route, route_from(path, kCatalog));
    m_address = std::string(path);
    open_days();
    if (has_list(m_state.route)) {
        Register& list = shown(m_state).registers[std::string(m_state.route.entity->name)];
        put(list_query_from(path, *m_state.route.entity), list, *m_state.route.entity);
        // Back to the row that one came from.
        list.table.wants_focus = m_state.route.id.empty() && before.entity == m_state.route.entity && !before.id.empty();
    }
    m_state.overlay = Overlay::none;
    m_state.nav_is_open = false;
}

std::string App::shortcuts() const { return "ctrl+k,ctrl+shift+f,ctrl+s,ctrl+z,alt+n,f1"; }

/// Runs after the frame that takes in what was typed just before.
void App::shortcut(std::string_view name) {
    m_commands.push_back([name = std::string(name)](App& app) {
        const Route& route = app.m_state.route;
        const bool is_free = app.m_state.overlay == Overlay::none;  // what is typed in a dialog is not thrown away
        if (name == "ctrl+k" && is_free) app.open(Overlay::palette);
        if (name == "f1" && is_free) app.open(Overlay::help);
        if (name == "ctrl+shift+f" && is_free) app.find_on_page(true);
        if (name == "ctrl+s" && !route.is_past() && app.m_state.is_editing(route.id)) app.save(route.id);
        if (name == "ctrl+z" && app.m_state.overlay == Overlay::none) app.undo();
        if (name == "alt+n" && route.entity && allowed_somewhere(app.m_state.replica.who(), Right::create, *route.entity)) app.create(*route.entity);
    });
    m_wants_frame = true;
}

void App::online(bool yes) { m_sync.set_online(yes); }

void App::go(Route route) {
    if (!route.is_past() && can_be_past(route)) {
        route.day = m_state.route.day;
        route.against = m_state.route.against;
    }
    go_to(std::move(route));
}

void App::go_to(Route route) {
    const bool is_other = !(route == m_state.route);
    if (is_other) settle_address();
    if (has_list(route) && route.entity != m_state.route.entity) leave_figure(std::string(route.entity->name));  // come to from elsewhere
    m_state.route = std::move(route);
    open_days();
    m_state.overlay = Overlay::none;
    m_state.nav_is_open = false;
    if (is_other) show_address(true);
}

void App::show_list(const Entity& entity, const ListQuery& query) {
    settle_address();
    m_state.route = {.screen = Screen::reg, .entity = &entity};
    open_days();
    m_state.overlay = Overlay::none;
    put(query, m_state.registers[std::string(entity.name)], entity);
    if (address() != m_address) show_address(true);
}

void App::settle_address() {
    if (has_list(m_state.route) && address() != m_address) show_address(false);
}

std::string App::address() const {
    std::string query = days_of(m_state.route);
    if (has_list(m_state.route)) {
        const auto& lists = shown(m_state).registers;
        const auto list = lists.find(std::string(m_state.route.entity->name));
        const std::string text = list == lists.end() ? "" : text_of(query_of(list->second, *m_state.route.entity));
        query += (query.empty() || text.empty() ? "" : "&") + text;
    }
    return path_of(m_state.route) + (query.empty() ? "" : "?" + query);
}

void App::show_address(bool push) {
    m_address = address();
    m_platform.address(m_address, push);
}

void App::follow_list() {
    constexpr int kPauseMs = 400;
    if (!has_list(m_state.route)) return;
    std::string now = address();
    if (now == m_address) return m_next_address.clear();
    const std::int64_t time = m_platform.now_ms();
    if (now != m_next_address) {
        m_next_address = std::move(now);
        m_next_address_ms = time + kPauseMs;
        return m_platform.wake(kPauseMs + 20);
    }
    if (time >= m_next_address_ms) show_address(false);
}

void App::open(Overlay overlay) {
    m_state.overlay = overlay;
    m_state.overlay_height = 300;
    m_state.overlay_is_fresh = overlay != Overlay::none;
    if (overlay == Overlay::bulk) m_state.bulk = {};
    if (overlay == Overlay::views) m_state.views = {};
    if (overlay == Overlay::palette) m_state.palette_query.clear(), m_state.palette_current = 0;
    if (overlay == Overlay::import_file) m_state.import_name.clear(), m_state.import_bytes.clear(), m_state.import_problem.clear(), m_state.import_unit.clear();
}

void App::say(std::string text, std::string action, std::function<void()> run, bool urgent) {
    constexpr int kShownMs = 8000;
    m_platform.announce(text, urgent);
    m_state.toast = Toast{std::move(text), m_platform.now_ms() + kShownMs, std::move(action), std::move(run)};
    m_platform.wake(kShownMs + 20);
    m_platform.wake();
}

void App::say_done(std::string text, std::function<void()> undo, std::string deed) {
    constexpr std::size_t kMostUndos = 20;
    const int number = ++m_last_undo;
    m_undos.push_back({number, std::move(undo), std::move(deed)});
    if (m_undos.size() > kMostUndos) m_undos.pop_front();
    say(std::move(text), std::string(lisa::say(m_state.language, "toast.undo"_tr)), [this, number] { this->undo(number); });
}

void App::undo(int number) {
    const auto found = std::find_if(m_undos.begin(), m_undos.end(), [&](const Undo& one) { return one.number == number; });
    if (found == m_undos.end()) return;
    const Undo one = std::move(*found);
    m_undos.erase(found);
    const auto entries = m_state.replica.deed(one.deed);
    const bool was_refused = std::any_of(entries.begin(), entries.end(), [](const Pending* entry) { return entry->state == Pending::State::refused; });
    if (!was_refused) return one.run();
    say(std::string(lisa::say(m_state.language, "toast.undo_refused"_tr)), std::string(lisa::say(m_state.language, "toast.look"_tr)),
        [this] { go({.screen = Screen::outbox}); });
}

void App::undo() {
    if (m_undos.empty()) return say(std::string(lisa::say(m_state.language, "toast.nothing_to_undo"_tr)));
    undo(m_undos.back().number);
}

void App::set_language(Language language) {
    const std::string_view tag = language == Language::swedish ? "sv" : "en";
    if (!has_words(language))
        return m_platform.words(tag, [this, language](std::string texts) {
            if (load_words(language, std::move(texts))) set_language(language);
            else say(std::string(lisa::say(m_state.language, "toast.no_language"_tr)), {}, {}, true);
        });
    m_state.language = language;
    m_platform.language(tag);
    m_platform.remember("language", tag);
    m_platform.wake();
}

void App::ask_help() {
    constexpr int kPatienceMs = 10'000;
    if (m_platform.now_ms() < m_help_again_ms) return;
    m_help_again_ms = m_platform.now_ms() + kPatienceMs;
    const Language language = m_state.language;
    m_platform.words(language == Language::swedish ? "sv-help" : "en-help", [this, language](std::string texts) {
        if (load_help(language, std::move(texts))) m_help_again_ms = 0, m_platform.wake();
    });
}

void App::prefer(std::string_view key, const std::string& value) {
    m_platform.remember(key, value);
    m_state.look = look_from(m_platform);
}

void App::find_on_page(bool opens) {
    if (m_state.is_text) return say(std::string(lisa::say(m_state.language, "find.in_text"_tr)));
    FindBar& bar = m_state.find;
    if (opens) {
        if (!bar.is_open) bar.from = m_focus;
        bar.is_open = bar.is_fresh = true;
    } else {
        m_platform.focus(bar.from);
        bar = {};
    }
}

void App::sign_out() {
    m_platform.send("DELETE", "/api/session", "", [this](platform::Reply) { m_platform.sign_out("signed_out"); });
}

void App::reload_rights() {
    m_platform.send("GET", "/api/me", "", [this](platform::Reply reply) {
        const auto me = reply.status == 200 ? me_from_text(reply.body) : std::nullopt;
        if (!me) return;
        m_state.replica.become(me->who);
        m_state.past.clear();
        open_days();
        say(std::string(lisa::say(m_state.language, "toast.rights_changed"_tr)));
    });
}

std::string App::now() const { return utc_text(m_platform.now_ms()); }

}  // namespace lisa::app
