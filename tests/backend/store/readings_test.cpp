#include "store/readings.h"

#include "core/date.h"
#include "core/json.h"
#include "tests/backend/town.h"

using namespace lisa;
using namespace lisa::test;

namespace {

constexpr std::int64_t kHour = 3'600'000, kDay = 24 * kHour;

/// A town with an event, which is sensitive, and the assets, which are not.
struct Read : Town {
    Read() { make(kEvent, id("event"), {{"name", text("Borta")}, {"unit", text(id("school_a"))}, {"discovered_at", text("2026-11-23T10:00:00Z")}}); }
    std::int64_t note(const char* person, const std::vector<Opened>& readings) {
        auto work = storage->begin(now);
        REQUIRE(work);
        const auto made = note_readings(work->database(), kCatalog, id(person), readings, now);
        REQUIRE_MESSAGE(made, test::outcome(made));
        REQUIRE(work->commit());
        return *made;
    }
    Opened reading(std::int64_t at, const char* record = "event") { return {"event", id(record), utc_text(at)}; }
    std::string kept() {
        auto view = storage->read();
        auto query = view->database().query("SELECT at FROM reading ORDER BY number");
        std::string line;
        while (*query->step()) line += query->text(0) + " ";
        return line;
    }
};

}  // namespace

TEST_CASE("F5 a reading is noted once an hour for each person and record") {
    Read town;
    CHECK(town.note("anna", {town.reading(town.now), town.reading(town.now)}) == 1);
    CHECK(town.note("anna", {town.reading(town.now)}) == 0);
    CHECK(town.note("bertil", {town.reading(town.now)}) == 1);
    town.now += kHour;
    CHECK(town.note("anna", {town.reading(town.now)}) == 1);
    CHECK(town.kept() == "2026-11-23T13:20:00Z 2026-11-23T13:20:00Z 2026-11-23T14:20:00Z ");
}

TEST_CASE("F5 what came late is noted at its own moment, and no moment lies ahead of the server's clock") {
    Read town;
    CHECK(town.note("anna", {town.reading(town.now - 3 * kDay), town.reading(town.now + 9 * kDay)}) == 2);
    CHECK(town.kept() == "2026-11-20T13:20:00Z 2026-11-23T13:20:00Z ");
    CHECK(town.note("anna", {town.reading(town.now - 31 * kDay)}) == 0);
}

TEST_CASE("F5 nothing is noted of what is not there, is not sensitive or makes no sense") {
    Read town;
    const std::string at = utc_text(town.now);
    CHECK(town.note("anna", {{"event", id("ghost"), at},
                             {"asset", id("grades"), at},
                             {"journal", id("event"), at},
                             {"event", id("event"), "nyss"},
                             {"event", "' OR 1=1 --", at}}) == 0);
    CHECK(town.kept().empty());
}

TEST_CASE("F5 what no device may keep is sensitive, and so is what hangs on a record") {
    for (const Entity* entity : kCatalog) CHECK(is_reading_noted(*entity) == (!entity->kept_on_device || hangs(*entity)));
    for (const Entity* entity : {&kEvent, &kBreach, &kPrivacyRequest, &kRisk, &kAttachment}) CHECK(is_reading_noted(*entity));
    CHECK_FALSE(is_reading_noted(kAsset));
}

TEST_CASE("F5 nobody fills the log, and after two years it is forgotten") {
    Read town;
    {
        auto work = town.storage->begin(town.now);
        for (int i = 0; i < kReadingsADay - 1; ++i)
            REQUIRE(work->database().run("INSERT INTO reading(person, entity, record, hour, at) VALUES(?, 'event', ?, ?, ?)", id("anna"), std::to_string(i),
                                         std::string("2026-11-23T13"), utc_text(town.now)));
        REQUIRE(work->commit());
    }
    town.now += kHour;
    CHECK(town.note("anna", {town.reading(town.now), town.reading(town.now - 3 * kHour)}) == 1);
    CHECK(town.note("bertil", {town.reading(town.now)}) == 1);
    town.now += kReadingKeptMs;
    auto work = town.storage->begin(town.now);
    REQUIRE(sweep_readings(work->database(), town.now));
    REQUIRE(work->commit());
    CHECK(town.kept() == utc_text(town.now - kReadingKeptMs) + " " + utc_text(town.now - kReadingKeptMs) + " ");
}

TEST_CASE("F5 readings come and go as JSON, and no more of them than the limit") {
    const std::vector<Opened> some{{"event", id("event"), "2026-11-23T13:20:00Z"}};
    CHECK(*readings_from_json(readings_to_json(some)) == some);
    for (const char* wrong : {"{}", R"({"reads":7})", R"({"reads":[7]})", R"({"reads":[{"e":"event","id":"x"}]})"})
        CHECK_FALSE(readings_from_json(Json::parse(wrong)));
    CHECK(readings_from_json(readings_to_json(std::vector<Opened>(kReadingsLimit, some.front()))));
    CHECK_FALSE(readings_from_json(readings_to_json(std::vector<Opened>(kReadingsLimit + 1, some.front()))));
}
