#include "domain/applicability.h"

#include "tests/shared/memory.h"

#include <doctest/doctest.h>

#include "schema/lookup.h"

using namespace lisa;
using lisa::test::pointers;

namespace {

using Keys = std::vector<std::string>;
constexpr std::string_view kToday = "2026-11-25";

Record with(Record record, std::string_view field, Value value) {
    record.values[position(*record.entity, field)] = std::move(value);
    return record;
}
Record with(Record record, std::string_view field, const char* value) { return with(std::move(record), field, Value{std::string(value)}); }

/// A control that applies, with everything that one should have.
Record whole() {
    Record record{kControl};
    record.id = "c1";
    record = with(record, "theme", "organisational");
    record = with(record, "is_applicable", "applicable");
    record = with(record, "reasons_for", Value{Set{"law", "risk"}});
    record = with(record, "owner", "anna");
    return with(record, "status", "planned");
}

Record proof(const char* control = "c1", const char* expires_on = "") {
    Record record{kEvidence};
    record.id = "e1";
    return with(with(record, "control", control), "expires_on", expires_on);
}

Record exception(const char* status = "approved", const char* ends_on = "2026-12-31", const char* compensating = "Datorn står utan nät.") {
    Record record{kPolicyException};
    record.set(policy_exception::applicant, std::string("anna"));
    return with(with(with(record, "status", status), "ends_on", ends_on), "compensating", compensating);
}

Keys gaps(const Record& control, const std::vector<Record>& evidence = {}) { return soa_gaps(control, pointers(evidence), kToday); }

Record hide(Record record, std::string_view field) {
    const std::size_t at = position(*record.entity, field);
    record.values[at] = Value{};
    record.hidden |= std::uint64_t{1} << at;
    return record;
}

/// Keeps what a derive has no use for out of the way.
class NoLookup final : public Lookup {
public:
    Catalog catalog() const override { return {}; }
    Result<Record> load(const Entity&, const std::string&) override { return Record{}; }
};

Record derived(Value maturity, Value target) {
    NoLookup lookup;
    Record record = with(with(Record{kControl}, "maturity", std::move(maturity)), "target_maturity", std::move(target));
    record = with(record, "gap", Value{std::int64_t{3}});
    detail::derive_control(record, lookup);
    return record;
}

}  // namespace

TEST_CASE("S1 a control with reasons and an owner lacks nothing") { CHECK(gaps(whole()).empty()); }

TEST_CASE("S1 a control that nobody has decided on says just that") {
    const Keys undecided{"check.control.not_decided"};
    CHECK(gaps(with(whole(), "is_applicable", "not_decided")) == undecided);
    CHECK(gaps(with(whole(), "is_applicable", Value{})) == undecided);
    CHECK(gaps(with(whole(), "is_applicable", "perhaps")) == undecided);
    CHECK(gaps(Record{kControl}) == undecided);
}

TEST_CASE("S1 leaving a control out takes a reason, and nothing more") {
    const Record out = with(with(whole(), "is_applicable", "excluded"), "owner", Value{});
    CHECK(gaps(out) == Keys{"check.control.excluded_without_reason"});
    CHECK(gaps(with(out, "reason_against", "   \n")) == Keys{"check.control.excluded_without_reason"});
    CHECK(gaps(with(out, "reason_against", "Kommunen utvecklar inga egna program.")).empty());
    CHECK(gaps(with(with(out, "reason_against", "Ingen utveckling."), "status", "implemented")).empty());
}

TEST_CASE("S1 a control that applies has a reason, ticked or written") {
    const Record bare = with(whole(), "reasons_for", Value{Set{}});
    CHECK(gaps(bare) == Keys{"check.control.applicable_without_reason"});
    CHECK(gaps(with(bare, "reasons_for", Value{})) == Keys{"check.control.applicable_without_reason"});
    CHECK(gaps(with(bare, "reason_text", "Följer av vår riskanalys 2026.")).empty());
}

