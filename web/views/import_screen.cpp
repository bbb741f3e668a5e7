// A file or pasted rows into a register: how its columns were understood, what each row would do, what is wrong and where.
// Nothing is altered before the last button, and then all or nothing.
#include <algorithm>

#include "core/date.h"
#include "domain/catalog.h"
#include "i18n/catalog_words.h"
#include "import/words.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;
using app::Importing;

constexpr std::size_t kMostColumns = 60, kMostLeavers = 12;

void choose(app::View& view, Column& column, Importing& importing) {
    Ui& ui = view.ui;
    const std::uint32_t file = file_button(ui, column, "file", ui.say("rows.choose"_tr), ".csv,.txt,.tsv,text/csv,text/plain");
    if (ui.events.input(file)) view.commands.push_back([file](app::App& app) { app.read_rows_file(file); });
    column.gap(ui.px(12));
    (void)text_area(ui, column, "pasted", {.label = ui.say("rows.paste"_tr), .help = ui.say("rows.paste_help"_tr), .limit = 2'000'000}, importing.pasted);
    if (button(ui, column, "read", ui.say("rows.read"_tr), {.is_disabled = importing.pasted.empty()}))
        view.commands.push_back([](app::App& app) { app.read_pasted_rows(); });
    column.gap(ui.px(12));
    if (!importing.problem.empty()) notice(ui, column, ui.say(importing.problem), Tone::danger, Aria::alert);
}

void columns(app::View& view, Column& column, Importing& importing) {
    Ui& ui = view.ui;
    const Entity& entity = *importing.entity;
    heading(ui, column, 2, ui.say("rows.columns"_tr));
    paragraph(ui, column, ui.say("rows.columns_text"_tr), {Size::body, Weight::regular, ui.theme.muted});
    column.gap(ui.px(8));
    std::vector<Option> options{{"", std::string(ui.say("rows.skip_column"_tr))}};
    for (const Field& field : entity.fields)
        if (can_map(entity, field)) options.push_back({std::string(field.name), std::string(ui.say(field_key(entity, field).view()))});
    for (std::size_t i = 0; i < importing.table->header.size() && i < kMostColumns; ++i) {
        const std::size_t field = importing.mapping.fields[i];
        std::string chosen = field == kNoField ? "" : std::string(entity.fields[field].name);
        const std::string example = importing.table->rows.empty() ? "" : importing.table->rows.front().cells[i].substr(0, 60);
        const std::string help = example.empty() ? "" : fill(ui.say("rows.example"_tr), {{"text", example}});
        if (!select(ui, column, "column." + std::to_string(i), {.label = importing.table->header[i], .help = help}, options, chosen)) continue;
        const std::size_t now = chosen.empty() ? kNoField : position(entity, chosen);
        for (std::size_t& other : importing.mapping.fields)
            if (other == now) other = kNoField;  // a field gets one column
        importing.mapping.fields[i] = now;
        importing.is_stale = true;
    }
}

/// Which columns of our own are not read in, so that nobody believes that they were.
void set_aside(app::View& view, Column& column, const Importing& importing) {
    Ui& ui = view.ui;
    std::string names;
    for (std::size_t i : importing.mapping.set_aside)
        if (importing.mapping.fields[i] == kNoField) names += (names.empty() ? "" : ", ") + importing.table->header[i];
    if (!names.empty()) notice(ui, column, fill(ui.say("rows.set_aside"_tr), {{"columns", names}}), Tone::plain);
}

const Matching& matching_now(app::View& view, Importing& importing) {
    return app::matching_of(importing, view.state.replica, view.ui.language, utc_text(view.ui.platform.now_ms()));
}

/// The words of the column with the state, and what each is taken for.
void state_words(app::View& view, Column& column, Importing& importing) {
    Ui& ui = view.ui;
    (void)matching_now(view, importing);  // the columns may have got others in this frame
    if (importing.words.empty()) return;
    const Entity& entity = *importing.entity;
    const Field& state = *find_field(entity, entity.state);
    constexpr std::string_view kUnknown = "?";  // is no state
    heading(ui, column, 2, ui.say("rows.states"_tr));
    paragraph(ui, column, ui.say("rows.states_text"_tr), {Size::body, Weight::regular, ui.theme.muted});
    column.gap(ui.px(8));
    std::vector<Option> options{{"", std::string(ui.say("rows.state_nothing"_tr))}};
    for (std::string_view option : state.options) options.push_back({std::string(option), std::string(ui.say(option_key(entity, state, option).view()))});
    for (std::size_t i = 0; i < importing.words.size(); ++i) {
        const Importing::StateWord& word = importing.words[i];
        std::vector<Option> choices = options;
        if (!word.is_understood) choices.insert(choices.begin(), {std::string(kUnknown), std::string(ui.say("rows.state_choose"_tr))});
        std::string chosen = word.is_understood ? word.state : std::string(kUnknown);
        const std::string label = fill(ui.say("rows.state_word"_tr), {{"word", word.text}});
        if (!select(ui, column, "state." + std::to_string(i), {.label = label, .is_required = !word.is_understood}, choices, chosen)) continue;
        if (chosen == kUnknown) importing.mapping.states.erase(likeness(word.text));
        else importing.mapping.states[likeness(word.text)] = chosen;
        importing.is_stale = true;
    }
}

