#include "domain/gap.h"

#include "tests/shared/memory.h"

#include <doctest/doctest.h>

using namespace lisa;
using lisa::test::pointers;

namespace {

void put(Record& record, std::string_view field, Value value) {
    const std::size_t at = position(*record.entity, field);
    REQUIRE(at != kNoField);
    record.values[at] = std::move(value);
}
Value text(const char* value) { return std::string(value); }

Record demand(const char* code, const char* aspect, std::int64_t least, const char* procurement = "") {
    Record record{kRequirement};
    record.id = code;
    put(record, "code", text(code));
    put(record, "aspect", text(aspect));
    put(record, "least_level", least);
    put(record, "procurement_text", text(procurement));
    return record;
}

Record answer(const char* demand, const char* status, const char* assessed_on = "2026-01-01", const char* id = "status") {
    Record record{kRequirementStatus};
    record.id = id;
    put(record, "requirement", text(demand));
    put(record, "status", text(status));
    put(record, "assessed_on", text(assessed_on));
    return record;
}

std::vector<std::string> names(const std::vector<const Record*>& records) {
    std::vector<std::string> out;
    for (const Record* record : records) out.push_back(record->id);
    return out;
}
std::vector<std::string> codes(const Gap& gap) {
    std::vector<std::string> out;
    for (const GapRow& row : gap.rows) out.push_back(row.requirement->id);
    return out;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("K3 a requirement applies from its level and up, in its own aspect") {
    const Levels levels{.confidentiality = 2, .integrity = 1, .availability = 0};
    CHECK(applies(demand("a", "confidentiality", 1), levels));
    CHECK(applies(demand("a", "confidentiality", 2), levels));
    CHECK_FALSE(applies(demand("a", "confidentiality", 3), levels));
    CHECK(applies(demand("a", "integrity", 1), levels));
    CHECK_FALSE(applies(demand("a", "integrity", 2), levels));
    CHECK_FALSE(applies(demand("a", "availability", 1), levels));
    CHECK_FALSE(applies(demand("a", "traceability", 1), levels));
    CHECK(applies(demand("a", "traceability", 1), Levels{.traceability = 1}));
}

TEST_CASE("K3 a requirement on all aspects follows the highest level") {
    const Levels levels{.integrity = 2, .availability = 1};
    CHECK(applies(demand("a", "all", 2), levels));
    CHECK_FALSE(applies(demand("a", "all", 3), levels));
    CHECK(applies(demand("a", "", 2), levels));
    CHECK(applies(demand("a", "all", 3), Levels{.traceability = 3}));
}

TEST_CASE("K3 what is not classified gets only what everything gets") {
    CHECK(applies(demand("a", "all", 0), Levels{}));
    CHECK(applies(demand("a", "integrity", 0), Levels{}));
    CHECK(applies(Record{kRequirement}, Levels{}));
    CHECK_FALSE(applies(demand("a", "all", 1), Levels{}));
    CHECK_FALSE(applies(demand("a", "authenticity", 1), Levels{3, 3, 3, 3}));
    Record removed = demand("a", "all", 0);
    removed.removed = true;
    CHECK_FALSE(applies(removed, Levels{3, 3, 3, 3}));
}

TEST_CASE("K3 the gap has the hardest first, then by code as people count") {
    const std::vector<Record> demands{demand("K-10", "confidentiality", 1), demand("K-2", "confidentiality", 1), demand("A-1", "all", 2),
                                      demand("T-1", "availability", 1), demand("K-3", "confidentiality", 3)};
    CHECK(codes(gap(Levels{.confidentiality = 2}, pointers(demands), {})) == Names{"A-1", "K-2", "K-10"});
    CHECK(codes(gap(Levels{3, 3, 3, 3}, pointers(demands), {})) == Names{"K-3", "A-1", "K-2", "K-10", "T-1"});
    CHECK(gap(Levels{}, pointers(demands), {}).rows.empty());
    CHECK(gap(Levels{3, 3, 3, 3}, {}, {}).rows.empty());
}

TEST_CASE("K3 every requirement that applies is counted once, unassessed ones too") {
    const std::vector<Record> demands{demand("a", "all", 1), demand("b", "all", 1), demand("c", "all", 1), demand("d", "all", 1),
                                      demand("e", "all", 1), demand("f", "all", 1), demand("g", "all", 3)};
    const std::vector<Record> answers{answer("a", "met"),       answer("b", "partly"), answer("c", "not_met"), answer("d", "not_applicable"),
                                      answer("e", "excellent"), answer("g", "met"),    answer("x", "met")};
    const Gap found = gap(Levels{.integrity = 1}, pointers(demands), pointers(answers));
    CHECK(found.counts == GapCounts{.met = 1, .partly = 1, .not_met = 1, .not_assessed = 2, .not_applicable = 1});
    REQUIRE(found.rows.size() == 6);
    CHECK(found.rows[0].status == &answers[0]);
    CHECK(found.rows[5].status == nullptr);
}

TEST_CASE("K3 of several statuses the one assessed last counts, and a removed one never") {
    const std::vector<Record> demands{demand("a", "all", 0)};
    std::vector<Record> answers{answer("a", "met", "2026-05-01"), answer("a", "not_met", "2026-06-01"), answer("a", "partly", "")};
    CHECK(gap({}, pointers(demands), pointers(answers)).counts == GapCounts{.not_met = 1});
    answers[1].removed = true;
    CHECK(gap({}, pointers(demands), pointers(answers)).counts == GapCounts{.met = 1});
    answers = {answer("a", "met", "2026-05-01"), answer("a", "partly", "2026-05-01")};
    answers[0].rev = 8;
    answers[1].rev = 7;
    CHECK(gap({}, pointers(demands), pointers(answers)).counts == GapCounts{.met = 1});
}

TEST_CASE("K3 a withheld status is not taken for an unassessed one") {
    const std::vector<Record> demands{demand("a", "all", 0)};
    std::vector<Record> answers{answer("a", "")};
    answers[0].hidden = 1ull << requirement_status::status.index;
    CHECK(gap({}, pointers(demands), pointers(answers)).counts == GapCounts{});
}

TEST_CASE("K4 a procurement asks for what applies and has words for a supplier") {
    const std::vector<Record> demands{demand("B", "all", 2, "Leverantören ska …"), demand("A", "all", 1, "Leverantören ska …"), demand("C", "all", 1),
                                      demand("D", "all", 1, "  "), demand("E", "all", 3, "Leverantören ska …")};
    CHECK(names(requirements_for("procurement", Levels{.availability = 2}, pointers(demands))) == Names{"A", "B"});
    CHECK(requirements_for("procurement", Levels{}, pointers(demands)).empty());
}

TEST_CASE("K4 other occasions ask for what is marked with them") {
    std::vector<Record> demands{demand("B", "all", 1), demand("A", "all", 1), demand("C", "all", 1, "Leverantören ska …")};
    put(demands[0], "occasions", Set{"digitalisation", "mobility"});
    put(demands[1], "occasions", Set{"mobility"});
    const Levels levels{.confidentiality = 1};
    CHECK(names(requirements_for("mobility", levels, pointers(demands))) == Names{"A", "B"});
    CHECK(names(requirements_for("digitalisation", levels, pointers(demands))) == Names{"B"});
    CHECK(requirements_for("party", levels, pointers(demands)).empty());
    CHECK(requirements_for("", levels, pointers(demands)).empty());
}
