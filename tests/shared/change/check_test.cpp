// What a register's own check lets through, by the one door for writes.
#include <doctest/doctest.h>

#include "change/change.h"
#include "domain/menu.h"
#include "i18n/words.h"
#include "shared/memory.h"

using namespace lisa;
using namespace lisa::test;

namespace {

using Values = std::map<std::string, Value>;

std::string try_out(Memory& store, const Change& made, const Actor& who) {
    const auto before = store.records;
    const std::size_t rows = store.journal.size();
    const std::string said = outcome(apply(made, who, kNow, store));
    if (said != "ok") {  // then nothing was altered
        CHECK(store.records == before);
        CHECK(store.journal.size() == rows);
    }
    return said;
}

Patch edits(const Values& values) {
    Patch patch;
    for (const auto& [name, value] : values) patch[name] = Edit{value};
    return patch;
}

const Actor kOwner = holder(Role::information_owner, "board_a", "owner");

Values sound_classification() {
    return {{"asset", text(id("grades"))},
            {"held_on", text("2026-11-20")},
            {"confidentiality_individual", number(2)},
            {"confidentiality_motive", text("Elevernas egna")},
            {"integrity_law", number(3)},
            {"integrity_motive", text("Fel betyg ger fel skola")},
            {"availability_operations", number(1)},
            {"availability_motive", text("Kan vänta")}};
}

/// A proposed classification of the grades, without one of its fields.
struct Classified : Municipality {
    explicit Classified(const std::string& without = {}) {
        Values values = sound_classification();
        values["status"] = text("proposed");
        values.erase(without);
        put(kClassification, id("klassning"), values);
    }
    std::string decide(const Patch& patch = {}) { return try_out(*this, fresh_step(*this, kClassification, id("klassning"), "decide", patch), kOwner); }
};

constexpr const char* kCells = "0,0,1,1,1;0,1,1,2,2;1,1,2,3,3;1,2,3,3,4;2,3,3,4,4";

Values sound_matrix() {
    Values matrix{{"name", text("Matris")}, {"version", text("1")},  {"size", number(5)},
                  {"cells", text(kCells)},  {"appetite", number(1)}, {"unit", text(id("kommun"))}};
    constexpr const char* kAccepters[] = {"system_owner", "information_owner", "manager", "chief_executive", "nobody"};
    for (int i = 0; i < 5; ++i) {
        matrix["likelihood_" + std::to_string(i + 1)] = matrix["consequence_" + std::to_string(i + 1)] = text("Steg");
        matrix["accept_" + std::to_string(i)] = text(kAccepters[i]);
    }
    return matrix;
}

/// A treated risk of board A, of the level that its likelihood and consequence give.
struct Treated : Municipality {
    explicit Treated(int likelihood = 1, int consequence = 2) {
        for (const char* name : {"chief", "boss"})
            put(kPerson, id(name),
                {{"given_name", text(name)}, {"family_name", text("Exempel")}, {"audience", text("employee")}, {"unit", text(id("board_a"))}});
        Values matrix = sound_matrix();
        matrix["status"] = text("in_use");
        put(kRiskMatrix, id("matrix"), matrix);
        put(kRiskAnalysis, id("analysis"), {{"name", text("Analys")}, {"kind", text("system")}, {"matrix", text(id("matrix"))}, {"unit", text(id("board_a"))}});
        put(kRisk, id("risk"),
            {{"name", text("Brand")},
             {"analysis", text(id("analysis"))},
             {"owner", text(id("anna"))},
             {"status", text("treated")},
             {"treatment", text("accept")},
             {"current_likelihood", number(likelihood)},
             {"current_consequence", number(consequence)}});
    }
    Patch decision(const Actor& who, int level) const {
        return edits({{"accepted_by", text(who.person)},
                      {"accepted_on", text("2026-11-23")},
                      {"acceptance_until", text("2027-11-23")},
                      {"accepted_level", number(level)},
                      {"acceptance_motive", text("Dyrare att skydda än att förlora")}});
    }
    std::string accept(const Actor& who, const Patch& patch) { return try_out(*this, fresh_step(*this, kRisk, id("risk"), "accept", patch), who); }
};

const Actor kAnna = holder(Role::information_owner, "board_a", "anna"), kSystemOwner = holder(Role::system_owner, "board_a", "anna"),
            kBoss = holder(Role::manager, "board_a", "boss"), kChief = holder(Role::chief_executive, "kommun", "chief");

}  // namespace

