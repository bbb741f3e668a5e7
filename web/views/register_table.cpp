// The table of a register, and what is done with its cells and with the rows that were picked.
#include <algorithm>
#include <functional>

#include "core/date.h"
#include "i18n/catalog_words.h"
#include "insight/worked_out.h"
#include "report/scale.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;
using app::Register;

TableColumn column_of(const Ui& ui, const Entity& entity, const RegisterColumn& from, bool is_first, bool may_edit) {
    const Field& field = *from.field;
    TableColumn column{.label = heading(entity, from, ui.language)};
    column.is_editable = may_edit && !from.is_worked_out && is_filled_in(entity, field) && field.type != Type::notes;
    column.is_number = field.type == Type::integer && field.scale.empty();
    constexpr std::int64_t kShort = 40, kLong = 80;  // characters
    const bool is_short = field.type == Type::text && field.max > 0 && field.max <= kShort;
    const bool is_long = !is_short && (is_first || (field.type == Type::text && field.max >= kLong));
    column.least_width = is_long                                               ? 240.f
                         : is_short                                            ? 96.f
                         : field.type == Type::moment                          ? 160.f
                         : field.type == Type::text || field.type == Type::ref ? 136.f
                                                                               : 116.f;
    column.share = is_long ? 2.f : is_short ? 0.3f : 1.f;
    return column;
}

/// How complete a record is, and for who cannot see the gaps in the row, what is missing (A9).
Cell completeness_cell(const app::View& view, const Record& record, const WorkedOut& worked) {
    const Ui& ui = view.ui;
    const Levels levels = levels_of(record, worked);
    const Completeness found = completeness_of(record, levels);
    if (found.filled == found.wanted) return {.text = std::string(ui.say("table.is_complete"_tr))};
    std::string text = fill(ui.say("table.partly"_tr), {{"filled", std::to_string(found.filled)}, {"wanted", std::to_string(found.wanted)}});
    std::string names;
    for (const std::string& field : missing_fields(record, levels))
        names += (names.empty() ? "" : ", ") + std::string(ui.say(WordKey{"field", record.entity->name, field}.view()));
    std::string name = text + ". " + fill(ui.say("insight.missing"), {{"fields", names}});
    return {.text = std::move(text), .name = std::move(name)};
}

Cell cell_of(const app::View& view, const Record& record, const RegisterColumn& column, const WorkedOut& worked) {
    const std::string_view scale = column.field->scale;
    Cell cell{.text = show(record, column, view.reader, worked)};
    const auto* level = std::get_if<std::int64_t>(&value_of(record, column, worked));
    if (level && !scale.empty()) {
        cell.level = ramp_of(scale, *level);
        cell.text = std::to_string(*level) + " " + scale_short_words(scale, *level, view.reader);
    }
    return cell;
}

/// When a record was removed, and by whom.
Cell removal_cell(const app::View& view, const Record& record) {
    const app::RemovedRecords::Row* row = removed_row(view, *record.entity, record.id);
    if (!row) return {};
    return {.text = swedish_time(row->at) + (row->actor.empty() ? "" : ", " + row->actor)};
}

/// Something that can be done with the rows that were picked.
struct PickedTool {
    std::string_view key, label;
    ButtonLook look{};
    std::function<void()> act{};
    Box box{};
};

/// What stands below the table while rows are picked.
struct PickedBar {
    std::string count{};
    std::vector<PickedTool> tools{};
    Box box{};
};

void add_picked_tools(app::View& view, PickedBar& bar, const Entity& entity, Register& list, bool shows_labels) {
    const Actor& who = view.state.replica.who();
    const bool is_removed = shows_removed(view, entity);
    const auto add = [&](std::string_view key, Tr words, Icon icon, Kind kind, std::function<void()> act) {
        bar.tools.push_back({key, view.ui.say(words), {.kind = kind, .icon = icon, .shows_label = shows_labels}, std::move(act), {}});
    };
    const auto command = [&view](app::Command what) { return [&view, what = std::move(what)] { view.commands.push_back(what); }; };
    const auto open = [&](app::Overlay overlay) { return command([overlay](app::App& app) { app.open(overlay); }); };
    if (is_removed)
        add("restore", "removed.restore"_tr, "history"_icon, Kind::secondary, command([&entity, picked = list.table.picked](app::App& app) {
                app.restore(entity, {picked.begin(), picked.end()});
            }));
    if (!is_removed && allowed_somewhere(who, Right::update, entity)) add("change", "pick.change"_tr, "pencil"_icon, Kind::secondary, open(app::Overlay::bulk));
    if (!is_removed && may_step_somewhere(who, entity))
        add("steps", "steps.open"_tr, "signpost"_icon, Kind::secondary, command([&entity](app::App& app) { app.begin_steps(entity); }));
    add("copy", "pick.copy"_tr, "copy"_icon, Kind::secondary, command([&entity](app::App& app) { app.copy_rows(entity, list_columns(entity)); }));
    if (view.state.day.empty()) add("export", "register.export"_tr, "download"_icon, Kind::secondary, open(app::Overlay::export_rows));
    if (!is_removed && allowed_somewhere(who, Right::remove, entity))
        add("remove", "record.remove"_tr, "trash-2"_icon, Kind::danger, open(app::Overlay::remove_rows));
    add("none", "pick.none"_tr, "x"_icon, Kind::quiet, [&list] { list.table.picked.clear(), list.table.is_picking = false, list.table.wants_focus = true; });
}

