#include "domain/agreement.h"

#include "domain/supplier.h"
#include "domain/system.h"

#include <doctest/doctest.h>

#include <map>

using namespace lisa;

namespace {

/// Holds nothing: the last day to give notice needs no other record.
class Nowhere : public Lookup {
public:
    Catalog catalog() const override { return {}; }
    Result<Record> load(const Entity&, const std::string&) override { return fault(Fault::missing, "", "problem.missing"); }
};

Value last_notice(const std::string& end, Value months, Value before = {}) {
    Nowhere nowhere;
    Record record(kAgreement);
    record.set(agreement::ends_on, end);
    record.values[agreement::notice_months.index] = std::move(months);
    record.values[agreement::last_notice_on.index] = std::move(before);
    kAgreement.derive(record, nowhere);
    return record.values[agreement::last_notice_on.index];
}

Value day(const char* text) { return std::string(text); }
Value months(std::int64_t count) { return count; }

}  // namespace

TEST_CASE("I4 the last day to give notice comes from the end and the term of notice") {
    CHECK(last_notice("2027-12-31", months(6)) == day("2027-06-30"));
    CHECK(last_notice("2027-05-31", months(3)) == day("2027-02-28"));
    CHECK(last_notice("2028-05-31", months(3)) == day("2028-02-29"));
    CHECK(last_notice("2027-01-15", months(1)) == day("2026-12-15"));
    CHECK(last_notice("2027-01-15", months(0)) == day("2027-01-15"));
    CHECK(last_notice("2027-01-15", months(120)) == day("2017-01-15"));
}

TEST_CASE("I4 without an end or a term there is no last day") {
    CHECK(last_notice("", months(6), day("2020-01-01")) == Value{});
    CHECK(last_notice("2027-12-31", {}, day("2020-01-01")) == Value{});
    CHECK(last_notice("", {}) == Value{});
}

TEST_CASE("I4 nonsense gives no last day") {
    CHECK(last_notice("2027-02-30", months(1)) == Value{});
    CHECK(last_notice("snart", months(1)) == Value{});
    CHECK(last_notice("2027-12-31", months(-1)) == Value{});
    CHECK(last_notice("2027-12-31", months(121)) == Value{});
    CHECK(last_notice("2027-12-31", day("6")) == Value{});
    CHECK(last_notice("0001-01-01", months(120)) == Value{});
}

namespace {

constexpr const char* kToday = "2026-11-25";

Record made(const Entity& entity, const char* id, const std::map<std::string, Value>& values) {
    Record record{entity};
    record.id = id;
    for (const auto& [name, value] : values) record.values[position(entity, name)] = value;
    return record;
}

/// What Lisa says of a system whose supplier processes personal data, with such an agreement.
std::string gap(const std::map<std::string, Value>& agreement, const char* says = "not_assessed", bool is_processor = true) {
    const Record system = made(kSystem, "system", {{"processor_agreement", day(says)}, {"provider", day("supplier")}});
    const Record supplier = made(kSupplier, "supplier", {{"is_processor", Value{is_processor}}});
    const Record one = made(kAgreement, "agreement", agreement);
    const Record* agreements[] = {&one};
    return processor_agreement_gap(system, &supplier, agreement.empty() ? std::span<const Record* const>{} : agreements, kToday);
}

std::map<std::string, Value> signed_until(const char* end, const char* status = "signed") {
    return {{"kind", day("processor_agreement")}, {"status", day(status)}, {"system", day("system")}, {"ends_on", *end ? day(end) : Value{}}};
}

std::map<std::string, Value> with(std::map<std::string, Value> values, const char* field, Value value) {
    values[field] = std::move(value);
    return values;
}

}  // namespace

TEST_CASE("D4 a system whose supplier processes personal data needs a signed processor agreement that holds today") {
    CHECK(gap({}) == "check.agreement.missing");
    CHECK(gap(signed_until("")) == "");
    CHECK(gap(signed_until(kToday)) == "");
    CHECK(gap(signed_until("2026-11-24")) == "check.agreement.expired");
    CHECK(gap(signed_until("2027-01-01", "expired")) == "check.agreement.expired");
    CHECK(gap(signed_until("", "terminated")) == "check.agreement.expired");
    CHECK(gap(signed_until("", "draft")) == "check.agreement.missing");
}

TEST_CASE("D4 only a processor agreement counts, of this system or of the supplier for all its systems") {
    CHECK(gap(with(signed_until(""), "kind", day("contract"))) == "check.agreement.missing");
    CHECK(gap(with(signed_until(""), "system", day("another"))) == "check.agreement.missing");
    CHECK(gap(with(signed_until(""), "system", Value{})) == "");
}

TEST_CASE("D4 where no personal data is processed for anybody there is nothing to sign, unless the system says so") {
    CHECK(gap({}, "not_assessed", false) == "");
    CHECK(gap({}, "not_needed") == "");
    CHECK(gap({}, "missing", false) == "check.agreement.missing");
    CHECK(gap({}, "signed", false) == "check.agreement.missing");  // it says so, but there is none
    CHECK(processor_agreement_gap(made(kSystem, "system", {}), nullptr, {}, kToday) == "");
    CHECK(processor_agreement_gap(made(kSystem, "system", {{"processor_agreement", day("missing")}, {"status", day("retired")}}), nullptr, {}, kToday) == "");
}
