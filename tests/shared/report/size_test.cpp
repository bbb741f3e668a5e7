#include "report/size.h"

#include <doctest/doctest.h>

using namespace lisa;

TEST_CASE("the size of a file is said in the unit that fits, in both languages") {
    const auto swedish = [](std::int64_t bytes) { return size_text(bytes, Language::swedish); };
    CHECK(swedish(0) == "0 byte");
    CHECK(swedish(1023) == "1023 byte");
    CHECK(swedish(1024) == "1 kB");
    CHECK(swedish(12'800) == "13 kB");
    CHECK(swedish(10 << 20) == "10 MB");
    CHECK(swedish(3'565'158) == "3,4 MB");
    CHECK(size_text(3'565'158, Language::english) == "3.4 MB");
    CHECK(size_text(1, Language::english) == "1 byte");
    CHECK(size_text(2, Language::english) == "2 bytes");
}
