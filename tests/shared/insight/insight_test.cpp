#include "insight/worked_out.h"
#include "shared/insight/world.h"

using namespace lisa;
using namespace lisa::test;

TEST_CASE("R1: what makes no sense in a risk and its measures is said in words") {
    World world;
    add_matrix(world);
    add_risk(world, 1, 1);
    CHECK_FALSE(remarks(world.insight(kRisk, "risk"), "check.risk.no_owner"));
    world.set(kRisk, "risk", "owner", kCleared);
    world.set(kRisk, "risk", "treatment", text("reduce"));
    CHECK(remarks(world.insight(kRisk, "risk"), "check.risk.no_owner"));
    CHECK(remarks(world.insight(kRisk, "risk"), "check.risk.reduce_without_measure"));
    world.add(kMeasure, "measure",
              {{"name", text("Säkerhetskopior")}, {"risk", text(id("risk"))}, {"unit", text(id("board_a"))}, {"due_on", text("2026-11-01")}});
    CHECK_FALSE(remarks(world.insight(kRisk, "risk"), "check.risk.reduce_without_measure"));
    const Insight measure = world.insight(kMeasure, "measure");
    CHECK(remarks(measure, "check.measure.overdue"));
    CHECK(remarks(measure, "check.measure.no_owner"));
}

TEST_CASE("R1: a risk is to be assessed again when its information was classified after it") {
    World world;
    add_matrix(world);
    add_risk(world);
    world.set(kAsset, "grades", "classified_on", text("2026-10-15"));
    CHECK_FALSE(remarks(world.insight(kRisk, "risk"), "insight.reassess"));
    world.set(kAsset, "grades", "classified_on", text("2026-10-16"));
    CHECK(remarks(world.insight(kRisk, "risk"), "insight.reassess"));
}

TEST_CASE("R5: a risk above the appetite names who has to decide, until that is done") {
    World world;
    add_matrix(world);
    add_risk(world);  // level 3
    CHECK(remarks(world.insight(kRisk, "risk"), "insight.must_decide", {{"role", phrase("role.chief_executive")}}));
    for (const auto& [field, value] : Values{{"status", text("accepted")},
                                             {"accepted_by", text(id("anna"))},
                                             {"accepted_on", text("2026-11-01")},
                                             {"acceptance_until", text("2027-11-01")},
                                             {"accepted_level", number(3)}})
        world.set(kRisk, "risk", field, value);
    CHECK_FALSE(says(world.insight(kRisk, "risk").remarks, phrase("role.chief_executive")));
    const Insight analysis = world.insight(kRiskAnalysis, "analysis");
    REQUIRE(fact(analysis, "entities.risk"));
    CHECK(fact(analysis, "entities.risk")->text == fill(phrase("insight.risks_text"), {{"count", "1"}, {"accepted", "1"}}));
    world.set(kRisk, "risk", "acceptance_until", text("2026-11-24"));
    CHECK(remarks(world.insight(kRisk, "risk"), "insight.must_decide", {{"role", phrase("role.chief_executive")}}));
    add_risk(world, 4, 4);
    CHECK(remarks(world.insight(kRisk, "risk"), "insight.must_reduce"));
    add_risk(world, 0, 2);  // level 1, within the appetite
    CHECK_FALSE(remarks(world.insight(kRisk, "risk"), "insight.must_reduce"));
}

TEST_CASE("R2: a matrix that cannot be read says what is wrong with it") {
    World world;
    add_matrix(world);
    CHECK_FALSE(remarks(world.insight(kRiskMatrix, "matrix"), "check.matrix.cells"));
    world.set(kRiskMatrix, "matrix", "cells", text("1,2;3"));
    CHECK(remarks(world.insight(kRiskMatrix, "matrix"), "check.matrix.cells"));
}

