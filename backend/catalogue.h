#pragma once
// Catalogues (assets/catalogs/*.json): controls, requirements, information types and the like, as records of their registers
// that the municipality then keeps as its own.
#include "store/storage.h"

namespace lisa {

/// What loading did.
struct Loaded {
    std::size_t added = 0;
    std::size_t present = 0;  ///< were there already, whatever has become of them, and are left alone
};

/// Loads every catalogue of the folder, all or nothing: {"entity","version","date","source","records":[{"key","fields","steps"?}]}.
/// A reference is given by the key of what it refers to; a place that is left out is the root of the organisation. A
/// record's id follows from register and key, so that loading again adds only what is new. The error's detail names file and key.
Result<Loaded> load_catalogues(Work& work, const std::string& folder, std::int64_t now_ms);

/// What putting a scale in place of another did.
struct Replaced {
    std::size_t written = 0;  ///< levels that came or got other words
    std::size_t removed = 0;  ///< levels that the new scale has not
};

/// Makes the register of consequence levels (K1) what a scale's file says, all or nothing: rows in the form of a catalogue,
/// for the levels 0 to 3 or 0 to 4, each with its number as key. Rows keep their ids and their notes, and nothing that
/// was classified is altered. The error's detail names file and key.
Result<Replaced> load_scale(Work& work, const std::string& path, std::int64_t now_ms);

/// The id of a catalogue's record.
std::string catalogue_id(std::string_view entity, std::string_view key);

}  // namespace lisa
