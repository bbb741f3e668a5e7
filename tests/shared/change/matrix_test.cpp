// A matrix and the levels that came out of it stay together: by the one door for writes.
#include <doctest/doctest.h>

#include "domain/risk_analysis.h"
#include "domain/risk_matrix.h"
#include "shared/memory.h"

using namespace lisa;
using namespace lisa::test;

namespace {

const Actor kOwner = holder(Role::information_owner, "board_a", "anna"), kCoordinator = holder(Role::coordinator, "kommun", "chief");
constexpr const char *kCells = "0,0,1,1,1;0,1,1,2,2;1,1,2,3,3;1,2,3,3,4;2,3,3,4,4", *kMilder = "0,0,0,0,0;0,1,1,2,2;1,1,2,3,3;1,2,3,3,4;2,3,3,4,4";

/// Two matrices, and an analysis with one risk that has the first of them.
struct Analysed : Municipality {
    explicit Analysed(std::string_view matrix_status = "in_use") {
        for (const char* name : {"first", "second"}) {
            std::map<std::string, Value> values{{"name", text(name)},    {"version", text("1")},  {"status", text(matrix_status)}, {"size", number(5)},
                                                {"cells", text(kCells)}, {"appetite", number(1)}, {"unit", text(id("kommun"))}};
            for (int i = 0; i < 5; ++i) {
                values["likelihood_" + std::to_string(i + 1)] = values["consequence_" + std::to_string(i + 1)] = text("Steg");
                values["accept_" + std::to_string(i)] = text("manager");
            }
            put(kRiskMatrix, id(name), values);
        }
        put(kRiskAnalysis, id("analysis"),
            {{"name", text("Analys")}, {"kind", text("information_security")}, {"matrix", text(id("first"))}, {"unit", text(id("board_a"))}});
        put(kRisk, id("risk"), {{"name", text("Brand")}, {"analysis", text(id("analysis"))}, {"owner", text(id("anna"))}});
    }
    std::string rate() {
        return outcome(
            apply(fresh(*this, Verb::update, kRisk, id("risk"), {{"current_likelihood", number(3)}, {"current_consequence", number(4)}}), kOwner, kNow, *this));
    }
    std::string change_matrix() {
        return outcome(apply(fresh(*this, Verb::update, kRiskAnalysis, id("analysis"), {{"matrix", text(id("second"))}}), kOwner, kNow, *this));
    }
    std::string edit_matrix(const char* field, Value value) {
        return outcome(apply(fresh(*this, Verb::update, kRiskMatrix, id("first"), {{field, std::move(value)}}), kCoordinator, kNow, *this));
    }
};

}  // namespace

TEST_CASE("R2: a draft without levels may change its matrix, and one whose risks have levels keeps it") {
    Analysed store;
    CHECK(store.change_matrix() == "ok");
    Analysed rated;
    REQUIRE(rated.rate() == "ok");
    CHECK(rated.change_matrix() == "invalid matrix=problem.matrix_kept");
    CHECK(rated.at(kRisk, id("risk")).get(risk::current_level) == 4);
    REQUIRE(outcome(apply(fresh(rated, Verb::remove, kRisk, id("risk")), kOwner, kNow, rated)) == "ok");
    CHECK(rated.change_matrix() == "ok");
}

TEST_CASE("R2: an analysis that has begun keeps its matrix, with or without levels, and the form says so") {
    Analysed store;
    REQUIRE(outcome(apply(fresh_step(store, kRiskAnalysis, id("analysis"), "start"), kOwner, kNow, store)) == "ok");
    for (const char* status : {"ongoing", "decided", "archived"}) {
        CAPTURE(status);
        Record& analysis = store.records.at({"risk_analysis", id("analysis")});
        analysis.values[position(kRiskAnalysis, "status")] = text(status);
        CHECK(store.change_matrix() == "invalid matrix=problem.matrix_kept");
        for (const Field& field : kRiskAnalysis.fields)
            CHECK(locked(analysis, field, kOwner, {id("board_a")}) == (field.name == "matrix" ? "problem.matrix_kept" : ""));
    }
    CHECK(outcome(apply(fresh(store, Verb::update, kRiskAnalysis, id("analysis"), {{"scope", text("Hela skolan")}}), kOwner, kNow, store)) == "ok");
}

TEST_CASE("R2: a new analysis takes the matrix that it is given") {
    Analysed store;
    const Patch whole{{"name", text("Ny")}, {"kind", text("change")}, {"matrix", text(id("second"))}, {"unit", text(id("board_a"))}};
    CHECK(outcome(apply(change(Verb::create, kRiskAnalysis, id("new"), 0, whole), kOwner, kNow, store)) == "ok");
}

TEST_CASE("R2: a matrix that was decided stays as it was decided, in use or not; how it is described and filed goes on") {
    for (const char* status : {"in_use", "retired"}) {
        Analysed store(status);
        const std::pair<const char*, Value> decided[] = {{"cells", text(kMilder)},          {"size", number(4)},     {"likelihood_1", text("Ofta")},
                                                         {"consequence_5", text("Inget")},  {"appetite", number(3)}, {"accept_3", text("nobody")},
                                                         {"name", text("En annan matris")}, {"version", text("2")}};
        for (const auto& [field, value] : decided) {
            CAPTURE(field);
            CHECK(store.edit_matrix(field, value) == "invalid " + std::string(field) + "=problem.in_use");
        }
        for (const char* field : {"description", "decided_by", "registry_number"}) CHECK(store.edit_matrix(field, text("KS 2026/1")) == "ok");
        CHECK(store.edit_matrix("decided_on", text("2026-11-01")) == "ok");
    }
}

TEST_CASE("R2: the cells of a draft matrix stay once a risk has its level from them") {
    Analysed store("draft");
    CHECK(store.edit_matrix("cells", text(kMilder)) == "ok");
    REQUIRE(store.rate() == "ok");
    CHECK(store.edit_matrix("cells", text(kCells)) == "invalid cells=problem.matrix_gives_levels");
    CHECK(store.edit_matrix("likelihood_1", text("Nästan aldrig")) == "ok");
    CHECK(store.at(kRisk, id("risk")).get(risk::current_level) == 4);
}

TEST_CASE("R2: a new version starts from what was decided, says what it replaces, and can be made") {
    Analysed store;
    auto values = next_version(store.at(kRiskMatrix, id("first")));
    CHECK(values.at("cells") == text(kCells));
    CHECK(values.at("accept_4") == text("manager"));
    CHECK(values.at("replaces") == text(id("first")));
    for (const char* field : {"status", "version", "decided_by", "decided_on", "notes"}) CHECK_FALSE(values.contains(field));
    values["version"] = text("2");
    Patch patch;
    for (const auto& [field, value] : values) patch[field] = Edit{value};
    CHECK(outcome(apply(change(Verb::create, kRiskMatrix, id("next"), 0, patch), kCoordinator, kNow, store)) == "ok");
    CHECK(outcome(apply(fresh_step(store, kRiskMatrix, id("next"), "put_to_use"), kCoordinator, kNow, store)) == "ok");
}
