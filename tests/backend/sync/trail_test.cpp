#include "sync/trail.h"

#include "core/date.h"
#include "core/json.h"
#include "store/readings.h"
#include "tests/backend/town.h"

using namespace lisa;
using namespace lisa::test;

namespace {

constexpr std::int64_t kDay = 86'400'000;

/// Two events, one in each board, and people who read trails.
struct Trail : Town {
    Trail() {
        hire("auditor", "auditor", "kommun");
        hire("officer", "privacy_officer", "board_a");
        hire("manager", "manager", "school_a");
        for (const auto& [record, unit] : {std::pair{"event a", "school_a"}, {"event b", "school_b"}})
            make(kEvent, id(record), {{"name", text(record)}, {"unit", text(id(unit))}, {"discovered_at", text("2026-11-23T10:00:00Z")}});
        now += kDay;
        REQUIRE(outcome("chief", draft(Verb::update, kEvent, id("event a"), {{"name", text("Händelse a")}})) == "ok");
        auto work = storage->begin(now);
        for (const char* record : {"event a", "event b"})
            REQUIRE(note_readings(work->database(), kCatalog, id("manager"), {{"event", id(record), utc_text(now)}}, now));
        REQUIRE(work->commit());
    }
    Result<Json> ask(const char* person, const TrailQuery& query) {
        auto view = storage->read();
        return trail(view->store(), *actor_of(view->store(), id(person), now), query);
    }
    /// "anna read Borta", one after the other.
    std::string told(const char* person, const TrailQuery& query) {
        const auto answer = ask(person, query);
        if (!answer) return test::outcome(answer);
        std::string line;
        for (const Json& row : (*answer)["rows"])
            line +=
                (line.empty() ? "" : ", ") + row["actor"]["name"].get<std::string>() + " " + row.value("verb", "read") + " " + row["title"].get<std::string>();
        return line;
    }
};

const TrailQuery kReads{.kind = TrailQuery::Kind::readings};
const TrailQuery kEvents{.entity = &kEvent};

}  // namespace

TEST_CASE("F5 who reads the trail sees who changed and who read, the newest first, in their part of the organisation") {
    Trail town;
    CHECK(town.told("auditor", kReads) == "manager Andersson read event b, manager Andersson read Händelse a");
    CHECK(town.told("officer", kReads) == "manager Andersson read Händelse a");
    CHECK(town.told("auditor", kEvents) == "chief Andersson update Händelse a,  create event b,  create Händelse a");
    CHECK(town.told("officer", kEvents) == "chief Andersson update Händelse a,  create Händelse a");
    const auto answer = town.ask("chief", kReads);
    const Json& row = (*answer)["rows"][0];
    CHECK(row["at"] == "2026-11-24T13:20:00Z");
    CHECK(row["register"] == "event");
    CHECK(row["record"] == id("event b"));
    CHECK((*answer)["more"] == false);
}

TEST_CASE("F5 nobody else reads the trail, whatever they may read and change") {
    Trail town;
    town.hire("admin", "administrator", "kommun");
    town.hire("boss", "chief_executive", "kommun");
    for (const char* person : {"manager", "anna", "cecilia", "admin", "boss"})
        for (const TrailQuery& query : {kReads, kEvents}) CHECK(town.told(person, query) == "missing =problem.missing");
}

TEST_CASE("F5 the trail is narrowed by person, register, record and days") {
    Trail town;
    TrailQuery query = kEvents;
    query.person = id("chief");
    CHECK(town.told("auditor", query) == "chief Andersson update Händelse a");
    query = kEvents;
    query.record = id("event b");
    CHECK(town.told("auditor", query) == " create event b");
    query = kEvents;
    query.from = "2026-11-24";
    CHECK(town.told("auditor", query) == "chief Andersson update Händelse a");
    query.from.clear();
    query.to = "2026-11-23";
    CHECK(town.told("auditor", query) == " create event b,  create Händelse a");
    query = kReads;
    query.person = id("chief");
    CHECK(town.told("auditor", query) == "");
    query = kReads;
    query.entity = &kBreach;
    CHECK(town.told("auditor", query) == "");
}

TEST_CASE("F5 what was removed stays in the trail, and a withheld name stays withheld") {
    Trail town;
    town.make(kAsset, id("lists"), {{"name", text("Listor")}, {"kind", text("process")}, {"unit", text(id("school_a"))}});
    REQUIRE(town.outcome("chief", town.draft(Verb::remove, kAsset, id("lists"))) == "ok");
    TrailQuery query{.entity = &kAsset};
    query.record = id("lists");
    CHECK(town.told("auditor", query) == "chief Andersson remove Listor,  create Listor");
}

TEST_CASE("F5 a long trail comes in pages, each row once") {
    Trail town;
    for (int i = 0; i < 250; ++i) town.edit(kAsset, id("maps"), {{"description", text(std::to_string(i))}});
    TrailQuery query{.entity = &kAsset};
    query.record = id("maps");
    const auto first = town.ask("auditor", query);
    REQUIRE(first);
    CHECK((*first)["rows"].size() == 200);
    CHECK((*first)["more"] == true);
    query.before = (*first)["before"];
    const auto rest = town.ask("auditor", query);
    CHECK((*rest)["rows"].size() == 51);
    CHECK((*rest)["more"] == false);
}
