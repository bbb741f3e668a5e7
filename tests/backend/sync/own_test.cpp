// What came from oneself is one's own to follow (H1): it comes with the pull wherever it goes, open fields only, and is counted.
#include "core/json.h"
#include "sync/history.h"
#include "tests/backend/town.h"

using namespace lisa;
using namespace lisa::test;

namespace {

Patch report_of(const char* person) {
    return {
        {"name", text("Lånad dator saknas")}, {"unit", text(id("school_a"))}, {"reporter", text(id(person))}, {"discovered_at", text("2026-11-23T10:00:00Z")}};
}

/// An employee of school A has reported something; the coordinator of the municipality handles it.
struct Reported : Town {
    Reported() {
        hire("reporter", "", "school_a");
        hire("colleague", "", "school_a");
        hire("coordinator", "coordinator", "kommun");
        REQUIRE(outcome("reporter", draft(Verb::create, kEvent, id("event"), report_of("reporter"))) == "ok");
    }
    /// The event on a page; null when it is not there.
    const Record* on(const Page& page) const {
        for (const Record& record : page.records)
            if (record.entity == &kEvent && record.id == id("event")) return &record;
        return nullptr;
    }
    /// All that a person sees, which must be as many as the server says.
    Page whole(const char* person) {
        Page page = pull(person);
        REQUIRE(page.visible);
        CHECK(static_cast<std::size_t>(*page.visible) == page.records.size());
        return page;
    }
};

}  // namespace

TEST_CASE("H1: one's own report comes with the pull and is counted; a colleague gets nothing of it") {
    Reported town;
    CHECK(town.on(town.whole("reporter")));
    CHECK_FALSE(town.on(town.whole("colleague")));
    CHECK(town.on(town.whole("coordinator")));
}

TEST_CASE("H1: what becomes of it comes too, but for what is not open, also when it has gone to another part") {
    Reported town;
    const Page first = town.pull("reporter");
    REQUIRE(town.outcome("coordinator", town.draft(Verb::update, kEvent, id("event"),
                                                   {{"unit", text(id("board_b"))}, {"triage_reason", text("hemligt")}, {"feedback", text("Tack!")}})) == "ok");
    const Page next = town.pull("reporter", first.cursor, first.epoch);
    CHECK(next.gone.empty());
    const Record* seen = town.on(next);
    REQUIRE(seen);
    CHECK(seen->text("feedback") == "Tack!");
    CHECK(seen->is_hidden(event::triage_reason.index));
    CHECK(dump(page_to_json(next)).find("hemligt") == std::string::npos);
    CHECK(town.on(town.whole("reporter")));
}

TEST_CASE("H1: the history of one's own report tells what is open, and nobody else gets any") {
    Reported town;
    REQUIRE(town.outcome("coordinator", town.draft(Verb::update, kEvent, id("event"), {{"triage_reason", text("hemligt")}, {"feedback", text("Tack!")}})) ==
            "ok");
    auto view = town.storage->read();
    REQUIRE(view);
    const auto told = [&](const char* person) {
        auto who = actor_of(view->store(), id(person), town.now);
        REQUIRE(who);
        auto json = history(view->store(), *who, "event", id("event"), 0);
        return json ? dump(*json) : std::string("missing");
    };
    CHECK(told("reporter").find("Tack!") != std::string::npos);
    CHECK(told("reporter").find("hemligt") == std::string::npos);
    CHECK(told("colleague") == "missing");
    CHECK(told("coordinator").find("hemligt") != std::string::npos);
}

TEST_CASE("H4: the log of an event is for those who handle it, not for who reported it") {
    Reported town;
    REQUIRE(town.outcome(
                "coordinator",
                town.draft(Verb::create, kEventEntry, id("line"),
                           {{"event", text(id("event"))}, {"name", text("Ringde skolan")}, {"at", text("2026-11-23T12:00:00Z")}, {"kind", text("action")}})) ==
            "ok");
    const auto has_line = [&](const char* person) {
        const Page page = town.whole(person);
        return std::any_of(page.records.begin(), page.records.end(), [](const Record& record) { return record.entity == &kEventEntry; });
    };
    CHECK_FALSE(has_line("reporter"));
    CHECK(has_line("coordinator"));
}
