// What a paragraph of a governing document leads to (P3), below it: controls, tasks and requirements one can follow.
#include "domain/catalog.h"
#include "i18n/catalog_words.h"
#include "views/screens.h"

namespace lisa::views {

using namespace ui;

namespace {

constexpr std::string_view kTargets[] = {"control", "task", "requirement"};

/// What it is, then its title: beside it where there is room, else below.
void target_row(app::View& view, Column& column, const Field& field, const Record& target) {
    Ui& ui = view.ui;
    const float inset = ui.px(26), height = ui.px(28);
    Container item(ui, Aria::listitem, target.id, "", {column.x, column.y, column.w, 0});
    const std::string kind = std::string(ui.say(field_key(kSectionLink, field).view())) + ":", title = title_of(target, view.reader);
    const TextStyle style{Size::small, Weight::regular, ui.theme.muted};
    const Box words{column.x + inset, column.y, text_width(ui, kind, style), height};
    draw_icon(ui, {column.x + ui.px(10), words.y + height / 2}, Icon{find_icon(target.entity->icon)}, 15, ui.theme.muted);
    draw_text_in(ui, words, kind, style);
    add_node(ui, words, Aria::paragraph, kind);
    const app::Route route{.screen = app::Screen::reg, .entity = target.entity, .id = target.id};
    const Box beside{words.right() + ui.px(6), words.y, column.x + column.w - words.right() - ui.px(6), height};
    const bool has_room = text_width(ui, title, {Size::small}) <= beside.w;
    Column below{words.x, words.bottom() - ui.px(4), column.w - inset};
    const std::string key = "open." + target.id, href = app::path_of(route);
    const bool is_followed = has_room ? link_at(ui, beside, key, title, href, {Size::small}) : link(ui, below, key, title, href, {Size::small});
    column.y = has_room ? words.bottom() : below.y;
    if (is_followed) view.go(route);
}

}  // namespace

void section_links(app::View& view, Column& column, const Record& section, const std::vector<const Record*>& links) {
    Ui& ui = view.ui;
    const Replica& replica = view.state.replica;
    ImGui::PushID(section.id.c_str());
    column.gap(ui.px(6));
    std::vector<std::pair<const Field*, const Record*>> targets;
    for (std::string_view name : kTargets)
        for (const Record* one : links) {
            if (one->text("section") != section.id) continue;
            const Field& field = *find_field(kSectionLink, name);
            if (const Record* target = replica.find(*find_entity(replica.catalog(), field.ref), one->text(name))) targets.emplace_back(&field, target);
        }
    if (!targets.empty()) {
        Container list(ui, Aria::list, "links", fill(ui.say("reading.leads_to"_tr), {{"section", title_of(section, view.reader)}}),
                       {column.x, column.y, column.w, 0});
        for (const auto& [field, target] : targets) target_row(view, column, *field, *target);
    }
    const auto places = places_of(section, view.state.replica);
    if (places && allowed(replica.who(), Right::create, kSectionLink, *places)) {
        const std::string about = title_of(section, view.reader);
        if (button(ui, column, "tie", ui.say("reading.tie"_tr), {.kind = Kind::quiet, .icon = "link"_icon, .description = about}))
            view.commands.push_back([id = section.id](app::App& app) { app.create(kSectionLink, {{"section", Value{id}}}); });
    }
    ImGui::PopID();
}

}  // namespace lisa::views
