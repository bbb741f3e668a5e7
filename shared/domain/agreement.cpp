#include "domain/agreement.h"

#include "core/date.h"
#include "domain/supplier.h"
#include "domain/system.h"

namespace lisa {
namespace detail {

/// Blank as long as the end or the term of notice is.
void derive_agreement(Record& record, Lookup&) {
    Value& last = record.values[agreement::last_notice_on.index];
    last = {};
    const std::string end = record.get(agreement::ends_on);
    const auto* months = std::get_if<std::int64_t>(&record.values[agreement::notice_months.index]);
    if (!months || *months < 0 || *months > kAgreement.fields[agreement::notice_months.index].max || !is_date(end)) return;
    if (std::string day = add_months(end, -static_cast<int>(*months)); is_date(day)) last = std::move(day);
}

}  // namespace detail

std::string processor_agreement_gap(const Record& system, const Referring& referring, const FindById& find, std::string_view today) {
    const Record* supplier = find(kSupplier, system.text("provider"));
    std::vector<const Record*> agreements = referring(kAgreement, "system", system.id);
    if (supplier)
        for (const Record* one : referring(kAgreement, "supplier", supplier->id)) agreements.push_back(one);
    return processor_agreement_gap(system, supplier, agreements, today);
}

std::string processor_agreement_gap(const Record& system, const Record* supplier, std::span<const Record* const> agreements, std::string_view today) {
    constexpr auto is_processor = key<bool>(kSupplier, "is_processor");
    constexpr auto said = key<std::string>(kSystem, "processor_agreement");
    const std::string says = system.get(said);
    const bool is_needed = says == "missing" || says == "signed" || (supplier && supplier->get(is_processor));
    if (!is_needed || says == "not_needed" || system.text("status") == "retired") return {};
    bool has_expired = false;
    for (const Record* one : agreements) {
        const std::string status = one->get(agreement::status), end = one->get(agreement::ends_on), of = one->get(agreement::system);
        if (one->removed || one->get(agreement::kind) != "processor_agreement" || (!of.empty() && of != system.id)) continue;
        const bool is_over = is_date(end) && end < today;
        if (status == "signed" && !is_over) return {};
        has_expired = has_expired || status == "expired" || status == "terminated" || (status == "signed" && is_over);
    }
    return has_expired ? "check.agreement.expired" : "check.agreement.missing";
}

}  // namespace lisa
