#include "ui/form.h"

#include <algorithm>

#include "core/date.h"
#include "core/text.h"
#include "i18n/catalog_words.h"
#include "report/scale.h"
#include "schema/scale.h"
#include "schema/validate.h"

namespace lisa::ui {
namespace {

/// Everything about one field while it is drawn.
struct Cell {
    Ui& ui;
    Column& column;
    const Record& seen;  ///< with the draft
    Draft& draft;
    const FormFrame& frame;
    std::size_t index;
    const Field& field;
    FieldLook look;

    const Value& value() const { return seen.values[index]; }
    std::string text() const {
        const auto* text = std::get_if<std::string>(&value());
        return text ? *text : std::string{};
    }
    bool put(Value value) {
        draft.values[std::string(field.name)] = std::move(value);
        return true;
    }
};

std::vector<Option> options_of(const Cell& cell, bool has_blank) {
    std::vector<Option> options;
    if (has_blank) options.push_back({"", std::string(cell.ui.say("form.not_chosen"_tr))});
    for (std::string_view option : cell.field.options)
        options.push_back({std::string(option), std::string(cell.ui.say(option_key(*cell.seen.entity, cell.field, option).view()))});
    if (!cell.field.scale.empty())
        for (std::int64_t i = cell.field.min, top = scale_top(cell.field, cell.frame.reader.lookup); i <= top; ++i) {
            const std::string digits = std::to_string(i);
            options.push_back({digits, digits + " – " + scale_words(cell.field.scale, i, cell.frame.reader)});
        }
    return options;
}

bool text_cell(Cell& cell) {
    std::string text = cell.text();
    cell.look.limit = static_cast<int>(length_limit(cell.field));
    if (cell.field.format == Format::email) cell.look.hint = "email";
    if (cell.field.format == Format::link) cell.look.hint = "url";
    const bool is_altered = cell.field.type == Type::prose ? text_area(cell.ui, cell.column, cell.field.name, cell.look, text)
                                                           : text_field(cell.ui, cell.column, cell.field.name, cell.look, text);
    return is_altered && cell.put(text);
}

bool date_cell(Cell& cell) {
    std::string text = cell.text();
    cell.look.placeholder = cell.ui.say("form.date_shape"_tr);
    return text_field(cell.ui, cell.column, cell.field.name, cell.look, text, Aria::date) && cell.put(text);
}

/// A moment is kept as typed until it is one.
bool moment_cell(Cell& cell) {
    const std::string name(cell.field.name);
    const auto typed = cell.draft.words.find(name);
    std::string text = typed != cell.draft.words.end() ? typed->second : swedish_time(cell.text());
    cell.look.placeholder = cell.ui.say("form.moment_shape"_tr);
    if (!text_field(cell.ui, cell.column, cell.field.name, cell.look, text)) return false;
    cell.draft.words[name] = text;
    const std::string shape(trim(text)), moment = moment_of(shape);
    return cell.put(moment.empty() ? shape : moment);
}

bool choice_cell(Cell& cell) {
    const bool is_scale = cell.field.type == Type::integer;
    const auto* number = std::get_if<std::int64_t>(&cell.value());
    std::string value = is_scale ? (number ? std::to_string(*number) : "") : cell.text();
    const std::vector<Option> options = options_of(cell, !cell.field.required || value.empty());
    std::string help(cell.look.help);
    if (is_scale && number) {
        if (cell.field.scale == kLevelScale && *number > kHighestLevel) cell.look.problem = cell.ui.say("problem.security_protected"_tr);
        if (const std::string means = harm_words(cell.field, *number, cell.frame.reader.lookup); !means.empty())
            help += (help.empty() ? "" : "\n") + value + " " + scale_words(cell.field.scale, *number, cell.frame.reader) + ": " + means;
        cell.look.help = help;
    }
    if (!select(cell.ui, cell.column, cell.field.name, cell.look, options, value)) return false;
    if (value.empty()) return cell.put(Value{});
    return is_scale ? cell.put(std::int64_t{value[0] - '0'}) : cell.put(value);
}

/// A number is kept as typed until it is one; what is no number stays visible with its problem.
bool number_cell(Cell& cell) {
    const std::string name(cell.field.name);
    const auto* number = std::get_if<std::int64_t>(&cell.value());
    const auto typed = cell.draft.words.find(name);
    std::string text = typed != cell.draft.words.end() ? typed->second : number ? std::to_string(*number) : "";
    cell.look.hint = "numeric";
    if (!text_field(cell.ui, cell.column, cell.field.name, cell.look, text, Aria::textbox)) return false;
    cell.draft.words[name] = text;
    const std::string digits(trim(text));
    if (digits.empty()) return cell.put(Value{});
    const bool is_number = digits.size() <= 15 && digits.find_first_not_of("0123456789") == std::string::npos;
    return is_number ? cell.put(static_cast<std::int64_t>(std::stoll(digits))) : cell.put(text);
}

bool flag_cell(Cell& cell) {
    const auto* flag = std::get_if<bool>(&cell.value());
    bool value = flag && *flag;
    const bool is_altered = checkbox(cell.ui, cell.column, cell.field.name, cell.look, value);
    field_foot(cell.ui, cell.column, cell.look);
    return is_altered && cell.put(value);
}

bool ref_cell(Cell& cell) {
    std::string value = cell.text();
    const std::string shown = show(cell.seen, cell.index, cell.frame.reader);
    ComboState& state = cell.draft.combos[std::string(cell.field.name)];
    const auto suggest = [&](std::string_view typed) { return cell.frame.suggest(cell.field, typed); };
    if (!combobox(cell.ui, cell.column, cell.field.name, cell.look, state, shown, value, suggest)) return false;
    return value.empty() ? cell.put(Value{}) : cell.put(value);
}

bool set_cell(Cell& cell) {
    const auto* now = std::get_if<Set>(&cell.value());
    Set chosen = now ? *now : Set{};
    if (!cell.field.options.empty()) {
        const std::vector<Option> options = options_of(cell, false);
        return checkboxes(cell.ui, cell.column, cell.field.name, cell.look, options, chosen) && cell.put(chosen);
    }
    const std::string name(cell.field.name);
    std::string joined;
    for (const std::string& word : chosen) joined += (joined.empty() ? "" : ", ") + word;
    const auto typed = cell.draft.words.find(name);
    std::string text = typed != cell.draft.words.end() ? typed->second : joined;
    cell.look.placeholder = cell.ui.say("form.comma_separated"_tr);
    if (!text_field(cell.ui, cell.column, cell.field.name, cell.look, text)) return false;
    cell.draft.words[name] = text;
    Set words;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(',', at), text.size());
        const std::string_view word = trim(std::string_view(text).substr(at, end - at));
        if (!word.empty()) words.emplace_back(word);
        at = end + 1;
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return cell.put(words);
}

bool notes_cell(Cell& cell) {
    if (const auto* notes = std::get_if<Notes>(&cell.value()))
        for (auto note = notes->rbegin(); note != notes->rend(); ++note) {
            const std::string head = cell.frame.name_of(note->by) + ", " + swedish_time(note->at);
            paragraph(cell.ui, cell.column, head, {Size::small, Weight::semibold, cell.ui.theme.muted});
            paragraph(cell.ui, cell.column, note->text);
            cell.column.gap(cell.ui.px(8));
        }
    if (cell.look.is_disabled) return false;
    std::string text = cell.draft.notes[std::string(cell.field.name)];
    const bool is_altered = text_area(cell.ui, cell.column, cell.field.name, cell.look, text, 2);
    if (text.empty()) cell.draft.notes.erase(std::string(cell.field.name));
    else cell.draft.notes[std::string(cell.field.name)] = text;
    return is_altered;
}

bool draw_cell(Cell& cell) {
    switch (cell.field.type) {
        case Type::text:
        case Type::prose: return text_cell(cell);
        case Type::date: return date_cell(cell);
        case Type::moment: return moment_cell(cell);
        case Type::choice: return choice_cell(cell);
        case Type::integer: return cell.field.scale.empty() ? number_cell(cell) : choice_cell(cell);
        case Type::boolean: return flag_cell(cell);
        case Type::ref: return ref_cell(cell);
        case Type::set: return set_cell(cell);
        case Type::notes: return notes_cell(cell);
    }
    return false;
}

/// Whether the person can see the field at all. A new record is judged by the clearance over where it will land.
bool is_seen(const Record& record, std::size_t index, const FormFrame& frame) {
    const Field& field = record.entity->fields[index];
    return !field.retired && !record.is_hidden(index) && field.seen_from <= frame.clearance;
}

void group_heading(Ui& ui, Column& column, std::string_view group) {
    column.gap(ui.px(8));
    heading(ui, column, 2, ui.say(WordKey{"group", group}.view()), Size::body);
    column.gap(ui.px(8));
}

}  // namespace

