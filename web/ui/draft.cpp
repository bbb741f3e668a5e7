// From what was typed to what is asked of the server.
#include "change/edit.h"
#include "report/problems.h"
#include "ui/form.h"

namespace lisa::ui {

Record with_draft(const Record& record, const Draft& draft) {
    Record seen = record;
    for (const auto& [name, value] : draft.values) seen.values[position(*record.entity, name)] = value;
    return seen;
}

bool is_filled_in(const Entity& entity, const Field& field) { return !field.computed && !field.fixed && !field.retired && field.name != entity.state; }

std::map<std::string, Edit> patch_of(const Record& record, const Draft& draft) {
    std::map<std::string, Edit> patch;
    for (const auto& [name, value] : draft.values) {
        const std::size_t at = position(*record.entity, name);
        const Field& field = record.entity->fields[at];
        if (field.type != Type::set) patch[name] = Edit{value};
        else if (auto edit = edit_between(field, record.values[at], value)) patch[name] = std::move(*edit);
    }
    for (const auto& [name, text] : draft.notes)
        if (!text.empty()) patch[name] = Edit{NoteEdit{text}};
    return patch;
}

void forget_untouched(const Record& record, Draft& draft) {
    std::erase_if(draft.values, [&](const auto& entry) {
        const Value& stored = record.values[position(*record.entity, entry.first)];
        return entry.second == stored || (is_blank(entry.second) && is_blank(stored));
    });
}

std::string problem_text(const Ui& ui, const Entity& entity, const Problem& problem) { return problem_text(entity, problem, ui.language); }

}  // namespace lisa::ui
