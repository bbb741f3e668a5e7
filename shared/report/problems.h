#pragma once
// What is wrong with a value, in words beside its field: in the program and on pages that the server writes.
#include <string>

#include "core/result.h"
#include "i18n/words.h"
#include "schema/field.h"

namespace lisa {

/// The problem in a sentence, with the limits of the field that it is about filled in.
std::string problem_text(const Entity& entity, const Problem& problem, Language language);

}  // namespace lisa
