#pragma once
// Two documents that follow from the registers: what to ask of a supplier (K4), and the statement of applicability (S1).
#include <functional>
#include <span>
#include <string>

#include "domain/gap.h"
#include "report/show.h"

namespace lisa {

/// The requirements that a class puts to a supplier, numbered and grouped by aspect, as one HTML page. `subject` is what is bought.
std::string procurement_requirements(std::string_view subject, const Levels& levels, std::span<const Record* const> requirements, const Reader& reader,
                                     std::string_view today);

/// The records of a register that refer to a control.
using OfControl = std::function<std::vector<const Record*>(const Record& control)>;

/// Every control with number, decision, reasons for or against, status, evidence and linked measures, as one HTML page.
std::string statement_of_applicability(std::string_view municipality, std::span<const Record* const> controls, const OfControl& evidence,
                                       const OfControl& measures, const Reader& reader, std::string_view today);

}  // namespace lisa
