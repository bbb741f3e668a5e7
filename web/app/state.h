#pragma once
// Everything the screens read. Only App writes it, between frames; a view alters nothing but its own drafts and tables.
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>

#include "app/attaching.h"
#include "app/figures.h"
#include "app/importing.h"
#include "app/organisation_view.h"
#include "app/pasting.h"
#include "app/preferences.h"
#include "app/removed.h"
#include "app/route.h"
#include "app/saved_views.h"
#include "app/stepping.h"
#include "app/sync.h"
#include "app/trail.h"
#include "app/workshop.h"
#include "domain/confirmations.h"
#include "domain/due.h"
#include "insight/insight.h"
#include "report/columns.h"
#include "report/text_diff.h"
#include "ui/form.h"
#include "ui/table.h"

namespace lisa::app {

/// One line of a record's history, as the server tells it.
struct HistoryRow {
    std::string at, actor, verb, step;
    struct Line {
        std::string field, before, after;
    };
    std::vector<Line> lines;
};

struct History {
    enum class Status : std::uint8_t { loading, ready, offline };
    Status status = Status::loading;
    std::int64_t rev = -1;    ///< revision of the record when it was asked for
    std::int64_t before = 0;  ///< where older rows begin
    bool has_more = false;
    std::vector<HistoryRow> rows{};  ///< newest first
};

/// A register's list: what is typed into its filter, the order, and the rows that follow from them.
struct Register {
    std::string filter{};
    ui::TableState table{};
    std::string place{};         ///< id of the row that shall be in sight as soon as it is there
    bool shows_removed = false;  ///< instead of what is there, for who may remove
    std::vector<const Record*> rows{};
    std::size_t total = 0;
    WorkedOut worked{};  ///< what the register works out, at `version`
    // What the rows were computed from; they are computed again when one of these altered.
    std::uint64_t version = 0;
    std::uint64_t computed_removed = 0;  ///< version of what was removed, where that is shown; else 0
    std::string computed_filter{};
    std::vector<std::pair<int, bool>> computed_order{};
    Language computed_language = Language::swedish;
    std::map<const Record*, std::string> texts{};  ///< folded search texts at `version`
    std::string figure{}, scope{};                 ///< only what it counts, as in ListQuery
    std::string computed_figure{};                 ///< both, as the rows were computed

    /// The rows that something is done with: those picked, or all when none is.
    std::vector<const Record*> meant() const;
};

struct PastDay;

/// Which day one is about to look at, and against which other.
struct PastBox {
    std::string day{}, against{};
};

struct Toast {
    std::string text{};
    std::int64_t until_ms = 0;
    std::string action{};  ///< label of a button, or empty
    std::function<void()> run{};
    bool is_held = false;  ///< somebody is at its button, so it stays (WCAG 2.2.1)
};

/// What is due for the person, as worked out from the registers at `version` on a day.
struct DueList {
    std::uint64_t version = 0;
    std::string day{};
    std::vector<Due> rows{};
};

/// What was worked out about the record that was looked at last, and what it rests on.
struct InsightCache {
    std::string id{};
    std::uint64_t version = 0;
    Language language = Language::swedish;
    std::int64_t minute = 0;
    Insight insight{};
};

/// A document beside the one it replaces, as compared at `version`.
struct Comparison {
    std::string id{};
    std::uint64_t version = 0;
    std::vector<DiffLine> lines{};
};

/// The cell of a table that is being edited.
struct CellEdit {
    ui::Draft draft{};  ///< of one field; without entity no cell is edited
    std::string field{};
    float height = 140;
    bool had_focus = false;

