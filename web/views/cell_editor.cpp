// The editor over a cell: the control that the form has for the field, and ways to save it or leave it as it was.
#include <algorithm>

#include "i18n/catalog_words.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;

/// The cell that can be edited after this one, or before it: in this row, else in the next.
std::optional<app::CellPlace> neighbour(const app::View& view, const Entity& entity, int step) {
    const app::Register& list = view.state.registers[std::string(entity.name)];
    const std::vector<RegisterColumn> listed = list_columns(entity);
    const int columns = std::min(list.table.shown, static_cast<int>(listed.size())), count = static_cast<int>(list.rows.size());
    for (int at = list.table.current * columns + list.table.column + step; at >= 0 && at < count * columns; at += step) {
        const RegisterColumn& column = listed[static_cast<std::size_t>(at % columns)];
        if (!column.is_worked_out && is_filled_in(entity, *column.field) && column.field->type != Type::notes)
            return app::CellPlace{list.rows[static_cast<std::size_t>(at / columns)]->id, std::string(column.field->name)};
    }
    return std::nullopt;
}

}  // namespace

void other_problems(app::View& view, Column& column, const Draft& draft, std::initializer_list<std::string_view> shown) {
    for (const Problem& problem : draft.problems) {
        if (std::find(shown.begin(), shown.end(), problem.field) != shown.end()) continue;
        const Field* field = find_field(*draft.entity, problem.field);
        const std::string where = field ? std::string(view.ui.say(field_key(*draft.entity, *field).view())) + ": " : "";
        notice(view.ui, column, where + problem_text(view.ui, *draft.entity, problem), Tone::danger, Aria::alert);
    }
}

void cell_editor(app::View& view, Box cell) {
    Ui& ui = view.ui;
    app::CellEdit& edit = view.state.cell;
    const Entity& entity = *edit.draft.entity;
    const Record* record = view.state.replica.find(entity, edit.draft.id);
    if (!record) return;
    const Field& field = *find_field(entity, edit.field);
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const float padding = ui.px(12), width = std::min(screen.x, std::max(cell.w, ui.px(320)));
    const Box box{std::clamp(cell.x, 0.f, screen.x - width), std::max(0.f, std::min(cell.y, screen.y - edit.height)), width, edit.height};
    ImGui::SetNextWindowPos({box.x, box.y});
    ImGui::SetNextWindowSize({box.w, box.h});
    ImGui::Begin(
        "##cell", nullptr,
        ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground);
    paint(ui, box, ui.theme.surface, 8);
    outline(ui, box, ui.theme.primary, 8, ui.px(2));
    Node node = make_node(Aria::group, id_of("editor"), fill(ui.say("cell.editor"_tr), {{"name", title_of(*record, view.reader)}}), box);
    // Between several checkboxes Tab moves as always.
    const bool has_many = field.type == Type::set && !field.options.empty();
    node.keys = semantics::key_enter | semantics::key_escape | (has_many ? 0u : semantics::key_tab);
    const semantics::Event* pressed = ui.events.find(node.id, semantics::Event::Kind::key);
    const std::size_t first = ui.tree.nodes().size();
    bool saves = false, leaves = false;
    {
        Container inside(ui, std::move(node));
        Column column{box.x + padding, box.y + padding, box.w - 2 * padding};
        FormFrame frame = form_frame(view, *record, true);
        frame.only = edit.field;
        (void)form(ui, column, *record, edit.draft, frame);
        other_problems(view, column, edit.draft, {edit.field});
        column.gap(ui.px(8));
        {
            ButtonRow row(ui, column);
            saves = row.add("save", ui.say("form.save"_tr), {.kind = Kind::primary, .states = semantics::untabbed});
            leaves = row.add("leave", ui.say("dialog.cancel"_tr), {.kind = Kind::quiet, .states = semantics::untabbed});
        }
        const float height = column.y + padding - box.y;
        if (std::abs(height - edit.height) > 0.5f && ui.wants_frame) *ui.wants_frame = true;
        edit.height = height;
    }
    ImGui::End();
    const auto& nodes = ui.tree.nodes();
    const bool has_focus = std::any_of(nodes.begin() + static_cast<std::ptrdiff_t>(first), nodes.end(), [&](const Node& one) { return one.id == ui.focus.id; });
    const bool was_left = std::exchange(edit.had_focus, has_focus) && !has_focus && ui.focus.id != 0;
    const std::uint32_t key = pressed ? pressed->key : 0;
    if (leaves || key == semantics::key_escape) view.commands.push_back([](app::App& app) { app.leave_cell(true); });
    else if (key == semantics::key_tab) {
        const auto next = neighbour(view, entity, pressed->shift ? -1 : 1);
        view.commands.push_back([next](app::App& app) { app.save_cell(true, next); });
    } else if (saves || key == semantics::key_enter) view.commands.push_back([](app::App& app) { app.save_cell(true); });
    else if (was_left) view.commands.push_back([](app::App& app) { app.save_cell(false); });
}

}  // namespace lisa::views