TEST_CASE("K1: a classification is decided when every aspect has a harm and a motive, and not before") {
    CHECK(Classified().decide() == "ok");
    for (const char* field : {"confidentiality_motive", "integrity_motive", "availability_motive", "held_on"}) {
        CAPTURE(field);
        CHECK(Classified(field).decide() == "invalid " + std::string(field) + "=problem.required");
    }
    CHECK(Classified("integrity_law").decide() == "invalid integrity=problem.required");
    CHECK(Classified("integrity_motive").decide({{"integrity_motive", text("   ")}}) == "invalid integrity_motive=problem.required");
    CHECK(Classified("integrity_motive").decide({{"integrity_motive", text("Skrivet nu")}}) == "ok");
}

TEST_CASE("K1: a draft may lack anything, for a workshop fills in one thing at a time") {
    Municipality store;
    CHECK(try_out(store, change(Verb::create, kClassification, id("draft"), 0, {{"asset", text(id("grades"))}}), kOwner) == "ok");
}

TEST_CASE("K8: nothing about what is security protected is stored, on no way in") {
    const Patch flag{{"is_security_protected", Value{true}}};
    Classified decided;
    CHECK(decided.decide(flag).starts_with("invalid "));
    CHECK(decided.at(kClassification, id("klassning")).text("status") == "proposed");
    Classified edited;
    CHECK(try_out(edited, fresh(edited, Verb::update, kClassification, id("klassning"), flag), kOwner).find("=problem.security_protected") !=
          std::string::npos);
    Municipality store;
    Patch whole = edits(sound_classification());
    whole.insert(flag.begin(), flag.end());
    CHECK(try_out(store, change(Verb::create, kClassification, id("new"), 0, whole), kOwner).find("=problem.security_protected") != std::string::npos);
    Patch fourth = edits(sound_classification());
    fourth["confidentiality_individual"] = number(4);
    CHECK(try_out(store, change(Verb::create, kClassification, id("new"), 0, fourth), kOwner).find("confidentiality_individual=") != std::string::npos);
    CHECK(try_out(store, change(Verb::create, kClassification, id("flag"), 0, {{"asset", text(id("grades"))}, {"is_security_protected", Value{true}}}),
                  kOwner) == "ok");
    CHECK(try_out(store, fresh(store, Verb::update, kClassification, id("flag"), {{"integrity_motive", text("hemligt")}}), kOwner) ==
          "invalid integrity_motive=problem.security_protected");
    REQUIRE(try_out(store, fresh_step(store, kClassification, id("flag"), "propose"), kOwner) == "ok");
    CHECK(try_out(store, fresh_step(store, kClassification, id("flag"), "decide"), kOwner).starts_with("invalid "));
}

TEST_CASE("R1: a risk is accepted by one entitled at its level, in own name, with day, end and motive") {
    Treated store;
    CHECK(store.accept(kAnna, store.decision(kAnna, 1)) == "ok");
    CHECK(store.at(kRisk, id("risk")).text("status") == "accepted");
    for (const char* field : {"accepted_by", "accepted_on", "acceptance_until", "acceptance_motive"}) {
        CAPTURE(field);
        Treated other;
        Patch patch = other.decision(kAnna, 1);
        patch.erase(field);
        CHECK(other.accept(kAnna, patch).find(std::string(field) + "=problem.required") != std::string::npos);
    }
}

