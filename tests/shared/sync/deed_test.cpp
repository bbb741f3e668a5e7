// Deeds: changes that are taken in together or not at all, as the client holds and sends them.
#include "core/json.h"
#include "sync/replica.h"
#include "tests/shared/memory.h"

#include <doctest/doctest.h>

using namespace lisa;
using namespace lisa::test;

namespace {

const std::string kDeed = id("deed");

Change made(const char* name) {
    Change change = test::change(Verb::create, kAsset, id(name), 0, {{"name", text(name)}, {"kind", text("process")}, {"unit", text(id("school_a"))}});
    change.id = id(std::string("change ") + name);
    return change;
}

Pending kept(std::int64_t number, const char* name, const std::string& deed = {}) {
    return {.number = number, .change = made(name), .at = "2026-11-23T09:00:00Z", .deed = deed};
}

struct Tab {
    Municipality server;
    Replica replica{kCatalog, holder(Role::coordinator, "kommun")};
    explicit Tab(std::vector<Pending> outbox) {
        Page page;
        for (const auto& [key, record] : server.records) page.records.push_back(record);
        (void)replica.take_page(std::move(page));
        replica.load_outbox(std::move(outbox));
    }
    std::vector<std::string> sending() const {
        std::vector<std::string> names;
        for (const Change& change : replica.to_send().changes) names.push_back(std::get<std::string>(std::get<Value>(change.patch.at("name"))));
        return names;
    }
    bool shows(const char* name) const { return replica.find(kAsset, id(name)) != nullptr; }
};

using Names = std::vector<std::string>;
const Error kNoPlace = fault(Fault::forbidden, "unit", "problem.place"), kHeld = fault(Fault::conflict, "", std::string(kHeldBack));

}  // namespace

TEST_CASE("changes before a deed are sent by themselves, then the deed whole, however large, then the rest") {
    std::vector<Pending> outbox{kept(1, "a")};
    for (std::int64_t i = 2; i < 502; ++i) outbox.push_back(kept(i, ("row " + std::to_string(i)).c_str(), kDeed));
    outbox.push_back(kept(502, "z"));
    Tab tab(outbox);
    CHECK(tab.sending() == Names{"a"});
    CHECK(tab.replica.to_send().deed.empty());
    (void)tab.replica.take_answers({{id("change a"), 100, {}}});
    const Sending deed = tab.replica.to_send();
    CHECK(deed.deed == kDeed);
    REQUIRE(deed.changes.size() == 500);
    std::vector<Answer> answers;
    for (const Change& change : deed.changes) answers.push_back({change.id, 101, {}});
    CHECK(tab.replica.take_answers(answers).size() == 500);
    CHECK(tab.sending() == Names{"z"});
}

