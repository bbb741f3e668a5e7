#include "mail/post.h"

#include "auth/choices.h"
#include "core/date.h"
#include "domain/reminder.h"
#include "tests/backend/mail/mail_server.h"

using namespace lisa;
using namespace lisa::test;

namespace {

constexpr std::int64_t kHour = 3'600'000, kDay = 24 * kHour;
constexpr const char* kSecret = "Kvastskaft";  ///< stands in every text of the registers that could get into a letter

bool never() { return false; }

/// The town with addresses, a mail server, and the post between them. It is Monday 23 November 2026, 14:20 in Sweden.
struct Office : Town {
    MailServer server;
    MailSettings settings = server.settings();
    Log log{Log::Detail::nothing};
    std::unique_ptr<Post> post;

    Office() {
        for (const char* name : {"anna", "bertil", "chief", "cecilia"}) edit(kPerson, id(name), {{"email", text(std::string(name) + "@example.se")}});
        start();
    }
    /// As after a restart of the server.
    void start() {
        post.reset();
        reopen();
        post = std::make_unique<Post>(*storage, log, settings, "https://lisa.example.se/", never);
        REQUIRE(post->open(now));
    }
    void round(std::int64_t passed = 0) {
        now += passed;
        REQUIRE(post->round(now));
    }
    void measure(const char* name, std::string_view due_on, const char* owner, const char* unit = "board_a") {
        make(kMeasure, id(name), {{"name", text(std::string(kSecret) + name)}, {"unit", text(id(unit))}, {"owner", text(id(owner))}, {"due_on", text(due_on)}});
    }
    void breach(std::string_view known_at) {
        make(kBreach, id("case"),
             {{"name", text(std::string(kSecret) + " i fel brevlåda")},
              {"unit", text(id("board_a"))},
              {"responsible", text(id("anna"))},
              {"discovered_at", text(known_at)},
              {"known_at", text(known_at)}});
    }
    void choose(const char* person, std::string_view key, const char* value) {
        auto work = storage->begin(now);
        REQUIRE(keep_choice(work->database(), id(person), std::string(key), value));
        REQUIRE(work->commit());
    }
    /// What the letters to a person say, in their order.
    std::vector<std::string> letters_to(const std::string& person) const {
        std::vector<std::string> found;
        for (const Json& letter : server.letters())
            if (member(letter, "to")->front().get<std::string>() == person + "@example.se") found.push_back(*text_member(letter, "body"));
        return found;
    }
    /// Whether the last letter to the person says it.
    bool tells(const char* person, std::string_view part) const {
        const auto letters = letters_to(person);
        return !letters.empty() && letters.back().find(part) != std::string::npos;
    }
    /// How many letters came, in all and to the person.
    std::size_t count() const { return server.letters().size(); }
    std::size_t count(const char* person) const { return letters_to(person).size(); }
};

}  // namespace

