// From what was typed to what is asked of the server.
#include <algorithm>

#include "i18n/catalog_words.h"
#include "schema/validate.h"
#include "ui/form.h"

namespace lisa::ui {
namespace {

const Set& set_of(const Value& value) {
    static const Set kNone;
    const auto* set = std::get_if<Set>(&value);
    return set ? *set : kNone;
}

Set without(const Set& from, const Set& taken) {
    Set left;
    std::set_difference(from.begin(), from.end(), taken.begin(), taken.end(), std::back_inserter(left));
    return left;
}

}  // namespace

Record with_draft(const Record& record, const Draft& draft) {
    Record seen = record;
    for (const auto& [name, value] : draft.values) seen.values[position(*record.entity, name)] = value;
    return seen;
}

std::map<std::string, Edit> patch_of(const Record& record, const Draft& draft) {
    std::map<std::string, Edit> patch;
    for (const auto& [name, value] : draft.values) {
        const std::size_t at = position(*record.entity, name);
        if (record.entity->fields[at].type != Type::set) {
            patch[name] = Edit{value};
            continue;
        }
        const Set &old = set_of(record.values[at]), &wanted = set_of(value);
        if (SetEdit edit{without(wanted, old), without(old, wanted)}; edit != SetEdit{}) patch[name] = Edit{std::move(edit)};
    }
    for (const auto& [name, text] : draft.notes)
        if (!text.empty()) patch[name] = Edit{NoteEdit{text}};
    return patch;
}

std::string problem_text(const Ui& ui, const Entity& entity, const Problem& problem) {
    const Field* field = find_field(entity, problem.field);
    std::string most, least;
    if (field) {
        const bool is_number = field->type == Type::integer;
        most = std::to_string(is_number ? field->max : field->type == Type::set ? 60 : length_limit(*field));
        least = std::to_string(field->min);
    }
    return fill(ui.say(problem.message), {{"max", most}, {"min", least}});
}

}  // namespace lisa::ui