bool form(Ui& ui, Column& column, const Record& record, Draft& draft, const FormFrame& frame) {
    const Entity& entity = *record.entity;
    const Record seen = with_draft(record, draft);
    bool is_altered = false;
    std::string_view group;
    for (std::size_t i = 0; i < entity.fields.size(); ++i) {
        const Field& field = entity.fields[i];
        if (!is_seen(record, i, frame) || !is_filled_in(entity, field)) continue;
        if (!frame.only.empty() && field.name != frame.only) continue;
        if (frame.only.empty() && !field.group.empty() && field.group != group) group_heading(ui, column, group = field.group);
        const WordKey help = help_key(entity, field);
        Cell cell{ui, column, seen, draft, frame, i, field, {}};
        cell.look.label = ui.say(field_key(entity, field).view());
        if (has_message(help.view())) cell.look.help = ui.say(help.view());
        cell.look.is_required = field.required || frame.is_demanded;
        const std::string_view lock = frame.may_edit && frame.locked ? frame.locked(field) : std::string_view{};
        cell.look.is_disabled = !frame.may_edit || !lock.empty();
        if (!lock.empty()) cell.look.help = ui.say(lock);
        for (const Problem& problem : draft.problems)
            if (problem.field == field.name) cell.look.problem = problem_text(ui, entity, problem);
        if (std::exchange(draft.is_fresh, false)) ui.platform.focus(id_of(field.name));
        if (draft.shows_problem && !cell.look.problem.empty()) {
            ui.platform.focus(id_of(field.name));
            draft.shows_problem = false;
        }
        const float top = column.y;
        is_altered = draw_cell(cell) || is_altered;
        // With its label, what is wrong and its help, which a bar below the form would else cover.
        if (ui.events.focused(id_of(field.name))) bring_into_view(ui, {column.x, top, column.w, column.y - top});
    }
    if (is_altered && draft.was_tried) {
        const std::vector<Problem> elsewhere = std::exchange(draft.problems, validate(with_draft(record, draft)));
        for (const Problem& problem : elsewhere)
            if (problem.field.empty()) draft.problems.push_back(problem);
    }
    return is_altered;
}

