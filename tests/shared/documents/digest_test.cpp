#include "documents/digest.h"

#include <doctest/doctest.h>

#include "domain/due.h"
#include "i18n/catalog_words.h"

using namespace lisa;

namespace {
constexpr std::string_view kHere = "https://lisa.example.se/";
constexpr std::string_view kMorning = "2026-11-23T06:00:00Z";
}  // namespace

TEST_CASE("O4 a letter says kind, number, day and time left, and leads to Lisa") {
    const DigestLine lines[] = {{"asset.review_on", "2026-11-15", 1}, {"breach.notify_by", "2026-11-23T05:00:00Z", 1},
                                {"task.next_on", "2026-11-23", 2},    {"breach.notify_by", "2026-11-23T12:00:00Z", 1},
                                {"measure.due_on", "2026-11-26", 3},  {"measure.due_on", "2026-11-24", 1}};
    const Digest digest = digest_of(lines, kHere, kMorning, Language::swedish);
    CHECK(digest.subject == "Lisa: 9 saker att göra, 2 försenade");
    CHECK(digest.body ==
          "Det här väntar på dig i Lisa:\n\n"
          "- Klassa om: 1 st, skulle vara klart 2026-11-15, för 8 dagar sedan\n"
          "- Anmäl till IMY eller besluta att inte anmäla: 1 st, tiden gick ut 2026-11-23 06:00, för 1 h sedan\n"
          "- Årshjulet: 2 st, senast i dag, 2026-11-23\n"
          "- Anmäl till IMY eller besluta att inte anmäla: 1 st, senast 2026-11-23 13:00, 6 h kvar\n"
          "- Genomför åtgärd: 3 st, senast 2026-11-26, om 3 dagar\n"
          "- Genomför åtgärd: 1 st, senast 2026-11-24, om 1 dag\n\n"
          "Öppna Lisa: https://lisa.example.se/\n\n"
          "Vad det gäller står bara i Lisa, eftersom ett mejl kan läsas av andra.\n\n"
          "Under Anpassa i Lisa väljer du vilka påminnelser du vill ha. De tider som lagen sätter för anmälan till en myndighet kommer alltid.\n");
}

TEST_CASE("O4 one thing is said in the singular, in the person's own language") {
    const DigestLine line[] = {{"task.next_on", "2026-11-24", 1}};
    CHECK(digest_of(line, kHere, kMorning, Language::swedish).subject == "Lisa: 1 sak att göra");
    const Digest english = digest_of(line, kHere, kMorning, Language::english);
    CHECK(english.subject == "Lisa: 1 thing to do");
    CHECK(english.body.find("The year wheel") == std::string::npos);
    CHECK(english.body.find(std::string(say(Language::english, "due.task.next_on")) + ": 1, no later than 2026-11-24, in 1 day\n") != std::string::npos);
}

TEST_CASE("O4 what is due at a change of summer time is said on the Swedish clock of its moment") {
    const DigestLine line[] = {{"notification.warn_by", "2027-03-28T01:30:00Z", 1}};
    CHECK(digest_of(line, kHere, "2027-03-27T01:30:00Z", Language::swedish).body.find("senast 2027-03-28 03:30, 24 h kvar") != std::string::npos);
}