TEST_CASE("S1 a control that applies has an owner") {
    CHECK(gaps(with(whole(), "owner", Value{})) == Keys{"check.control.no_owner"});
    CHECK(gaps(with(whole(), "owner", "")) == Keys{"check.control.no_owner"});
}

TEST_CASE("S1 what is said to be implemented is shown by evidence of its own") {
    const Record done = with(whole(), "status", "implemented");
    const Keys unproven{"check.control.implemented_without_evidence"};
    CHECK(gaps(done) == unproven);
    CHECK(gaps(done, {proof()}).empty());
    CHECK(gaps(done, {proof("c2")}) == unproven);
    CHECK(gaps(done, {proof("")}) == unproven);
    Record removed = proof();
    removed.removed = true;
    CHECK(gaps(done, {removed}) == unproven);
    for (const char* status : {"not_started", "planned", "partly", ""}) CHECK(gaps(with(whole(), "status", status)).empty());
}

TEST_CASE("S1 evidence holds on its last day and not after, and one that holds is enough") {
    const Record done = with(whole(), "status", "implemented");
    const Keys expired{"check.control.evidence_expired"};
    CHECK(gaps(done, {proof("c1", "2026-11-25")}).empty());
    CHECK(gaps(done, {proof("c1", "2026-11-24")}) == expired);
    CHECK(gaps(done, {proof("c1", "2026-11-24"), proof("c1", "2025-01-01")}) == expired);
    CHECK(gaps(done, {proof("c1", "2026-11-24"), proof("c1")}).empty());
    CHECK(gaps(done, {proof("c1", "2026-11-24"), proof("c2")}) == expired);
    CHECK(gaps(whole(), {proof("c1", "2026-11-24")}) == expired);
    CHECK(gaps(done, {proof("c1", "someday")}).empty());
    CHECK(soa_gaps(done, pointers({proof("c1", "2026-11-24")}), "").empty());
}

TEST_CASE("S1 several gaps come in a fixed order") {
    Record bad = with(with(with(whole(), "reasons_for", Value{}), "owner", Value{}), "status", "implemented");
    CHECK(gaps(bad) == Keys{"check.control.applicable_without_reason", "check.control.no_owner", "check.control.implemented_without_evidence"});
}

TEST_CASE("S1 what was withheld from the reader is not called missing") {
    const Record out = with(whole(), "is_applicable", "excluded");
    CHECK(gaps(hide(out, "reason_against")).empty());
    CHECK(gaps(hide(with(whole(), "reasons_for", Value{}), "reason_text")).empty());
    CHECK(gaps(hide(with(whole(), "status", "implemented"), "status")).empty());
    CHECK(gaps(hide(whole(), "is_applicable")).empty());
}

TEST_CASE("S1 a removed control, a row of another register and nothing at all have no gaps") {
    Record removed{kControl};
    removed.removed = true;
    CHECK(gaps(removed).empty());
    CHECK(gaps(Record{kEvidence}).empty());
    CHECK(gaps(Record{}).empty());
    const Record done = with(whole(), "status", "implemented");
    CHECK(gaps(done, {Record{}, Record{kControl}, proof()}).empty());
    Record unsaved = done;
    unsaved.id.clear();
    CHECK(gaps(unsaved, {proof("")}) == Keys{"check.control.implemented_without_evidence"});
}

TEST_CASE("S2 the gap is how far the maturity is below its target") {
    CHECK(derived(std::int64_t{1}, std::int64_t{3}).get(control::gap) == 2);
    CHECK(derived(std::int64_t{0}, std::int64_t{4}).get(control::gap) == 4);
    CHECK(derived(std::int64_t{3}, std::int64_t{3}).values[control::gap.index] == Value{std::int64_t{0}});
    CHECK(derived(std::int64_t{4}, std::int64_t{2}).values[control::gap.index] == Value{std::int64_t{0}});
    CHECK(is_blank(derived(Value{}, std::int64_t{3}).values[control::gap.index]));
    CHECK(is_blank(derived(std::int64_t{1}, Value{}).values[control::gap.index]));
    CHECK(is_blank(derived(Value{}, Value{}).values[control::gap.index]));
}

