// Who may report an event, who sees and handles it, and what each of its steps asks for (H1, H2, H4).
#include <doctest/doctest.h>

#include "domain/open_report.h"
#include "i18n/words.h"
#include "shared/memory.h"

using namespace lisa;
using namespace lisa::test;

namespace {

const Actor kEmployee = holder(Role::employee, "school_a", "anna");
const Actor kPupil = holder(Role::pupil, "school_a", "pupil");
const Actor kManager = holder(Role::manager, "school_a", "manager");
const Actor kCoordinator = holder(Role::coordinator, "kommun", "coordinator");
const Actor kAuditor = holder(Role::auditor, "kommun", "auditor");

Patch report_by(const Actor& who) {
    return {{"name", text("Lånad dator saknas")}, {"description", text("Vagnen var tom")},         {"unit", text(id("school_a"))},
            {"reporter", text(who.person)},       {"discovered_at", text("2026-11-23T10:00:00Z")}, {"reported_at", text("2026-11-23T11:00:00Z")}};
}

Patch with(Patch patch, const Patch& more) {
    for (const auto& [name, edit] : more) patch.insert_or_assign(name, edit);
    return patch;
}

const Patch kTriaged{{"kind", text("incident")}, {"severity", text("moderate")}, {"role", text("it_manager")}};
const Patch kLearnt{{"cause", text("mistake")}, {"lessons", text("Vagnen låses")}, {"feedback", text("Tack!")}};

struct Desk : Municipality {
    std::string create(const Actor& who, const Patch& patch, const char* name = "new") {
        return outcome(apply(change(Verb::create, kEvent, id(name), 0, patch), who, kNow, *this));
    }
    std::string update(const Actor& who, const Patch& patch) { return outcome(apply(fresh(*this, Verb::update, kEvent, id("new"), patch), who, kNow, *this)); }
    std::string take(const Actor& who, const char* step, const Patch& patch = {}) {
        return outcome(apply(fresh_step(*this, kEvent, id("new"), step, patch), who, kNow, *this));
    }
    std::string now(const char* field) { return at(kEvent, id("new")).text(field); }
};

}  // namespace

TEST_CASE("H1: anybody reports in their own name, where they work or study, and an auditor as the employee they are") {
    for (const Actor& who : {kEmployee, kPupil, kManager, kCoordinator}) {
        Desk desk;
        CHECK(desk.create(who, report_by(who)) == "ok");
        CHECK(desk.now("status") == "new");
        CHECK(desk.now("triage_by") == "2026-11-24T10:00:00Z");
    }
    Desk desk;
    CHECK(desk.create(kAuditor, report_by(kAuditor)).starts_with("forbidden"));
    CHECK(desk.create(kEmployee, with(report_by(kEmployee), {{"unit", text(id("school_b"))}})).starts_with("forbidden"));
    CHECK(desk.create(kEmployee, with(report_by(kEmployee), {{"reporter", text(id("anna") + "x")}})).starts_with("invalid reporter="));
    Patch nameless = report_by(kEmployee);
    nameless.erase("reporter");
    CHECK(desk.create(kEmployee, nameless) == "invalid reporter=problem.own_report");
    CHECK(desk.create(kManager, nameless) == "ok");  // what somebody told without giving a name
}

TEST_CASE("H1: who only reports writes the report and nothing of how it is handled") {
    for (const Field& field : kEvent.fields) {
        if (field.computed || field.name == "status" || field.type == Type::notes || field.type == Type::ref || field.seen_from != Clearance::open) continue;
        const bool is_theirs = std::find(std::begin(detail::kReportFields), std::end(detail::kReportFields), field.name) != std::end(detail::kReportFields);
        if (is_theirs || field.type == Type::boolean || field.type == Type::integer) continue;
        Desk desk;
        CAPTURE(std::string(field.name));
        Edit edit = field.type == Type::set      ? Edit{SetEdit{{std::string(field.options.front())}, {}}}
                    : field.type == Type::choice ? Edit{text(field.options.front())}
                    : field.type == Type::moment ? Edit{text("2026-11-23T10:30:00Z")}
                    : field.type == Type::date   ? Edit{text("2026-12-01")}
                                                 : Edit{text("x")};
        Patch patch = report_by(kEmployee);
        patch.insert_or_assign(std::string(field.name), std::move(edit));
        CHECK(desk.create(kEmployee, patch) == "invalid " + std::string(field.name) + "=problem.handlers_only");
    }
}