TEST_CASE("S1: a control says what the statement of applicability lacks") {
    World world;
    world.add(kControl, "control", {{"number", text("5.1")}, {"name", text("Policy")}, {"theme", text("organisational")}, {"unit", text(id("kommun"))}});
    CHECK(remarks(world.insight(kControl, "control"), "check.control.not_decided"));
    for (const auto& [field, value] : Values{{"is_applicable", text("applicable")}, {"status", text("implemented")}, {"owner", text(id("anna"))}})
        world.set(kControl, "control", field, value);
    CHECK(remarks(world.insight(kControl, "control"), "check.control.applicable_without_reason"));
    CHECK(remarks(world.insight(kControl, "control"), "check.control.implemented_without_evidence"));
    world.add(kEvidence, "proof",
              {{"name", text("Beslut")},
               {"kind", text("record")},
               {"control", text(id("control"))},
               {"unit", text(id("kommun"))},
               {"expires_on", text("2026-11-24")}});
    const Insight expired = world.insight(kControl, "control");
    CHECK(remarks(expired, "check.control.evidence_expired"));
    CHECK_FALSE(remarks(expired, "check.control.implemented_without_evidence"));
    world.set(kEvidence, "proof", "expires_on", text("2026-11-25"));
    CHECK_FALSE(remarks(world.insight(kControl, "control"), "check.control.evidence_expired"));
}

TEST_CASE("S5: an exception says when its time is out and what protects meanwhile is missing") {
    World world;
    world.add(kPolicyException, "exception",
              {{"name", text("Delat konto")},
               {"what", text("Ett konto i receptionen")},
               {"unit", text(id("board_a"))},
               {"reason", text("Skiftbyte")},
               {"ends_on", text("2026-11-24")}});
    const Insight insight = world.insight(kPolicyException, "exception");
    CHECK(remarks(insight, "check.policy_exception.expired"));
    CHECK(remarks(insight, "check.policy_exception.no_compensation"));
    world.set(kPolicyException, "exception", "status", text("ended"));
    CHECK_FALSE(remarks(world.insight(kPolicyException, "exception"), "check.policy_exception.expired"));
}

TEST_CASE("D1: the record of processing names the fields that article 30 asks for, and what does not hold together") {
    World world;
    world.add(kProcessing, "processing",
              {{"name", text("Skolskjuts")},
               {"unit", text(id("board_a"))},
               {"transfers", text("none")},
               {"security_measures", text("Behörighet")},
               {"data_subjects", Set{"pupils"}},
               {"data_summary", text("Namn")},
               {"recipients_external", text("Bolaget")}});
    const Insight insight = world.insight(kProcessing, "processing");
    CHECK(remarks(insight, "insight.record_lacks", {{"fields", phrase("field.processing.purpose")}}));
    CHECK(remarks(insight, "check.processing.no_legal_basis"));
    CHECK(remarks(insight, "check.processing.no_retention"));
    world.add(kProcessingData, "row", {{"category", text("Adress")}, {"processing", text(id("processing"))}, {"retention", text("2 år")}});
    CHECK_FALSE(remarks(world.insight(kProcessing, "processing"), "check.processing.no_retention"));
}

TEST_CASE("D2: an impact assessment is asked for with its reasons, until one is begun") {
    World world;
    world.add(kProcessing, "processing",
              {{"name", text("Elevhälsa")},
               {"unit", text(id("board_a"))},
               {"threshold_assessed", Value{true}},
               {"sensitive_data", Value{true}},
               {"vulnerable_people", Value{true}}});
    const Insight insight = world.insight(kProcessing, "processing");
    const Fact* need = fact(insight, "field.processing.dpia_needed");
    REQUIRE(need);
    CHECK(need->text == phrase("option.processing.dpia_needed.yes"));
    CHECK(need->because == std::vector<std::string>{phrase("check.dpia.sensitive_data"), phrase("check.dpia.vulnerable_people")});
    CHECK(remarks(insight, "insight.dpia_missing"));
    world.add(kDpia, "dpia", {{"name", text("Elevhälsa")}, {"processing", text(id("processing"))}});
    CHECK_FALSE(remarks(world.insight(kProcessing, "processing"), "insight.dpia_missing"));
    world.set(kProcessing, "processing", "vulnerable_people", Value{false});
    world.records.erase({"dpia", id("dpia")});
    CHECK_FALSE(remarks(world.insight(kProcessing, "processing"), "insight.dpia_missing"));
}

