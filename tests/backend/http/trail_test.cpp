#include "domain/trail.h"

#include "core/date.h"
#include "tests/backend/http/desk.h"

using namespace lisa;
using namespace lisa::test;

namespace {

/// A desk with an event that somebody handles.
struct Counter : Desk {
    std::string chief = sign_in("chief"), anna = sign_in("anna");
    Counter() { town.make(kEvent, id("event"), {{"name", text("Borta")}, {"unit", text(id("school_a"))}, {"discovered_at", text("2026-11-23T10:00:00Z")}}); }
    Json reads() {
        now += 1500;  // what is held is let go
        return body_of(get("/api/trail?kind=readings", chief))["rows"];
    }
};

Json opened(const std::string& entity, const std::string& record) { return readings_to_json({{entity, record, utc_text(kStart)}}); }

}  // namespace

TEST_CASE("F5 what somebody opened is noted in the name of the session, and shown to who reads the trail") {
    Counter desk;
    CHECK(desk.post("/api/reads", opened("event", id("event")), desk.anna).status == 200);
    const Json rows = desk.reads();
    REQUIRE(rows.size() == 1);
    CHECK(rows[0]["actor"]["id"] == id("anna"));
    CHECK(rows[0]["title"] == "Borta");
    CHECK(desk.get("/api/trail?kind=readings", desk.anna).status == 404);
}

TEST_CASE("F5 telling of readings tells nothing back: not whether the record is there") {
    Counter desk;
    const auto there = desk.post("/api/reads", opened("event", id("event")), desk.anna),
               not_there = desk.post("/api/reads", opened("event", id("ghost")), desk.anna);
    CHECK(there.body == not_there.body);
    CHECK(desk.post("/api/reads", opened("event", id("event"))).status == 401);
    CHECK(desk.post("/api/reads", Json{{"reads", 7}}, desk.anna).status == 422);
    CHECK(desk.ask("POST", "/api/reads", desk.ours(desk.anna), std::string(50'000, ' ')).status == 422);
}

TEST_CASE("F5 H1 a file that is fetched is a reading, noted by the server itself") {
    Counter desk;
    desk.town.hand_in("anna", "hemligt");
    REQUIRE(desk.town.outcome("anna", desk.town.attachment(id("file"), kAsset, id("grades"), "hemligt")) == "ok");
    const std::string hash = desk.town.load(kAttachment, id("file")).get(attachment::sha256);
    CHECK(desk.get("/api/files/" + hash + "?record=" + id("file"), desk.anna).status == 200);
    const Json rows = desk.reads();
    REQUIRE(rows.size() == 1);
    CHECK(rows[0]["register"] == "attachment");
    CHECK(rows[0]["title"] == "anteckning.txt");
}

TEST_CASE("F5 the chain is proved for who reads the trail, and what was altered by hand is told") {
    Counter desk;
    const auto whole = desk.post("/api/trail/verification", Json::object(), desk.chief);
    CHECK(whole.status == 200);
    CHECK(body_of(whole)["faults"] == 0);
    CHECK(body_of(whole)["rows"] == desk.town.last());
    CHECK(body_of(whole)["end"].get<std::string>().size() == 64);
    CHECK(desk.post("/api/trail/verification", Json::object(), desk.anna).status == 404);
    CHECK(desk.post("/api/trail/verification", Json::object()).status == 401);
    {
        auto work = desk.town.storage->begin(kStart);
        REQUIRE(work->database().run("UPDATE asset SET name = 'Falskt' WHERE id = ?", id("maps")));
        REQUIRE(work->commit());
    }
    CHECK(body_of(desk.post("/api/trail/verification", Json::object(), desk.chief))["faults"] == 1);
}

TEST_CASE("F5 a trail that makes no sense is refused") {
    Counter desk;
    for (const char* query : {"", "?kind=everything", "?kind=changes&person=anna", "?kind=changes&register=account", "?kind=changes&from=i%20g%C3%A5r",
                              "?kind=changes&before=-1", "?kind=readings&record=%27"}) {
        CAPTURE(query);
        CHECK(desk.get(std::string("/api/trail") + query, desk.chief).status == 422);
    }
    CHECK(desk.get("/api/trail?kind=changes&register=event&from=2026-11-23&to=2026-11-23", desk.chief).status == 200);
}
