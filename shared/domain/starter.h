#pragma once
// From a typical municipal information type to a nämnd's own register (K7): first values for a new asset or a new processing,
// and where an asset has left the type's levels. What is blank or withheld in the type is left out.
#include <map>
#include <string>
#include <vector>

#include "schema/record.h"

namespace lisa {

/// Values for a new asset, which points back at its type. Unit, owner, dates and decision are the nämnd's own and never come from a type.
std::map<std::string, Value> asset_from_type(const Record& type);

/// Values for a new processing: name, purpose, law, what kinds of data and who gets them. Empty when the type holds no
/// personal data.
std::map<std::string, Value> processing_from_type(const Record& type);

/// Values for the processing's first category of data: what it is, how long it is kept from when, and how it is disposed
/// of. Empty when there is no processing. What the nämnd decides (disposal) is left to it.
std::map<std::string, Value> processing_data_from_type(const Record& type);

/// The aspects whose level in the asset is another than in the type, confidentiality first. An aspect that either has not
/// assessed is none of them.
std::vector<std::string> deviations(const Record& asset, const Record& type);

}  // namespace lisa
