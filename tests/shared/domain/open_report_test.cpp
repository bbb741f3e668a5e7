// What an open report may say, and that nothing else comes that way (H1).
#include "domain/open_report.h"

#include <doctest/doctest.h>

#include <set>

#include "domain/attachment.h"
#include "shared/memory.h"

using namespace lisa;
using namespace lisa::test;

namespace {

const OpenReport kReport{{{"name", "Lånad dator saknas"},
                          {"description", "Vagnen var tom"},
                          {"site", "Sal 12"},
                          {"discovered_at", "2026-11-23T14:05"},
                          {"has_personal_data", "yes"},
                          {"reporter_contact", "Elin, tel. 12"}},
                         id("school_a"),
                         {}};

/// Carries the change out as the server does.
std::string outcome_of(Municipality& town, const Change& change, const std::string& unit = id("school_a")) {
    return outcome(apply(change, open_reporter(unit), kNow, town));
}

std::string discovered(const char* typed, const char* seen_at = "") {
    OpenReport report = kReport;
    report.answers["discovered_at"] = typed;
    report.seen_at = seen_at;
    return std::get<std::string>(std::get<Value>(open_event(report, id("event"), kNow.utc).patch.at("discovered_at")));
}

Change attachment_on(const char* register_name, const std::string& record) {
    Change made = change(Verb::create, kAttachment, id("file"), 0, {{"register_name", text(register_name)}, {"record", text(record)}});
    made.client = kOpenReporter;
    return made;
}

}  // namespace

TEST_CASE("H1: an open report becomes an event like any other, in nobody's name") {
    Municipality town;
    REQUIRE(outcome_of(town, open_event(kReport, id("event"), kNow.utc)) == "ok");
    const Record& made = town.at(kEvent, id("event"));
    CHECK(made.text("name") == "Lånad dator saknas");
    CHECK(made.text("site") == "Sal 12");
    CHECK(made.text("discovered_at") == "2026-11-23T13:05:00Z");
    CHECK(made.text("reported_at") == kNow.utc);
    CHECK(made.text("reporter").empty());
    CHECK(made.text("reporter_contact") == "Elin, tel. 12");
    CHECK(made.text("status") == "new");
    CHECK(came_openly(made));
    CHECK(town.journal.back().person == kOpenReporter);
    CHECK(town.journal.back().client == kOpenReporter);
    CHECK(std::all_of(town.records.begin(), town.records.end(), [](const auto& one) { return one.second.id != kOpenReporter; }));
}

TEST_CASE("H1: an open report is checked by the register's own rules") {
    struct Row {
        const char* question;
        std::string answer;
        const char* outcome;
    };
    const Row rows[] = {
        {"name", "", "invalid name=problem.required"},
        {"name", std::string(161, 'x'), "invalid name=problem.too_long"},
        {"has_personal_data", "maybe", "invalid has_personal_data=problem.choice"},
        {"discovered_at", "i går", "invalid discovered_at=problem.moment"},
        {"discovered_at", "2026-11-24 15:05", "invalid discovered_at=problem.in_the_future reported_at=problem.before_discovered"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.question);
        Municipality town;
        OpenReport report = kReport;
        report.answers[row.question] = row.answer;
        CHECK(outcome_of(town, open_event(report, id("event"), kNow.utc)) == row.outcome);
        CHECK(town.all(kEvent).empty());
    }
}

TEST_CASE("H1: when is what was typed on a Swedish clock, else when it was written, else now; a clock a little ahead is forgiven") {
    CHECK(discovered("2026-11-23T14:05") == "2026-11-23T13:05:00Z");
    CHECK(discovered("2026-07-01 14.05") == "2026-07-01T12:05:00Z");
    CHECK(discovered("") == kNow.utc);
    CHECK(discovered("  ", "2026-11-20T08:00:00Z") == "2026-11-20T08:00:00Z");
    CHECK(discovered("", "2099-01-01T00:00:00Z") == kNow.utc);
    CHECK(discovered("", "yesterday") == kNow.utc);
    CHECK(discovered("2026-11-23 15:10") == kNow.utc);
    CHECK(discovered("2026-11-23 15:20") == "2026-11-23T14:20:00Z");  // left for the register to refuse
}

TEST_CASE("H1: an open report may make its event and hang a file on it, and nothing else") {
    const std::string event = id("event");
    const Change good = open_event(kReport, event, kNow.utc);
    REQUIRE(may_come_openly(good, event));
    CHECK_FALSE(may_come_openly(good, id("other")));
    CHECK_FALSE(may_come_openly(good, ""));
    for (const Verb verb : {Verb::update, Verb::step, Verb::remove, Verb::restore}) {
        Change other = good;
        other.verb = verb;
        CHECK_FALSE(may_come_openly(other, event));
    }
    for (const Entity* entity : kCatalog) {
        if (entity == &kEvent) continue;
        CAPTURE(entity->name);
        Change other = good;
        other.entity = entity->name;
        CHECK_FALSE(may_come_openly(other, event));
    }
    const std::set<std::string> allowed = {"name", "description",      "site",    "discovered_at", "has_personal_data",
                                           "unit", "reporter_contact", "channel", "reported_at"};
    for (const Field& field : kEvent.fields) {
        CAPTURE(field.name);
        Change other = good;
        if (field.name != "channel") other.patch[std::string(field.name)] = text("x");
        CHECK(may_come_openly(other, event) == allowed.contains(std::string(field.name)));
    }
    Change inside = good;
    inside.patch["channel"] = text("lisa");
    CHECK_FALSE(may_come_openly(inside, event));
    Change from_elsewhere = good;
    from_elsewhere.client = "system";
    CHECK_FALSE(may_come_openly(from_elsewhere, event));
    CHECK(may_come_openly(attachment_on("event", event), event));
    CHECK_FALSE(may_come_openly(attachment_on("event", id("other")), event));
    CHECK_FALSE(may_come_openly(attachment_on("asset", event), event));
}

TEST_CASE("H1: whoever reports openly reaches no further than the part that the report goes to") {
    Municipality town;
    CHECK(outcome_of(town, open_event(kReport, id("event"), kNow.utc), id("school_b")) == "invalid reporter_contact=problem.handlers_only");
    OpenReport nameless = kReport;
    nameless.answers.erase("reporter_contact");
    CHECK(outcome_of(town, open_event(nameless, id("event"), kNow.utc), id("school_b")) == "invalid reporter=problem.own_report");
    CHECK(town.all(kEvent).empty());
}

TEST_CASE("H1: an open report is not closed without an answer to who waits with a code") {
    Municipality town;
    REQUIRE(outcome_of(town, open_event(kReport, id("event"), kNow.utc)) == "ok");
    const Actor coordinator = holder(Role::coordinator, "kommun", "coordinator");
    const auto take = [&](const char* step, const Patch& patch) {
        return outcome(apply(fresh_step(town, kEvent, id("event"), step, patch), coordinator, kNow, town));
    };
    REQUIRE(take("triage", {{"kind", text("flaw")}, {"severity", text("minor")}, {"role", text("it_manager")}}) == "ok");
    REQUIRE(take("finish", {}) == "ok");
    const Patch learnt{{"cause", text("mistake")}, {"lessons", text("Vagnen låses")}};
    CHECK(take("close", learnt) == "invalid feedback=problem.required");
    Patch told = learnt;
    told["feedback"] = text("Tack! Vagnen låses nu.");
    CHECK(take("close", told) == "ok");
}
