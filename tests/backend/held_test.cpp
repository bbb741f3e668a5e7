#include "held.h"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>
#include <vector>

using namespace lisa;

namespace {

using Numbers = Held<int>;

/// A maker that counts how often it was asked.
struct Maker {
    std::atomic<int> asked = 0;
    auto of(int value, std::int64_t stamp, std::size_t bytes = 4) {
        return [this, value, stamp, bytes]() -> Result<Numbers::Made> {
            ++asked;
            return Numbers::Made{std::make_shared<int>(value), stamp, bytes};
        };
    }
};

}  // namespace

TEST_CASE("a value is held for its stamp and for a second, no longer") {
    Numbers held;
    Maker maker;
    CHECK(**held.get("a", 7, 1000, maker.of(1, 7)) == 1);
    CHECK(**held.get("a", 7, 1999, maker.of(2, 7)) == 1);
    CHECK(**held.get("b", 7, 1999, maker.of(3, 7)) == 3);
    CHECK(**held.get("a", 8, 1999, maker.of(4, 8)) == 4);  // something changed
    CHECK(**held.get("a", 8, 2999, maker.of(5, 8)) == 5);  // a second passed
    CHECK(**held.get("a", 8, 2000, maker.of(6, 8)) == 6);  // the clock was set back
    CHECK(maker.asked == 5);
}

TEST_CASE("what was read after a newer change is not given to who asks for an older, nor what nobody else may have") {
    Numbers held;
    Maker maker;
    CHECK(**held.get("a", 7, 1000, maker.of(1, 8)) == 1);
    CHECK(**held.get("a", 7, 1000, maker.of(2, 7)) == 2);
    CHECK(**held.get("b", 7, 1000, maker.of(3, -1)) == 3);
    CHECK(**held.get("b", 7, 1000, maker.of(4, 7)) == 4);
}

TEST_CASE("nothing and failures are not held") {
    Numbers held;
    Maker maker;
    CHECK(*held.get("a", 7, 1000, [] { return Result<Numbers::Made>(Numbers::Made{nullptr, 7, 0}); }) == nullptr);
    CHECK_FALSE(held.get("a", 7, 1000, [] { return Result<Numbers::Made>(fault(Fault::missing, "", "problem.missing")); }));
    CHECK(**held.get("a", 7, 1000, maker.of(1, 7)) == 1);
}

TEST_CASE("what is held stays below a bound") {
    Numbers held;
    Maker maker;
    const std::size_t third = Numbers::kMostBytes / 3 + 1;
    for (const char* key : {"a", "b", "c"}) CHECK(held.get(key, 7, 1000, maker.of(1, 7, third)));
    CHECK(**held.get("a", 7, 1000, maker.of(2, 7)) == 2);
}

TEST_CASE("many who ask for the same at once have it made once") {
    Numbers held;
    Maker maker;
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i) threads.emplace_back([&] { (void)held.get("a", 7, 1000, maker.of(1, 7)); });
    for (std::thread& thread : threads) thread.join();
    CHECK(maker.asked == 1);
}
