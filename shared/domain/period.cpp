#include "domain/period.h"

namespace lisa {

bool holds_on(const Record& record, std::string_view day) {
    const std::string from = record.text("starts_on"), until = record.text("ends_on");
    return !record.removed && (from.empty() || from <= day) && (until.empty() || until >= day);
}

}  // namespace lisa
