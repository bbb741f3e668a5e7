#include "domain/agreement.h"

#include "core/date.h"

namespace lisa::detail {

/// Blank as long as the end or the term of notice is.
void derive_agreement(Record& record, Lookup&) {
    Value& last = record.values[agreement::last_notice_on.index];
    last = {};
    const std::string end = record.get(agreement::ends_on);
    const auto* months = std::get_if<std::int64_t>(&record.values[agreement::notice_months.index]);
    if (!months || *months < 0 || *months > kAgreement.fields[agreement::notice_months.index].max || !is_date(end)) return;
    if (std::string day = add_months(end, -static_cast<int>(*months)); is_date(day)) last = std::move(day);
}

}  // namespace lisa::detail