std::string facts_list(Ui& ui, Column& column, const Record& record, const FormFrame& frame) {
    const Entity& entity = *record.entity;
    const float label_width = std::min(ui.px(180), column.w * 0.42f);
    std::string_view group, shown;
    std::string followed;
    for (std::size_t i = 0; i < entity.fields.size(); ++i) {
        const Field& field = entity.fields[i];
        if (!field.group.empty()) group = field.group;
        if (!is_seen(record, i, frame) || is_blank(record.values[i]) || field.type == Type::notes) continue;
        if (group != shown) group_heading(ui, column, shown = group);
        const std::string text = show(record, i, frame.reader);
        const std::string_view label = ui.say(field_key(entity, field).view());
        const TextStyle muted{Size::body, Weight::regular, ui.theme.muted};
        const float width = column.w - label_width - ui.px(12);
        const float height = std::max(draw_wrapped(ui, nullptr, text, width), draw_wrapped(ui, nullptr, label, label_width, muted));
        const Box row = column.take(height + ui.px(8));
        const ImVec2 left{row.x, row.y + ui.px(4)}, right{row.x + label_width + ui.px(12), row.y + ui.px(4)};
        draw_wrapped(ui, &left, label, label_width, muted);
        const Box place{right.x, right.y - ui.px(2), width, ui.px(25)};
        const auto* id = std::get_if<std::string>(&record.values[i]);
        const bool leads = field.type == Type::ref || field.name == entity.hangs_on.record;
        const std::string href = leads && id ? frame.href(field, *id) : std::string{};
        if (!href.empty()) {
            add_node(ui, {left.x, left.y, label_width, height}, Aria::paragraph, std::string(label) + ":");
            if (link_at(ui, place, "fact." + std::string(field.name), text, href)) followed = href;
            continue;
        }
        const auto* number = std::get_if<std::int64_t>(&record.values[i]);
        if (!field.scale.empty() && number && *number >= 0 && *number < 4) {
            const TextStyle chip{Size::small, Weight::semibold, ui.theme.on_level[*number]};
            const Box pill{right.x, right.y - ui.px(1), std::min(width, text_width(ui, text, chip) + ui.px(16)), ui.px(24)};
            paint(ui, pill, ui.theme.level[*number], 4);
            draw_text_in(ui, {pill.x + ui.px(8), pill.y, pill.w - ui.px(8), pill.h}, text, chip);
        } else {
            draw_wrapped(ui, &right, text, width);
        }
        add_node(ui, row, Aria::paragraph, std::string(label) + ": " + text);
    }
    return followed;
}

}  // namespace lisa::ui
