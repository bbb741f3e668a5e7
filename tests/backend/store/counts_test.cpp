#include "store/counts.h"

#include "domain/catalog.h"
#include "tests/backend/town.h"

using namespace lisa;
using namespace lisa::test;

namespace {

/// How many assets belong to a part of the organisation after change `seq`, as this view sees it.
std::int64_t assets_of(View& view, std::int64_t seq, const char* unit) {
    const auto counts = view.store().counts(seq);
    REQUIRE(counts);
    const auto& places = (*counts)->at({&kAsset, Clearance::open});
    const auto found = places.find(id(unit));
    return found == places.end() ? 0 : found->second;
}

std::int64_t make_asset(Town& town, const char* name, const char* unit) {
    return town.make(kAsset, id(name), {{"name", text(name)}, {"kind", text("process")}, {"unit", text(id(unit))}});
}

}  // namespace

TEST_CASE("counts follow each change") {
    Town town;
    const auto now = [&](std::int64_t seq, const char* unit) {
        View view = std::move(*town.storage->read());
        return assets_of(view, seq, unit);
    };
    const std::int64_t made = make_asset(town, "counted", "school_b");
    const std::int64_t before = now(made, "school_b"), elsewhere = now(made, "school_a");
    CHECK(before >= 1);
    const std::int64_t moved = town.edit(kAsset, id("counted"), {{"unit", text(id("school_a"))}});
    CHECK(now(moved, "school_b") == before - 1);
    CHECK(now(moved, "school_a") == elsewhere + 1);
}

TEST_CASE("a transaction that began before the last change gets the counts of its own time") {
    Town town;
    const std::int64_t first = make_asset(town, "first", "school_b");
    View old = std::move(*town.storage->read());
    const std::int64_t before = assets_of(old, first, "school_b");
    const std::int64_t second = make_asset(town, "second", "school_b");
    View young = std::move(*town.storage->read());
    CHECK(assets_of(young, second, "school_b") == before + 1);
    CHECK(assets_of(old, first, "school_b") == before);
    CHECK(assets_of(young, second, "school_b") == before + 1);
}
