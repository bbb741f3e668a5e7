#pragma once
// The program: owns the state, runs the commands, keeps address, title and focus in step with the screen.
#include "app/host.h"
#include "app/state.h"

namespace lisa::app {

class App final : public Host {
public:
    App(platform::Platform& platform, const Start& start, State state);

    void frame(semantics::Tree& tree, const semantics::Events& events, semantics::Focus focus) override;
    bool animating() const override { return m_wants_frame; }
    void navigate(std::string_view path) override;
    void shortcut(std::string_view name) override;
    std::string shortcuts() const override;
    void online(bool yes) override;

    // Commands -------------------------------------------------------------------------------------------------------
    /// Shows another screen and adds a step for the back button.
    void go(Route route);
    /// Opens the form of a new record; `values` are filled in already.
    void create(const Entity& entity, std::map<std::string, Value> values = {});
    /// Saves the draft of a record, or shows what is wrong with it.
    void save(const std::string& id);
    void discard(const std::string& id);
    void step(const Record& record, const std::string& name);
    void remove(const Record& record);
    void ask_history(const Entity& entity, const std::string& id, std::int64_t rev);
    /// Settles a conflict: keeps the person's value in the chosen fields and the others' in the rest.
    void settle(std::int64_t number);
    /// Opens a refused change as a draft to mend.
    void mend(std::int64_t number);
    void throw_away(std::int64_t number);
    void read_import(std::uint32_t control);
    void run_import();
    void export_csv(const Entity& entity);
    void clear_filter(const std::string& entity) { m_state.registers[entity].filter.clear(); }
    void set_language(Language language);
    void set_text_scale(float scale);
    void set_dark(bool yes);
    void open(Overlay overlay);
    void sign_out();
    void reload_rights();

    const State& state() const { return m_state; }

private:
    void send(Change change, std::string said, std::function<void()> undo = {});
    void say(std::string text, std::string action = {}, std::function<void()> run = {}, bool urgent = false);
    void show_address(bool push);
    Change blank_change(Verb verb, const Entity& entity, const std::string& id) const;
    std::string now() const;

    platform::Platform& m_platform;
    State m_state;
    Sync m_sync;
    Commands m_commands;
    std::string m_client, m_title;
    bool m_wants_frame = true, m_asks_before_leaving = false;
    int m_files_chosen = 0;
};

}  // namespace lisa::app
