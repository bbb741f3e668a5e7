#include <algorithm>

#include "domain/control.h"
#include "domain/document.h"
#include "i18n/catalog_words.h"
#include "report/scale.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;
using app::Register;

constexpr float kSideBySide = 1000, kPanelShare = 0.46f;

const char* key_of(const Entity& entity) { return entity.name.data(); }

bool is_stale(const Register& list, const app::View& view) {
    return list.version != view.state.replica.version() || list.computed_filter != list.filter || list.computed_sort != list.table.sort ||
           list.computed_descending != list.table.is_descending || list.computed_language != view.ui.language;
}

void sort_by(std::vector<const Record*>& records, std::size_t field, bool is_descending, const Reader& reader) {
    std::vector<std::pair<std::string, const Record*>> keyed;
    keyed.reserve(records.size());
    for (const Record* record : records) keyed.emplace_back(sort_key(*record, field, reader), record);
    std::stable_sort(keyed.begin(), keyed.end(), [&](const auto& a, const auto& b) {
        if ((a.first == "\xFF") != (b.first == "\xFF")) return b.first == "\xFF";  // what is not filled in comes last both ways
        return is_descending ? b.first < a.first : a.first < b.first;
    });
    std::transform(keyed.begin(), keyed.end(), records.begin(), [](const auto& one) { return one.second; });
}

void compute(Register& list, const app::View& view, const Entity& entity) {
    const bool is_other_data = list.version != view.state.replica.version() || list.computed_language != view.ui.language;
    std::vector<const Record*> all = view.state.replica.rows(entity);
    list.total = all.size();
    if (is_other_data) list.texts.clear();
    if (!list.filter.empty()) {
        std::erase_if(all, [&](const Record* record) {
            auto [text, is_new] = list.texts.try_emplace(record);
            if (is_new) text->second = search_text(*record, view.reader);
            return !matches(text->second, list.filter);
        });
    }
    const std::vector<std::size_t> fields = listed_fields(entity);
    // What was sorted by before orders what is equal now.
    for (std::size_t i = list.table.earlier.size(); i-- > 0;)
        sort_by(all, fields[std::min(static_cast<std::size_t>(list.table.earlier[i].first), fields.size() - 1)], list.table.earlier[i].second, view.reader);
    sort_by(all, fields[std::min(static_cast<std::size_t>(list.table.sort), fields.size() - 1)], list.table.is_descending, view.reader);
    list.rows = std::move(all);
    list.version = view.state.replica.version();
    list.computed_filter = list.filter;
    list.computed_sort = list.table.sort;
    list.computed_descending = list.table.is_descending;
    list.computed_language = view.ui.language;
}

void toolbar(app::View& view, Column& column, const Entity& entity, Register& list) {
    Ui& ui = view.ui;
    const bool may_create = allowed_somewhere(view.state.replica.who(), Right::create, entity);
    const float height = ui.row_height();
    const Box bar = column.take(height);
    Container tools(ui, Aria::toolbar, "tools", ui.say("register.tools"_tr), bar);
    float right = bar.right();
    const auto place = [&](std::string_view label, const ButtonLook& look) {
        const float width = button_width(ui, label, look);
        const Box box{right - width, bar.y, width, height};
        right = box.x - ui.px(8);
        return box;
    };
    const bool has_room = bar.w > ui.px(620);
    if (may_create) {
        const ButtonLook look{.kind = Kind::primary, .icon = "plus"_icon, .shows_label = bar.w > ui.px(420)};
        const std::string label(ui.say("register.new"_tr));
        if (button_at(ui, place(label, look), "new", label, look)) view.commands.push_back([&entity](app::App& app) { app.create(entity); });
    }
    const ButtonLook quiet{.kind = Kind::secondary, .icon = "download"_icon, .shows_label = has_room};
    if (button_at(ui, place(ui.say("register.export"_tr), quiet), "export", ui.say("register.export"_tr), quiet))
        view.commands.push_back([](app::App& app) { app.open(app::Overlay::export_rows); });
    if (&entity == &kControl && button_at(ui, place(ui.say("deed.soa"_tr), quiet), "soa", ui.say("deed.soa"_tr), quiet))
        view.commands.push_back([](app::App& app) { app.download_applicability(); });
    if (may_create) {
        const ButtonLook look{.kind = Kind::secondary, .icon = "upload"_icon, .shows_label = has_room};
        if (button_at(ui, place(ui.say("register.import"_tr), look), "import", ui.say("register.import"_tr), look)) {
            if (&entity == &kDocument) view.commands.push_back([](app::App& app) { app.open(app::Overlay::import_file); });
            else view.go({.screen = app::Screen::import, .entity = &entity});
        }
    }
    const ButtonLook change{.kind = Kind::secondary, .icon = "pencil"_icon, .shows_label = bar.w > ui.px(900)};
    if (list.rows.size() > 1 && allowed_somewhere(view.state.replica.who(), Right::update, entity))
        if (button_at(ui, place(ui.say("bulk.open"_tr), change), "bulk", ui.say("bulk.open"_tr), change))
            view.commands.push_back([](app::App& app) { app.open(app::Overlay::bulk); });
    const Box box{bar.x, bar.y, std::max(ui.px(80), std::min(right - bar.x, ui.px(360))), height};
    (void)search_field(ui, box, "filter", ui.say("register.filter"_tr), list.filter);
}