TEST_CASE("the parts of a deed keep the order, and each fits a push") {
    std::vector<Change> changes;
    for (int i = 0; i < 450; ++i) changes.push_back(made(std::to_string(i).c_str()));
    for (int i = 0; i < 30; ++i) {
        Change large = made(("large " + std::to_string(i)).c_str());
        large.patch["description"] = text(std::string(40'000, 'x'));
        changes.push_back(large);
    }
    const auto parts = parts_of(changes);
    std::vector<Change> again;
    for (const auto& part : parts) {
        CHECK(part.size() <= kPushLimit);
        CHECK(dump(push_to_json(part)).size() < kPushBytes + 1000);
        again.insert(again.end(), part.begin(), part.end());
    }
    CHECK(again == changes);
    CHECK(parts.size() >= 4);
    CHECK(parts_of({}).empty());
}

TEST_CASE("a refused deed shows nowhere, and waits as a whole until its fault is mended or left out") {
    Tab tab({kept(1, "a", kDeed), kept(2, "b", kDeed), kept(3, "c")});
    CHECK(tab.shows("a"));
    CHECK(tab.replica.take_answers({{id("change a"), 0, kHeld}, {id("change b"), 0, kNoPlace}}).size() == 2);
    CHECK_FALSE(tab.shows("a"));
    CHECK_FALSE(tab.shows("b"));
    CHECK(tab.shows("c"));
    CHECK(tab.replica.deed(kDeed).size() == 2);
    CHECK(tab.replica.deed(kDeed)[0]->is_held_back());
    CHECK_FALSE(tab.replica.deed(kDeed)[1]->is_held_back());
    CHECK(tab.sending() == Names{"c"});  // others need not wait
    CHECK(tab.replica.release().empty());

    SUBCASE("mended") {
        tab.replica.load_outbox({*tab.replica.deed(kDeed)[0], kept(2, "b2", kDeed), kept(3, "c")});
        CHECK(tab.sending() == Names{"c"});  // not in halves, whatever comes first
        CHECK(tab.replica.release().size() == 1);
        CHECK(tab.sending() == Names{"a", "b2"});
        CHECK(tab.shows("a"));
    }
    SUBCASE("left out") {
        tab.replica.drop({2});
        CHECK(tab.replica.release().size() == 1);
        CHECK(tab.sending() == Names{"a"});
        CHECK(tab.replica.to_send().deed == kDeed);
        CHECK_FALSE(tab.shows("b"));
    }
    SUBCASE("thrown away") {
        tab.replica.drop({1, 2});
        CHECK(tab.replica.release().empty());
        CHECK(tab.replica.deed(kDeed).empty());
        CHECK(tab.sending() == Names{"c"});
    }
}

TEST_CASE("what was done to the records of a refused deed waits with it, and so does a deed that builds upon them, whole") {
    const auto edit = [](std::int64_t number, const char* record, const std::string& deed = {}) {
        Change change = test::change(Verb::update, kAsset, id(record), 0, {{"name", text(std::string(record) + " edited")}});
        change.id = id("edit " + std::to_string(number));
        return Pending{.number = number, .change = change, .at = "2026-11-23T09:00:00Z", .deed = deed};
    };
    Tab tab({kept(1, "a", kDeed), kept(2, "b", kDeed), edit(3, "a"), edit(4, "b", id("other")), edit(5, "grades", id("other")), kept(6, "c")});
    (void)tab.replica.take_answers({{id("change a"), 0, kHeld}, {id("change b"), 0, kNoPlace}});
    CHECK(tab.sending() == Names{"c"});
    tab.replica.drop({2});
    CHECK(tab.replica.release().size() == 1);
    CHECK(tab.sending() == Names{"a"});
}

TEST_CASE("what mends a refused deed may refer to the rest of it, and only it may") {
    Tab tab({kept(1, "whole", kDeed), kept(2, "part", kDeed)});
    (void)tab.replica.take_answers({{id("change whole"), 0, kHeld}, {id("change part"), 0, kNoPlace}});
    Change part = made("part");
    part.patch["part_of"] = text(id("whole"));
    CHECK(outcome(tab.replica.preview(part, kNow)) == "invalid part_of=problem.reference");
    CHECK(outcome(tab.replica.preview(part, kNow, kDeed)) == "ok");
    CHECK_FALSE(tab.shows("whole"));  // it was for the preview only
}

TEST_CASE("an entry of the outbox remembers its deed, and old entries have none") {
    const Pending pending = kept(7, "a", kDeed);
    const auto back = pending_from_text(kCatalog, 7, pending_to_text(pending));
    REQUIRE(back);
    CHECK(back->deed == kDeed);
    CHECK(pending_from_text(kCatalog, 7, pending_to_text(kept(7, "a")))->deed.empty());
}

TEST_CASE("a push says which part of a deed it is, within limits, or nothing") {
    const DeedPart part{kDeed, 2, 3};
    const auto back = deed_part_from_json(push_to_json({made("a")}, part));
    REQUIRE(back);
    CHECK(*back == part);
    CHECK_FALSE(*deed_part_from_json(push_to_json({made("a")})));
    const std::int64_t most = static_cast<std::int64_t>(kDeedParts);
    CHECK(deed_part_from_json(push_to_json({}, DeedPart{kDeed, most - 1, most})));
    for (const DeedPart& wrong :
         {DeedPart{kDeed, 3, 3}, DeedPart{kDeed, -1, 3}, DeedPart{kDeed, 0, 0}, DeedPart{kDeed, 0, most + 1}, DeedPart{"x", 0, 1}, DeedPart{"", 0, 1}})
        CHECK(outcome(deed_part_from_json(push_to_json({}, wrong))) == "invalid =problem.protocol");
    for (const char* text : {R"({"deed":null})", R"({"deed":[]})", R"({"deed":{"id":7,"part":0,"of":1}})", R"({"deed":{"part":0,"of":1}})", R"({"deed":"x"})"})
        CHECK(outcome(deed_part_from_json(*parse_json(text))) == "invalid =problem.protocol");
}