TEST_CASE("S2 the maturity of a theme is the average of what was judged") {
    const Record one = with(with(whole(), "maturity", Value{std::int64_t{1}}), "target_maturity", Value{std::int64_t{3}});
    const Record four = with(with(whole(), "maturity", Value{std::int64_t{4}}), "target_maturity", Value{std::int64_t{4}});
    const Record zero = with(whole(), "maturity", Value{std::int64_t{0}});
    const Record unjudged = whole();
    const Record excluded = with(four, "is_applicable", "excluded");
    Record removed = four;
    removed.removed = true;
    const Record lost = with(four, "theme", "");
    const Record people = with(four, "theme", "people");
    const std::vector<Record> all{one, four, zero, unjudged, excluded, removed, lost, people, Record{}, Record{kEvidence}};
    const auto themes = theme_maturity(pointers(all));
    REQUIRE(themes.size() == 4);
    CHECK(themes[0].theme == "organisational");
    CHECK(themes[0].controls == 4);
    CHECK(themes[0].judged == 3);
    CHECK(themes[0].with_target == 2);
    CHECK(themes[0].maturity == doctest::Approx(5.0 / 3));
    CHECK(themes[0].target == doctest::Approx(3.5));
    CHECK(themes[1].theme == "people");
    CHECK(themes[1].maturity == doctest::Approx(4));
    CHECK(themes[2].controls == 0);
    CHECK(themes[3].theme == "technological");
    CHECK(themes[3].maturity == doctest::Approx(0));
}

TEST_CASE("S2 without controls there are four empty themes") {
    const auto themes = theme_maturity({});
    REQUIRE(themes.size() == 4);
    for (const ThemeMaturity& row : themes) CHECK(row.controls + row.judged + row.with_target == 0);
}

TEST_CASE("S5 an exception with an end and a protection is in order") {
    CHECK(exception_gaps(exception(), kToday).empty());
    CHECK(exception_gaps(exception("approved", "2026-11-25"), kToday).empty());
    CHECK(exception_gaps(exception("requested"), kToday).empty());
}

TEST_CASE("S5 an exception whose last day has passed is called out") {
    CHECK(exception_gaps(exception("approved", "2026-11-24"), kToday) == Keys{"check.policy_exception.expired"});
    CHECK(exception_gaps(exception("requested", "2026-11-24"), kToday) == Keys{"check.policy_exception.expired"});
    CHECK(exception_gaps(exception("approved", "2026-11-24"), "").empty());
}

TEST_CASE("S5 an exception without end or without protection is called out") {
    CHECK(exception_gaps(exception("approved", ""), kToday) == Keys{"check.policy_exception.no_end"});
    CHECK(exception_gaps(exception("approved", "2026-12-31", " "), kToday) == Keys{"check.policy_exception.no_compensation"});
    CHECK(exception_gaps(exception("requested", "", ""), kToday) == Keys{"check.policy_exception.no_end", "check.policy_exception.no_compensation"});
    CHECK(exception_gaps(Record{kPolicyException}, kToday).size() == 3);  // nobody asks for it either
}

TEST_CASE("S5 what is refused or ended needs nothing, nor does what is removed or something else") {
    CHECK(exception_gaps(exception("refused", "2020-01-01", ""), kToday).empty());
    CHECK(exception_gaps(exception("ended", "2020-01-01", ""), kToday).empty());
    Record removed = exception("approved", "2020-01-01", "");
    removed.removed = true;
    CHECK(exception_gaps(removed, kToday).empty());
    CHECK(exception_gaps(Record{}, kToday).empty());
    CHECK(exception_gaps(Record{kControl}, kToday).empty());
}

TEST_CASE("S5 a protection that was withheld from the reader is not called missing") {
    CHECK(exception_gaps(hide(exception(), "compensating"), kToday).empty());
}