TEST_CASE("R5: who may accept follows from the level in the matrix") {
    struct Try {
        int likelihood, consequence, level;
        const Actor& who;
        bool may;
    };
    const Try tries[] = {{0, 0, 0, kSystemOwner, true}, {1, 2, 1, kSystemOwner, false}, {1, 2, 1, kAnna, true},
                         {1, 3, 2, kAnna, false},       {1, 3, 2, kBoss, true},         {2, 3, 3, kBoss, false},
                         {2, 3, 3, kChief, true},       {0, 0, 0, kChief, true},        {4, 4, 4, kChief, false}};
    for (const Try& one : tries) {
        CAPTURE(one.level);
        CAPTURE(facts(one.who.grants[0].role).name);
        Treated store(one.likelihood, one.consequence);
        CHECK(store.accept(one.who, store.decision(one.who, one.level)) == (one.may ? "ok" : "invalid status=problem.not_entitled"));
    }
}

TEST_CASE("R1: nobody accepts in another's name, nor a level that is no longer the risk's") {
    Treated store;
    CHECK(store.accept(kAnna, store.decision(kBoss, 1)) == "invalid accepted_by=problem.own_decision");
    CHECK(store.accept(kAnna, store.decision(kAnna, 0)) == "invalid accepted_level=problem.accepted_level");
    Patch without = store.decision(kAnna, 1);
    without.erase("accepted_level");
    CHECK(store.accept(kAnna, without) == "invalid accepted_level=problem.accepted_level");
    Patch worse = store.decision(kAnna, 1);
    worse["current_consequence"] = number(4);  // level 2 in the same moment
    CHECK(store.accept(kAnna, worse).find("accepted_level=problem.accepted_level") != std::string::npos);
}

TEST_CASE("R1: a risk whose matrix does not say its level is accepted by nobody") {
    Treated store;
    store.records.at({"risk_matrix", id("matrix")}).set(risk_matrix::cells, std::string("?"));
    CHECK(store.accept(kChief, store.decision(kChief, 1)) == "invalid accepted_level=problem.accepted_level status=problem.not_entitled");
}

TEST_CASE("R1: a decision that is made is not rewritten afterwards, save by who may make it") {
    const Values rewritings[] = {{{"accepted_by", text(id("chief"))}},
                                 {{"acceptance_until", text("2036-11-23")}},
                                 {{"accepted_level", number(4)}},
                                 {{"acceptance_motive", text("Annat")}}};
    const Actor analyst = holder(Role::coordinator, "kommun", "boss");
    for (const Values& rewriting : rewritings) {
        CAPTURE(rewriting.begin()->first);
        Treated store;
        REQUIRE(store.accept(kAnna, store.decision(kAnna, 1)) == "ok");
        CHECK(try_out(store, fresh(store, Verb::update, kRisk, id("risk"), edits(rewriting)), analyst).starts_with("invalid "));
    }
    Treated store;
    REQUIRE(store.accept(kAnna, store.decision(kAnna, 1)) == "ok");
    CHECK(try_out(store, fresh(store, Verb::update, kRisk, id("risk"), {{"acceptance_until", text("2028-01-31")}}), kAnna) == "ok");
    CHECK(try_out(store, fresh(store, Verb::update, kRisk, id("risk"), {{"name", text("Brand i serverrum")}}), analyst) == "ok");
    CHECK(try_out(store, fresh(store, Verb::update, kRisk, id("risk"), {{"current_consequence", number(4)}}), analyst) == "ok");

    Treated closed;
    REQUIRE(closed.accept(kAnna, closed.decision(kAnna, 1)) == "ok");
    REQUIRE(try_out(closed, fresh_step(closed, kRisk, id("risk"), "close", {}), analyst) == "ok");
    for (const Values& rewriting : rewritings) {
        CAPTURE(rewriting.begin()->first);
        CHECK(try_out(closed, fresh(closed, Verb::update, kRisk, id("risk"), edits(rewriting)), analyst).starts_with("invalid "));
    }
    CHECK(try_out(closed, fresh(closed, Verb::update, kRisk, id("risk"), {{"name", text("Brand i serverrum")}}), analyst) == "ok");
}

