#pragma once
// What the data protection regulation asks of a processing and of a request, as plain functions of what is filled in.
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/record.h"

namespace lisa {

/// Message keys of the criteria that speak for an impact assessment (D2), "check.dpia.scoring" and the like, in the order of the form.
std::vector<std::string> dpia_reasons(const Record& processing);

/// An option of processing.dpia_needed: "yes" at two criteria or on IMY's list, "consider" at one, "no" once assessed without any.
std::string dpia_need(const Record& processing);

/// What the record of processing lacks (D1): first the names of the fields that article 30.1 (30.2 for a processor) asks for and that are
/// empty, then message keys ("check.processing.no_article_9") of what does not hold together; only the keys have a dot. `data` are the
/// rows of processing_data. What was withheld from the reader is never called missing.
std::vector<std::string> missing_for_record(const Record& processing, std::span<const Record* const> data);

/// The last day to answer a request (D5, article 12.3): one month by the calendar, three when extended. The last day of the month where
/// the day does not exist. Empty when the first day is none.
std::string request_due(std::string_view received_on, bool extended);

}  // namespace lisa