TEST_CASE("O3: a nämnd without dataskyddshandläggare says so, and a seat that ends soon says when") {
    World world;
    const std::string role = phrase("role.privacy_administrator");
    const auto is_vacant = [&](const Insight& insight) { return remarks(insight, "insight.vacant", {{"role", role}}); };
    CHECK(is_vacant(world.insight(kUnit, "board_a")));
    CHECK_FALSE(is_vacant(world.insight(kUnit, "school_a")));
    const auto seat = [&](Value person, Value ends) {
        world.add(kAssignment, "seat",
                  {{"role", text("privacy_administrator")}, {"unit", text(id("board_a"))}, {"person", std::move(person)}, {"ends_on", std::move(ends)}});
        return world.insight(kUnit, "board_a");
    };
    CHECK(is_vacant(seat(kCleared, kCleared)));
    CHECK(is_vacant(seat(text(id("anna")), text("2026-11-24"))));
    CHECK_FALSE(is_vacant(seat(text(id("anna")), kCleared)));
    const Insight last_day = seat(text(id("anna")), text("2026-11-25"));
    CHECK_FALSE(is_vacant(last_day));
    CHECK(remarks(last_day, "insight.seat_ends", {{"role", role}, {"date", "2026-11-25"}}));
    CHECK(remarks(seat(text(id("anna")), text("2027-02-23")), "insight.seat_ends", {{"role", role}, {"date", "2027-02-23"}}));
    CHECK_FALSE(remarks(seat(text(id("anna")), text("2027-02-24")), "insight.seat_ends", {{"role", role}, {"date", "2027-02-24"}}));
    CHECK(is_vacant(world.insight(kUnit, "board_b")));
}

TEST_CASE("O3: a seat that has not begun yet leaves the nämnd without") {
    World world;
    world.add(kAssignment, "seat",
              {{"role", text("privacy_administrator")}, {"unit", text(id("board_a"))}, {"person", text(id("anna"))}, {"starts_on", text("2026-11-26")}});
    CHECK(remarks(world.insight(kUnit, "board_a"), "insight.vacant", {{"role", phrase("role.privacy_administrator")}}));
    world.set(kAssignment, "seat", "starts_on", text("2026-11-25"));
    CHECK_FALSE(remarks(world.insight(kUnit, "board_a"), "insight.vacant", {{"role", phrase("role.privacy_administrator")}}));
}

TEST_CASE("O4: a person's roles are counted, without those that have ended") {
    World world;
    CHECK(fact(world.insight(kPerson, "anna"), "home.roles") == nullptr);
    world.add(kAssignment, "now", {{"role", text("system_owner")}, {"unit", text(id("board_a"))}, {"person", text(id("anna"))}});
    world.add(kAssignment, "then", {{"role", text("manager")}, {"unit", text(id("board_a"))}, {"person", text(id("anna"))}, {"ends_on", text("2026-06-30")}});
    const Insight insight = world.insight(kPerson, "anna");
    REQUIRE(fact(insight, "home.roles"));
    CHECK(fact(insight, "home.roles")->text == "1");
    CHECK(says(fact(insight, "home.roles")->because, phrase("role.system_owner")));
}

TEST_CASE("O5: whoever leaves within two months is to be handed over from") {
    World world;
    CHECK(world.insight(kPerson, "anna").remarks.size() <= 1);  // fields that are missing
    world.set(kPerson, "anna", "ends_on", text("2027-01-24"));
    CHECK(remarks(world.insight(kPerson, "anna"), "insight.leaves", {{"date", "2027-01-24"}}));
    world.set(kPerson, "anna", "ends_on", text("2027-01-25"));
    CHECK_FALSE(remarks(world.insight(kPerson, "anna"), "insight.leaves", {{"date", "2027-01-25"}}));
}

TEST_CASE("P2: those who have confirmed the version in force are counted, each person once") {
    World world;
    world.set(kDocument, "policy", "version", text("2.0"));
    CHECK(fact(world.insight(kDocument, "policy"), "insight.read_by") == nullptr);
    world.set(kDocument, "policy", "status", text("adopted"));
    const auto read = [&](const char* name, const char* person, const char* version) {
        world.add(kAcknowledgement, name,
                  {{"document", text(id("policy"))},
                   {"version", text(version)},
                   {"person", text(id(person))},
                   {"unit", text(id("school_a"))},
                   {"understood_on", text("2026-11-20")}});
    };
    read("first", "anna", "2.0");
    read("older", "bo", "1.0");
    const auto count = [&] {
        const Insight insight = world.insight(kDocument, "policy");
        return fact(insight, "insight.read_by") ? fact(insight, "insight.read_by")->text : std::string();
    };
    CHECK(count() == fill(phrase("insight.read_by_text"), {{"count", "1"}, {"version", "2.0"}}));
    read("second", "cecilia", "2.0");
    read("again", "anna", "2.0");  // from another device
    CHECK(count() == fill(phrase("insight.read_by_text"), {{"count", "2"}, {"version", "2.0"}}));
}