namespace {

/// An exception that somebody at board A asks for, complete but for one field.
struct Asked : Municipality {
    explicit Asked(const std::string& without = {}, std::string_view ends_on = "2027-06-30") {
        put(kPerson, id("chief"),
            {{"given_name", text("Chef")}, {"family_name", text("Exempel")}, {"audience", text("employee")}, {"unit", text(id("kommun"))}});
        Values values{{"name", text("Delat konto")}, {"what", text("Ett konto i receptionen")}, {"unit", text(id("board_a"))}, {"applicant", text(id("anna"))},
                      {"reason", text("Skiftbyte")}, {"compensating", text("Loggbok")},         {"ends_on", text(ends_on)}};
        values.erase(without);
        put(kPolicyException, id("exception"), values);
    }
    std::string approve(const Actor& who, const Patch& patch = {}) {
        return try_out(*this, fresh_step(*this, kPolicyException, id("exception"), "approve", patch), who);
    }
};

}  // namespace

TEST_CASE("S5: an exception is approved by another than who asked, with an end that is to come and what protects meanwhile") {
    CHECK(Asked().approve(kChief) == "ok");
    CHECK(Asked().approve(holder(Role::chief_executive, "kommun", "anna")) == "invalid applicant=problem.own_application");
    CHECK(Asked("ends_on").approve(kChief).find("ends_on=problem.required") != std::string::npos);
    CHECK(Asked("compensating").approve(kChief) == "invalid =check.policy_exception.no_compensation");
    CHECK(Asked("", "2026-11-22").approve(kChief) == "invalid =check.policy_exception.expired");
    CHECK(Asked("", "2026-11-23").approve(kChief) == "ok");
}

TEST_CASE("S5: nobody gets around that by leaving out, or changing, who asked") {
    Asked store;
    CHECK(store.approve(holder(Role::chief_executive, "kommun", "anna"), {{"applicant", text(id("chief"))}}) == "invalid applicant=problem.own_stands");
    CHECK(store.approve(holder(Role::chief_executive, "kommun", "anna"), {{"applicant", kCleared}}) == "invalid applicant=problem.own_stands");
}

TEST_CASE("S5: what was approved is not extended by those who may only apply") {
    for (const Values& rewriting : {Values{{"ends_on", text("2036-11-23")}}, Values{{"compensating", kCleared}}, Values{{"applicant", text(id("chief"))}}}) {
        CAPTURE(rewriting.begin()->first);
        Asked store;
        REQUIRE(store.approve(kChief) == "ok");
        const Actor applicant = holder(Role::system_manager, "board_a", "anna");
        CHECK(try_out(store, fresh(store, Verb::update, kPolicyException, id("exception"), edits(rewriting)), applicant).starts_with("invalid "));
    }
}

TEST_CASE("P2: one confirms having read for oneself alone") {
    Municipality store;
    const auto read = [&](const char* person) {
        return change(Verb::create, kAcknowledgement, id("read"), 0,
                      edits({{"document", text(id("policy"))},
                             {"version", text("1.0")},
                             {"person", text(id(person))},
                             {"unit", text(id("school_a"))},
                             {"understood_on", text("2026-11-23")}}));
    };
    store.put(kPerson, id("bo"), {{"given_name", text("Bo")}, {"family_name", text("Ek")}, {"audience", text("employee")}, {"unit", text(id("school_a"))}});
    CHECK(try_out(store, read("bo"), holder(Role::coordinator, "kommun", "anna")) == "invalid person=problem.own_acknowledgement");
    CHECK(try_out(store, read("anna"), holder(Role::auditor, "school_a", "anna")) == "forbidden =problem.forbidden");
    CHECK(try_out(store, read("anna"), holder(Role::employee, "school_a", "anna")) == "ok");
    CHECK(try_out(store, fresh(store, Verb::update, kAcknowledgement, id("read"), {{"version", text("2.0")}}), holder(Role::coordinator, "kommun", "anna")) ==
          "forbidden =problem.forbidden");
}

TEST_CASE("P2: a confirmation that was removed by mistake can be put back by who removed it") {
    Municipality store;
    store.put(kAcknowledgement, id("read"),
              {{"document", text(id("policy"))},
               {"version", text("1.0")},
               {"person", text(id("anna"))},
               {"unit", text(id("school_a"))},
               {"understood_on", text("2026-11-23")}});
    const Actor coordinator = holder(Role::coordinator, "kommun", "chief");
    REQUIRE(try_out(store, fresh(store, Verb::remove, kAcknowledgement, id("read")), coordinator) == "ok");
    CHECK(try_out(store, fresh(store, Verb::restore, kAcknowledgement, id("read")), coordinator) == "ok");
}

