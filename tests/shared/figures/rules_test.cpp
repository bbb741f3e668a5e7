// What each figure counts (F1, H6), in a small world.
#include "shared/figures/ground.h"

using namespace lisa;
using namespace lisa::test;

namespace {

const Value kHere = text(id("board_a"));

void set_all(Ground& ground, const Entity& entity, std::string_view name, const Values& values) {
    for (const auto& [field, value] : values) ground.set(entity, name, field, value);
}

}  // namespace

TEST_CASE("F1: information in use has levels, a day to classify it again, and an owner") {
    Ground ground;
    classify(ground);
    CHECK(ground.parts("assets_classified") == "1 of 2");
    CHECK(ground.parts("assets_due") == "1 of 2");
    ground.set(kAsset, "grades", "review_on", text("2026-11-24"));
    CHECK(ground.parts("assets_due") == "2 of 2");
    CHECK(ground.parts("assets_without_owner") == "0 of 0");  // drafts
    for (const char* one : {"grades", "maps"}) ground.set(kAsset, one, "status", text("in_use"));
    CHECK(ground.read("assets_without_owner").rows == std::vector<std::string>{id("maps")});
}

TEST_CASE("F1: a system in use has an owner, and a day when it is gone through that has not passed") {
    Ground ground;
    CHECK(ground.parts("systems_without_owner") == "0 of 0");  // planned
    set_all(ground, kSystem, "register", {{"status", text("in_operation")}, {"review_on", text("2026-11-26")}});
    CHECK(ground.parts("systems_without_owner") == "1 of 1");
    CHECK(ground.parts("systems_to_review") == "0 of 1");
    set_all(ground, kSystem, "register", {{"review_on", text("2026-11-25")}, {"owner", text(id("anna"))}});
    CHECK(ground.parts("systems_without_owner") == "0 of 1");
    CHECK(ground.parts("systems_to_review") == "1 of 1");
}

TEST_CASE("F1: a risk above the limit is unhandled until somebody plans a measure or accepts it") {
    Ground ground;
    add_matrix(ground);
    add_risk(ground);  // level 3, above the appetite of 1
    CHECK(ground.parts("risks_unhandled") == "1 of 1");
    CHECK(ground.parts("risks_to_decide") == "1 of 1");
    CHECK(ground.read("risks_open").slices.front().name == "3");
    ground.add(kMeasure, "m", {{"name", text("Kopior")}, {"risk", text(id("risk"))}, {"unit", kHere}});
    CHECK(ground.parts("risks_unhandled") == "0 of 1");
    ground.set(kMeasure, "m", "status", text("dropped"));
    CHECK(ground.parts("risks_unhandled") == "1 of 1");
    set_all(ground, kRisk, "risk",
            {{"status", text("accepted")}, {"accepted_by", text(id("anna"))}, {"accepted_on", text("2026-11-01")}, {"accepted_level", number(3)}});
    CHECK(ground.parts("risks_unhandled") == "0 of 1");
    CHECK(ground.parts("risks_to_decide") == "0 of 1");
    CHECK(ground.parts("risks_accepted") == "1 of 1");
    ground.set(kRisk, "risk", "acceptance_until", text("2026-11-24"));
    CHECK(ground.parts("risks_accepted") == "0 of 1");
    ground.set(kRisk, "risk", "reassess_on", text("2026-11-24"));
    CHECK(ground.parts("risks_to_review") == "1 of 1");
    ground.set(kRisk, "risk", "status", text("closed"));
    for (const char* key : {"risks_unhandled", "risks_to_decide", "risks_open", "risks_accepted", "risks_to_review"}) CHECK(ground.parts(key) == "0 of 0");
}

