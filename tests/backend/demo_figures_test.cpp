// Figures over the whole example municipality (F1, F2): they add up, and come out the same whatever order the records lie in.
#include <algorithm>
#include <random>
#include <set>

#include "core/date.h"
#include "figures/figure.h"
#include "tests/backend/example.h"
#include "tests/property/seed.h"

using namespace lisa;
using test::loaded;

namespace {

std::vector<const Record*> rows_there(const Entity& entity) {
    std::vector<const Record*> found;
    if (const auto at = loaded().records.find(std::string(entity.name)); at != loaded().records.end())
        for (const Record& one : at->second)
            if (!one.removed) found.push_back(&one);
    return found;
}

Basis basis_in_order(std::uint32_t seed) {
    return Basis(
        [seed](const Entity& entity) {
            std::vector<const Record*> found = rows_there(entity);
            if (seed != 0) {
                std::mt19937 random(seed);
                for (std::size_t i = found.size(); i > 1; --i) std::swap(found[i - 1], found[random() % i]);
            }
            return found;
        },
        utc_text(test::kExampleNow));
}

}  // namespace

TEST_CASE("F1: the rows of a figure obey its rule, each once, and make its value; so do its parts") {
    const Basis basis = basis_in_order(0);
    std::size_t with_rows = 0;
    for (const Figure& figure : figures()) {
        CAPTURE(figure.key);
        const Reading reading = evaluate(figure, basis);
        with_rows += reading.whole() > 0;
        std::set<std::string> seen;
        for (const auto& [ids, is_hit] : {std::pair{&reading.rows, true}, {&reading.rest, false}})
            for (const std::string& id : *ids) {
                CHECK(seen.insert(id).second);
                const Record* record = basis.find(*figure.entity, id);
                REQUIRE(record);
                const Tally verdict = figure.judge(*record, basis);
                CHECK(verdict.is_counted);
                CHECK(verdict.is_hit == is_hit);
            }
        for (const Record* record : basis.rows(*figure.entity))
            if (!seen.contains(record->id)) CHECK_FALSE(figure.judge(*record, basis).is_counted);
        if (figure.kind == FigureKind::count) CHECK(reading.value == static_cast<std::int64_t>(reading.rows.size()));
        if (figure.kind == FigureKind::share && reading.whole() > 0) CHECK(reading.value == static_cast<std::int64_t>(reading.part() * 100 / reading.whole()));
        std::size_t in_slices = 0;
        for (const Slice& slice : reading.slices) in_slices += slice.rows.size();
        if (!figure.slices.empty()) CHECK(in_slices == reading.rows.size());
    }
    CHECK(with_rows + 4 > figures().size());  // the example shows almost all of them
}

TEST_CASE("F1: figures do not depend on the order of the records") {
    const unsigned seed = test::first_seed();
    CAPTURE(seed);
    const Basis basis = basis_in_order(0), shuffled = basis_in_order(seed + 1);
    for (const Figure& figure : figures()) {
        CAPTURE(figure.key);
        const Reading one = evaluate(figure, basis), other = evaluate(figure, shuffled);
        CHECK(one.value == other.value);
        CHECK(one.rows == other.rows);
        CHECK(one.rest == other.rest);
    }
}

TEST_CASE("F1: what the parts under the municipality count is what the municipality counts, but for what lies at its top") {
    const Basis basis = basis_in_order(0);
    for (const Figure& figure : figures()) {
        CAPTURE(figure.key);
        const Reading whole = evaluate(figure, basis);
        std::size_t counted = 0;
        for (const Record* unit : basis.rows(kUnit))
            for (const Record* record : basis.rows(*figure.entity)) {
                const Places& places = basis.places(*record);
                counted += !places.empty() && places.front() == unit->id && figure.judge(*record, basis).is_counted;
            }
        CHECK(counted == whole.whole());
        for (const Record* unit : basis.rows(kUnit))
            if (!unit->text("parent").empty()) CHECK(evaluate(figure, basis, {.unit = unit->id, .person = {}}).whole() <= whole.whole());
    }
}