TEST_CASE("H1: whoever reported reads what is open in their report, wherever it goes, and may not change it") {
    Desk desk;
    REQUIRE(desk.create(kEmployee, report_by(kEmployee)) == "ok");
    REQUIRE(desk.update(kCoordinator, {{"unit", text(id("board_b"))}, {"triage_reason", text("Hör till den andra nämnden")}, {"feedback", text("Tack!")}}) ==
            "ok");
    const Record& record = desk.at(kEvent, id("new"));
    const Places places = *places_of(record, desk);
    const auto seen = redact(record, kEmployee, places);
    REQUIRE(seen);
    CHECK(seen->get(event::feedback) == "Tack!");
    CHECK(seen->is_hidden(event::triage_reason.index));
    CHECK(seen->get(event::triage_reason) == "");
    CHECK_FALSE(redact(record, holder(Role::employee, "board_b", "other"), places));
    CHECK_FALSE(redact(record, kManager, places));  // it is no longer in the school
    CHECK(desk.update(kEmployee, {{"description", text("Jag ångrar mig")}}) == "forbidden =problem.forbidden");
    CHECK(desk.take(kEmployee, "triage", kTriaged) == "forbidden =problem.forbidden");
}

TEST_CASE("H1: own sight gives nothing more than what is open, whatever roles one holds besides") {
    Desk desk;
    REQUIRE(desk.create(kManager, report_by(kManager)) == "ok");
    const Record record = [&] {
        Record one = desk.at(kEvent, id("new"));
        one.set(event::triage_reason, std::string("hemligt"));
        return one;
    }();
    const Actor reader{kManager.person, {{Role::board_member, id("kommun")}}};  // cleared there, and no reader of events
    const auto seen = redact(record, reader, *places_of(record, desk));
    REQUIRE(seen);
    CHECK(seen->is_hidden(event::triage_reason.index));
    CHECK(clearance_in(kManager, record, *places_of(record, desk)) == Clearance::internal);
    CHECK_FALSE(is_own(record, {"", {}}));
}

TEST_CASE("H1: in whose name a report came is not altered, but a name may be put to one that had none") {
    Desk desk;
    REQUIRE(desk.create(kEmployee, report_by(kEmployee)) == "ok");
    CHECK(desk.update(kCoordinator, {{"reporter", text(kCoordinator.person)}}) == "invalid reporter=problem.own_stands");
    CHECK(desk.update(kCoordinator, {{"reporter", kCleared}}) == "invalid reporter=problem.own_stands");
    Desk other;
    Patch nameless = report_by(kManager);
    nameless.erase("reporter");
    REQUIRE(other.create(kManager, nameless) == "ok");
    CHECK(other.update(kCoordinator, {{"reporter", text(id("anna"))}}) == "ok");
}

TEST_CASE("H1: that an event came by the open page is neither said nor taken back by hand") {
    for (const Actor& who : {kEmployee, kManager, kCoordinator}) {
        Desk desk;
        CHECK(desk.create(who, with(report_by(who), {{"channel", text("open_page")}})) == "invalid channel=problem.came_openly");
        CHECK(desk.create(who, with(report_by(who), {{"channel", text("phone")}})) == "ok");
        CHECK(desk.update(kCoordinator, {{"channel", text("open_page")}}) == "invalid channel=problem.came_openly");
        CHECK(desk.update(kCoordinator, {{"channel", text("email")}}) == "ok");
    }
    Desk desk;
    const OpenReport report{{{"name", "Lånad dator saknas"}}, id("school_a"), {}};
    REQUIRE(outcome(apply(open_event(report, id("new"), kNow.utc), open_reporter(id("school_a")), kNow, desk)) == "ok");
    for (const Edit& other : {Edit{text("phone")}, Edit{kCleared}})
        CHECK(desk.update(kCoordinator, {{"channel", other}}) == "invalid channel=problem.came_openly");
    CHECK(desk.update(kCoordinator, {{"channel", text("open_page")}, {"site", text("Sal 13")}}) == "ok");
    CHECK(desk.take(kManager, "triage", kTriaged) == "ok");
    CHECK(desk.now("channel") == "open_page");
}

