#pragma once
// From the registers to rights: which roles a person holds today.
#include "access/access.h"
#include "domain/assignment.h"
#include "domain/person.h"

namespace lisa {

/// The roles that a person holds on a day ("2026-11-23"): the audience's own over the person's place, and every seat in
/// `assignments` that is not removed, has begun and has not ended, as holder or deputy. Sorted, none twice.
std::vector<Grant> grants_of(const Record& person, const std::vector<Record>& assignments, std::string_view today);

/// Where the person works or studies: the part of the organisation that their audience is given for. Empty for nobody.
std::string place_of_work(const Actor& who);

/// Stands for what the person may see: it changes exactly when a grant or the part of the tree it covers does.
/// `tree` is a hash over the organisation's tree (unit ids and parents).
std::string epoch_of(const std::vector<Grant>& grants, std::uint64_t tree);

}  // namespace lisa
