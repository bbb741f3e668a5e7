#pragma once
// Figures as people read them.
#include "figures/figure.h"
#include "i18n/words.h"

namespace lisa {

std::string name_of(const Figure& figure, Language language);
/// What it counts and why one should care.
std::string meaning_of(const Figure& figure, Language language);
/// "29", "91 %", "3 h"; a dash where there is nothing to make it of.
std::string value_text(const Reading& reading, Language language);
/// "29 av 175"; of a time, how many it is made of. Empty where the value says it.
std::string whole_text(const Reading& reading, Language language);
/// What a slice is: "Hög risk".
std::string name_of(const Slice& slice, const Figure& figure, Language language);

}  // namespace lisa
