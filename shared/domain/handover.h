#pragma once
// Handing over what a leaver answers for (O5).
#include <algorithm>

#include "schema/field.h"

namespace lisa {

/// Whether a reference to a person is a duty that goes over to somebody else. Who decided, approved or read something once is
/// history and stays.
constexpr bool is_handed_over(const Entity& entity, const Field& field) {
    constexpr std::string_view kHistory[] = {"decided_by", "accepted_by", "approved_by", "applicant", "reporter", "judged_by", "signed_by"};
    return field.ref == "person" && entity.name != "acknowledgement" && std::find(std::begin(kHistory), std::end(kHistory), field.name) == std::end(kHistory);
}

}  // namespace lisa