void recognition(app::View& view, Column& column, Importing& importing) {
    Ui& ui = view.ui;
    const Entity& entity = *importing.entity;
    std::vector<Option> options{{"", std::string(ui.say("rows.all_new"_tr))}};
    for (std::size_t i = 0; i < entity.fields.size(); ++i)
        if (entity.fields[i].type == Type::text && column_of(importing.mapping, i) != kNoField)
            options.push_back({std::string(entity.fields[i].name), std::string(ui.say(field_key(entity, entity.fields[i]).view()))});
    if (select(ui, column, "key", {.label = ui.say("rows.key"_tr), .help = ui.say("rows.key_help"_tr)}, options, importing.key)) importing.is_stale = true;
    const std::size_t place = position(entity, entity.place);
    if (entity.fields[place].ref != "unit" || is_tree(entity) || column_of(importing.mapping, place) != kNoField) return;
    const FormFrame frame = form_frame(view, Record{entity}, true);
    const Record* unit = view.state.replica.find(kUnit, importing.unit);
    if (combobox(ui, column, "unit",
                 {.label = ui.say(field_key(entity, entity.fields[place]).view()), .help = ui.say("rows.unit_help"_tr), .is_required = true},
                 importing.unit_combo, unit ? title_of(*unit, view.reader) : "", importing.unit,
                 [&](std::string_view typed) { return frame.suggest(entity.fields[place], typed); }))
        importing.is_stale = true;
}

std::string problem_line(const app::View& view, const Entity& entity, const ImportProblem& problem) {
    const std::string name = !problem.column.empty()     ? problem.column
                             : problem.field != kNoField ? std::string(view.ui.say(field_key(entity, entity.fields[problem.field]).view()))
                                                         : std::string(view.ui.say("rows.whole_row"_tr));
    const std::string words = problem.field == kNoField ? std::string(view.ui.say(problem.message))
                                                        : problem_text(view.ui, entity, {std::string(entity.fields[problem.field].name), problem.message});
    return fill(view.ui.say("rows.problem"_tr), {{"line", std::to_string(problem.line)}, {"column", name}, {"problem", words}}) +
           (problem.text.empty() ? "" : " ”" + problem.text + "”");
}

void problems(app::View& view, Column& column, Importing& importing, const Matching& matching) {
    Ui& ui = view.ui;
    const std::size_t faulty = matching.count(RowFate::faulty);
    if (faulty == 0) return;
    heading(ui, column, 2, fill(ui.say("rows.faulty"_tr), {{"count", std::to_string(faulty)}}));
    paragraph(ui, column, ui.say("rows.faulty_text"_tr), {Size::body, Weight::regular, ui.theme.muted});
    if (button(ui, column, "skip_all", fill(ui.say("rows.skip_all"_tr), {{"count", std::to_string(faulty)}}))) {
        for (const MatchedRow& row : matching.rows)
            if (row.fate == RowFate::faulty) importing.left_out.insert(row.line);
        importing.is_stale = true;
    }
    column.gap(ui.px(8));
    std::size_t shown = 0;
    Container list(ui, Aria::list, "problems", ui.say("rows.problems"_tr), {column.x, column.y, column.w, 0});
    for (const MatchedRow& row : matching.rows) {
        if (row.fate != RowFate::faulty) continue;
        for (const ImportProblem& problem : row.problems) {
            if (++shown > importing.shown_problems) break;
            Container item(ui, Aria::listitem, "problem." + std::to_string(shown), "", {column.x, column.y, column.w, 0});
            paragraph(ui, column, problem_line(view, *importing.entity, problem), {Size::body, Weight::regular, ui.theme.danger});
            column.gap(ui.px(4));
        }
    }
    if (shown > importing.shown_problems && button(ui, column, "more", ui.say("rows.more"_tr))) importing.shown_problems += 200;
    column.gap(ui.px(12));
}

