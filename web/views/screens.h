#pragma once
// The screens. Each draws itself into the box it gets.
#include "app/app.h"
#include "app/past.h"
#include "app/state.h"
#include "domain/menu.h"
#include "domain/risk_checks.h"
#include "insight/what_if.h"
#include "ui/widgets.h"

namespace lisa::views {

void home(app::View& view, ui::Box box);
/// A register: its table and the record that is open, beside each other where there is room.
void register_screen(app::View& view, ui::Box box);
void record_panel(app::View& view, ui::Box box);
/// The tab that an address shows: Översikt when it asks for one that records of the register do not have.
app::Tab shown_tab(const app::Route& route);
void outbox(app::View& view, ui::Box box);
/// "Rapportera": what somebody saw, in a minute, and what became of one's earlier reports.
void report_screen(app::View& view, ui::Box box);
/// "Läget": figures for the municipality, a part of it or oneself, each opening what it counts.
void figures_screen(app::View& view, ui::Box box);
/// A figure month by month: bars with their numbers, which are a table to assistive technology.
void month_plot(app::View& view, ui::Column& column, const std::vector<Month>& months);
/// What the address shows as it was at the end of its day, or what differs between its two days.
void past_screen(app::View& view, ui::Box box);
/// The rows of a register that differ between two days, each leading to its history.
void row_changes_list(app::View& view, ui::Column& column, const Entity& entity, app::PastDay& from, app::PastDay& to);
/// "Får jag …?": what the rules for handling say.
void may_i_screen(app::View& view, ui::Box box);
/// The organisation as a tree, and which seats stand open in it.
void organisation_screen(app::View& view, ui::Box box);
/// "Spårlogg": who changed and who read.
void trail_screen(app::View& view, ui::Box box);
bool may_see_trail(const app::View& view);
bool may_see_organisation(const app::View& view);
/// What happened to the organisation.
void reorganisations(app::View& view, ui::Column& column);
/// A file or pasted rows into a register.
void import_screen(app::View& view, ui::Box box);
std::string import_title(const app::View& view);
/// How Lisa shall look and behave for the person.
void preferences_screen(app::View& view, ui::Box box);
/// The accessibility statement.
void accessibility_screen(app::View& view, ui::Box box);
void nowhere(app::View& view, ui::Box box);
/// The bar that searches the page, at the top of the box when it is open; returns the height that it takes.
float find_bar(app::View& view, ui::Box box);

/// Parts of a record's panel.
void history_tab(app::View& view, ui::Column& column, const Record& record);
/// What the server has told of the record's history, asked for when it is not there yet; null as long as it is not, which is said.
const app::History* history_of(app::View& view, ui::Column& column, const Record& record);
void links_tab(app::View& view, ui::Column& column, const Record& record);
void reading_tab(app::View& view, ui::Column& column, const Record& record);
/// What a section leads to (P3), and for who may the way to tie it to more.
void section_links(app::View& view, ui::Column& column, const Record& section, const std::vector<const Record*>& links);
/// The sections of a document in order.
std::vector<const Record*> sections_of(const app::View& view, const std::string& document);
/// A document beside the version that it replaces.
void compare_tab(app::View& view, ui::Column& column, const Record& record);
/// Which information is in which system and where it flows, as a picture one can walk through.
void map_tab(app::View& view, ui::Column& column, const Record& record);
/// Who of a document's audience has confirmed it, unit by unit.
void acknowledgements_tab(app::View& view, ui::Column& column, const Record& record);
/// What the class of a system asks for, and how far it has come.
void gap_tab(app::View& view, ui::Column& column, const Record& record);
/// The risks of an analysis in its matrix, and beneath it those of the cell that is chosen, to be assessed there.
void matrix_tab(app::View& view, ui::Column& column, const Record& record);
void matrix_risks(app::View& view, ui::Column& column, const Record& matrix, const std::vector<const Record*>& risks, Stage stage);
/// An accepted risk beside what it was when it was accepted.
void decision_tab(app::View& view, ui::Column& column, const Record& record);
/// A workshop that classifies in a group, for the big screen.
void workshop_tab(app::View& view, ui::Column& column, const Record& record);
/// The files that hang on a record.
void files_section(app::View& view, ui::Column& column, const Record& record);
/// What can be done with a record, as buttons.
void record_deeds(app::View& view, ui::Column& column, const Record& record);
/// The cases that an event has opened, and those that it should open.
void cases_tab(app::View& view, ui::Column& column, const Record& record);
/// What the authority asks about a case, to copy field by field.
void draft_tab(app::View& view, ui::Column& column, const Record& record);
/// The guided test whether an incident is significant; the answers go into the record's draft.
void significance_tab(app::View& view, ui::Column& column, const Record& record);
/// Each sentence of a document with "ska", how it is followed and what shows it.
void duties_tab(app::View& view, ui::Column& column, const Record& record);
/// What happens if a system falls: what it pulls down, who answers, how one does without it, which clocks would start.
void what_if_tab(app::View& view, ui::Column& column, const Record& record);
void what_if_part(app::View& view, ui::Column& column, const WhatIfPart& part, const Around& around);
/// The same as an exercise: a timer, what is revealed, and the log.
void exercise_tab(app::View& view, ui::Column& column, const Record& record);
/// What Lisa works out about a record from what it is tied to.
void insight_box(app::View& view, ui::Column& column, const Record& record);
/// What a fact counts, each to be opened: the first few, or all when asked for. `of` tells one fact from another.
void fact_records(app::View& view, ui::Column& column, const Fact& fact, const std::string& of);

/// The registers of a group that this person may read.
std::vector<const Entity*> readable(const app::View& view, const MenuGroup& group);

/// What floats over the screen.
void overlays(app::View& view);
void palette(app::View& view);
void import_dialog(app::View& view);
void bulk_dialog(app::View& view);
void steps_dialog(app::View& view);
void export_dialog(app::View& view);
/// What the present view is for, and what the keys do.
void help_dialog(app::View& view);
void paste_dialog(app::View& view);
void views_dialog(app::View& view);
/// Which day to look at, and against which other.
void past_dialog(app::View& view);

/// What a form needs to show and edit records of this program.
ui::FormFrame form_frame(const app::View& view, const Record& record, bool may_edit);

/// The rows of a register as filtered and sorted; computed again only when something they rest on altered.
const app::Register& rows_of(const app::View& view, const Entity& entity);
/// Where a level lies on the theme's ramp of four; -1 for scales on which more is not worse.
int ramp_of(std::string_view scale, std::int64_t level);
/// The columns that a register's list has now: those of what is there, or of what was removed.
std::vector<RegisterColumn> shown_columns(const app::View& view, const Entity& entity);
/// Whether the list shows what was removed from the register. Only for who may remove from it.
bool shows_removed(const app::View& view, const Entity& entity);
/// What is told of a record that was removed, if it is.
const app::RemovedRecords::Row* removed_row(const app::View& view, const Entity& entity, const std::string& id);
/// A record that was removed: what it said, what happened to it, and for who may the way back.
void removed_panel(app::View& view, ui::Box box, const app::RemovedRecords::Row& row);
/// The table of a register with its editor and what is done with picked rows.
void register_table(app::View& view, ui::Box frame, const Entity& entity);
/// What is wrong in a draft besides the fields that are shown: in a field that they no longer agree with, or in the record as a whole.
void other_problems(app::View& view, ui::Column& column, const ui::Draft& draft, std::initializer_list<std::string_view> shown);
/// The editor of the cell that is edited, over the place where it lies.
void cell_editor(app::View& view, ui::Box cell);

/// Whether a record waits, was sent or is safe, in words with their tone.
struct Standing {
    std::string_view text;
    ui::Tone tone;
};
Standing standing_of(const app::View& view, const std::string& id);

}  // namespace lisa::views
