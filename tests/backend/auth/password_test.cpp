#include "auth/password.h"

#include "auth/limit.h"

#include <doctest/doctest.h>

#include <chrono>

using namespace lisa;

TEST_CASE("a new password needs twelve characters and must not be a common one or the user's name") {
    struct Case {
        std::string password;
        const char* complaint;
    };
    const Case cases[] = {
        {"elvateckenå", "problem.password_short"},
        {"tolv tecken!", ""},
        {"åäöåäöåäöåäö", ""},
        {"Lösenord1234", "problem.password_common"},
        {"PASSWORD1234", "problem.password_common"},
        {"aaaaaaaaaaaaaaaa", "problem.password_common"},
        {"Anna.Andersson", "problem.password_common"},
        {std::string(256, 'a') + "b", "problem.password_long"},
        {"trasig\xff\xfe och lång", "problem.password_long"},
        {"en lång mening som jag minns", ""},
    };
    for (const Case& row : cases) CHECK_MESSAGE(password_complaint(row.password, "anna.andersson") == row.complaint, row.password);
}

TEST_CASE("a kept password matches itself and nothing else, and never looks the same twice") {
    Passwords passwords;
    const auto one = passwords.hash("en lång mening"), two = passwords.hash("en lång mening");
    REQUIRE(one);
    CHECK(one->starts_with("$argon2id$v=19$m=65536,t=3,p=1$"));
    CHECK(*one != *two);
    CHECK(*passwords.verify("en lång mening", *one));
    CHECK_FALSE(*passwords.verify("en lång meninG", *one));
    CHECK_FALSE(*passwords.verify("", *one));
    CHECK_FALSE(*passwords.verify("en lång mening", "not a hash"));
}

TEST_CASE("an unknown user costs as much time as a wrong password") {
    Passwords passwords;
    const auto kept = passwords.hash("en lång mening");
    const auto time = [&](const std::string& against) {
        std::int64_t least = INT64_MAX;
        for (int i = 0; i < 3; ++i) {
            const auto begun = std::chrono::steady_clock::now();
            CHECK_FALSE(*passwords.verify("fel lösenord", against));
            least = std::min<std::int64_t>(least, std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begun).count());
        }
        return least;
    };
    const std::int64_t wrong = time(*kept), unknown = time("");
    CHECK(unknown > wrong / 3);
    CHECK(wrong > unknown / 3);
}

TEST_CASE("guessing is slowed down, never for longer than a minute, and a right password starts anew") {
    SignInLimit limit;
    std::int64_t now = 1'000'000;
    for (int i = 0; i < SignInLimit::kFreePair; ++i) CHECK(limit.try_now("anna", "10.0.0.1", now) == 0);
    CHECK(limit.try_now("anna", "10.0.0.1", now) == SignInLimit::kFirstDelayMs);
    CHECK(limit.try_now("bertil", "10.0.0.1", now) == 0);
    std::int64_t longest = 0;
    for (int i = 0; i < 30; ++i) {
        const std::int64_t wait = limit.try_now("anna", "10.0.0.1", now);
        longest = std::max(longest, wait);
        now += wait;
    }
    CHECK(longest == SignInLimit::kLongestDelayMs);
    now += SignInLimit::kLongestDelayMs;
    CHECK(limit.try_now("anna", "10.0.0.1", now) == 0);
    limit.succeeded("anna", "10.0.0.1", now);
    CHECK(limit.try_now("anna", "10.0.0.1", now) == 0);
}

TEST_CASE("guessing from everywhere is slowed down, but the person at their own desk is not kept away") {
    SignInLimit limit;
    std::int64_t now = 1'000'000;
    CHECK(limit.try_now("anna", "office", now) == 0);
    limit.succeeded("anna", "office", now);
    for (int i = 0; i < 300; ++i) (void)limit.try_now("anna", "bot " + std::to_string(i), now);
    CHECK(limit.try_now("anna", "bot 1000", now) > 0);
    CHECK(limit.try_now("anna", "office", now) == 0);
    for (int i = 0; i < 300; ++i) (void)limit.try_now("name " + std::to_string(i), "office", now);
    CHECK(limit.try_now("bertil", "office", now) > 0);
    CHECK(limit.try_now("anna", "office", now) == 0);
}

TEST_CASE("one address that tries many names is slowed down, and forgotten in time") {
    SignInLimit limit;
    std::int64_t now = 1'000'000;
    int free = 0;
    while (limit.try_now("name" + std::to_string(free), "10.0.0.1", now) == 0 && free < 1000) ++free;
    CHECK(free == SignInLimit::kFreeAddress);
    CHECK(limit.try_now("name", "10.0.0.9", now) == 0);
    now += SignInLimit::kForgottenAfterMs + 1;
    CHECK(limit.try_now("fresh", "10.0.0.1", now) == 0);
}