TEST_CASE("O4 who answers for something is reminded by letter, once for each step, also over a restart") {
    Office office;
    office.measure("lås", "2026-11-26", "anna");
    office.measure("kort", "2026-11-26", "anna");
    office.measure("sen", "2026-11-20", "bertil", "board_b");
    office.measure("långt fram", "2027-03-01", "anna");
    office.round();
    CHECK(office.count() == 2);
    CHECK(office.tells("anna", "- Genomför åtgärd: 2 st, senast 2026-11-26, om 3 dagar\n"));
    CHECK(office.tells("anna", "https://lisa.example.se/"));
    CHECK(office.tells("bertil", "skulle vara klart 2026-11-20, för 3 dagar sedan\n"));
    for (int i = 0; i < 3; ++i) {
        office.round(11 * 60'000);
        office.start();
        office.round();
    }
    office.round(kDay);
    CHECK(office.count() == 2);
    office.round(2 * kDay);  // the day itself
    CHECK(office.count() == 3);
    CHECK(office.tells("anna", "senast i dag, 2026-11-26\n"));
    office.round(kDay);
    CHECK(office.count() == 4);
    CHECK(office.count("anna") == 3);
}

TEST_CASE("O4 what was moved to another day is reminded of anew, what was done is not") {
    Office office;
    office.measure("lås", "2026-11-24", "anna");
    office.round();
    office.edit(kMeasure, id("lås"), {{"due_on", text("2026-11-27")}});
    office.round(kDay);
    CHECK(office.count() == 2);
    CHECK(office.tells("anna", "senast 2026-11-27, om 3 dagar"));
    office.edit(kMeasure, id("lås"), {{"due_on", kCleared}});
    office.round(3 * kDay);
    CHECK(office.count() == 2);
}

TEST_CASE("O4 digests wait for the hour of a working day by the Swedish clock, in winter and in summer") {
    Office office;
    const auto at = [&](std::string_view utc) {
        office.now = kStart + minutes_between(utc_text(kStart), utc) * 60'000;
        office.start();
        office.round();
        return office.count();
    };
    office.measure("lås", "2027-03-26", "anna");  // Good Friday
    CHECK(at("2027-03-12T05:59:00Z") == 0);       // Friday 06:59
    CHECK(at("2027-03-12T06:00:00Z") == 1);       // fourteen days before
    CHECK(at("2027-03-23T06:00:00Z") == 2);       // Tuesday, three days before
    CHECK(at("2027-03-26T06:00:00Z") == 2);       // the day itself is a holiday
    CHECK(at("2027-03-29T05:00:00Z") == 2);       // Easter Monday, now in summer time
    CHECK(at("2027-03-30T04:59:00Z") == 2);       // Tuesday 06:59
    CHECK(at("2027-03-30T05:00:00Z") == 3);
    CHECK(office.tells("anna", "skulle vara klart 2027-03-26, för 4 dagar sedan"));
}

TEST_CASE("O4 D3 a clock of the law is reminded of at any hour, and by who chose to do without the rest") {
    Office office;
    office.choose("anna", kReminderChoice, std::string(kLawOnly).c_str());
    office.measure("lås", "2026-11-24", "anna");
    office.round();
    CHECK(office.server.letters().empty());
    office.breach("2026-11-23T12:00:00Z");
    office.round(kHour);
    CHECK(office.server.letters().empty());          // 72 hours are left: the digest of the next morning says so
    office.now = kStart + 39 * kHour + 40 * 60'000;  // Wednesday 25 November, 06:00 in Sweden
    office.round();
    CHECK(office.server.letters().empty());
    office.round(7 * kHour);  // 13:00, a day before the limit
    CHECK(office.count("anna") == 1);
    CHECK(office.tells("anna", "- Anmäl till IMY eller besluta att inte anmäla: 1 st, senast 2026-11-26 13:00, 24 h kvar\n"));
    CHECK_FALSE(office.tells("anna", "Genomför"));
    office.round(18 * kHour);  // Thursday 07:00
    office.round(5 * kHour);   // an hour before
    office.round(kHour);       // the limit
    office.round(2 * kDay);    // Saturday: two days late
    CHECK(office.count() == 5);
    CHECK(office.tells("anna", "tiden gick ut 2026-11-26 13:00, för 2 dygn sedan"));
    office.edit(kBreach, id("case"), {{"notified_at", text("2026-11-26T09:00:00Z")}, {"authority_reference", text("IMY-1")}, {"notice", text("complete")}});
    office.round(kDay);
    CHECK(office.count() == 5);
}

TEST_CASE("O4 a letter has nothing of the records in it, and neither has the queue") {
    Office office;
    office.measure("lås", "2026-11-24", "anna");
    office.breach("2026-11-20T10:00:00Z");
    office.make(kTask, id("task"),
                {{"name", text(std::string(kSecret) + "rond")},
                 {"unit", text(id("board_a"))},
                 {"responsible", text(id("anna"))},
                 {"recurrence", text("yearly")},
                 {"next_on", text("2026-11-23")}});
    office.round();
    REQUIRE(office.count() == 1);
    const Json letter = office.server.letters().front();
    for (const char* part : {"body", "raw"}) CHECK(text_member(letter, part)->find(kSecret) == std::string::npos);
    CHECK(dump(*member(letter, "head")).find(kSecret) == std::string::npos);
    CHECK(office.tells("anna", "Genomför åtgärd: 1 st"));
    CHECK(office.tells("anna", "Årshjulet: 1 st"));
    CHECK(office.tells("anna", "Anmäl till IMY"));
    auto view = office.storage->read();
    for (const char* sql : {"SELECT id || person || state FROM mail", "SELECT person || record || rule || due || step || mail FROM reminder"}) {
        auto query = view->database().query(sql);
        REQUIRE(query);
        while (*query->step()) CHECK(query->text(0).find(kSecret) == std::string::npos);
    }
}

TEST_CASE("O4 who may not read a record is not told that it is due, though named in it") {
    Office office;
    office.hire("elev", "", "school_a", "pupil");
    office.edit(kPerson, id("elev"), {{"email", text("elev@example.se")}});
    office.measure("lås", "2026-11-24", "elev");
    office.measure("kort", "2026-11-24", "anna");
    office.round();
    CHECK(office.count() == 1);
    CHECK(office.count("anna") == 1);
}

TEST_CASE("O4 who has left, has no address or one that no letter can bear gets none") {
    Office office;
    office.edit(kPerson, id("anna"), {{"ends_on", text("2026-11-22")}});
    office.edit(kPerson, id("bertil"), {{"email", kCleared}});
    office.edit(kPerson, id("cecilia"), {{"email", text("åsa@example.se")}});
    for (const char* owner : {"anna", "bertil", "cecilia"}) office.measure(owner, "2026-11-24", owner);
    office.round();
    CHECK(office.server.clients() == 0);
}

TEST_CASE("O4 each reads the letter in the language they chose") {
    Office office;
    office.choose("anna", "language", "en");
    office.measure("lås", "2026-11-24", "anna");
    office.measure("kort", "2026-11-24", "bertil", "board_b");
    office.round();
    CHECK(office.tells("anna", "This waits for you in Lisa:"));
    CHECK(office.tells("bertil", "Det här väntar på dig i Lisa:"));
}

TEST_CASE("O4 what the server refuses for now comes later, once; what it refuses for good does not") {
    for (const bool is_for_good : {false, true}) {
        Office office;
        office.measure("lås", "2026-11-24", "anna");
        office.server.behave(is_for_good ? "no_reader" : "no_reader_now");
        office.round();
        CHECK(office.server.letters().empty());
        office.server.behave("take");
        office.round(30'000);
        CHECK(office.server.letters().empty());
        office.round(30'000);
        CHECK(office.count() == (is_for_good ? 0u : 1u));
        office.round(kHour);
        CHECK(office.count() == (is_for_good ? 0u : 1u));
    }
}

TEST_CASE("O4 a letter whose connection broke before the answer is not sent again; its next step is") {
    Office office;
    office.measure("lås", "2026-11-26", "anna");
    office.server.behave("drop");
    office.round();
    CHECK(office.count() == 1);  // it came, and Lisa does not know
    office.server.behave("take");
    office.start();
    office.round(kHour);
    office.round(kDay);
    CHECK(office.count() == 1);
    office.round(2 * kDay);
    CHECK(office.count() == 2);
}

TEST_CASE("O4 while the mail server is away one letter in a round tries it, and all come when it is back") {
    Office office;
    office.measure("lås", "2026-11-24", "anna");
    office.measure("kort", "2026-11-24", "bertil", "board_b");
    office.measure("larm", "2026-11-24", "chief", "kommun");
    office.server.behave("no_greeting");
    office.round();
    office.round(30'000);
    CHECK(office.server.clients() == 2);
    office.server.behave("take");
    office.round(3 * 60'000);
    CHECK(office.count() == 3);
}

TEST_CASE("O4 a kill between the server's answer and our own note sends nothing twice") {
    Office office;
    office.measure("lås", "2026-11-24", "anna");
    {
        // What the post does until the moment of the kill: taken, handed over, and not noted.
        REQUIRE(queue_reminders(*office.storage, 7, office.now));
        auto work = office.storage->begin(office.now);
        const auto mail = take_mail(work->database(), office.now);
        REQUIRE((mail && *mail));
        REQUIRE(work->commit());
        const Digest digest = digest_of((*mail)->lines, "https://lisa.example.se/", utc_text(office.now), Language::swedish);
        CHECK(Smtp(office.settings, "lisa.example.se", never).send({(*mail)->id, "anna@example.se", digest.subject, digest.body}, office.now).fate ==
              Fate::accepted);
    }
    office.start();
    office.round();
    office.round(kHour);
    CHECK(office.count() == 1);
}
