#include "domain/objective.h"

#include <doctest/doctest.h>

#include <map>
#include <string>

using namespace lisa;

namespace {

constexpr const char* kToday = "2026-11-25";
using Keys = std::vector<std::string>;
using Values = std::map<std::string, Value>;

Value text(const char* words) { return std::string(words); }
Value number(std::int64_t value) { return value; }

/// Nine of ten who did the training, decided, to be reached next summer.
Record training(const Values& more = {}) {
    Record record{kObjective};
    Values values{{"name", text("Utbildade")}, {"status", text("decided")}, {"direction", text("more")},         {"baseline", number(40)},
                  {"target", number(90)},      {"current", number(65)},     {"measured_on", text("2026-10-01")}, {"due_on", text("2027-06-30")}};
    for (const auto& [name, value] : more) values[name] = value;
    for (const auto& [name, value] : values) record.values[position(kObjective, name)] = value;
    return record;
}

Standing standing(const Values& more) { return standing_of(training(more), kToday); }
Keys gaps(const Values& more) { return objective_gaps(training(more), kToday); }

}  // namespace

TEST_CASE("S3 an objective where more is better is reached at the target and above it, and not a step below") {
    CHECK(standing({}) == Standing::on_the_way);
    CHECK(standing({{"current", number(89)}}) == Standing::on_the_way);
    CHECK(standing({{"current", number(90)}}) == Standing::reached);
    CHECK(standing({{"current", number(100)}}) == Standing::reached);
}

TEST_CASE("S3 an objective where less is better is reached at the target and below it, zero too") {
    const auto fewer = [](std::int64_t target, std::int64_t current) {
        return standing({{"direction", text("less")}, {"target", number(target)}, {"current", number(current)}});
    };
    CHECK(fewer(5, 6) == Standing::on_the_way);
    CHECK(fewer(5, 5) == Standing::reached);
    CHECK(fewer(0, 0) == Standing::reached);
    CHECK(fewer(0, 1) == Standing::on_the_way);
}

TEST_CASE("S3 an objective is missed the day after its last, unless it was reached") {
    CHECK(standing({{"due_on", text(kToday)}}) == Standing::on_the_way);
    CHECK(standing({{"due_on", text("2026-11-24")}}) == Standing::missed);
    CHECK(standing({{"due_on", text("2026-11-24")}, {"current", Value{}}}) == Standing::missed);
    CHECK(standing({{"due_on", text("2026-11-24")}, {"current", number(91)}}) == Standing::reached);
    CHECK(standing({{"due_on", Value{}}}) == Standing::on_the_way);
}

TEST_CASE("S3 without a target or a direction nothing can be measured, and without a measurement nothing is said of it") {
    CHECK(standing({{"target", Value{}}}) == Standing::unmeasurable);
    CHECK(standing({{"direction", Value{}}}) == Standing::unmeasurable);
    CHECK(standing({{"current", Value{}}}) == Standing::unmeasured);
    CHECK(standing_of(Record{kObjective}, kToday) == Standing::unmeasurable);
}

TEST_CASE("S3 progress is the part of the way from baseline to target, by hand") {
    CHECK(progress_of(training()) == 50);                          // 25 of 50
    CHECK(progress_of(training({{"current", number(30)}})) == 0);  // worse than at the start
    CHECK(progress_of(training({{"current", number(95)}})) == 100);
    const Values fewer{{"direction", text("less")}, {"baseline", number(20)}, {"target", number(5)}, {"current", number(16)}};
    CHECK(progress_of(training(fewer)) == 26);  // 4 of 15
    CHECK(progress_of(training({{"baseline", number(90)}})) == std::nullopt);
    CHECK(progress_of(training({{"baseline", number(95)}})) == std::nullopt);
    for (const char* field : {"baseline", "target", "current", "direction"}) CHECK(progress_of(training({{field, Value{}}})) == std::nullopt);
}

TEST_CASE("S3 what does not hold together in an objective is said, and nothing when all is well") {
    CHECK(gaps({}).empty());
    CHECK(gaps({{"target", Value{}}}) == Keys{"check.objective.no_target"});
    CHECK(gaps({{"current", number(90)}}) == Keys{"check.objective.reached"});
    CHECK(gaps({{"due_on", text("2026-11-24")}}) == Keys{"check.objective.missed"});
    CHECK(gaps({{"current", Value{}}}) == Keys{"check.objective.unmeasured"});
    CHECK(gaps({{"measured_on", text("2025-11-25")}}).empty());
    CHECK(gaps({{"measured_on", text("2025-11-24")}}) == Keys{"check.objective.stale"});
    CHECK(gaps({{"measured_on", Value{}}}) == Keys{"check.objective.stale"});
    CHECK(gaps({{"status", text("reached")}}) == Keys{"check.objective.not_reached"});
    CHECK(gaps({{"status", text("reached")}, {"current", number(90)}}).empty());
    CHECK(gaps({{"status", text("proposed")}, {"current", Value{}}}).empty());
    CHECK(gaps({{"status", text("dropped")}, {"target", Value{}}}).empty());
}
