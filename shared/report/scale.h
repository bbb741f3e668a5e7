#pragma once
// The words of a scale: those of the municipality's own register where it has the row, else those of the interface, so that
// a new database and a start without network have words too. Nobody else says what a level is called.
#include "report/show.h"

namespace lisa {

/// "Betydande skada": what a value of a scale is called.
std::string scale_words(std::string_view scale, std::int64_t value, const Reader& reader);

/// "Betydande": the same where there is little room.
std::string scale_short_words(std::string_view scale, std::int64_t value, const Reader& reader);

/// "2 Betydande skada".
std::string scale_text(std::string_view scale, std::int64_t value, const Reader& reader);

/// The greatest value to choose among: a level above those that may be stored is offered only where the municipality's
/// scale has it, since choosing it is how one finds out that the information does not belong here (K8).
std::int64_t scale_top(const Field& field, Lookup& lookup);

/// What a level means for the kind of harm that a field is about ("confidentiality_law": law), or nothing.
std::string harm_words(const Field& field, std::int64_t level, Lookup& lookup);

}  // namespace lisa