TEST_CASE("F1: a measure is open, overdue, or was done in time in the period") {
    Ground ground;
    const auto add = [&](const char* name, const char* status, const char* due, const char* done) {
        ground.add(kMeasure, name, {{"name", text(name)}, {"unit", kHere}, {"status", text(status)}, {"due_on", text(due)}, {"done_on", text(done)}});
    };
    add("late", "ongoing", "2026-11-24", "");
    add("today", "planned", "2026-11-25", "");
    add("in time", "done", "2026-10-01", "2026-10-01");
    add("too late", "done", "2026-10-01", "2026-10-02");
    add("long ago", "done", "2020-10-01", "2020-10-01");
    add("no day", "done", "", "2026-10-01");
    CHECK(ground.parts("measures_open") == "2 of 6");
    CHECK(ground.parts("measures_overdue") == "1 of 2");
    CHECK(ground.parts("measures_in_time") == "1 of 2");
    ground.since = "2026-10-02";
    CHECK(ground.read("measures_in_time").value == 0);
}

TEST_CASE("F1: a task of the year wheel is overdue when its day has passed, and done without one") {
    Ground ground;
    ground.add(kTask, "t", {{"name", text("Gå igenom")}, {"unit", kHere}, {"recurrence", text("yearly")}, {"next_on", text("2026-11-24")}});
    CHECK(ground.parts("tasks_overdue") == "1 of 1");
    ground.set(kTask, "t", "next_on", text("2026-11-25"));
    CHECK(ground.parts("tasks_overdue") == "0 of 1");
    ground.set(kTask, "t", "next_on", kCleared);
    CHECK(ground.parts("tasks_overdue") == "0 of 0");
}

TEST_CASE("H6: events are counted in the period, and the time to report and to close is the median") {
    Ground ground;
    const auto add = [&](const char* name, const char* discovered, const char* reported, const char* status, const char* closed = "") {
        ground.add(kEvent, name,
                   {{"name", text(name)},
                    {"unit", kHere},
                    {"status", text(status)},
                    {"severity", text("minor")},
                    {"discovered_at", text(discovered)},
                    {"reported_at", text(reported)},
                    {"closed_at", text(closed)}});
    };
    add("a", "2026-11-01T10:00:00Z", "2026-11-01T10:10:00Z", "closed", "2026-11-01T11:10:00Z");
    add("b", "2026-11-02T10:00:00Z", "2026-11-02T10:30:00Z", "new");
    add("c", "2026-11-03T10:00:00Z", "2026-11-05T10:00:00Z", "triaged");
    add("old", "2020-11-03T10:00:00Z", "2020-11-05T10:00:00Z", "dismissed");
    CHECK(ground.parts("events_found") == "3 of 3");
    CHECK(ground.parts("events_open") == "2 of 2");
    CHECK(ground.read("time_to_report").value == 30);
    CHECK(ground.parts("time_to_report") == "3 of 3");
    CHECK(ground.read("time_to_close").value == 60);
    ground.since = "2026-11-04";
    CHECK_FALSE(ground.read("time_to_close").value);
}

TEST_CASE("H6: a case is in time when no time limit of it that ended in the period was missed") {
    Ground ground;
    const auto add = [&](const char* name, const char* known, const char* told, const char* number_there) {
        ground.add(kBreach, name,
                   {{"name", text(name)},
                    {"unit", kHere},
                    {"discovered_at", text(known)},
                    {"known_at", text(known)},
                    {"notified_at", text(told)},
                    {"authority_reference", text(number_there)}});
    };
    add("in time", "2026-11-01T10:00:00Z", "2026-11-02T10:00:00Z", "IMY-1");
    add("late", "2026-11-01T10:00:00Z", "2026-11-05T10:00:00Z", "IMY-2");
    add("running", "2026-11-25T10:00:00Z", "", "");
    add("before", "2024-11-01T10:00:00Z", "", "");
    CHECK(ground.parts("breaches_in_time") == "1 of 2");
    CHECK(ground.parts("breaches_found") == "3 of 3");
    ground.set(kBreach, "late", "status", text("dismissed"));
    CHECK(ground.parts("breaches_found") == "2 of 2");
    ground.add(kNotification, "n", {{"name", text("n")}, {"unit", kHere}, {"discovered_at", text("2026-11-24T14:00:00Z")}});
    CHECK(ground.parts("notices_in_time") == "0 of 0");
    ground.set(kNotification, "n", "known_at", text("2026-11-24T12:59:00Z"));
    CHECK(ground.parts("notices_in_time") == "0 of 1");
}

