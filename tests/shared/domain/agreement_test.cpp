#include "domain/agreement.h"

#include <doctest/doctest.h>

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
