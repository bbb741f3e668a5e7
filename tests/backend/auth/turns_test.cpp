// How many may come without a name within an hour (H1).
#include "auth/turns.h"

#include <doctest/doctest.h>

#include "auth/neighbourhood.h"

using namespace lisa;

namespace {

constexpr Turns::Bounds kBounds{.per_address = 3, .in_all = 5, .bytes = 1000, .bytes_in_flight = 1000};

/// Takes a turn and ends it at once; how long one has to wait.
std::int64_t come(Turns& turns, const char* address, std::int64_t bytes, std::int64_t now_ms, Turns::Kept kept = Turns::Kept::all) {
    Turns::Turn turn = turns.take(address, bytes, now_ms);
    turn.keep(kept);
    return turn.wait_ms();
}

}  // namespace

TEST_CASE("H1: an address has so many turns in an hour, and others have theirs") {
    Turns turns(kBounds);
    for (int i = 0; i < 3; ++i) CHECK(come(turns, "10.0.0.1", 1, 0) == 0);
    CHECK(come(turns, "10.0.0.1", 1, 1000) == Turns::kWindowMs - 1000);
    CHECK(come(turns, "10.0.0.2", 1, 1000) == 0);
}

TEST_CASE("H1: all together have so many turns and bytes, and the next hour begins anew") {
    Turns turns(kBounds);
    const std::int64_t start = Turns::kWindowMs;
    for (const char* address : {"a", "b", "c", "d", "e"}) CHECK(come(turns, address, 1, start) == 0);
    CHECK(come(turns, "f", 1, start + 1000) == Turns::kWindowMs - 1000);
    CHECK(come(turns, "f", 1, start + Turns::kWindowMs) == 0);
    Turns heavy(kBounds);
    CHECK(come(heavy, "a", 1000, start) == 0);
    CHECK(come(heavy, "b", 1, start) > 0);
}

TEST_CASE("H1: a turn that led to nothing is given back whole; one that brought what was there gives back its count and no bytes") {
    Turns turns(kBounds);
    for (int i = 0; i < 20; ++i) CHECK(come(turns, "a", 900, 0, Turns::Kept::nothing) == 0);
    for (int i = 0; i < 5; ++i) CHECK(come(turns, "a", 100, 0, Turns::Kept::bytes) == 0);
    CHECK(come(turns, "a", 501, 0) > 0);  // 500 of 1000 bytes are taken
    for (int i = 0; i < 3; ++i) CHECK(come(turns, "a", 100, 0) == 0);
    CHECK(come(turns, "a", 1, 0) > 0);
    CHECK(come(turns, "b", 200, 0) == 0);
}

TEST_CASE("H1: what ends in the next hour takes nothing from it") {
    Turns turns(kBounds);
    {
        const Turns::Turn slow = turns.take("a", 400, 0);
        CHECK(slow.wait_ms() == 0);
        for (int i = 0; i < 3; ++i) CHECK(come(turns, "a", 200, Turns::kWindowMs) == 0);
    }
    CHECK(come(turns, "a", 1, Turns::kWindowMs) > 0);
    CHECK(come(turns, "b", 401, Turns::kWindowMs) > 0);
    CHECK(come(turns, "b", 400, Turns::kWindowMs) == 0);
}

TEST_CASE("H1: so many bytes are on their way from one address at one time, whatever hour it is, and are free again whatever came of them") {
    Turns turns({.per_address = 1000, .in_all = 1000, .bytes = 1'000'000, .bytes_in_flight = 1000});
    for (const Turns::Kept kept : {Turns::Kept::nothing, Turns::Kept::bytes, Turns::Kept::all}) {
        Turns::Turn first = turns.take("a", 600, 0), second = turns.take("a", 400, 0);
        for (Turns::Turn* turn : {&first, &second}) {
            CHECK(turn->wait_ms() == 0);
            turn->keep(kept);
        }
        CHECK(come(turns, "a", 1, 0) == Turns::kFlightMs);
        CHECK(come(turns, "a", 0, 0) == 0);
        CHECK(come(turns, "b", 1000, 0) == 0);
    }
    Turns::Turn last = turns.take("a", 1000, 0);
    CHECK(last.wait_ms() == 0);
    CHECK(come(turns, "a", 1, Turns::kWindowMs) == Turns::kFlightMs);
}

TEST_CASE("H1: all addresses of one IPv6 network are one neighbour") {
    Turns turns(kBounds);
    for (const char* address : {"2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:2:3:4:5:6"}) CHECK(come(turns, address, 1, 0) == 0);
    CHECK(come(turns, "2001:db8:1:2::77", 1, 0) > 0);
    CHECK(come(turns, "2001:db8:1:3::1", 1, 0) == 0);
    CHECK(neighbourhood("2001:db8:1:2::1") == neighbourhood("2001:0DB8:1:2:9::"));
    CHECK(neighbourhood("10.0.0.1") == "10.0.0.1");
    CHECK(neighbourhood("::ffff:10.0.0.1") != neighbourhood("::ffff:10.0.0.2"));
}