/// The bar at the foot of the frame, with its tools on as many rows as they need; without height when nothing is picked.
PickedBar picked_bar_of(app::View& view, Box frame, const Entity& entity, Register& list) {
    const Ui& ui = view.ui;
    PickedBar bar;
    bar.box = {frame.x, frame.bottom(), frame.w, 0};
    if (list.table.picked.empty()) return bar;
    bar.count = fill(ui.say("pick.count"_tr), {{"count", std::to_string(list.table.picked.size())}});
    add_picked_tools(view, bar, entity, list, frame.w > ui.px(880));
    const float gap = ui.px(8), left = frame.x + ui.px(12), height = ui.row_height();
    float x = left + text_width(ui, bar.count, {Size::body, Weight::semibold}) + ui.px(16), y = gap;
    for (PickedTool& tool : bar.tools) {
        const float width = button_width(ui, tool.label, tool.look);
        if (x + width > frame.right() - gap && x > left) x = left, y += height + gap;
        tool.box = {x, y, width, height};
        x = tool.box.right() + gap;
    }
    bar.box.h = y + height + gap;
    bar.box.y -= bar.box.h;
    for (PickedTool& tool : bar.tools) tool.box.y += bar.box.y;
    return bar;
}

void picked_bar(app::View& view, const PickedBar& bar) {
    Ui& ui = view.ui;
    paint(ui, {bar.box.x, bar.box.y, bar.box.w, 1}, ui.theme.hairline);
    Container tools(ui, Aria::toolbar, "picked", ui.say("pick.tools"_tr), bar.box);
    const Box said{bar.box.x + ui.px(12), bar.box.y + ui.px(8), text_width(ui, bar.count, {Size::body, Weight::semibold}) + 1, ui.row_height()};
    draw_text_in(ui, said, bar.count, {Size::body, Weight::semibold});
    Node status = make_node(Aria::status, id_of("picked.count"), bar.count, said);
    status.states = semantics::polite;
    ui.tree.add(std::move(status));
    for (const PickedTool& tool : bar.tools)
        if (button_at(ui, tool.box, tool.key, tool.label, tool.look)) tool.act();
}

int row_of(const Register& list, const std::string& id) {
    const auto found = std::find_if(list.rows.begin(), list.rows.end(), [&](const Record* record) { return record->id == id; });
    return found == list.rows.end() ? -1 : static_cast<int>(found - list.rows.begin());
}

}  // namespace

void register_table(app::View& view, Box frame, const Entity& entity) {
    Ui& ui = view.ui;
    Register& list = view.state.registers[std::string(entity.name)];
    const app::CellEdit& edit = view.state.cell;
    const auto at = [&](int row) -> const Record& { return *list.rows[static_cast<std::size_t>(row)]; };
    const bool is_removed = shows_removed(view, entity);
    const bool may_edit = !is_removed && allowed_somewhere(view.state.replica.who(), Right::update, entity);
    const std::vector<RegisterColumn> listed = shown_columns(view, entity);
    std::vector<TableColumn> columns;
    for (std::size_t i = 0; i < listed.size(); ++i) columns.push_back(column_of(ui, entity, listed[i], i == 0, may_edit));
    if (is_removed) columns.push_back({.label = ui.say("verb.remove"), .least_width = 200});
    else columns.push_back({.label = ui.say("table.complete"_tr), .least_width = 96, .share = 0.3f});
    TableRows rows{.count = static_cast<int>(list.rows.size())};
    rows.cell = [&](int row, std::size_t column) {
        if (column < listed.size()) return cell_of(view, at(row), listed[column], list.worked);
        return is_removed ? removal_cell(view, at(row)) : completeness_cell(view, at(row), list.worked);
    };
    rows.id = [&](int row) { return at(row).id; };
    rows.href = [&](int row) { return "/register/" + std::string(entity.name) + "/" + at(row).id; };
    if (!view.state.route.id.empty()) rows.opened = row_of(list, view.state.route.id);
    if (edit.is_open(entity)) {
        rows.edited_row = row_of(list, edit.draft.id);
        rows.edited_column = list_place(entity, edit.field);
    }
    const PickedBar bar = picked_bar_of(view, frame, entity, list);
    TableDeed deed = table(ui, {frame.x, frame.y, frame.w, frame.h - bar.box.h}, "rows", ui.say(entities_key(entity).view()), columns, rows, list.table);
    if (deed.opened >= 0) view.go({.screen = app::Screen::reg, .entity = &entity, .id = at(deed.opened).id});
    if (deed.edited >= 0 && !is_removed && view.state.day.empty()) {
        const auto column = static_cast<std::size_t>(list.table.column);
        app::CellPlace place{at(deed.edited).id, column < listed.size() ? std::string(listed[column].field->name) : std::string{}};
        view.commands.push_back([&entity, place = std::move(place)](app::App& app) { app.edit_cell(entity, place); });
    }
    if (deed.copied) {
        const std::size_t shown = std::min(listed.size(), static_cast<std::size_t>(list.table.shown));
        view.commands.push_back(
            [&entity, some = std::vector(listed.begin(), listed.begin() + static_cast<std::ptrdiff_t>(shown))](app::App& app) { app.copy_rows(entity, some); });
    }
    if (deed.pasted && !is_removed && view.state.day.empty())
        view.commands.push_back([&entity, text = std::move(*deed.pasted)](app::App& app) { app.look_at_paste(entity, text); });
    if (deed.sorted) *ui.wants_frame = true;
    if (bar.box.h > 0) picked_bar(view, bar);
    if (deed.cell.w > 0) cell_editor(view, deed.cell);
}

}  // namespace lisa::views
