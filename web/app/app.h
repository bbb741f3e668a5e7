#pragma once
// The program: owns the state, runs the commands, keeps address, title and focus in step with the screen.
#include "app/host.h"
#include "app/list_address.h"
#include "app/state.h"
#include "domain/trail.h"

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
    void show_as_text(bool yes) override { m_state.is_text = yes; }
    void theme(std::string_view name) override { m_state.theme = ui::theme_from(name); }

    // Commands -------------------------------------------------------------------------------------------------------
    /// Shows another screen and adds a step for the back button. As long as a day is looked at, all that can be shown of it is.
    void go(Route route);
    /// Asks which day one wants to look at.
    void open_past();
    /// Shows what is open as it was at the end of a day, beside another one where that is given; as it is.
    void show_past(std::string day, std::string against);
    void show_today();
    /// Asks anew for a day that could not be had.
    void ask_again(const std::string& day);
    /// Shows a list as an address says it.
    void show_list(const Entity& entity, const ListQuery& query);
    /// Opens the form of a new record; `values` are filled in already. Saving it makes a part of it too, where one is given.
    void create(const Entity& entity, std::map<std::string, Value> values = {}, const Entity* part = nullptr, std::map<std::string, Value> part_values = {});
    /// Saves the draft of a record, or shows what is wrong with it.
    void save(const std::string& id);
    void discard(const std::string& id);
    void step(const Record& record, const std::string& name);
    /// Opens the form of a record with some values filled in.
    void fill_in(const Record& record, std::map<std::string, Value> values);
    /// Takes a record out of its register, and what hangs on it with it; can be taken back.
    void remove(const Record& record);
    /// Attaches the file that was chosen in a control to a record, or says why not.
    void attach(std::uint32_t control, const Entity& entity, const std::string& record);
    /// Sends a file that could not be sent, again; or gives it up.
    void send_file(int number);
    void give_up_file(int number);
    /// Takes an attachment away; can be taken back.
    void detach(const Record& record);
    /// Fetches the file of an attachment for the browser to keep.
    void get_file(const Record& record);
    /// Puts the rows of an import into their register, all or none.
    void run_rows();
    void read_rows_file(std::uint32_t control);
    void read_pasted_rows();
    /// Notes that the person has read and understood this version of a document.
    void acknowledge(const Record& document, const std::string& unit);
    /// Gives everything that refers to one person in charge to another, in one step that can be taken back (O5).
    void hand_over(const std::string& from, const std::string& to);
    /// Does a deed of the workshop that is open: "begin" or one of workshop::kDeeds.
    void lead(const std::string& deed);
    /// Opens the form of the classification with what the workshop came to.
    void use_result(const Record& classification);
    /// Asks the server what happened to a record before a journal number; 0: anew from the latest, at this revision.
    void ask_history(const Entity& entity, const std::string& id, std::int64_t rev, std::int64_t before);
    /// Asks for the trail that the page shows, before a row; 0: anew from the latest.
    void ask_trail(std::int64_t before);
    /// Fetches all of the trail that the page shows, and gives it as a file.
    void export_trail();
    /// Has the server prove the journal.
    void prove_trail();
    /// Asks what was removed from a register before a journal number; 0: anew from the latest.
    void ask_removed(const Entity& entity, std::int64_t before);
    /// Asks, once, whether a record that is not held was removed.
    void ask_removed(const Entity& entity, const std::string& id);
    /// Puts removed records back, as changes of their own; can be taken back. What cannot come back is said.
    void restore(const Entity& entity, const std::vector<std::string>& ids);
    /// Has a list show what was removed from its register, or what is in it.
    void show_removed(const Entity& entity, bool shows);
    /// Asks the server what happened to the organisation before a journal number; 0: anew from the latest, at this revision.
    void ask_reorganisations(std::int64_t before, std::int64_t rev);
    /// Settles a conflict: keeps the person's value in the chosen fields and the others' in the rest.
    void settle(std::int64_t number);
    /// Opens a refused change as a draft to mend.
    void mend(std::int64_t number);
    /// Leaves out refused changes; can be taken back.
    void throw_away(const std::vector<std::int64_t>& numbers);
    void read_import(std::uint32_t control);
    void run_import();
    /// The rows of a list as it is filtered, in its order, as a file.
    void export_csv(const Entity& entity);
    void export_json(const Entity& entity);
    /// Changes one field in the picked rows of a list, or in all; can be taken back.
    void run_bulk(const Entity& entity);
    /// Opens the box for a step of the picked rows.
    void begin_steps(const Entity& entity);
    /// Takes the chosen step with all the records that can take it, as one deed; can be taken back where a step leads back. What it asks
    /// for and is not filled in is said first.
    void run_steps();
    /// Takes the picked rows out of their register; can be taken back.
    void remove_rows(const Entity& entity);
    /// Puts these columns of the picked rows, or of the current one, on the clipboard as a spreadsheet takes them.
    void copy_rows(const Entity& entity, std::vector<RegisterColumn> columns);
    /// Opens the box to paste into, from the current cell of the list on.
    void open_paste(const Entity& entity);
    /// Shows what a pasted text would do to the cells from the current one on.
    void look_at_paste(const Entity& entity, std::string text);
    void read_paste_box();
    /// Alters all the pasted cells, or none; can be taken back.
    void run_paste();
    /// Opens the import with the pasted rows in it, under the headings of their columns.
    void import_pasted();
    /// Keeps what the list shows as a view of one's own, under the name in the dialog.
    void save_view(const Entity& entity);
    /// Lets a view show what the list shows now.
    void replace_view(const Entity& entity, const ViewRow& row);
    void rename_view(const Entity& entity, const ViewRow& row);
    void remove_view(const Entity& entity, const ViewRow& row);
    /// Makes a view of one's own into one that others in a part of the organisation see.
    void share_view(const Entity& entity, const ViewRow& row);
    /// Opens the editor of a cell, or says why not.
    void edit_cell(const Entity& entity, const CellPlace& place);
    /// Saves the cell that is edited and goes on to the next, if there is one. Stays when something is wrong, and says what.
    void save_cell(bool returns_focus, const std::optional<CellPlace>& next = {});
    void leave_cell(bool returns_focus);
    /// Saves what is altered beneath the risk matrix, and nothing else that is typed about that risk; then `next` is assessed, the id
    /// of a risk, or none. Stays when something is wrong, and says what.
    void save_assessment(const std::string& next = {});
    void leave_assessment();
    /// Takes back the latest thing that can be.
    void undo();
    /// What the class of a system asks of a supplier, the statement of applicability, a board's record of processing.
    void download_procurement(const Record& system);
    void download_applicability();
    void download_record(const Record& unit);
    /// How it stands for a part of the organisation, as an appendix to print; as is_part() takes it.
    void download_figures(const std::string& part);
    /// One record whole, to print or to send.
    void download_sheet(const Record& record);
    /// The time limit, the facts and the gaps of a case, in the order in which the authority asks.
    void download_notice(const Record& record);
    /// What a plan for internal control has come to, to the board.
    void download_control_report(const Record& plan);
    /// What happens if the system falls, to print.
    void download_what_if(const Record& system);
    /// Reveals the next part of what happens in an exercise, which its log keeps; writes a line into the log.
    void reveal_next(const Record& exercise);
    void note_in_exercise(const Record& exercise, std::string text);
    /// Puts an answer of a draft on the clipboard.
    void copy_answer(std::string text);
    /// Opens the form of a report, once nothing in it concerns Sweden's security; closes it, and keeps nothing, where something does.
    void begin_report();
    void close_report();
    /// Sends the report of that draft in the person's own name.
    void send_report(const std::string& id);
    /// Throws away what was typed in it; can be taken back.
    void drop_report(const std::string& id);
    /// Opens the cases that an event proposes but for those left out, all or none.
    void open_cases(const Record& event);
    /// Gives the opened cases what the event has come to say and they do not say yet.
    void update_cases(const Record& event);
    void clear_filter(const std::string& entity);
    /// Has a list show more than what a figure counts.
    void leave_figure(const std::string& entity) { m_state.registers[entity].figure.clear(), m_state.registers[entity].scope.clear(); }
    void set_language(Language language);
    /// Remembers one of kPreferences, or the size of text; an empty value forgets it.
    void prefer(std::string_view key, const std::string& value);
    /// Opens the bar that searches the page, or closes it and returns the focus.
    void find_on_page(bool opens);
    void open(Overlay overlay);
    void sign_out();
    void reload_rights();

    const State& state() const { return m_state; }

