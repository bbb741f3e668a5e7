// Figures month by month (H6), and as people read them.
#include "figures/trend.h"

#include "figures/words.h"
#include "shared/figures/ground.h"

using namespace lisa;
using namespace lisa::test;

namespace {

void add_event(Ground& ground, const char* name, const char* discovered, const char* reported) {
    ground.add(kEvent, name, {{"name", text(name)}, {"unit", text(id("school_a"))}, {"discovered_at", text(discovered)}, {"reported_at", text(reported)}});
}

}  // namespace

TEST_CASE("H6: a trend has the last twelve months, and each event stands in one of them, by the Swedish day") {
    Ground ground;
    add_event(ground, "a", "2025-11-30T22:59:00Z", "");                      // November last year
    add_event(ground, "b", "2025-11-30T23:00:00Z", "2025-11-30T23:20:00Z");  // December
    add_event(ground, "c", "2026-11-25T12:00:00Z", "2026-11-25T13:00:00Z");
    add_event(ground, "d", "2026-11-01T12:00:00Z", "2026-11-01T14:00:00Z");
    const std::vector<Month> months = trend(*find_figure("events_found"), ground.basis());
    REQUIRE(months.size() == kTrendMonths);
    CHECK(months.front().name == "2025-12");
    CHECK(months.back().name == "2026-11");
    CHECK(months.front().reading.rows == std::vector<std::string>{id("b")});
    CHECK(months.back().reading.value == 2);
    for (std::size_t i = 1; i + 1 < months.size(); ++i) CHECK(months[i].reading.value == 0);
    const std::vector<Month> times = trend(*find_figure("time_to_report"), ground.basis());
    CHECK(times.front().reading.value == 20);
    CHECK(times.back().reading.value == 90);
    CHECK_FALSE(times[5].reading.value);
    CHECK(trend(*find_figure("events_found"), ground.basis(), {.unit = id("board_b"), .person = {}}).back().reading.value == 0);
}

TEST_CASE("H6: another period is counted over the same records, and the first stays as it was") {
    Ground ground;
    add_event(ground, "a", "2026-02-10T12:00:00Z", "");
    const Basis year = ground.basis(), spring = year.within("2026-01-01", "2026-06-30"), autumn = year.within("2026-07-01", "2026-12-31");
    const Figure& found = *find_figure("events_found");
    CHECK(evaluate(found, spring).value == 1);
    CHECK(evaluate(found, autumn).value == 0);
    CHECK(evaluate(found, year).value == 1);
    CHECK(year.since == "2025-11-25");
}

TEST_CASE("F1: a figure is read as a number with its unit, of how many, and what there is nothing of as a dash") {
    Ground ground;
    const auto value = [&](const char* key) { return value_text(ground.read(key), Language::swedish); };
    const auto whole = [&](const char* key) { return whole_text(ground.read(key), Language::swedish); };
    CHECK(value("assets_due") == "2");
    CHECK(whole("assets_due").empty());
    classify(ground);
    CHECK(value("assets_classified") == "50 %");
    CHECK(whole("assets_classified") == "1 av 2");
    CHECK(whole("assets_due") == "1 av 2");
    CHECK(value("time_to_report") == "–");
    add_event(ground, "a", "2026-11-25T10:00:00Z", "2026-11-25T12:30:00Z");
    CHECK(value("time_to_report") == "2 h");
    CHECK(whole("time_to_report") == "median av 1");
    const Reading open = ground.read("events_open");
    REQUIRE(open.slices.size() == 1);
    CHECK(name_of(open.slices[0], *open.figure, Language::swedish) == phrase("figures.unknown"));
    CHECK(name_of({"serious", {}}, *open.figure, Language::swedish) == "Allvarlig");
}