TEST_CASE("P2 a unit says which documents its people have not confirmed, to who reads their confirmations") {
    World world;
    world.add(
        kDocument, "policy",
        {{"title", text("Policy")}, {"version", text("2.0")}, {"status", text("adopted")}, {"audience", Value{Set{"employee"}}}, {"unit", text(id("kommun"))}});
    const auto lines = [&](std::string_view unit) {
        const Insight insight = world.insight(kUnit, unit);
        const Fact* found = fact(insight, "insight.confirmations");
        return found ? found->because : std::vector<std::string>{};
    };
    const std::vector<std::string> lacking{
        fill(phrase("insight.confirmations_line"), {{"document", "Policy"}, {"version", "2.0"}, {"missing", "1"}, {"asked", "1"}})};
    for (const char* unit : {"school_a", "board_a", "kommun"}) CHECK(lines(unit) == lacking);
    CHECK(lines("school_b").empty());
    world.who = holder(Role::manager, "school_a");
    CHECK(lines("school_a") == lacking);
    CHECK(lines("board_a").empty());  // sees the confirmations of the school alone
    world.set(kDocument, "policy", "applies_in", text(id("board_b")));
    CHECK(lines("school_a").empty());
    world.set(kDocument, "policy", "applies_in", text(id("board_a")));
    CHECK(lines("school_a") == lacking);
    world.add(kAcknowledgement, "read",
              {{"document", text(id("policy"))}, {"version", text("2.0")}, {"person", text(id("anna"))}, {"unit", text(id("school_a"))}});
    CHECK(lines("school_a").empty());
}

TEST_CASE("P3 a control and a task say which paragraphs they follow from") {
    World world;
    world.add(kControl, "training", {{"number", text("6.3")}, {"name", text("Utbildning")}, {"unit", text(id("kommun"))}});
    world.add(kTask, "yearly", {{"name", text("Utbilda")}, {"unit", text(id("kommun"))}});
    CHECK(fact(world.insight(kControl, "training"), "insight.follows") == nullptr);
    world.add(kSectionLink, "tie", {{"section", text(id("aim"))}, {"control", text(id("training"))}});
    world.add(kSectionLink, "wheel", {{"section", text(id("aim"))}, {"task", text(id("yearly"))}});
    for (const auto& [entity, name] : {std::pair{&kControl, "training"}, {&kTask, "yearly"}}) {
        const Insight insight = world.insight(*entity, name);
        REQUIRE(fact(insight, "insight.follows") != nullptr);
        CHECK(fact(insight, "insight.follows")->text == "Policy, Syfte");
    }
}

TEST_CASE("A9: the fields that a whole record has and this one lacks are named, withheld ones not") {
    for (const Entity* entity : kCatalog) {
        CAPTURE(entity->name);
        Record record{*entity};
        for (const std::string& name : missing_fields(record, {})) {
            const Field* field = find_field(*entity, name);
            REQUIRE(field);
            CHECK((field->required || field->listed));
            CHECK_FALSE((field->computed || field->retired));
        }
        record.hidden = ~std::uint64_t{0};
        CHECK(missing_fields(record, {3, 3, 3, 3}).empty());
    }
    World world;
    world.set(kAsset, "grades", "owner", kCleared);
    CHECK(says(world.insight(kAsset, "grades").remarks, phrase("field.asset.owner")));
    world.set(kAsset, "grades", "owner", text(id("anna")));
    CHECK_FALSE(says(world.insight(kAsset, "grades").remarks, phrase("field.asset.owner")));
}

TEST_CASE("A9: the class asks for more, level by level, and of a system the class of its information") {
    World world;
    const auto lacks = [&](std::string_view field) { return says(world.insight(kAsset, "grades").remarks, phrase(field)); };
    world.set(kAsset, "grades", "availability", Value{std::int64_t{1}});
    CHECK_FALSE(lacks("field.asset.recovery_time_hours"));
    const auto completeness = [&] {
        const Record& grades = world.at(kAsset, id("grades"));
        return completeness_of(grades, levels_of(grades, {}));
    };
    const Completeness before = completeness();
    world.set(kAsset, "grades", "availability", Value{std::int64_t{2}});
    CHECK(lacks("field.asset.recovery_time_hours"));
    CHECK(lacks("field.asset.longest_outage_hours"));
    const Completeness after = completeness();
    CHECK(after.wanted == before.wanted + 2);
    CHECK(after.filled == before.filled);
    world.set(kAsset, "grades", "recovery_time_hours", Value{std::int64_t{8}});
    CHECK_FALSE(lacks("field.asset.recovery_time_hours"));
    CHECK(completeness().filled == before.filled + 1);

    world.set(kAsset, "grades", "integrity", Value{std::int64_t{3}});
    const auto remarks = world.insight(kSystem, "register").remarks;
    CHECK(says(remarks, phrase("field.system.restore_tested_on")));
    CHECK(says(remarks, phrase("field.system.integrity")));
}

