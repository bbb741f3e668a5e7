#include "domain/gap.h"

#include "tests/shared/memory.h"

#include <doctest/doctest.h>

#include "domain/asset.h"
#include "domain/system.h"

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

Record asset(const char* name, std::optional<std::int64_t> confidentiality, std::optional<std::int64_t> integrity = {},
             std::optional<std::int64_t> recovery = {}) {
    Record record{kAsset};
    record.id = name;
    put(record, "name", text(name));
    if (confidentiality) put(record, "confidentiality", *confidentiality);
    if (integrity) put(record, "integrity", *integrity);
    if (recovery) put(record, "recovery_time_hours", *recovery);
    return record;
}

/// A system that may have a class of its own, whatever kSystem has.
constexpr Field kOwnFields[] = {
    {.name = "name", .required = true},
    {.name = "confidentiality", .type = Type::integer, .max = 3},
    {.name = "integrity", .type = Type::integer, .max = 3},
    {.name = "availability", .type = Type::integer, .max = 3},
    {.name = "traceability", .type = Type::integer, .max = 3},
    {.name = "class_motive", .type = Type::prose, .seen_from = Clearance::internal},
    {.name = "recovery_time_hours", .type = Type::integer, .max = 8760},
};
constexpr Entity kOwn{.name = "system", .fields = kOwnFields};

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

TEST_CASE("K2 a system gets the highest level of its information, and it says from what") {
    const std::vector<Record> assets{asset("Ö-listan", 2, 1), asset("Journal", 2, 2), asset("Schema", 0), asset("Okänt", {})};
    const Inheritance found = inherit(pointers(assets));
    CHECK(found.confidentiality.level == 2);
    CHECK(names(found.confidentiality.because) == Names{"Journal", "Ö-listan"});
    CHECK(found.integrity.level == 2);
    CHECK(names(found.integrity.because) == Names{"Journal"});
    CHECK_FALSE(found.availability.level.has_value());
    CHECK(found.availability.because.empty());
    CHECK(found.levels() == Levels{.confidentiality = 2, .integrity = 2});
    CHECK(inherit({}).levels() == Levels{});
}

TEST_CASE("K2 removed and disposed assets give nothing, and one that is linked twice is named once") {
    std::vector<Record> assets{asset("A", 3), asset("B", 2), asset("C", 1), asset("C", 1)};
    assets[0].removed = true;
    put(assets[1], "status", text("disposed"));
    const Inheritance found = inherit(pointers(assets));
    CHECK(found.confidentiality.level == 1);
    CHECK(names(found.confidentiality.because) == Names{"C"});
}

TEST_CASE("K2 the shortest recovery time counts, and none is not zero") {
    const std::vector<Record> assets{asset("A", {}, {}, 24), asset("B", {}, {}, 4), asset("C", 3)};
    const Inheritance found = inherit(pointers(assets));
    CHECK(found.recovery_time_hours.level == 4);
    CHECK(names(found.recovery_time_hours.because) == Names{"B"});
    CHECK(inherit(pointers(std::vector<Record>{asset("A", 1, 1, 0), asset("B", 1, 1, 1)})).recovery_time_hours.level == 0);
    CHECK_FALSE(inherit(pointers(std::vector<Record>{asset("A", 1)})).recovery_time_hours.level.has_value());
}

TEST_CASE("K2 the system's own level wins when it has a motive, and deviates only where it is another") {
    const std::vector<Record> assets{asset("Journal", 2, 2, 8)};
    Record system{kOwn};
    put(system, "confidentiality", std::int64_t{3});
    put(system, "integrity", std::int64_t{2});
    put(system, "availability", std::int64_t{1});
    put(system, "recovery_time_hours", std::int64_t{4});

    Inheritance found = inherit(pointers(assets), &system);
    CHECK(found.confidentiality.level == 2);
    CHECK(found.confidentiality.lacks_motive);
    CHECK_FALSE(found.confidentiality.is_own);
    CHECK_FALSE(found.availability.level.has_value());
    CHECK(found.recovery_time_hours.level == 4);
    CHECK(found.recovery_time_hours.deviates());

    put(system, "class_motive", text("Många poster på samma ställe."));
    found = inherit(pointers(assets), &system);
    CHECK(found.confidentiality.level == 3);
    CHECK(found.confidentiality.from_assets == 2);
    CHECK(found.confidentiality.deviates());
    CHECK(names(found.confidentiality.because) == Names{"Journal"});
    CHECK(found.integrity.is_own);
    CHECK_FALSE(found.integrity.deviates());
    CHECK(found.availability.level == 1);
    CHECK_FALSE(found.availability.deviates());
    CHECK_FALSE(found.traceability.level.has_value());
    CHECK_FALSE(found.traceability.lacks_motive);
}

TEST_CASE("K2 a motive that is withheld is taken to be there, a blank one is not") {
    Record system{kOwn};
    put(system, "confidentiality", std::int64_t{1});
    put(system, "class_motive", text("  "));
    CHECK(inherit({}, &system).confidentiality.lacks_motive);
    system.hidden = 1ull << position(kOwn, "class_motive");
    CHECK(inherit({}, &system).confidentiality.level == 1);
}

TEST_CASE("K2 a blank system in the register changes nothing") {
    const std::vector<Record> assets{asset("Journal", 2, 1)};
    const Record system{kSystem};
    CHECK(inherit(pointers(assets), &system).levels() == Levels{.confidentiality = 2, .integrity = 1});
}
