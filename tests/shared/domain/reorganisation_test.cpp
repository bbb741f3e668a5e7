#include "domain/reorganisation.h"

#include <doctest/doctest.h>

using namespace lisa;

using Found = std::vector<Reorganisation>;

TEST_CASE("O1 a row of the journal says what was founded, renamed, moved, merged and ended") {
    CHECK(reorganisations_of("create", {{"name", {"", "Skolan"}}, {"parent", {"", "board"}}}) == Found{{"founded", "", "Skolan"}});
    CHECK(reorganisations_of("update", {{"name", {"Skolan", "Nya skolan"}}}) == Found{{"renamed", "Skolan", "Nya skolan"}});
    CHECK(reorganisations_of("update", {{"parent", {"a", "b"}}}) == Found{{"moved", "a", "b"}});
    CHECK(reorganisations_of("update", {{"ends_on", {"", "2026-06-30"}}, {"successor", {"", "heir"}}}) ==
          Found{{"merged", "", "heir"}, {"ended", "", "2026-06-30"}});
    CHECK(reorganisations_of("remove", {}) == Found{{"removed", "", ""}});
    CHECK(reorganisations_of("restore", {}) == Found{{"restored", "", ""}});
}

TEST_CASE("O1 what is no reorganisation is passed over: a telephone number, an end that was taken back") {
    CHECK(reorganisations_of("update", {{"phone", {"", "1"}}}).empty());
    CHECK(reorganisations_of("update", {{"ends_on", {"2026-06-30", ""}}, {"successor", {"heir", ""}}}).empty());
    CHECK(reorganisations_of("update", {{"parent", {"a", ""}}}) == Found{{"moved", "a", ""}});
    CHECK(reorganisations_of("create", {}) == Found{{"founded", "", ""}});
}