TEST_CASE("A9: a record that is being made is not yet complained about") {
    World world;
    world.set(kAsset, "grades", "owner", kCleared);
    world.records.at({"asset", id("grades")}).rev = 0;
    CHECK_FALSE(says(world.insight(kAsset, "grades").remarks, phrase("field.asset.owner")));
}

TEST_CASE("A4: what Lisa sees is said in words of both languages, for every register") {
    for (const Language language : {Language::swedish, Language::english}) {
        World world;
        world.reader.language = language;
        classify(world);
        add_matrix(world);
        add_risk(world);
        world.add(kClassification, "klassning", sound_classification());
        world.set(kPerson, "anna", "ends_on", text("2026-12-24"));
        const std::string unknown(say(language, "problem.unknown"));
        for (const auto& [key, record] : world.records) {
            CAPTURE(key.first);
            Insight insight;
            for (const char* name : {"kommun", "board_a", "anna", "grades", "register", "policy", "matrix", "analysis", "risk", "klassning"})
                if (key.second == id(name)) insight = world.insight(*record.entity, name);
            const std::string said = all_words(insight);
            CHECK(said.find(unknown) == std::string::npos);
            CHECK(said.find('{') == std::string::npos);
        }
    }
}

TEST_CASE("S3: an objective shows where it stands by its own numbers, and what that asks for") {
    World world;
    world.add(kObjective, "mal",
              {{"name", text("Utbildade")},
               {"status", text("decided")},
               {"direction", text("more")},
               {"unit_of_measure", text("procent")},
               {"baseline", number(40)},
               {"target", number(90)},
               {"current", number(65)},
               {"measured_on", text("2026-10-01")},
               {"due_on", text("2027-06-30")}});
    const auto standing = [&] {
        const Insight insight = world.insight(kObjective, "mal");
        const Fact* found = fact(insight, "insight.standing");
        return found ? found->text : std::string();
    };
    CHECK(standing() == "65 av 90 procent: 50 procent av vägen");
    world.set(kObjective, "mal", "baseline", kCleared);
    CHECK(standing() == "65 av 90 procent");
    world.set(kObjective, "mal", "current", number(91));
    CHECK(standing() == "91 av 90 procent: målvärdet är nått");
    CHECK(remarks(world.insight(kObjective, "mal"), "check.objective.reached"));
    world.set(kObjective, "mal", "current", kCleared);
    CHECK(standing().empty());
    CHECK(remarks(world.insight(kObjective, "mal"), "check.objective.unmeasured"));
}

TEST_CASE("D4: a system and its processing say when the processor agreement is missing or has expired, and are silent when it holds") {
    World world;
    world.add(kSupplier, "leverantor", {{"name", text("AB")}, {"unit", text(id("kommun"))}, {"is_processor", Value{true}}});
    world.add(kProcessing, "behandling", {{"name", text("Skolskjuts")}, {"unit", text(id("board_a"))}, {"system", text(id("register"))}});
    const auto said = [&](std::string_view key) {
        const bool by_system = remarks(world.insight(kSystem, "register"), key), by_processing = remarks(world.insight(kProcessing, "behandling"), key);
        CHECK(by_system == by_processing);
        return by_system;
    };
    CHECK_FALSE(said("check.agreement.missing"));
    world.set(kSystem, "register", "provider", text(id("leverantor")));
    CHECK(said("check.agreement.missing"));
    world.add(kAgreement, "avtal",
              {{"title", text("PUB-avtal")},
               {"kind", text("processor_agreement")},
               {"status", text("signed")},
               {"supplier", text(id("leverantor"))},
               {"unit", text(id("kommun"))}});
    CHECK_FALSE(said("check.agreement.missing"));
    world.set(kAgreement, "avtal", "ends_on", text("2026-11-24"));
    CHECK(said("check.agreement.expired"));
    world.set(kAgreement, "avtal", "system", text(id("another")));
    CHECK(said("check.agreement.missing"));
}
