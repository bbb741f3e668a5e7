#include "domain/risk.h"

#include <map>

#include "domain/asset.h"
#include "domain/measure.h"
#include "domain/risk_checks.h"
#include "domain/risk_matrix.h"

#include <doctest/doctest.h>

using namespace lisa;

namespace {

constexpr std::string_view kToday = "2026-11-25";
constexpr const char* kCells5 = "0,0,1,1,1;0,1,1,2,2;1,1,2,3,3;1,2,3,3,4;2,3,3,4,4";
constexpr const char* kCells4 = "0,0,1,2;0,1,2,3;1,2,3,4;1,3,4,4";

using Values = std::map<std::string, Value>;

Value word(const char* text) { return std::string(text); }
Value number(std::int64_t value) { return value; }

Record record(const Entity& entity, const char* id, const Values& values) {
    Record made{entity};
    made.id = id;
    for (const auto& [name, value] : values) {
        const std::size_t at = position(entity, name);
        REQUIRE(at != kNoField);
        made.values[at] = value;
    }
    return made;
}

/// Without the field.
Record without(Record from, std::string_view field) {
    from.values[position(*from.entity, field)] = {};
    return from;
}

Record with(Record from, std::string_view field, Value value) {
    from.values[position(*from.entity, field)] = std::move(value);
    return from;
}

Record matrix(const char* cells = kCells5, std::int64_t size = 5) {
    Values values{{"name", word("Matris")}, {"version", word("1")}, {"size", number(size)}, {"cells", word(cells)}, {"appetite", number(1)}};
    for (int i = 1; i <= size; ++i) values["likelihood_" + std::to_string(i)] = values["consequence_" + std::to_string(i)] = word("Steg");
    const char* accepters[] = {"system_owner", "information_owner", "manager", "chief_executive", "nobody"};
    for (int i = 0; i < 5; ++i) values["accept_" + std::to_string(i)] = word(accepters[i]);
    return record(kRiskMatrix, "matrix", values);
}

/// A risk that nothing is wrong with: likely and serious at first, reduced by a measure, and accepted.
Record sound_risk() {
    return record(kRisk, "risk",
                  {{"name", word("Utpressningsvirus")},
                   {"analysis", word("analysis")},
                   {"status", word("accepted")},
                   {"owner", word("anna")},
                   {"inherent_likelihood", number(3)},
                   {"inherent_consequence", number(4)},
                   {"inherent_level", number(4)},
                   {"current_likelihood", number(2)},
                   {"current_consequence", number(3)},
                   {"current_level", number(3)},
                   {"residual_likelihood", number(1)},
                   {"residual_consequence", number(3)},
                   {"residual_level", number(2)},
                   {"assessed_on", word("2026-05-01")},
                   {"reassess_on", word("2027-05-01")},
                   {"treatment", word("reduce")},
                   {"accepted_by", word("bo")},
                   {"accepted_on", word("2026-06-01")},
                   {"acceptance_until", word("2027-05-31")},
                   {"accepted_level", number(2)}});
}

Record measure_of(const char* risk, const char* status) {
    return record(kMeasure, "measure",
                  {{"name", word("Inför tvåfaktorsinloggning")},
                   {"risk", word(risk)},
                   {"status", word(status)},
                   {"owner", word("anna")},
                   {"due_on", word("2026-12-31")}});
}

using Keys = std::vector<std::string>;

Keys nonsense_of(const Record& risk, const char* status = "ongoing") {
    const Record measure = measure_of("risk", status);
    const Record* measures[] = {&measure};
    return nonsense(risk, measures, kToday);
}

/// The one complaint about a sound risk in which one field is changed.
Keys changed(std::string_view field, Value value) { return nonsense_of(with(sound_risk(), field, std::move(value))); }

Actor holder(Role role, const char* unit) { return {"somebody", {{role, unit}}}; }

/// Records by id, without a database.
class Shelf : public Lookup {
public:
    std::map<std::string, Record> records;
    Catalog catalog() const override { return {}; }
    Result<Record> load(const Entity& entity, const std::string& id) override {
        const auto found = records.find(id);
        if (found == records.end() || found->second.entity != &entity) return fault(Fault::missing, "", "problem.missing");
        return found->second;
    }
};

}  // namespace

