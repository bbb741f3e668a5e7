#pragma once
// What the sheet of an asset, a system or a risk analysis tells in full besides the record's own fields: why it has its class, its
// risks with their measures, and how it stands to what its class asks for. So that nobody has to send pictures of the screen.
#include <string>

#include "insight/insight.h"

namespace lisa {

/// The chapters as HTML; empty for other registers. What is withheld from the reader says so, and so does a chapter that may lack
/// records which the reader does not see.
std::string sheet_chapters(const Record& record, const Around& around);

/// Whether the records of `entity` whose ref `field` is the record stand in its chapters.
bool is_told_in_full(const Record& record, const Entity& entity, const Field& field);

}  // namespace lisa