TEST_CASE("H2: an event is triaged with kind, severity and seat, handled, and closed with cause, lessons and an answer") {
    Desk desk;
    REQUIRE(desk.create(kEmployee, report_by(kEmployee)) == "ok");
    CHECK(desk.take(kManager, "triage") == "invalid kind=problem.required severity=problem.required role=problem.required");
    CHECK(desk.take(kManager, "triage", kTriaged) == "ok");
    CHECK(desk.now("triaged_at") == kNow.utc);
    CHECK(desk.now("triage_by") == "");
    CHECK(desk.take(kManager, "close", kLearnt).starts_with("conflict"));
    CHECK(desk.take(kManager, "finish") == "ok");
    CHECK(desk.take(kManager, "close") == "invalid cause=problem.required lessons=problem.required feedback=problem.required");
    CHECK(desk.take(kManager, "close", kLearnt) == "ok");
    CHECK(desk.now("closed_at") == kNow.utc);
    CHECK(desk.take(kManager, "reopen") == "ok");
    CHECK(desk.now("closed_at") == "");
}

TEST_CASE("H2: that there is nothing to do needs a reason; nobody writes when a step was taken; nothing is removed") {
    Desk desk;
    REQUIRE(desk.create(kEmployee, report_by(kEmployee)) == "ok");
    CHECK(desk.take(kManager, "dismiss") == "invalid triage_reason=problem.required");
    CHECK(desk.take(kManager, "dismiss", {{"triage_reason", text("Datorn låg i skåpet")}}) == "ok");
    CHECK(desk.now("closed_at") == kNow.utc);
    CHECK(desk.update(kManager, {{"closed_at", text("2026-11-01T10:00:00Z")}}) == "forbidden closed_at=problem.field");
    for (const RoleFacts& role : kRoles)
        for (const Entity* log : {&kEvent, &kEventEntry, &kNotification})
            CHECK_FALSE(allowed(holder(role.role, "kommun"), Right::remove, *log, {id("school_a"), id("board_a"), id("kommun")}));
}

TEST_CASE("H2: what happened, was discovered and became known come in their order, and none from the future") {
    Desk desk;
    REQUIRE(desk.create(kEmployee, report_by(kEmployee)) == "ok");
    CHECK(desk.update(kManager, {{"occurred_at", text("2026-11-23T10:30:00Z")}}) == "invalid discovered_at=problem.before_occurred");
    CHECK(desk.update(kManager, {{"known_at", text("2026-11-23T09:00:00Z")}}) == "invalid known_at=problem.before_discovered");
    CHECK(desk.update(kManager, {{"known_at", text("2026-11-23T15:00:00Z")}}) == "invalid known_at=problem.in_the_future");
    CHECK(desk.update(kManager, {{"known_at", text("2026-11-23T12:00:00Z")}}) == "ok");
    CHECK(desk.now("triage_by") == "2026-11-24T12:00:00Z");
}

TEST_CASE("H4: a line of the log has its moment, and what was said was said to somebody") {
    Desk desk;
    REQUIRE(desk.create(kEmployee, report_by(kEmployee)) == "ok");
    const auto write = [&](const Actor& who, const Patch& more) {
        const Patch line = with({{"event", text(id("new"))}, {"name", text("Ringde")}, {"at", text("2026-11-23T12:00:00Z")}, {"kind", text("action")}}, more);
        return outcome(apply(change(Verb::create, kEventEntry, id("line"), 0, line), who, kNow, desk));
    };
    CHECK(write(kEmployee, {}).starts_with("forbidden"));
    CHECK(write(kManager, {{"kind", text("told")}}) == "invalid counterpart=problem.required");
    CHECK(write(kManager, {{"at", text("2026-11-23T20:00:00Z")}}) == "invalid at=problem.in_the_future");
    CHECK(write(kManager, {{"kind", text("told")}, {"counterpart", text("Vårdnadshavare")}}) == "ok");
}
