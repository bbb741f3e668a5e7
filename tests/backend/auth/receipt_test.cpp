// The codes of open reports (H1).
#include "auth/receipt.h"

#include <doctest/doctest.h>

#include <set>

using namespace lisa;

TEST_CASE("H1: a code has twelve characters that do not look alike, the same for the same key, another for every other") {
    std::set<std::string> codes;
    for (int i = 0; i < 200; ++i) {
        const std::string code = receipt_code("secret", std::to_string(i));
        REQUIRE(code.size() == 14);
        CHECK(code[4] == '-');
        CHECK(code[9] == '-');
        CHECK(code.find_first_of("ILOUilou") == std::string::npos);
        CHECK(code == receipt_code("secret", std::to_string(i)));
        codes.insert(code);
    }
    CHECK(codes.size() == 200);
    CHECK(receipt_code("secret", "1") != receipt_code("another", "1"));
}

TEST_CASE("H1: a code is known however people write it, and what is kept is neither the code nor made without the secret") {
    const std::string kept = kept_code("secret", "0123-4567-89AB");
    CHECK(kept.size() == 32);
    for (const char* typed : {"0123456789ab", "0123 4567 89ab", " O123-4567-89AB ", "oi23-4567-89ab", "ol23456789AB"})
        CHECK_MESSAGE(kept_code("secret", typed) == kept, typed);
    CHECK(kept.find("0123") == std::string::npos);
    CHECK(kept_code("another", "0123-4567-89AB") != kept);
    CHECK(kept_code("secret", "0123-4567-89AC") != kept);
    for (const char* typed : {"", "0123", "0123-4567-89ABC", "0123-4567-89AU", "0123-4567-89A!", "' OR 1=1 --xx"})
        CHECK_MESSAGE(kept_code("secret", typed).empty(), typed);
}
