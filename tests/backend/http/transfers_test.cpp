#include "http/transfers.h"

#include <doctest/doctest.h>

using namespace lisa;

namespace {

constexpr std::int64_t kDayMs = 86'400'000, kNow = 20'000 * kDayMs;

}  // namespace

TEST_CASE("H1 two files are under way for one person, and others go on as before") {
    Transfers transfers;
    auto first = transfers.begin("anna", 1, kNow);
    const auto second = transfers.begin("anna", 1, kNow);
    CHECK(first.held);
    CHECK(second.held);
    const auto third = transfers.begin("anna", 1, kNow);
    CHECK_FALSE(third.held);
    CHECK(third.refused == "problem.files_at_once");
    CHECK(transfers.begin("bertil", 1, kNow).held);
    first.held.reset();
    CHECK(transfers.begin("anna", 1, kNow).held);
}

TEST_CASE("H1 a person has so many bytes a day, both ways; the next day begins anew, and what was refused counts for nothing") {
    Transfers transfers;
    CHECK(transfers.begin("anna", Transfers::kDailyBytes - 10, kNow).held);
    CHECK(transfers.begin("anna", 11, kNow).refused == "problem.files_today");
    CHECK(transfers.begin("anna", 10, kNow + kDayMs - 1).held);
    CHECK(transfers.begin("anna", 1, kNow + kDayMs - 1).refused == "problem.files_today");
    CHECK(transfers.begin("bertil", 1, kNow).held);
    CHECK(transfers.begin("anna", 1, kNow + kDayMs).held);
}
