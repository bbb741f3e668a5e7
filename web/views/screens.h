#pragma once
// The screens. Each draws itself into the box it gets.
#include "app/app.h"
#include "app/state.h"
#include "ui/widgets.h"

namespace lisa::views {

void home(app::View& view, ui::Box box);
/// A register: its table and the record that is open, beside each other where there is room.
void register_screen(app::View& view, ui::Box box);
void record_panel(app::View& view, ui::Box box);
void outbox(app::View& view, ui::Box box);
void nowhere(app::View& view, ui::Box box);

/// Parts of a record's panel.
void history_tab(app::View& view, ui::Column& column, const Record& record);
void links_tab(app::View& view, ui::Column& column, const Record& record);
void reading_tab(app::View& view, ui::Column& column, const Record& record);

/// What floats over the screen.
void overlays(app::View& view);
void palette(app::View& view);
void import_dialog(app::View& view);

/// What a form needs to show and edit records of this program.
ui::FormFrame form_frame(const app::View& view, const Record& record, bool may_edit);

/// The rows of a register as filtered and sorted; computed again only when something they rest on altered.
const app::Register& rows_of(const app::View& view, const Entity& entity);
/// The columns of a register's table: the listed fields that this person may see somewhere.
std::vector<std::size_t> listed_fields(const Entity& entity);

/// Whether a record waits, was sent or is safe, in words with their tone.
struct Standing {
    std::string_view text;
    ui::Tone tone;
};
Standing standing_of(const app::View& view, const std::string& id);

}  // namespace lisa::views