/// Which records come to another state, and by which steps.
void ways(app::View& view, Column& column, const Importing& importing) {
    Ui& ui = view.ui;
    const Entity& entity = *importing.entity;
    if (importing.ways.empty()) return;
    const auto state = [&](std::string_view option) { return std::string(ui.say(option_key(entity, *find_field(entity, entity.state), option).view())); };
    heading(ui, column, 2, ui.say("rows.ways"_tr));
    {
        Container list(ui, Aria::list, "ways", ui.say("rows.ways"_tr), {column.x, column.y, column.w, 0});
        for (const Importing::Way& one : importing.ways) {
            std::string steps;
            for (const std::string& name : one.steps) steps += (steps.empty() ? "" : ", ") + std::string(ui.say(WordKey{"step", entity.name, name}.view()));
            Container item(ui, Aria::listitem, one.from + one.state + (one.is_new ? "new" : ""), "", {column.x, column.y, column.w, 0});
            paragraph(ui, column,
                      fill(ui.say(one.is_new ? "rows.way_new"_tr : "rows.way"_tr),
                           {{"count", std::to_string(one.count)}, {"from", state(one.from)}, {"to", state(one.state)}, {"steps", steps}}));
            column.gap(ui.px(4));
        }
    }
    column.gap(ui.px(8));
    if (!importing.can_go_back) notice(ui, column, ui.say("rows.no_way_back"_tr), Tone::warning);
}

void outcome(app::View& view, Column& column, Importing& importing) {
    Ui& ui = view.ui;
    const Matching& matching = matching_now(view, importing);
    const auto count = [&](RowFate fate) { return std::to_string(matching.count(fate)); };
    heading(ui, column, 2, ui.say("rows.outcome"_tr));
    paragraph(ui, column,
              fill(ui.say("rows.counts"_tr), {{"create", count(RowFate::create)},
                                              {"update", count(RowFate::update)},
                                              {"unchanged", count(RowFate::unchanged)},
                                              {"left_out", count(RowFate::left_out)}}));
    column.gap(ui.px(12));
    ways(view, column, importing);
    if (importing.given_classes > 0)
        notice(ui, column, fill(ui.say("rows.levels"_tr), {{"count", std::to_string(importing.given_classes)}, {"motive", importing.mapping.level_motive}}),
               Tone::info);
    if (matching.withheld > 0) notice(ui, column, fill(ui.say("rows.withheld"_tr), {{"count", std::to_string(matching.withheld)}}), Tone::plain);
    problems(view, column, importing, matching);
    if (!matching.leavers.empty() && !importing.key.empty()) {
        std::string names;
        for (std::size_t i = 0; i < matching.leavers.size() && i < kMostLeavers; ++i)
            names += (names.empty() ? "" : ", ") + title_of(*matching.leavers[i], view.reader);
        if (matching.leavers.size() > kMostLeavers) names += " …";
        notice(ui, column, fill(ui.say("rows.leavers"_tr), {{"count", std::to_string(matching.leavers.size())}, {"names", names}}), Tone::plain);
    }
    const std::size_t total = matching.count(RowFate::create) + matching.count(RowFate::update);
    const bool is_possible = total > 0 && matching.count(RowFate::faulty) == 0;
    const ButtonLook look{.kind = Kind::primary, .icon = "upload"_icon, .is_disabled = !is_possible, .description = ui.say("rows.run_help"_tr)};
    if (button(ui, column, "run", fill(ui.say("rows.run"_tr), {{"count", std::to_string(total)}}), look))
        view.commands.push_back([](app::App& app) { app.run_rows(); });
}

}  // namespace

std::string import_title(const app::View& view) {
    return fill(view.ui.say("rows.title"_tr), {{"register", std::string(view.ui.say(entities_key(*view.state.route.entity).view()))}});
}

void import_screen(app::View& view, Box box) {
    Ui& ui = view.ui;
    const Entity& entity = *view.state.route.entity;
    Importing& importing = view.state.importing;
    if (importing.entity != &entity) {
        importing = {};
        importing.entity = &entity;
    }
    Scroll scroll(ui, "import." + std::string(entity.name), box, box.w < ui.px(600) ? 16 : 32);
    Column& column = scroll.column;
    column.w = std::min(column.w, ui.px(720));
    const app::Route list{.screen = app::Screen::reg, .entity = &entity};
    if (link(ui, column, "back", fill(ui.say("record.back"_tr), {{"list", std::string(ui.say(entities_key(entity).view()))}}), app::path_of(list),
             {Size::small}))
        view.go(list);
    heading(ui, column, 1, import_title(view));
    if (!allowed_somewhere(view.state.replica.who(), Right::create, entity)) return notice(ui, column, ui.say("rows.not_allowed"_tr), Tone::plain);
    paragraph(ui, column, ui.say("rows.lead"_tr), {Size::body, Weight::regular, ui.theme.muted});
    column.gap(ui.px(16));
    choose(view, column, importing);
    if (!importing.table) return;
    paragraph(ui, column,
              fill(ui.say("rows.read_text"_tr),
                   {{"rows", std::to_string(importing.table->rows.size())}, {"columns", std::to_string(importing.table->header.size())}}),
              {Size::body, Weight::semibold});
    column.gap(ui.px(16));
    columns(view, column, importing);
    set_aside(view, column, importing);
    state_words(view, column, importing);
    recognition(view, column, importing);
    column.gap(ui.px(16));
    outcome(view, column, importing);
    column.gap(ui.px(32));
}

}  // namespace lisa::views