TEST_CASE("R1 the level of a risk comes from the matrix of its analysis") {
    Shelf shelf;
    shelf.records["matrix"] = matrix();
    shelf.records["analysis"] = record(kRiskAnalysis, "analysis", {{"matrix", word("matrix")}});
    Record risk = record(kRisk, "risk",
                         {{"analysis", word("analysis")},
                          {"inherent_likelihood", number(3)},
                          {"inherent_consequence", number(4)},
                          {"current_likelihood", number(0)},
                          {"current_consequence", number(0)},
                          {"residual_likelihood", number(2)}});
    detail::derive_risk(risk, shelf);
    CHECK(risk.values[risk::inherent_level.index] == number(4));
    CHECK(risk.values[risk::current_level.index] == number(0));
    CHECK(is_blank(risk.values[risk::residual_level.index]));  // the consequence is not assessed

    SUBCASE("a level that no longer follows is taken away") {
        risk.values[risk::inherent_consequence.index] = {};
        detail::derive_risk(risk, shelf);
        CHECK(is_blank(risk.values[risk::inherent_level.index]));
    }
    SUBCASE("a four by four matrix has no fifth step") {
        shelf.records["matrix"] = matrix(kCells4, 4);
        detail::derive_risk(risk, shelf);
        CHECK(is_blank(risk.values[risk::inherent_level.index]));
        CHECK(risk.values[risk::current_level.index] == number(0));
    }
    SUBCASE("without an analysis, a matrix or a way there the levels are blank") {
        for (const char* lost : {"analysis", "matrix"}) {
            Shelf poorer = shelf;
            poorer.records.erase(lost);
            Record same = risk;
            detail::derive_risk(same, poorer);
            CHECK(is_blank(same.values[risk::inherent_level.index]));
        }
        shelf.records["analysis"] = record(kRiskAnalysis, "analysis", {});
        detail::derive_risk(risk, shelf);
        CHECK(is_blank(risk.values[risk::inherent_level.index]));
        Record blank{kRisk};
        detail::derive_risk(blank, shelf);
        CHECK(blank == Record{kRisk});
    }
}

TEST_CASE("R2 a cell of the matrix gives its level, rows by likelihood") {
    CHECK(level_of(matrix(), 0, 0) == 0);
    CHECK(level_of(matrix(), 0, 4) == 1);
    CHECK(level_of(matrix(), 4, 0) == 2);
    CHECK(level_of(matrix(), 4, 4) == 4);
    CHECK(level_of(matrix(kCells4, 4), 3, 0) == 1);
    CHECK(level_of(matrix(kCells4, 4), 3, 1) == 3);
    CHECK(level_of(matrix("0, 0, 1, 2; 0, 1, 2, 3; 1, 2, 3, 4; 1, 3, 4, 4", 4), 3, 1) == 3);
}

TEST_CASE("R2 outside the matrix there is no level") {
    for (std::int64_t beyond : {-1, 5, 1'000'000}) {
        CHECK_FALSE(level_of(matrix(), beyond, 0));
        CHECK_FALSE(level_of(matrix(), 0, beyond));
    }
    CHECK_FALSE(level_of(matrix(kCells4, 4), 4, 0));
    CHECK_FALSE(level_of(Record{kRiskMatrix}, 0, 0));
}

TEST_CASE("R2 a matrix that is not a square of levels is refused as a whole") {
    const char* broken[] = {
        "",
        ";",
        ",",
        ";;;;",
        "hej",
        "0",
        "0,0,1,1,1",
        "0,0,1,1,1;0,1,1,2,2;1,1,2,3,3;1,2,3,3,4",              // a row short
        "0,0,1,1,1;0,1,1,2,2;1,1,2,3,3;1,2,3,3,4;2,3,3,4",      // a cell short
        "0,0,1,1,1;0,1,1,2,2;1,1,2,3,3;1,2,3,3,4;2,3,3,4,4;",   // one separator more
        "0,0,1,1,1;0,1,1,2,2;1,1,2,3,3;1,2,3,3,4;2,3,3,4,5",    // no such level
        "0,0,1,1,1;0,1,1,2,2;1,1,2,3,3;1,2,3,3,4;2,3,3,4,-1",   //
        "0,0,1,1,1;0,1,1,2,2;1,1,2,3,3;1,2,3,3,4;2,3,3,4,44",   //
        "0,0,1,1,1;0,1,1,2,2;1,1,2,3,3;1,2,3,3,4;2,3,3,4,4,4",  // a cell too many
        kCells4,                                                // of another size than the matrix says
    };
    for (const char* cells : broken) {
        CAPTURE(cells);
        CHECK_FALSE(level_of(matrix(cells), 0, 0));
        CHECK(matrix_complaint(matrix(cells)) == "check.matrix.cells");
    }
}

