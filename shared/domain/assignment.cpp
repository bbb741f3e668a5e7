#include "domain/assignment.h"

#include "domain/period.h"

namespace lisa {

void detail::derive_assignment(Record& record, Lookup&) { record.set(assignment::is_vacant, record.get(assignment::person).empty()); }

bool is_held(const Record& seat, std::string_view day) { return !seat.get(assignment::person).empty() && holds_on(seat, day); }

}  // namespace lisa