private:
    /// Whether what goes over whole registers has to wait, since not everything has been fetched; says so then.
    bool must_wait();
    /// Changes, each with what its step brings with it, as they can be carried out; or the first that would be refused, and why.
    struct Tried {
        std::vector<Change> changes{};
        std::optional<std::pair<Change, Error>> refused{};
    };
    /// Tries the changes out one upon the other; nothing is altered.
    Tried try_out(std::vector<Change> changes);
    /// Tells why a change cannot be made.
    void complain(const Change& change, const Error& error);
    /// Saves a draft that State holds beside those of the forms, and goes on when it is kept or has nothing to save.
    void save_beside(ui::Draft& draft, std::function<void()> then);
    /// The change that a draft stands for; none, with the problems in the draft, when it would be refused.
    std::optional<Change> change_of(ui::Draft& draft);
    void send(Change change, std::string said, std::function<void()> undo = {});
    /// The deed that an entry of the outbox belongs to; empty for none.
    std::string deed_of(std::int64_t number) const;
    /// Keeps a change in the place of the refused one that its draft mends.
    void save_mended(const std::string& id, Change change);
    /// What became of keeping a draft's changes: false leaves it as it is, with the problem.
    bool end_draft(const std::string& id, bool is_kept);
    /// What it takes to remove a record: what hangs on it goes first. Or why it cannot be removed.
    Result<std::vector<Change>> removal_of(const Record& record);
    /// The server's answer to a file.
    void take_file(int number, const platform::Reply& reply);
    /// Whether the person has the right to remove whatever the changes remove.
    bool may_make(const std::vector<Change>& changes) const;
    /// Carries out the reverse of what was done, whatever the records have become meanwhile.
    void take_back(const std::vector<Change>& back);
    /// Has the device keep changes, and then sends them: the one place where deeds start. The same once more before the device has
    /// answered, as when a button is pressed twice or Enter held down, is passed over: false, and `done` hears nothing.
    bool keep(std::vector<Change> changes, const std::string& deed, std::function<void(bool)> done);
    /// Does many changes as one deed, which the server takes in whole or not at all. Once they are safe on the device it is
    /// said; `undo` takes all of them back, and `ended` hears whether they are safe.
    void send_all(std::vector<Change> changes, std::string said, std::function<void()> undo = {}, std::function<void(bool)> ended = {});
    /// The `ended` of something that a second press must not do twice: `then` runs when it is safe. Nothing while another is under way.
    std::function<void(bool)> keeping(std::function<void()> then);
    /// Says what was done and offers to take it back, unless it was a deed that has been refused meanwhile.
    void say_done(std::string text, std::function<void()> undo, std::string deed = {});
    void undo(int number);
    void say(std::string text, std::string action = {}, std::function<void()> run = {}, bool urgent = false);
    /// The address of what is shown, with the filter and the order of the list and the place in it, also beside an open record.
    std::string address() const;
    void show_address(bool push);
    /// Brings what was typed, sorted and moved in a list into the address a moment later: browsers allow few changes of it.
    void follow_list();
    /// The same at once, before another screen is shown: the back button comes back to it.
    void settle_address();
    /// What is wrong with the name of a view, as a message key; `but` is the own one that gets it.
    std::string view_problem(const std::string& name, const std::vector<OwnView>& views, std::size_t but) const;
    std::string shown_query(const Entity& entity);
    /// Remembers the own views of a register and offers to take it back. False when they are too many.
    bool keep_views(const Entity& entity, const std::vector<OwnView>& views, Tr said);
    void alter_shared(const std::string& id, std::string_view field, std::string value, Tr said);
    /// Fetches the help texts, which nobody needs before the first form. Without network it is tried again later.
    void ask_help();
    /// Notes that what is sensitive has been opened, once an hour for each record, and tells the server of it when it can.
    void note_reading(const Entity& entity, const std::string& id);
    void follow_reading();
    void tell_readings();
    /// The part of the trail after those rows, until all of it is there; then it is a file.
    void fetch_trail(std::vector<TrailRow> rows, std::int64_t before);
    /// Has the device keep what is typed, a moment after it was typed.
    void keep_drafts();
    /// Shows exactly this, and adds a step for the back button.
    void go_to(Route route);
    /// Has the days that the address names fetched, and lets go of others.
    void open_days();
    void ask_day(const std::shared_ptr<PastDay>& past, const std::string& from);
    /// Asks again for days that were out of reach while there was no network.
    void follow_days();
    void follow_workshop();
    void watch_workshop();
    Change blank_change(Verb verb, const Entity& entity, const std::string& id) const;
    std::string now() const;

    platform::Platform& m_platform;
    State m_state;
    Sync m_sync;
    Commands m_commands;
    std::string m_client, m_title;
    std::string m_address, m_next_address;  ///< shown, and about to be
    std::int64_t m_next_address_ms = 0;
    bool m_wants_frame = true, m_asks_before_leaving = false;
    bool m_is_keeping = false;
    std::map<int, std::vector<Change>> m_under_way;  ///< what the device has been asked to keep and has not answered, by number
    int m_last_under_way = 0;
    int m_files_chosen = 0, m_last_file = 0;
    std::uint32_t m_focus = 0;  ///< the node that has it
    std::string m_kept_drafts;  ///< as the device has them
    std::int64_t m_keep_drafts_ms = 0;
    bool m_has_read_drafts = false;
    float m_height = 0;  ///< of the window in the frame before
    struct Undo {
        int number = 0;
        std::function<void()> run{};
        std::string deed{};
    };
    std::deque<Undo> m_undos;  ///< the latest last
    int m_last_undo = 0;
    std::vector<Opened> m_readings;  ///< of which the server has not been told
    std::set<std::string> m_noted;   ///< by hour and record, so that each is noted once
    bool m_is_telling = false;
    std::int64_t m_tell_ms = 0;        ///< before then nothing is told: what is opened together is told together
    std::int64_t m_help_again_ms = 0;  ///< before then it is not asked for again
};

}  // namespace lisa::app