TEST_CASE("R2: a broken matrix is not put to use, and one in use keeps its cells and steps") {
    const Actor coordinator = holder(Role::coordinator, "kommun", "chief");
    for (const auto& [field, value, complaint] : {std::tuple{"cells", text("0,1;1,2"), "check.matrix.cells"},
                                                  {"cells", text("0,0,1,1,1;0,1,1,2,2;1,1,2,3,3;1,2,3,3,4;2,3,3,4,0"), "check.matrix.falling"},
                                                  {"likelihood_5", kCleared, "check.matrix.steps"},
                                                  {"accept_2", kCleared, "check.matrix.accept_missing"},
                                                  {"appetite", kCleared, "check.matrix.appetite_missing"}}) {
        CAPTURE(complaint);
        Municipality store;
        Values values = sound_matrix();
        values[field] = value;
        store.put(kRiskMatrix, id("matrix"), values);
        CHECK(try_out(store, fresh_step(store, kRiskMatrix, id("matrix"), "put_to_use"), coordinator) == "invalid cells=" + std::string(complaint));
    }
    Municipality store;
    store.put(kRiskMatrix, id("matrix"), sound_matrix());
    REQUIRE(try_out(store, fresh(store, Verb::update, kRiskMatrix, id("matrix"), {{"likelihood_1", text("Aldrig")}}), coordinator) == "ok");
    REQUIRE(try_out(store, fresh_step(store, kRiskMatrix, id("matrix"), "put_to_use"), coordinator) == "ok");
    for (const auto& [field, value] :
         Values{{"cells", text("0,0,0,0,0;0,1,1,2,2;1,1,2,3,3;1,2,3,3,4;2,3,3,4,4")}, {"likelihood_1", text("Ofta")}, {"consequence_5", text("Ofta")}}) {
        CAPTURE(field);
        CHECK(try_out(store, fresh(store, Verb::update, kRiskMatrix, id("matrix"), {{field, value}}), coordinator) == "invalid " + field + "=problem.in_use");
    }
    CHECK(try_out(store, fresh(store, Verb::update, kRiskMatrix, id("matrix"), {{"description", text("Beslutad")}}), coordinator) == "ok");
}

TEST_CASE("every register of the navigation stands under one heading, and the others under none") {
    std::map<std::string_view, int> times;
    for (const MenuGroup& group : kMenu)
        for (const Entity* entity : group.registers) ++times[entity->name];
    for (const Entity* entity : kCatalog) {
        CAPTURE(entity->name);
        CHECK(times[entity->name] == (entity->in_menu ? 1 : 0));
    }
    for (const Entity* entity : {&kSection, &kAcknowledgement, &kRequirementStatus, &kProcessingData, &kSectionLink, &kSavedView}) CHECK_FALSE(entity->in_menu);
}

TEST_CASE("no check complains about a message that has no words") {
    for (const char* key : {"problem.required", "problem.security_protected", "problem.accepted_level", "problem.not_entitled", "problem.own_decision",
                            "problem.own_application", "problem.own_acknowledgement", "problem.in_use", "check.policy_exception.expired",
                            "check.policy_exception.no_end", "check.policy_exception.no_compensation"})
        CHECK_MESSAGE(has_message(key), key);
}

