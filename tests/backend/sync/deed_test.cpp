// Deeds on the server: all of them is in the journal, or nothing.
#include "sync/deed.h"

#include "core/json.h"
#include "tests/backend/town.h"

using namespace lisa;
using namespace lisa::test;

namespace {

const std::string kDeed = id("deed");

struct DeedTown : Town {
    Change asset(const std::string& name, const char* unit = "school_a", const char* person = "anna") {
        return draft(Verb::create, kAsset, id(name), {{"name", text(name)}, {"kind", text("process")}, {"unit", text(id(unit))}}, browser_of(person));
    }
    Result<Pushed> send(const std::vector<Change>& changes, std::int64_t part = 0, std::int64_t of = 1, const char* person = "anna",
                        const std::string& deed = kDeed) {
        return lisa::push(*storage, id(person), push_to_json(changes, DeedPart{deed, part, of}), now);
    }
    std::vector<Answer> answers(const std::vector<Change>& changes, std::int64_t part = 0, std::int64_t of = 1, const char* person = "anna") {
        auto pushed = send(changes, part, of, person);
        REQUIRE_MESSAGE(pushed, test::outcome(pushed));
        return pushed->answers;
    }
    bool has(const std::string& name) {
        auto view = storage->read();
        REQUIRE(view);
        return static_cast<bool>(view->store().load(kAsset, id(name)));
    }
    std::int64_t waiting() {
        auto view = storage->read();
        REQUIRE(view);
        auto query = view->database().query("SELECT count(*) FROM deed_part");
        REQUIRE(query);
        REQUIRE(query->step());
        return query->integer(0);
    }
};

std::string message(const Answer& answer) { return answer.error ? answer.error->problems.front().message : "ok"; }

}  // namespace

TEST_CASE("a deed with one refusal alters nothing, names every fault, and says of the others that they are held back") {
    DeedTown town;
    const std::int64_t before = town.last();
    const auto pushed = town.send({town.asset("one"), town.asset("two", "school_b"), town.asset("three"), town.asset("four", "board_b")});
    REQUIRE(pushed);
    REQUIRE(pushed->answers.size() == 4);
    CHECK(message(pushed->answers[0]) == kHeldBack);
    CHECK(message(pushed->answers[1]) == "problem.place");
    CHECK(message(pushed->answers[2]) == kHeldBack);
    CHECK(message(pushed->answers[3]) == "problem.place");
    CHECK(pushed->seq == 0);
    CHECK(town.last() == before);
    CHECK_FALSE(town.has("one"));
    CHECK(town.waiting() == 0);
}

TEST_CASE("a deed without fault is taken in whole, in its order, each change with a journal number of its own") {
    DeedTown town;
    const std::int64_t before = town.last();
    Change part = town.asset("part");
    part.patch["part_of"] = text(id("whole"));
    const auto answers = town.answers({town.asset("whole"), part});
    REQUIRE(answers.size() == 2);
    CHECK(answers[0].rev == before + 1);
    CHECK(answers[1].rev == before + 2);
    CHECK(town.load(kAsset, id("part")).text("part_of") == id("whole"));
}

TEST_CASE("after a refused deed the same changes, mended, are taken in, with the same ids where nothing was wrong") {
    DeedTown town;
    const Change good = town.asset("one"), bad = town.asset("two", "school_b");
    CHECK(message(town.answers({good, bad})[0]) == kHeldBack);
    Change mended = town.asset("two");
    const auto answers = town.answers({good, mended});
    CHECK(message(answers[0]) == "ok");
    CHECK(message(answers[1]) == "ok");
    CHECK(town.has("two"));
}