TEST_CASE("F1: a request is answered in time, late, or late and not answered at all") {
    Ground ground;
    const auto add = [&](const char* name, const char* received, const char* answered) {
        ground.add(kPrivacyRequest, name,
                   {{"reference", text(name)}, {"kind", text("access")}, {"unit", kHere}, {"received_on", text(received)}, {"answered_on", text(answered)}});
    };
    add("in time", "2026-09-01", "2026-10-01");
    add("late", "2026-09-01", "2026-10-02");
    add("forgotten", "2026-10-01", "");
    add("waiting", "2026-11-01", "");
    add("old", "2024-11-01", "2024-11-02");
    CHECK(ground.parts("requests_in_time") == "1 of 3");
}

TEST_CASE("F1: a processing has what the regulation asks for, and its impact assessment when it needs one") {
    Ground ground;
    ground.add(kProcessing, "p", {{"name", text("Skolskjuts")}, {"unit", kHere}});
    CHECK(ground.parts("processings_complete") == "0 of 1");
    CHECK(ground.parts("assessments_missing") == "0 of 0");
    ground.set(kProcessing, "p", "is_on_imy_list", Value{true});
    CHECK(ground.parts("assessments_missing") == "1 of 1");
    ground.add(kDpia, "d", {{"name", text("Bedömning")}, {"processing", text(id("p"))}});
    CHECK(ground.parts("assessments_missing") == "0 of 1");
    set_all(ground, kProcessing, "p",
            {{"as_processor", Value{true}},
             {"for_controller", text("Grannen")},
             {"purpose", text("Resor")},
             {"transfers", text("none")},
             {"security_measures", text("Lås")}});
    CHECK(ground.parts("processings_complete") == "1 of 1");
    ground.set(kProcessing, "p", "status", text("ended"));
    CHECK(ground.parts("processings_complete") == "0 of 0");
}

TEST_CASE("F1: a system lacks a processor agreement until one is signed") {
    Ground ground;
    CHECK(ground.parts("agreements_missing") == "0 of 1");
    ground.set(kSystem, "register", "processor_agreement", text("missing"));
    CHECK(ground.parts("agreements_missing") == "1 of 1");
    ground.add(kAgreement, "a",
               {{"title", text("PUB")}, {"kind", text("processor_agreement")}, {"status", text("signed")}, {"system", text(id("register"))}, {"unit", kHere}});
    CHECK(ground.parts("agreements_missing") == "0 of 1");
}

TEST_CASE("F1: who is asked to confirm a document has read what they should when they have confirmed each") {
    Ground ground;
    CHECK(ground.parts("instructions_confirmed") == "0 of 0");
    set_all(ground, kDocument, "policy", {{"status", text("adopted")}, {"version", text("2")}, {"audience", Set{"employee"}}});
    CHECK(ground.parts("instructions_confirmed") == "0 of 1");
    const Values confirmed{{"document", text(id("policy"))}, {"version", text("2")}, {"person", text(id("anna"))}, {"unit", text(id("school_a"))}};
    ground.add(kAcknowledgement, "yes", confirmed);
    CHECK(ground.parts("instructions_confirmed") == "1 of 1");
    ground.set(kDocument, "policy", "version", text("3"));
    CHECK(ground.parts("instructions_confirmed") == "0 of 1");
    ground.set(kDocument, "policy", "applies_in", text(id("board_b")));
    CHECK(ground.parts("instructions_confirmed") == "0 of 0");
}