TEST_CASE("K1: a decided classification stays as it was decided until it is withdrawn; notes and the day of review go on") {
    Classified store;
    REQUIRE(store.decide() == "ok");
    const auto put = [&](const Patch& patch) { return try_out(store, fresh(store, Verb::update, kClassification, id("klassning"), patch), kOwner); };
    CHECK(put({{"integrity_law", number(0)}}) == "invalid integrity_law=problem.decided");
    CHECK(put({{"confidentiality_motive", text("Annat")}}) == "invalid confidentiality_motive=problem.decided");
    CHECK(put({{"held_on", text("2025-01-01")}}) == "invalid held_on=problem.decided");
    CHECK(put({{"participants", SetEdit{{"Någon annan"}, {}}}}) == "invalid participants=problem.decided");
    CHECK(put({{"review_on", text("2027-11-20")}, {"notes", NoteEdit{"Gäller även arkivet"}}}) == "ok");
    CHECK(try_out(store, fresh_step(store, kClassification, id("klassning"), "withdraw", {{"integrity_law", number(0)}}), kOwner).starts_with("invalid "));
    REQUIRE(try_out(store, fresh_step(store, kClassification, id("klassning"), "withdraw"), kOwner) == "ok");
    CHECK(put({{"confidentiality_motive", text("Fel från början")}}) == "ok");
}

TEST_CASE("S5: what was approved is altered by nobody, not even by who approved it, until the approval is withdrawn") {
    for (const Values& rewriting : {Values{{"ends_on", text("2036-11-23")}}, Values{{"what", text("Alla konton")}}, Values{{"terms", text("Inget")}},
                                    Values{{"compensating", text("Inget")}}, Values{{"system", text(id("register"))}}, Values{{"unit", text(id("kommun"))}}}) {
        CAPTURE(rewriting.begin()->first);
        Asked store;
        REQUIRE(store.approve(kChief) == "ok");
        CHECK(try_out(store, fresh(store, Verb::update, kPolicyException, id("exception"), edits(rewriting)), kChief) ==
              "invalid " + rewriting.begin()->first + "=problem.decided");
        CHECK(try_out(store, fresh(store, Verb::update, kPolicyException, id("exception"), {{"notes", NoteEdit{"Frågat igen"}}}), kChief) == "ok");
        REQUIRE(try_out(store, fresh_step(store, kPolicyException, id("exception"), "withdraw"), kChief) == "ok");
        CHECK(try_out(store, fresh(store, Verb::update, kPolicyException, id("exception"), edits(rewriting)), holder(Role::system_manager, "kommun", "anna")) ==
              "ok");
    }
}

TEST_CASE("S5: whoever may approve writes no application in the name of another, and so approves no words of their own") {
    const Patch rewriting{{"what", text("Alla konton i hela kommunen")}};
    Asked store;
    CHECK(try_out(store, fresh(store, Verb::update, kPolicyException, id("exception"), rewriting), kChief) == "invalid what=problem.not_own_application");
    CHECK(try_out(store, fresh(store, Verb::update, kPolicyException, id("exception"), {{"applicant", text(id("chief"))}}), kChief) ==
          "invalid applicant=problem.own_stands");
    const Actor coordinator = holder(Role::coordinator, "kommun", "chief");
    Patch application{{"name", text("Eget")},        {"what", text("Ett konto")},       {"unit", text(id("board_a"))},  {"applicant", text(id("anna"))},
                      {"reason", text("Skiftbyte")}, {"compensating", text("Loggbok")}, {"ends_on", text("2027-06-30")}};
    CHECK(try_out(store, change(Verb::create, kPolicyException, id("own"), 0, application), coordinator) == "invalid applicant=problem.applies_for_other");
    application["applicant"] = text(id("chief"));
    CHECK(try_out(store, change(Verb::create, kPolicyException, id("own"), 0, application), coordinator) == "ok");
    CHECK(try_out(store, fresh(store, Verb::update, kPolicyException, id("own"), {{"applicant", text(id("anna"))}}), coordinator) ==
          "invalid applicant=problem.own_stands");
    CHECK(try_out(store, fresh_step(store, kPolicyException, id("own"), "approve"), coordinator) == "invalid applicant=problem.own_application");
    application["applicant"] = text(id("anna"));  // a system manager helps a colleague to write, and cannot approve
    CHECK(try_out(store, change(Verb::create, kPolicyException, id("for anna"), 0, application), holder(Role::system_manager, "board_a", "bo")) == "ok");
}

TEST_CASE("S5: an exception that nobody asked for is not approved") {
    CHECK(Asked("applicant").approve(kChief) == "invalid =check.policy_exception.no_applicant");
}
