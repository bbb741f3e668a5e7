#include "report/problems.h"

#include "schema/validate.h"

namespace lisa {

std::string problem_text(const Entity& entity, const Problem& problem, Language language) {
    const Field* field = find_field(entity, problem.field);
    std::string most, least;
    if (field) {
        const bool is_number = field->type == Type::integer;
        most = std::to_string(is_number ? field->max : field->type == Type::set ? 60 : length_limit(*field));
        least = std::to_string(field->min);
    }
    return fill(say(language, problem.message), {{"max", most}, {"min", least}});
}

}  // namespace lisa