TEST_CASE("R2 a matrix is complete when every step has a name and every level somebody who may accept it") {
    CHECK(matrix_complaint(matrix()) == "");
    CHECK(matrix_complaint(matrix(kCells4, 4)) == "");
    CHECK(matrix_complaint(Record{kRiskMatrix}) == "check.matrix.cells");
    CHECK(matrix_complaint(without(matrix(), "size")) == "check.matrix.cells");
    CHECK(matrix_complaint(matrix("1,0,1,1,1;0,1,1,2,2;1,1,2,3,3;1,2,3,3,4;2,3,3,4,4")) == "check.matrix.falling");
    CHECK(matrix_complaint(without(matrix(), "likelihood_5")) == "check.matrix.steps");
    CHECK(matrix_complaint(without(matrix(), "consequence_1")) == "check.matrix.steps");
    CHECK(matrix_complaint(without(matrix(), "accept_4")) == "check.matrix.accept_missing");
    CHECK(matrix_complaint(with(matrix(), "accept_3", word("system_owner"))) == "check.matrix.accept_falling");
    CHECK(matrix_complaint(without(matrix(), "appetite")) == "check.matrix.appetite_missing");
    // A level that no cell has needs nobody.
    CHECK(matrix_complaint(without(matrix("0,0,0,0;0,0,0,0;0,0,0,1;0,0,1,1", 4), "accept_4")) == "");
}

TEST_CASE("R1 whoever holds the demanded role or a higher one may accept") {
    const Places places{"school", "board", "kommun"};
    const Role ladder[] = {Role::system_owner, Role::information_owner, Role::manager, Role::chief_executive};
    for (std::int64_t level = 0; level < 4; ++level)
        for (std::int64_t held = 0; held < 4; ++held) {
            CAPTURE(level);
            CAPTURE(held);
            CHECK(may_accept(holder(ladder[held], "board"), matrix(), level, places) == (held >= level));
        }
}

TEST_CASE("R1 nobody accepts elsewhere, without a role, or what the matrix does not say") {
    const Places places{"school", "board", "kommun"};
    const Actor chief = holder(Role::chief_executive, "kommun");
    CHECK(may_accept(chief, matrix(), 3, places));
    CHECK_FALSE(may_accept(chief, matrix(), 4, places));  // "nobody"
    CHECK_FALSE(may_accept(chief, matrix(), -1, places));
    CHECK_FALSE(may_accept(chief, matrix(), 5, places));
    CHECK_FALSE(may_accept(chief, without(matrix(), "accept_0"), 0, places));
    CHECK_FALSE(may_accept(chief, with(matrix(), "accept_0", word("emperor")), 0, places));
    CHECK_FALSE(may_accept(chief, Record{kRiskMatrix}, 0, places));
    CHECK_FALSE(may_accept(chief, matrix(), 0, {}));
    CHECK_FALSE(may_accept(Actor{}, matrix(), 0, places));
    CHECK_FALSE(may_accept(holder(Role::manager, "other_board"), matrix(), 0, places));
    for (Role outside : {Role::auditor, Role::administrator, Role::coordinator, Role::employee, Role::privacy_officer})
        CHECK_FALSE(may_accept(holder(outside, "kommun"), matrix(), 0, places));
}

TEST_CASE("R5 a risk above the appetite goes to whoever may accept it, until it is accepted") {
    Record risk = with(sound_risk(), "status", word("treated"));
    CHECK(escalates_to(risk, matrix(), kToday) == "manager");
    CHECK(escalates_to(with(risk, "residual_level", number(1)), matrix(), kToday) == "");  // the appetite itself
    CHECK(escalates_to(with(risk, "residual_level", number(4)), matrix(), kToday) == "nobody");
    CHECK(escalates_to(without(risk, "residual_level"), matrix(), kToday) == "chief_executive");  // now 3
    CHECK(escalates_to(with(risk, "residual_level", number(0)), without(matrix(), "appetite"), kToday) == "system_owner");
    CHECK(escalates_to(with(risk, "status", word("closed")), matrix(), kToday) == "");
    CHECK(escalates_to(Record{kRisk}, matrix(), kToday) == "");
    CHECK(escalates_to(sound_risk(), matrix(), kToday) == "");
    risk = with(sound_risk(), "acceptance_until", word("2026-11-24"));
    CHECK(escalates_to(risk, matrix(), kToday) == "manager");
    CHECK(escalates_to(risk, matrix(), "2026-11-24") == "");
}