TEST_CASE("a deed in parts is kept aside until the last is here, in whatever order they come, and is answered once for all") {
    DeedTown town;
    const std::vector<Change> first{town.asset("1"), town.asset("2")}, second{town.asset("3")}, third{town.asset("4"), town.asset("5")};
    CHECK(town.answers(third, 2, 3).empty());
    CHECK(town.answers(first, 0, 3).empty());
    CHECK(town.answers(first, 0, 3).empty());  // again, since its answer was lost
    CHECK(town.waiting() == 2);
    CHECK_FALSE(town.has("1"));
    const auto answers = town.answers(second, 1, 3);
    REQUIRE(answers.size() == 5);
    for (int i = 0; i < 5; ++i) {
        CHECK(answers[static_cast<std::size_t>(i)].id == (std::vector{first[0], first[1], second[0], third[0], third[1]})[static_cast<std::size_t>(i)].id);
        CHECK(town.has(std::to_string(i + 1)));
    }
    CHECK(town.waiting() == 0);

    // The answer was lost: the client sends all of it again and gets the same numbers.
    const std::int64_t last = town.last();
    CHECK(town.answers(first, 0, 3).empty());
    CHECK(town.answers(second, 1, 3).empty());
    const auto again = town.answers(third, 2, 3);
    REQUIRE(again.size() == 5);
    for (std::size_t i = 0; i < 5; ++i) CHECK(again[i].rev == answers[i].rev);
    CHECK(town.last() == last);
}

TEST_CASE("one fault in the last part takes back what the first parts did") {
    DeedTown town;
    const std::int64_t before = town.last();
    CHECK(town.answers({town.asset("1")}, 0, 2).empty());
    const auto answers = town.answers({town.asset("2", "school_b")}, 1, 2);
    REQUIRE(answers.size() == 2);
    CHECK(message(answers[0]) == kHeldBack);
    CHECK(town.last() == before);
}

TEST_CASE("parts are their sender's own: nobody else completes them, sees them or replaces them") {
    DeedTown town;
    CHECK(town.answers({town.asset("of anna")}, 0, 2).empty());
    CHECK(town.answers({town.asset("of bertil", "school_b", "bertil")}, 1, 2, "bertil").empty());
    CHECK_FALSE(town.has("of anna"));
    CHECK_FALSE(town.has("of bertil"));
    CHECK(town.waiting() == 2);
}

TEST_CASE("parts of an attempt that was cut another way, or that waited too long, are forgotten") {
    DeedTown town;
    CHECK(town.answers({town.asset("1")}, 0, 3).empty());
    CHECK(town.answers({town.asset("2")}, 0, 2).empty());
    CHECK(town.waiting() == 1);
    town.now += kDeedPatienceMs + 1;
    CHECK(town.answers({town.asset("3")}, 1, 2).empty());  // the first part is gone, so that this is not the whole
    CHECK(town.waiting() == 1);
    CHECK_FALSE(town.has("2"));
}

TEST_CASE("nobody can fill the disk with parts") {
    DeedTown town;
    std::vector<Change> large;
    for (int i = 0; i < 20; ++i) {
        Change change = town.asset("large " + std::to_string(i));
        change.patch["description"] = text(std::string(50'000, 'x'));
        large.push_back(change);
    }
    std::int64_t taken = 0;
    std::string refusal;
    for (std::int64_t i = 0; i < 100 && refusal.empty(); ++i) {
        const auto pushed = town.send(large, 0, 2, "anna", id("deed " + std::to_string(i)));
        if (pushed) ++taken;
        else refusal = outcome(pushed);
    }
    CHECK(refusal == "invalid =problem.too_many");
    CHECK(town.waiting() == taken);
    CHECK(taken * 1'000'000 <= kMostBytesWaiting);
    CHECK(message(town.answers({town.asset("small", "school_b", "bertil")}, 0, 1, "bertil")[0]) == "ok");  // others are not hindered
}

TEST_CASE("a deed of a thousand rows is one step for everybody else") {
    DeedTown town;
    std::vector<Change> rows;
    for (int i = 0; i < 1000; ++i) rows.push_back(town.asset("row " + std::to_string(i)));
    const auto parts = parts_of(rows);
    REQUIRE(parts.size() == 5);
    const std::int64_t before = town.last();
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
        CHECK(town.answers(parts[i], static_cast<std::int64_t>(i), 5).empty());
        CHECK(town.last() == before);
    }
    CHECK(town.answers(parts.back(), 4, 5).size() == 1000);
    CHECK(town.last() == before + 1000);
}
