// The outbox as it stands on the disk of a device.
#include "core/json.h"
#include "sync/replica.h"
#include "tests/shared/golden.h"
#include "tests/shared/memory.h"

#include <doctest/doctest.h>

using namespace lisa;
using namespace lisa::test;

namespace {

Pending kept_rename() {
    Pending pending;
    pending.number = 7;
    pending.change = change(Verb::update, kAsset, id("grades"), 1, {{"name", text("Slutbetyg")}});
    pending.at = "2026-11-23T09:00:00Z";
    return pending;
}

}  // namespace

TEST_CASE("a pending change comes back from the outbox in each of its states") {
    Pending pending = kept_rename();
    std::string text = "[";
    for (Pending::State state : {Pending::State::kept, Pending::State::sent, Pending::State::refused}) {
        pending.state = state;
        pending.rev = state == Pending::State::sent ? 12 : 0;
        if (state == Pending::State::refused) pending.error = fault(Fault::conflict, "name", "problem.conflict");
        text += (text.size() > 1 ? "," : "") + pending_to_text(pending);
        const auto back = pending_from_text(kCatalog, 7, pending_to_text(pending));
        REQUIRE(back);
        CHECK(back->number == 7);
        CHECK(back->change == pending.change);
        CHECK(back->at == pending.at);
        CHECK(back->state == state);
        CHECK(back->rev == pending.rev);
        CHECK(back->error.problems == pending.error.problems);
    }
    // Devices hold entries of this form for weeks: what is written here today must be readable for ever.
    const std::string present = parse_json(text + "]")->dump(2) + '\n', old = golden("protocol/outbox.json", present);
    CHECK(first_difference(old, present) == "");
    const Json entries = parse_json(old).value_or(Json::array());
    CHECK(entries.size() == 3);
    for (const Json& entry : entries) CHECK(outcome(pending_from_text(kCatalog, 7, dump(entry))) == "ok");
}

TEST_CASE("an entry of the outbox that cannot be read is said to be broken") {
    for (const char* text : {"", "{", "null", "[]", "{}", R"({"at":"x"})", R"({"change":{}})"}) {
        CAPTURE(std::string(text));
        CHECK(outcome(pending_from_text(kCatalog, 1, text)) == "broken =problem.storage");
    }
    CHECK(outcome(pending_from_text(kCatalog, 1, R"({"at":"x","change":{}})")) == "invalid =problem.protocol");
}