    bool is_open(const Entity& entity) const { return draft.entity == &entity; }
};

/// A field of a record, as the cell that is edited next.
struct CellPlace {
    std::string record{}, field{};
};

/// Who has confirmed the document that was looked at last, as counted at `version` on a day, and which units are unfolded.
struct ConfirmationView {
    std::string id{};
    std::uint64_t version = 0;
    std::string day{};
    Confirmations found{};
    bool is_part = false;  ///< some of the document's units are out of the person's sight
    std::set<std::string> opened{};
};

/// One field to be changed in every row of a list.
struct BulkEdit {
    std::string field{};
    ui::Draft draft{};
};

/// What is asked on "Får jag …?".
struct MayI {
    std::string subject{}, way{};
    ui::ComboState combo{};
};

/// "Rapportera": whether the questions about Sweden's security closed the form, and the report that was sent last.
struct Reporting {
    bool is_closed = false;
    std::string sent{};
};

/// Which of the cases that an event would open are left out, by register and unit.
struct CasesView {
    std::string event{};
    std::set<std::string> left_out{};
};

/// Which notice of a notification is drafted; empty: what is to be sent next.
struct DraftView {
    std::string id{}, stage{};
};

/// What is typed for the log of an exercise.
struct ExerciseView {
    std::string id{}, note{};
};

/// The bar that searches the page.
struct FindBar {
    bool is_open = false, is_fresh = false;  ///< fresh: opened just now, its field gets the focus
    std::uint32_t from = 0;                  ///< what had the focus before
    ui::Find words{};
};

/// What is open over the screen.
enum class Overlay : std::uint8_t {
    none,
    palette,
    import_file,
    confirm_remove,
    sign_out,
    hand_over,
    bulk,
    steps,
    export_rows,
    remove_rows,
    help,
    paste,
    views,
    past
};

struct State {
    State(Catalog catalog, Actor who) : replica(catalog, std::move(who)) {}

    Replica replica;
    std::string name{};  ///< of the person
    bool is_demo = false;
    std::int64_t undelivered = 0;  ///< letters of the last week that did not get through, as of when the page was loaded
    Language language = Language::swedish;
    Look look{};
    ui::Theme theme = ui::kLight;
    bool is_text = false;  ///< read as text: laid out on the sheet of host.h, and not drawn
    Route route{};
    bool is_connected = true, is_ready = false, needs_reload = false;
    std::size_t unreadable = 0;                 ///< entries of the outbox that this version cannot read
    std::map<std::string, ui::Draft> drafts{};  ///< by record id
    std::map<std::string, History> histories{};
    std::map<std::string, Register> registers{};      ///< by entity
    std::map<std::string, RemovedRecords> removed{};  ///< the same
    DueList due{};
    InsightCache insight{};
    std::set<std::string> unfolded{};  ///< facts that show all they count, by record and register
    MayI may_i{};
    Reporting reporting{};
    CasesView cases{};
    DraftView drafted{};
    ExerciseView exercise{};
    FindBar find{};
    /// What is shown is as it was at the end of this day, and nothing can be done with it; empty: as it is. Only such a state has it.
    std::string day{};
    std::map<std::string, std::shared_ptr<PastDay>> past{};  ///< the days that the address names, by day
    PastBox past_box{};
    Trail trail{};
    OrganisationView organisation{};
    Importing importing{};
    AttachingState attaching{};
    BulkEdit bulk{};
    Stepping stepping{};
    PasteBox paste{};
    ViewsBox views{};
    CellEdit cell{};
    Comparison comparison{};
    ConfirmationView confirmations{};
    Leading leading{};
    int matrix_stage = 1;                                           ///< which assessment the risk matrix shows: inherent, current, residual
    std::pair<int, int> matrix_cell{-1, -1};                        ///< likelihood and consequence of the cell that was clicked
    std::string matrix_cell_of{};                                   ///< the analysis that it was clicked in
    ui::Draft assessing{};                                          ///< of a risk beneath the matrix, apart from what else is typed about it
    std::map<std::int64_t, std::map<std::string, bool>> choices{};  ///< conflicts: number → field → keep mine
    Overlay overlay = Overlay::none;
    float overlay_height = 300;
    bool overlay_is_fresh = false;  ///< opened just now: the first control gets the focus
    std::string palette_query{};
    int palette_current = 0;
    std::string import_name{}, import_bytes{}, import_problem{};
    std::string import_unit{};
    std::string hand_over_to{};
    ui::ComboState hand_over_combo{};
    ui::ComboState import_combo{};
    float map_zoom = 1;
    bool nav_is_open = false;  ///< the sheet of a narrow window
    std::optional<Toast> toast{};
    FiguresView figures{};

    bool is_editing(const std::string& id) const {
        const auto found = drafts.find(id);
        return found != drafts.end() && found->second.is_dirty();
    }
};

/// What a view may ask for. Runs between frames.
class App;
using Command = std::function<void(App&)>;
using Commands = std::deque<Command>;

/// What a view gets.
struct View {
    ui::Ui& ui;
    State& state;
    Commands& commands;
    Reader reader;

    void go(Route route) const;
    /// The moment that what is shown is looked at from: now, or the end of the day that is shown.
    std::int64_t now_ms() const;
};

}  // namespace lisa::app