TEST_CASE("R5 an acceptance holds for the level it was given for, or a lower one") {
    CHECK(is_accepted(sound_risk(), kToday));
    CHECK(is_accepted(with(sound_risk(), "residual_level", number(1)), kToday));
    CHECK_FALSE(is_accepted(with(sound_risk(), "residual_level", number(3)), kToday));
    CHECK_FALSE(is_accepted(without(sound_risk(), "accepted_by"), kToday));
    CHECK_FALSE(is_accepted(without(sound_risk(), "accepted_on"), kToday));
    CHECK_FALSE(is_accepted(with(sound_risk(), "status", word("treated")), kToday));
    CHECK_FALSE(is_accepted(Record{kRisk}, kToday));
}

TEST_CASE("R1 the decision is about what remains, else what is, else what was") {
    Record risk = sound_risk();
    CHECK(decided_level(risk) == 2);
    risk = without(risk, "residual_level");
    CHECK(decided_level(risk) == 3);
    risk = without(risk, "current_level");
    CHECK(decided_level(risk) == 4);
    CHECK_FALSE(decided_level(without(risk, "inherent_level")));
}

TEST_CASE("R1 nothing is said about a sound risk") {
    CHECK(nonsense_of(sound_risk()).empty());
    CHECK(nonsense_of(with(sound_risk(), "status", word("closed"))).empty());
    Record removed{kRisk};
    removed.removed = true;
    CHECK(nonsense_of(removed).empty());
}

TEST_CASE("R1 each mistake in a risk has its own sentence") {
    CHECK(changed("owner", {}) == Keys{"check.risk.no_owner"});
    CHECK(changed("current_level", number(1)) == Keys{"check.risk.residual_above_current"});
    CHECK(changed("inherent_level", number(2)) == Keys{"check.risk.current_above_inherent"});
    CHECK(changed("inherent_level", {}) == Keys{"check.risk.outside_matrix"});
    CHECK(changed("acceptance_until", word("2026-11-24")) == Keys{"check.risk.acceptance_expired"});
    CHECK(changed("acceptance_until", word("2026-11-25")).empty());  // the last day counts
    CHECK(changed("acceptance_until", {}) == Keys{"check.risk.acceptance_without_end"});
    CHECK(changed("accepted_by", {}) == Keys{"check.risk.accepted_without_approver"});
    CHECK(changed("accepted_on", {}) == Keys{"check.risk.accepted_without_approver"});
    CHECK(changed("accepted_level", number(1)) == Keys{"check.risk.accepted_state_changed"});
    CHECK(changed("treatment", word("not_decided")) == Keys{"check.risk.no_treatment"});
    CHECK(changed("treatment", {}) == Keys{"check.risk.no_treatment"});
    CHECK(changed("treatment", word("accept")) == Keys{"check.risk.accept_without_motive"});
    CHECK(changed("reassess_on", word("2026-11-25")) == Keys{"check.risk.reassess_due"});
    CHECK(changed("reassess_on", word("2026-11-26")).empty());
    CHECK(changed("reassess_on", word("i vår")).empty());
}

TEST_CASE("R1 a blank risk lacks an owner and nothing else") { CHECK(nonsense(Record{kRisk}, {}, kToday) == Keys{"check.risk.no_owner"}); }

TEST_CASE("R1 what the reader may not see is not complained about") {
    Record risk = with(sound_risk(), "treatment", word("accept"));
    for (std::string_view field : {"owner", "treatment_motive", "inherent_level"}) {
        risk = without(risk, field);
        risk.hidden |= std::uint64_t{1} << position(kRisk, field);
    }
    CHECK(nonsense_of(risk).empty());
}

TEST_CASE("R4 a risk that is to be reduced has a live measure of its own") {
    CHECK(nonsense_of(sound_risk(), "planned").empty());
    CHECK(nonsense_of(sound_risk(), "dropped") == Keys{"check.risk.reduce_without_measure"});
    CHECK(nonsense_of(sound_risk(), "done") == Keys{"check.risk.measures_done"});  // still assessed as before the measure
    CHECK(nonsense(sound_risk(), {}, kToday) == Keys{"check.risk.reduce_without_measure"});
    const Record other = measure_of("another", "ongoing");
    Record removed = measure_of("risk", "ongoing");
    removed.removed = true;
    const Record* measures[] = {&other, &removed};
    CHECK(nonsense(sound_risk(), measures, kToday) == Keys{"check.risk.reduce_without_measure"});
}