void empty_list(app::View& view, Column column, const Entity& entity, const Register& list) {
    Ui& ui = view.ui;
    column.gap(ui.px(32));
    column = {column.x + ui.px(16), column.y, std::min(column.w - ui.px(32), ui.px(560))};
    if (!view.state.is_ready && list.total == 0) return paragraph(ui, column, ui.say("register.loading"_tr), {Size::body, Weight::regular, ui.theme.muted});
    if (!list.filter.empty()) {
        heading(ui, column, 2, ui.say("register.no_hits"_tr));
        paragraph(ui, column, ui.say("register.no_hits_text"_tr), {Size::body, Weight::regular, ui.theme.muted});
        column.gap(ui.px(16));
        if (button(ui, column, "clear", ui.say("register.clear_filter"_tr)))
            view.commands.push_back([name = std::string(entity.name)](app::App& app) { app.clear_filter(name); });
        return;
    }
    heading(ui, column, 2, ui.say("register.empty"_tr));
    paragraph(ui, column, ui.say(about_key(entity).view()), {Size::body, Weight::regular, ui.theme.muted});
    column.gap(ui.px(16));
    if (allowed_somewhere(view.state.replica.who(), Right::create, entity))
        if (button(ui, column, "first", ui.say("register.first"_tr), {.kind = Kind::primary, .icon = "plus"_icon}))
            view.commands.push_back([&entity](app::App& app) { app.create(entity); });
}

TableColumn column_of(const Ui& ui, const Entity& entity, std::size_t index, bool is_first) {
    const Field& field = entity.fields[index];
    TableColumn column{.label = ui.say(field_key(entity, field).view())};
    column.is_number = field.type == Type::integer && field.scale.empty();
    constexpr std::int64_t kShort = 40, kLong = 80;  // characters
    const bool is_short = field.type == Type::text && field.max > 0 && field.max <= kShort;
    const bool is_long = !is_short && (is_first || (field.type == Type::text && field.max >= kLong));
    column.least_width = is_long ? 280.f : is_short ? 96.f : field.type == Type::text || field.type == Type::ref ? 136.f : 116.f;
    column.share = is_long ? 2.f : is_short ? 0.3f : 1.f;
    return column;
}

