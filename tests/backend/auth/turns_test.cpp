// How many may come without a name within an hour (H1).
#include "auth/turns.h"

#include <doctest/doctest.h>

using namespace lisa;

namespace {
constexpr Turns::Bounds kBounds{.per_address = 3, .in_all = 5, .bytes = 1000};
}

TEST_CASE("H1: an address has so many turns in an hour, and others have theirs") {
    Turns turns(kBounds);
    for (int i = 0; i < 3; ++i) CHECK(turns.take("10.0.0.1", 1, 0) == 0);
    CHECK(turns.take("10.0.0.1", 1, 1000) == Turns::kWindowMs - 1000);
    CHECK(turns.take("10.0.0.2", 1, 1000) == 0);
}

TEST_CASE("H1: all together have so many turns and bytes, and the next hour begins anew") {
    Turns turns(kBounds);
    const std::int64_t start = Turns::kWindowMs;
    for (const char* address : {"a", "b", "c", "d", "e"}) CHECK(turns.take(address, 1, start) == 0);
    CHECK(turns.take("f", 1, start + 1000) == Turns::kWindowMs - 1000);
    CHECK(turns.take("f", 1, start + Turns::kWindowMs) == 0);
    Turns heavy(kBounds);
    CHECK(heavy.take("a", 1000, start) == 0);
    CHECK(heavy.take("b", 1, start) > 0);
}

TEST_CASE("H1: a turn that led to nothing new is given back, once") {
    Turns turns(kBounds);
    for (int i = 0; i < 3; ++i) CHECK(turns.take("a", 300, 0) == 0);
    CHECK(turns.take("a", 1, 0) > 0);
    turns.give_back("a", 300);
    CHECK(turns.take("a", 300, 0) == 0);
    for (int i = 0; i < 10; ++i) turns.give_back("nobody", 300);
    CHECK(turns.take("b", 200, 0) > 0);  // 900 of 1000 bytes are taken
}

TEST_CASE("H1: all addresses of one IPv6 network are one neighbour") {
    Turns turns(kBounds);
    for (const char* address : {"2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:2:3:4:5:6"}) CHECK(turns.take(address, 1, 0) == 0);
    CHECK(turns.take("2001:db8:1:2::77", 1, 0) > 0);
    CHECK(turns.take("2001:db8:1:3::1", 1, 0) == 0);
}
