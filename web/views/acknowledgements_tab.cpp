// Who of a document's audience has confirmed the version in force (P2): unit by unit, where most are missing first, and for
// who leads a unit by name.
#include "core/date.h"
#include "domain/catalog.h"
#include "i18n/catalog_words.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;

constexpr std::size_t kMostNames = 100;

std::string share(int part, int whole) { return std::to_string(whole == 0 ? 0 : part * 100 / whole); }

/// Counted again when the registers or the day altered: of the document's units those whose confirmations the person reads.
app::ConfirmationView& counted(app::View& view, const Record& document, const std::string& day) {
    app::ConfirmationView& now = view.state.confirmations;
    Replica& replica = view.state.replica;
    if (now.id == document.id && now.version == replica.version() && now.day == day) return now;
    if (now.id != document.id) now.opened.clear();
    ConfirmationRecords records{{}, replica.rows(kPerson), replica.rows(kAssignment), replica.referring(kAcknowledgement, "document", document.id)};
    now.is_part = false;
    for (const Record* unit : replica.rows(kUnit)) {
        const auto places = replica.places_above(kUnit, unit->id);
        if (!places || !applies_in(document, *places)) continue;
        if (allowed(replica.who(), Right::read, kAcknowledgement, *places)) records.units.push_back(unit);
        else now.is_part = true;
    }
    now.id = document.id;
    now.version = replica.version();
    now.day = day;
    now.found = confirmations_of(document, records, day);
    return now;
}

void bar(const Ui& ui, Box box, int part, int whole) {
    paint(ui, box, ui.theme.raised, 3);
    if (part > 0) paint(ui, {box.x, box.y, box.w * static_cast<float>(part) / static_cast<float>(whole), box.h}, ui.theme.primary, 3);
}

void names(app::View& view, Column& column, const UnitConfirmations& row) {
    Ui& ui = view.ui;
    Container list(ui, Aria::list, "names", fill(ui.say("confirmations.missing"_tr), {{"unit", title_of(*row.unit, view.reader)}}),
                   {column.x, column.y, column.w, 0});
    Column inner{column.x + ui.px(32), column.y, column.w - ui.px(32)};
    for (std::size_t i = 0; i < row.missing.size() && i < kMostNames; ++i) {
        const Record& who = *row.missing[i];
        Container item(ui, Aria::listitem, who.id, "", {inner.x, inner.y, inner.w, 0});
        const app::Route route{.screen = app::Screen::reg, .entity = &kPerson, .id = who.id};
        if (link(ui, inner, "open." + who.id, title_of(who, view.reader), app::path_of(route))) view.go(route);
    }
    if (row.missing.size() > kMostNames) paragraph(ui, inner, fill(ui.say("home.due_more"_tr), {{"count", std::to_string(row.missing.size() - kMostNames)}}));
    column.y = inner.y + ui.px(12);
}

/// Whether the names may be shown: to who is cleared for more than everybody there, as a manager is.
bool may_see_names(const app::View& view, const Record& unit) {
    const auto places = view.state.replica.places_above(kUnit, unit.id);
    return places && clearance_over(view.state.replica.who(), *places) >= Clearance::internal;
}

void unit_row(app::View& view, Column& column, const UnitConfirmations& row, std::set<std::string>& opened) {
    Ui& ui = view.ui;
    ImGui::PushID(row.unit->id.c_str());
    Container item(ui, Aria::listitem, "row", "", {column.x, column.y, column.w, 0});
    const std::string title = title_of(*row.unit, view.reader);
    const std::string counts =
        fill(ui.say("confirmations.counts"_tr),
             {{"confirmed", std::to_string(row.confirmed)}, {"asked", std::to_string(row.asked)}, {"share", share(row.confirmed, row.asked)}});
    const bool unfolds = !row.missing.empty() && may_see_names(view, *row.unit);
    const bool is_open = unfolds && opened.contains(row.unit->id);
    const Box box = column.take(ui.px(ui.is_touch ? 52 : 48));
    const Box inner{box.x + ui.px(2), box.y + ui.px(1), box.w - ui.px(4), box.h - ui.px(2)};
    const std::string name = title + ": " + counts;
    if (unfolds) {
        Node node = make_node(Aria::button, id_of("unfold"), name, inner);
        node.states = semantics::expandable | (is_open ? semantics::expanded : 0u);
        const Touch touch = interact(ui, inner, std::move(node));
        if (touch.is_hovered) paint(ui, inner, ui.theme.raised, 6);
        draw_icon(ui, {box.x + ui.px(14), box.y + ui.px(18)}, is_open ? "chevron-down"_icon : "chevron-right"_icon, 18, ui.theme.muted);
        if (touch.was_activated && opened.erase(row.unit->id) == 0) opened.insert(row.unit->id);
        if (touch.was_activated) *ui.wants_frame = true;
    } else {
        add_node(ui, inner, Aria::paragraph, name);
    }
    const TextStyle small{Size::small, Weight::regular, ui.theme.muted};
    const float width = text_width(ui, counts, small), left = box.x + ui.px(32), line = line_height(ui, Size::body);
    draw_text_in(ui, {left, box.y + ui.px(6), box.right() - left - width - ui.px(20), line}, title);
    draw_text_in(ui, {box.right() - width - ui.px(8), box.y + ui.px(6), width + 1, line}, counts, small);
    bar(ui, {left, box.y + line + ui.px(12), box.right() - left - ui.px(8), ui.px(5)}, row.confirmed, row.asked);
    if (is_open) names(view, column, row);
    ImGui::PopID();
}

}  // namespace

void acknowledgements_tab(app::View& view, Column& column, const Record& record) {
    Ui& ui = view.ui;
    const std::string day = swedish_date(ui.platform.now_ms());
    const TextStyle muted{Size::body, Weight::regular, ui.theme.muted};
    if (!asks_for_confirmation(record, day)) return paragraph(ui, column, ui.say("confirmations.not_asked"_tr), muted);
    app::ConfirmationView& now = counted(view, record, day);
    if (now.found.asked == 0) return paragraph(ui, column, ui.say("confirmations.nobody"_tr), muted);
    heading(ui, column, 2,
            fill(ui.say("confirmations.lead"_tr), {{"confirmed", std::to_string(now.found.confirmed)},
                                                   {"asked", std::to_string(now.found.asked)},
                                                   {"share", share(now.found.confirmed, now.found.asked)},
                                                   {"version", record.text("version")}}));
    paragraph(ui, column, fill(ui.say("confirmations.audience"_tr), {{"audience", show(record, document::audience.index, view.reader)}}), muted);
    if (now.is_part) paragraph(ui, column, ui.say("confirmations.part"_tr), muted);
    column.gap(ui.px(12));
    Container list(ui, Aria::list, "confirmations", ui.say("tab.acknowledgements"_tr), {column.x, column.y, column.w, 0});
    for (const UnitConfirmations& row : now.found.units) unit_row(view, column, row, now.opened);
}

}  // namespace lisa::views