TEST_CASE("R4 each mistake in a measure has its own sentence") {
    const Record planned = measure_of("risk", "planned");
    CHECK(measure_nonsense(planned, kToday).empty());
    CHECK(measure_nonsense(without(planned, "owner"), kToday) == Keys{"check.measure.no_owner"});
    CHECK(measure_nonsense(without(planned, "due_on"), kToday) == Keys{"check.measure.no_due_date"});
    CHECK(measure_nonsense(with(planned, "due_on", word("2026-11-24")), kToday) == Keys{"check.measure.overdue"});
    CHECK(measure_nonsense(with(planned, "due_on", word("2026-11-25")), kToday).empty());
    CHECK(measure_nonsense(with(planned, "done_on", word("2026-11-01")), kToday) == Keys{"check.measure.date_without_done"});
    const Record done = measure_of("risk", "done");
    CHECK(measure_nonsense(done, kToday) == Keys{"check.measure.done_without_date"});
    CHECK(measure_nonsense(with(done, "done_on", word("2026-11-25")), kToday).empty());
    CHECK(measure_nonsense(with(done, "done_on", word("2026-11-26")), kToday) == Keys{"check.measure.done_in_future"});
    const Record dropped = measure_of("risk", "dropped");
    CHECK(measure_nonsense(dropped, kToday) == Keys{"check.measure.dropped_without_reason"});
    CHECK(measure_nonsense(with(dropped, "result", word("Systemet avvecklas.")), kToday).empty());
    CHECK(measure_nonsense(Record{kMeasure}, kToday) == Keys{"check.measure.no_owner", "check.measure.no_due_date"});
    Record removed{kMeasure};
    removed.removed = true;
    CHECK(measure_nonsense(removed, kToday).empty());
}

TEST_CASE("R1 a risk is assessed anew when its asset or anything around it has changed since") {
    const Record risk = sound_risk();  // assessed 2026-05-01
    const auto asset = [](const char* day) { return record(kAsset, "asset", {{"classified_on", word(day)}}); };
    const Record before = asset("2026-04-30"), same = asset("2026-05-01"), after = asset("2026-05-02"), blank{kAsset};
    CHECK_FALSE(needs_reassessment(risk, nullptr, ""));
    CHECK_FALSE(needs_reassessment(risk, &before, ""));
    CHECK_FALSE(needs_reassessment(risk, &same, ""));
    CHECK_FALSE(needs_reassessment(risk, &blank, ""));
    CHECK(needs_reassessment(risk, &after, ""));
    CHECK(needs_reassessment(risk, nullptr, "2026-05-02"));
    CHECK(needs_reassessment(risk, &before, "2026-05-02T08:00:00Z"));
    CHECK_FALSE(needs_reassessment(risk, nullptr, "2026-05-01T23:59:59Z"));
    CHECK_FALSE(needs_reassessment(risk, nullptr, "nyligen"));
    CHECK_FALSE(needs_reassessment(with(risk, "status", word("closed")), &after, ""));
    CHECK_FALSE(needs_reassessment(without(risk, "assessed_on"), &after, ""));
}

TEST_CASE("R2 the matrix counts the risks of each cell, before and after") {
    const Record first = sound_risk(), second = without(sound_risk(), "residual_likelihood");
    const Record closed = with(sound_risk(), "status", word("closed"));
    const Record beyond = with(sound_risk(), "inherent_likelihood", number(7));
    const Record blank{kRisk};
    const Record* risks[] = {&first, &second, &closed, &beyond, &blank};
    const MatrixCounts counts = matrix_counts(matrix(), risks);
    CHECK(counts.at(Stage::inherent)[3][4] == 2);
    CHECK(counts.at(Stage::current)[2][3] == 3);
    CHECK(counts.at(Stage::residual)[1][3] == 2);
    CHECK(counts.outside_at(Stage::inherent) == 2);
    CHECK(counts.outside_at(Stage::current) == 1);
    CHECK(counts.outside_at(Stage::residual) == 2);
    CHECK(matrix_counts(matrix(), {}).outside_at(Stage::current) == 0);
    CHECK(matrix_counts(matrix("hej"), risks).outside_at(Stage::current) == 4);
}

TEST_CASE("R2 a click on a cell lists the risks that were counted there") {
    CHECK(lies_in(sound_risk(), Stage::inherent, 3, 4));
    CHECK(lies_in(sound_risk(), Stage::residual, 1, 3));
    CHECK_FALSE(lies_in(sound_risk(), Stage::inherent, 4, 3));
    CHECK_FALSE(lies_in(with(sound_risk(), "status", word("closed")), Stage::inherent, 3, 4));
    CHECK_FALSE(lies_in(Record{kRisk}, Stage::current, 0, 0));
}
