// Risks over a real database: the server refuses what the browser would, and its journal holds what an acceptance was given for.
#include "domain/risk_acceptance.h"
#include "sync/history.h"
#include "sync/replica.h"
#include "tests/backend/town.h"

using namespace lisa;
using namespace lisa::test;

namespace {

constexpr const char* kCells = "0,0,1,2;0,1,2,3;1,2,3,4;1,3,4,4";

/// A treated risk of board A, the matrix of its analysis in use, and another matrix.
struct Risky : Town {
    Risky() {
        hire("boss", "manager", "board_a");
        for (const char* name : {"first", "second"}) {
            Patch matrix{{"name", text(name)},    {"version", text("1")},  {"size", number(4)},
                         {"cells", text(kCells)}, {"appetite", number(0)}, {"unit", text(id("kommun"))}};
            for (int i = 0; i < 5; ++i) matrix["accept_" + std::to_string(i)] = text("information_owner");
            for (int i = 1; i < 5; ++i) matrix["likelihood_" + std::to_string(i)] = matrix["consequence_" + std::to_string(i)] = text("Steg");
            make(kRiskMatrix, id(name), matrix);
        }
        make(kRiskAnalysis, id("analysis"),
             {{"name", text("Analys")}, {"kind", text("information_security")}, {"matrix", text(id("first"))}, {"unit", text(id("board_a"))}});
        make(kRisk, id("risk"),
             {{"name", text("Brand")},
              {"analysis", text(id("analysis"))},
              {"owner", text(id("anna"))},
              {"description", text("Serverrummet brinner")},
              {"vulnerability", text("Inget larm")},
              {"treatment", text("accept")},
              {"current_likelihood", number(1)},
              {"current_consequence", number(2)}});
        for (const char* name : {"assess", "treat"}) CHECK(step("anna", name) == "ok");
    }
    std::string step(const char* person, const char* name, Patch patch = {}) {
        Change change = draft(Verb::step, kRisk, id("risk"), std::move(patch));
        change.step = name;
        return outcome(person, change);
    }
    std::string accept() {
        return step("anna", "accept",
                    {{"accepted_by", text(id("anna"))},
                     {"accepted_on", text("2026-11-23")},
                     {"acceptance_until", text("2027-11-23")},
                     {"accepted_level", number(2)},
                     {"acceptance_motive", text("Dyrare att skydda")}});
    }
    std::string update(const char* person, const Entity& entity, const char* record, Patch patch) {
        return outcome(person, draft(Verb::update, entity, id(record), std::move(patch)));
    }
    /// The record as a person's browser holds it.
    Record seen(const char* person) {
        const Page page = pull(person);
        for (const Record& record : page.records)
            if (record.entity == &kRisk && record.id == id("risk")) return record;
        FAIL("out of sight");
        return Record{kRisk};
    }
};

}  // namespace

TEST_CASE("R2: the server refuses another matrix for an analysis whose risks have levels, and so does the browser") {
    Risky town;
    const Patch other{{"matrix", text(id("second"))}};
    CHECK(town.update("anna", kRiskAnalysis, "analysis", other) == "invalid matrix=problem.matrix_kept");
    auto view = town.storage->read();
    Replica replica(kCatalog, *actor_of(view->store(), id("anna"), town.now));
    (void)replica.take_page(town.pull("anna"));
    const auto preview = replica.preview(town.draft(Verb::update, kRiskAnalysis, id("analysis"), other), kNow);
    CHECK(outcome(preview) == "invalid matrix=problem.matrix_kept");
}

TEST_CASE("R2: the server refuses other cells in a draft that gives levels, and anything decided in what is in use") {
    Risky town;
    const Patch cells{{"cells", text("0,0,0,0;0,0,0,0;0,0,0,0;0,0,0,0")}};
    CHECK(town.update("chief", kRiskMatrix, "first", cells) == "invalid cells=problem.matrix_gives_levels");
    CHECK(town.update("chief", kRiskMatrix, "second", cells) == "ok");
    Change use = town.draft(Verb::step, kRiskMatrix, id("first"));
    use.step = "put_to_use";
    REQUIRE(town.outcome("chief", use) == "ok");
    CHECK(town.update("chief", kRiskMatrix, "first", {{"appetite", number(4)}}) == "invalid appetite=problem.in_use");
}

TEST_CASE("R1: the acceptance remembers its state in the journal, and what is rewritten stands there old and new") {
    Risky town;
    REQUIRE(town.accept() == "ok");
    CHECK(town.load(kRisk, id("risk")).get(risk::accepted_state) == state_of(town.load(kRisk, id("risk"))));
    REQUIRE(town.update("anna", kRisk, "risk", {{"description", text("Hela huset brinner")}}) == "ok");
    CHECK(changed_since_acceptance(town.load(kRisk, id("risk"))) == std::vector<std::string>{"description"});
    auto view = town.storage->read();
    const auto told = history(view->store(), *actor_of(view->store(), id("anna"), town.now), "risk", id("risk"), 0);
    REQUIRE(told);
    const std::string rows = dump(*told);
    CHECK(rows.find(R"("field":"accepted_at")") != std::string::npos);
    CHECK(rows.find("Serverrummet brinner") < rows.find(R"("step":"accept")"));  // the latest comes first
    CHECK(rows.find("Hela huset brinner") != std::string::npos);
}

TEST_CASE("R1: who may not read a weakness is told that it was altered, but has no checksum to try guesses against") {
    Risky town;
    REQUIRE(town.accept() == "ok");
    REQUIRE(town.update("anna", kRisk, "risk", {{"vulnerability", text("Larmet är trasigt")}}) == "ok");
    const Record seen = town.seen("boss");
    CHECK(seen.text("vulnerability").empty());
    CHECK(seen.text("accepted_state").empty());
    CHECK(seen.is_hidden(risk::accepted_state.index));
    CHECK(changed_since_acceptance(seen) == std::vector<std::string>{"vulnerability"});
    CHECK(is_rewritten(seen));
    CHECK_FALSE(town.seen("anna").text("accepted_state").empty());
}

TEST_CASE("a database finds what refers to a record, but not what was removed") {
    Risky town;
    auto view = town.storage->read();
    const auto found = view->store().load_referring(kRisk, "analysis", id("analysis"));
    REQUIRE(found);
    REQUIRE(found->size() == 1);
    CHECK(found->front() == town.load(kRisk, id("risk")));
    CHECK(view->store().load_referring(kRisk, "analysis", id("nothing"))->empty());
    CHECK(view->store().load_referring(kRisk, "owner", id("anna"))->size() == 1);
    REQUIRE(town.outcome("anna", town.draft(Verb::remove, kRisk, id("risk"))) == "ok");
    auto later = town.storage->read();
    CHECK(later->store().load_referring(kRisk, "analysis", id("analysis"))->empty());
}
