#include "mail/queue.h"

#include <map>

#include "tests/backend/town.h"

using namespace lisa;
using namespace lisa::test;

namespace {

constexpr std::int64_t kMinute = 60'000, kDay = 24 * 60 * kMinute;

/// The queue of a database of its own; each deed is a transaction.
struct Queue : Town {
    template <class Do>
    auto act(Do deed) {
        auto work = storage->begin(now);
        REQUIRE(work);
        auto done = deed(work->database());
        REQUIRE(done);
        REQUIRE(work->commit());
        return *done;
    }
    std::int64_t add(const std::vector<Reminded>& reminders) {
        return act([&](Database& database) { return queue_mail(database, reminders, now); });
    }
    std::optional<Queued> take() {
        return act([&](Database& database) { return take_mail(database, now); });
    }
    std::string settle(const Queued& mail, Fate fate) {
        return std::string(act([&](Database& database) { return settle_mail(database, mail, fate, now); }));
    }
    std::int64_t undelivered() {
        return act([&](Database& database) { return count_undelivered(database, now); });
    }
};

Reminded reminder(std::string_view person, std::string_view record, std::int64_t step = 0) {
    return {id(person), id(record), "measure.due_on", "2026-11-26", step};
}

}  // namespace

TEST_CASE("O4 what a person is reminded of at one time is one letter, and no reminder comes twice") {
    Queue queue;
    CHECK(queue.add({reminder("anna", "a"), reminder("anna", "b"), reminder("bertil", "a"), reminder("anna", "a")}) == 2);
    CHECK(queue.add({reminder("anna", "a"), reminder("bertil", "a")}) == 0);
    CHECK(queue.add({reminder("anna", "a", 1440), reminder("bertil", "a")}) == 1);
    std::map<std::string, std::int64_t> counts;
    for (int i = 0; i < 3; ++i) {
        const auto mail = queue.take();
        REQUIRE(mail);
        REQUIRE(mail->lines.size() == 1);
        CHECK(mail->lines.front().rule == "measure.due_on");
        CHECK(mail->lines.front().due == "2026-11-26");
        counts[mail->person] += mail->lines.front().count;
    }
    CHECK(counts == std::map<std::string, std::int64_t>{{id("anna"), 3}, {id("bertil"), 1}});
    CHECK_FALSE(queue.take());
}

TEST_CASE("O4 a letter that was not taken waits three times as long each time, and is given up after the eighth") {
    Queue queue;
    queue.add({reminder("anna", "a")});
    std::int64_t waited = 0, wait = kMinute;
    for (int attempt = 1; attempt <= kMailAttempts; ++attempt, wait *= 3) {
        CAPTURE(attempt);
        const auto mail = queue.take();
        REQUIRE(mail);
        CHECK(mail->attempts == attempt);
        CHECK(queue.settle(*mail, attempt % 2 == 0 ? Fate::later : Fate::away) == (attempt < kMailAttempts ? "queued" : "failed"));
        queue.now += wait - 1;
        CHECK_FALSE(queue.take());
        queue.now += 1;
        if (attempt < kMailAttempts) waited += wait;
    }
    CHECK(waited / (60 * kMinute) == 18);
    CHECK_FALSE(queue.take());
    CHECK(queue.undelivered() == 1);
}

TEST_CASE("O4 what was accepted, refused or handed over without an answer is never tried again") {
    for (const auto& [fate, state] : std::map<Fate, std::string>{{Fate::accepted, "sent"}, {Fate::refused, "failed"}, {Fate::unclear, "unclear"}}) {
        Queue queue;
        queue.add({reminder("anna", "a")});
        CHECK(queue.settle(*queue.take(), fate) == state);
        queue.now += 30 * kDay;
        CHECK_FALSE(queue.take());
        CHECK(queue.add({reminder("anna", "a")}) == 0);
        CHECK(queue.undelivered() == 0);  // a month ago
        queue.now -= 29 * kDay;
        CHECK(queue.undelivered() == (fate == Fate::accepted ? 0 : 1));
    }
}

TEST_CASE("O4 a letter that was being sent when the server ended is not sent again, those behind it are") {
    Queue queue;
    queue.add({reminder("anna", "a"), reminder("bertil", "a")});
    const auto first = queue.take();
    REQUIRE(first);
    queue.reopen();
    CHECK(queue.act([](Database& database) { return settle_interrupted(database); }) == 1);
    CHECK(queue.act([](Database& database) { return settle_interrupted(database); }) == 0);
    const auto second = queue.take();
    REQUIRE(second);
    CHECK(second->person != first->person);
    CHECK_FALSE(queue.take());
    CHECK(queue.undelivered() == 1);
}

TEST_CASE("O4 letters and their reminders are forgotten after ninety days") {
    Queue queue;
    queue.add({reminder("anna", "a")});
    queue.now += 89 * kDay;
    queue.add({reminder("anna", "b")});
    const auto count = [&](const char* table) {
        return queue.act([&](Database& database) -> Result<std::int64_t> {
            REQUIRE(forget_mail(database, queue.now));
            Query query = TRY(database.query(std::string("SELECT count(*) FROM ") + table));
            TRY(query.step());
            return query.integer(0);
        });
    };
    CHECK(count("mail") == 2);
    CHECK(count("reminder") == 2);
    queue.now += 2 * kDay;
    CHECK(count("mail") == 1);
    CHECK(count("reminder") == 1);
}