void list(app::View& view, Box box) {
    Ui& ui = view.ui;
    const Entity& entity = *view.state.route.entity;
    Register& list = view.state.registers[std::string(entity.name)];
    ImGui::PushID(key_of(entity));
    const float padding = ui.px(box.w < ui.px(600) ? 12 : 24);
    Column column{box.x + padding, box.y + ui.px(16), box.w - 2 * padding};
    const Register& rows = rows_of(view, entity);
    const std::string count = rows.rows.size() == rows.total
                                  ? fill(ui.say("register.count"_tr), {{"count", std::to_string(rows.total)}})
                                  : fill(ui.say("register.hits"_tr), {{"hits", std::to_string(rows.rows.size())}, {"count", std::to_string(rows.total)}});
    const float count_width = text_width(ui, count, {Size::small});
    const std::string_view name = ui.say(entities_key(entity).view());
    const bool is_beside = text_width(ui, name, {Size::title, Weight::semibold}) + count_width + ui.px(16) < column.w;
    const float top = column.y;
    heading(ui, column, view.state.route.id.empty() ? 1 : 2, name, Size::title);  // an open record is what the page is about
    const Box place =
        is_beside ? Box{column.x + column.w - count_width, top, count_width + 1, line_height(ui, Size::title)} : column.take(line_height(ui, Size::small));
    if (!is_beside) column.gap(ui.px(8));
    draw_text_in(ui, place, count, {Size::small, Weight::regular, ui.theme.muted});
    Node status = make_node(Aria::status, id_of("count"), count, place);
    status.states = semantics::polite;
    ui.tree.add(std::move(status));
    toolbar(view, column, entity, list);
    column.gap(ui.px(12));

    const Box frame{column.x, column.y, column.w, box.bottom() - column.y - ui.px(16)};
    paint(ui, frame, ui.theme.surface, 10);
    if (rows.rows.empty()) {
        empty_list(view, {frame.x, frame.y, frame.w}, entity, rows);
        ImGui::PopID();
        return;
    }
    const std::vector<std::size_t> fields = listed_fields(entity);
    std::vector<TableColumn> columns;
    for (std::size_t i = 0; i < fields.size(); ++i) columns.push_back(column_of(ui, entity, fields[i], i == 0));
    TableRows table_rows{.count = static_cast<int>(rows.rows.size())};
    const auto at = [&](int row) -> const Record& { return *rows.rows[static_cast<std::size_t>(row)]; };
    table_rows.cell = [&](int row, std::size_t index) {
        const Record& record = at(row);
        const std::size_t field = fields[index];
        Cell cell{.text = show(record, field, view.reader)};
        const auto* level = std::get_if<std::int64_t>(&record.values[field]);
        if (level && !entity.fields[field].scale.empty()) {
            cell.level = ramp_of(entity.fields[field].scale, *level);
            cell.text = std::to_string(*level) + " " + scale_short_words(entity.fields[field].scale, *level, view.reader);
        }
        return cell;
    };
    table_rows.id = [&](int row) { return at(row).id; };
    table_rows.href = [&](int row) { return "/register/" + std::string(entity.name) + "/" + at(row).id; };
    for (std::size_t i = 0; i < rows.rows.size() && !view.state.route.id.empty(); ++i)
        if (rows.rows[i]->id == view.state.route.id) table_rows.selected = static_cast<int>(i);
    const TableDeed deed = table(ui, frame, "rows", ui.say(entities_key(entity).view()), columns, table_rows, list.table);
    if (deed.opened >= 0) view.go({.screen = app::Screen::reg, .entity = &entity, .id = at(deed.opened).id});
    if (deed.sorted) *ui.wants_frame = true;
    ImGui::PopID();
}

}  // namespace

int ramp_of(std::string_view scale, std::int64_t level) {
    if (scale == "level") return static_cast<int>(std::clamp<std::int64_t>(level, 0, 3));
    if (scale == "risk_level")
        return level <= 0 ? 0 : level >= 4 ? 3 : static_cast<int>(level - (level > 2 ? 1 : 0));  // very low, low, moderate and high, very high
    return -1;
}

std::vector<std::size_t> listed_fields(const Entity& entity) {
    std::vector<std::size_t> fields;
    for (std::size_t i = 0; i < entity.fields.size(); ++i)
        if (entity.fields[i].listed && !entity.fields[i].retired) fields.push_back(i);
    return fields;
}

const Register& rows_of(const app::View& view, const Entity& entity) {
    Register& list = view.state.registers[std::string(entity.name)];
    if (is_stale(list, view)) compute(list, view, entity);
    return list;
}

void register_screen(app::View& view, Box box) {
    Ui& ui = view.ui;
    if (view.state.route.id.empty()) return list(view, box);
    // A picture needs the room that the list would take.
    const bool is_picture = view.state.route.tab == app::Tab::map || view.state.route.tab == app::Tab::matrix || view.state.route.tab == app::Tab::workshop;
    if (box.w < ui.px(kSideBySide) || is_picture) return record_panel(view, box);
    const float panel = std::max(ui.px(480), box.w * kPanelShare);
    list(view, {box.x, box.y, box.w - panel, box.h});
    record_panel(view, {box.right() - panel, box.y, panel, box.h});
}

}  // namespace lisa::views