TEST_CASE("F1: a seat without anybody is vacant, and a board that must have a role may lack it") {
    Ground ground;
    CHECK(ground.parts("units_lacking_roles") == "3 of 3");
    CHECK(ground.parts("seats_vacant") == "0 of 0");
    for (const char* role : {"information_owner", "privacy_administrator"}) ground.add(kAssignment, role, {{"role", text(role)}, {"unit", kHere}});
    CHECK(ground.parts("seats_vacant") == "2 of 2");
    for (const char* role : {"information_owner", "privacy_administrator"}) ground.set(kAssignment, role, "person", text(id("anna")));
    CHECK(ground.parts("seats_vacant") == "0 of 2");
    CHECK(ground.read("units_lacking_roles").rest == std::vector<std::string>{id("board_a")});
    ground.set(kAssignment, "information_owner", "ends_on", text("2026-11-24"));
    CHECK(ground.parts("units_lacking_roles") == "3 of 3");
    CHECK(ground.parts("seats_vacant") == "0 of 1");
}

TEST_CASE("F1: requirements count for the class that the system has, as they were assessed last") {
    Ground ground;
    ground.set(kSystem, "register", "status", text("in_operation"));
    const auto require = [&](const char* name, int level) {
        ground.add(kRequirement, name,
                   {{"code", text(name)}, {"name", text(name)}, {"unit", text(id("kommun"))}, {"aspect", text("all")}, {"least_level", number(level)}});
    };
    const auto assess = [&](const char* name, const char* of, const char* status) {
        ground.add(kRequirementStatus, name, {{"system", text(id("register"))}, {"requirement", text(id(of))}, {"status", text(status)}});
    };
    require("everything", 0);
    require("serious", 3);
    CHECK(ground.parts("systems_assessed") == "0 of 1");
    assess("first", "everything", "met");
    assess("second", "serious", "not_met");
    CHECK(ground.parts("requirements_met") == "1 of 1");  // the class is not known to be that high
    CHECK(ground.parts("systems_assessed") == "1 of 1");
    classify(ground);
    CHECK(ground.parts("requirements_met") == "1 of 2");
    assess("again", "everything", "partly");
    CHECK(ground.parts("requirements_met") == "0 of 2");
    ground.set(kRequirementStatus, "second", "status", text("not_applicable"));
    CHECK(ground.parts("requirements_met") == "0 of 1");
    ground.records.at({"requirement_status", id("again")}).hidden = ~std::uint64_t{0};
    CHECK(ground.parts("requirements_met") == "0 of 0");
}

TEST_CASE("F1: controls that apply are in place or not, unless that is withheld; exceptions expire") {
    Ground ground;
    ground.add(kControl, "c", {{"number", text("5.1")}, {"name", text("Policy")}, {"theme", text("people")}, {"unit", kHere}});
    CHECK(ground.parts("controls_in_place") == "0 of 0");
    set_all(ground, kControl, "c", {{"is_applicable", text("applicable")}, {"status", text("planned")}});
    CHECK(ground.parts("controls_in_place") == "0 of 1");
    ground.set(kControl, "c", "status", text("implemented"));
    CHECK(ground.parts("controls_in_place") == "1 of 1");
    ground.records.at({"control", id("c")}).hidden = ~std::uint64_t{0};
    CHECK(ground.parts("controls_in_place") == "0 of 0");
    ground.add(kPolicyException, "e", {{"name", text("e")}, {"what", text("e")}, {"unit", kHere}, {"ends_on", text("2026-11-24")}});
    CHECK(ground.parts("exceptions_expired") == "0 of 0");
    ground.set(kPolicyException, "e", "status", text("approved"));
    CHECK(ground.parts("exceptions_expired") == "1 of 1");
    ground.set(kPolicyException, "e", "ends_on", text("2026-11-25"));
    CHECK(ground.parts("exceptions_expired") == "0 of 1");
}
