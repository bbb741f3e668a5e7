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

/// The id of a catalogue's record.
std::string catalogue_id(std::string_view entity, std::string_view key);

}  // namespace lisa
