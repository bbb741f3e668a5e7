#include "insight/insight.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "i18n/catalog_words.h"
#include "shared/memory.h"

using namespace lisa;
using namespace lisa::test;

namespace {

constexpr std::string_view kToday = "2026-11-25";

using Values = std::map<std::string, Value>;

/// The municipality with what stands around a record in it, as a Swedish reader sees it.
struct World : Municipality {
    Language language = Language::swedish;
    Reader reader{*this};

    std::vector<const Record*> all(const Entity& entity) const {
        std::vector<const Record*> found;
        for (const auto& [key, record] : records)
            if (record.entity == &entity && !record.removed) found.push_back(&record);
        return found;
    }

    Insight insight(const Entity& entity, std::string_view name) {
        const Around around{
            .reader = reader,
            .today = std::string(kToday),
            .rows = [this](const Entity& of) { return all(of); },
            .referring =
                [this](const Entity& of, std::string_view field, const std::string& target) {
                    std::vector<const Record*> found = all(of);
                    std::erase_if(found, [&](const Record* one) { return one->text(field) != target; });
                    return found;
                },
            .find =
                [this](const Entity& of, const std::string& which) {
                    const auto found = records.find({std::string(of.name), which});
                    return found == records.end() || found->second.removed ? nullptr : &found->second;
                },
        };
        return insight_of(at(entity, id(name)), around);
    }

    void add(const Entity& entity, std::string_view name, const Values& values) { put(entity, id(name), values); }
    void set(const Entity& entity, std::string_view name, std::string_view field, Value value) {
        records.at({std::string(entity.name), id(name)}).values[position(entity, field)] = std::move(value);
    }
};

std::string phrase(std::string_view key) {
    REQUIRE_MESSAGE(has_message(key), key);
    return std::string(say(Language::swedish, key));
}

bool remarks(const Insight& insight, std::string_view key) {
    return std::find(insight.remarks.begin(), insight.remarks.end(), phrase(key)) != insight.remarks.end();
}

/// Whether some remark says the text that a key gives with its placeholders filled.
bool remarks(const Insight& insight, std::string_view key, std::initializer_list<std::pair<std::string_view, std::string>> values) {
    return std::find(insight.remarks.begin(), insight.remarks.end(), fill(phrase(key), values)) != insight.remarks.end();
}

const Fact* fact(const Insight& insight, std::string_view label_key) {
    const std::string label = phrase(label_key);
    for (const Fact& one : insight.facts)
        if (one.label == label) return &one;
    return nullptr;
}

bool says(const std::vector<std::string>& sentences, std::string_view part) {
    return std::any_of(sentences.begin(), sentences.end(), [&](const std::string& one) { return one.find(part) != std::string::npos; });
}

std::string all_words(const Insight& insight) {
    std::string text;
    for (const Fact& one : insight.facts) {
        text += one.label + ": " + one.text + "\n";
        for (const std::string& reason : one.because) text += "  " + reason + "\n";
    }
    for (const std::string& remark : insight.remarks) text += remark + "\n";
    return text;
}

/// A classification of the grades that can be decided.
Values sound_classification() {
    return {{"asset", text(id("grades"))},
            {"held_on", text("2026-10-01")},
            {"confidentiality_individual", number(2)},
            {"confidentiality_trust", number(1)},
            {"confidentiality_motive", text("Betygen är pojkarnas och flickornas egna")},
            {"integrity_law", number(3)},
            {"integrity_motive", text("Fel betyg ger fel skola")},
            {"availability_operations", number(1)},
            {"availability_motive", text("Kan vänta någon dag")}};
}

/// The grades with levels that hold until next year.
void classify(World& world) {
    for (const auto& [field, level] : {std::pair{"confidentiality", 2}, {"integrity", 3}, {"availability", 1}}) world.set(kAsset, "grades", field, number(level));
    world.set(kAsset, "grades", "classified_on", text("2026-10-01"));
    world.set(kAsset, "grades", "review_on", text("2027-10-01"));
}

constexpr const char* kCells = "0,0,1,1,1;0,1,1,2,2;1,1,2,3,3;1,2,3,3,4;2,3,3,4,4";

void add_matrix(World& world) {
    Values matrix{{"name", text("Matris")}, {"version", text("1")}, {"size", number(5)}, {"cells", text(kCells)}, {"appetite", number(1)}, {"unit", text(id("kommun"))}};
    constexpr const char* kAccepters[] = {"system_owner", "information_owner", "manager", "chief_executive", "nobody"};
    for (int i = 0; i < 5; ++i) {
        matrix["likelihood_" + std::to_string(i + 1)] = matrix["consequence_" + std::to_string(i + 1)] = text("Steg");
        matrix["accept_" + std::to_string(i)] = text(kAccepters[i]);
    }
    world.add(kRiskMatrix, "matrix", matrix);
    world.add(kRiskAnalysis, "analysis",
              {{"name", text("Elevregistret")}, {"kind", text("system")}, {"matrix", text(id("matrix"))}, {"unit", text(id("board_a"))}});
}

/// A risk of level 3 today that nothing else is wrong with.
void add_risk(World& world, int likelihood = 3, int consequence = 3) {
    world.add(kRisk, "risk",
              {{"name", text("Utpressningsvirus")},
               {"analysis", text(id("analysis"))},
               {"status", text("assessed")},
               {"owner", text(id("anna"))},
               {"asset", text(id("grades"))},
               {"current_likelihood", number(likelihood)},
               {"current_consequence", number(consequence)},
               {"assessed_on", text("2026-10-15")}});
}

}  // namespace

TEST_CASE("K2: a system gets the highest level of its information, and it is said which information that is") {
    World world;
    classify(world);
    world.set(kAsset, "maps", "confidentiality", number(1));
    world.add(kAssetSystem, "second", {{"asset", text(id("maps"))}, {"system", text(id("register"))}, {"relation", text("stored")}});
    const Insight insight = world.insight(kSystem, "register");
    const Fact* secrecy = fact(insight, "field.system.confidentiality");
    REQUIRE(secrecy);
    CHECK(secrecy->level == 2);
    CHECK(secrecy->text == "2 " + phrase("level.2"));
    CHECK(says(secrecy->because, "Betyg"));
    CHECK_FALSE(says(secrecy->because, "Kartor"));
    CHECK(fact(insight, "field.system.integrity")->level == 3);
    world.set(kAsset, "maps", "confidentiality", number(2));
    const Insight both = world.insight(kSystem, "register");
    CHECK(says(fact(both, "field.system.confidentiality")->because, "Betyg, Kartor"));
}

TEST_CASE("K2: many assets of the highest level are not all read out") {
    World world;
    for (int i = 0; i < 6; ++i) {
        const std::string name = "extra" + std::to_string(i);
        world.add(kAsset, name, {{"name", text("Uppgift " + std::to_string(i))}, {"kind", text("information_set")}, {"unit", text(id("board_a"))}, {"confidentiality", number(3)}});
        world.add(kAssetSystem, "of " + name, {{"asset", text(id(name))}, {"system", text(id("register"))}, {"relation", text("stored")}});
    }
    const Insight insight = world.insight(kSystem, "register");
    const Fact* secrecy = fact(insight, "field.system.confidentiality");
    REQUIRE(secrecy);
    CHECK(says(secrecy->because, "Uppgift 3"));
    CHECK_FALSE(says(secrecy->because, "Uppgift 4"));
    CHECK(says(secrecy->because, fill(phrase("insight.and_more"), {{"count", "2"}})));
}

TEST_CASE("K2: a level of the system's own counts with a motive, and is complained about without") {
    World world;
    classify(world);
    world.set(kSystem, "register", "confidentiality", number(1));
    const Insight bare = world.insight(kSystem, "register");
    CHECK(fact(bare, "field.system.confidentiality")->level == 2);
    CHECK(remarks(bare, "insight.no_motive", {{"aspect", phrase("field.system.confidentiality")}}));
    world.set(kSystem, "register", "class_motive", text("Bara pseudonymer lagras"));
    const Insight explained = world.insight(kSystem, "register");
    const Fact* secrecy = fact(explained, "field.system.confidentiality");
    CHECK(secrecy->level == 1);
    CHECK(says(secrecy->because, phrase("insight.own_level")));
    CHECK(says(secrecy->because, "Betyg"));
    CHECK_FALSE(remarks(explained, "insight.no_motive", {{"aspect", phrase("field.system.confidentiality")}}));
}

TEST_CASE("K2: a system that nobody has tied information to is told apart from one of level zero") {
    World world;
    world.records.erase({"asset_system", id("link")});
    CHECK(remarks(world.insight(kSystem, "register"), "insight.no_information"));
}

TEST_CASE("K3: the requirements of the class are counted, met and not") {
    World world;
    classify(world);
    const auto requirement = [&](const char* name, int least) {
        world.add(kRequirement, name, {{"code", text(name)}, {"name", text(name)}, {"unit", text(id("kommun"))}, {"aspect", text("confidentiality")}, {"least_level", number(least)}});
    };
    CHECK(fact(world.insight(kSystem, "register"), "insight.requirements") == nullptr);
    for (const char* name : {"K1", "K2", "K3", "K4"}) requirement(name, 2);
    requirement("K9", 3);  // more than the class asks for
    for (const auto& [name, status] : {std::pair{"K1", "met"}, {"K2", "partly"}, {"K3", "not_met"}})
        world.add(kRequirementStatus, std::string("of ") + name, {{"system", text(id("register"))}, {"requirement", text(id(name))}, {"status", text(status)}});
    world.add(kRequirementStatus, "of another system", {{"system", text(id("elsewhere"))}, {"requirement", text(id("K4"))}, {"status", text("met")}});
    const Insight insight = world.insight(kSystem, "register");
    const Fact* counts = fact(insight, "insight.requirements");
    REQUIRE(counts);
    CHECK(counts->text == fill(phrase("insight.requirements_text"), {{"met", "1"}, {"all", "4"}}));
    REQUIRE(counts->because.size() == 1);
    CHECK(counts->because[0] == fill(phrase("insight.requirements_rest"), {{"partly", "1"}, {"not_met", "1"}, {"not_assessed", "1"}}));
}

TEST_CASE("K1: each level is explained by the harms that reached it") {
    World world;
    world.add(kClassification, "klassning", sound_classification());
    const Insight insight = world.insight(kClassification, "klassning");
    const Fact* secrecy = fact(insight, "field.classification.confidentiality");
    REQUIRE(secrecy);
    CHECK(secrecy->level == 2);
    REQUIRE(secrecy->because.size() == 1);
    CHECK(secrecy->because[0] == fill(phrase("insight.because_harm"), {{"harm", phrase("harm.individual")}}));
    CHECK(fact(insight, "field.classification.integrity")->because[0].find(phrase("harm.law")) != std::string::npos);
    for (const std::string& remark : insight.remarks) CHECK(remark.find(fill(phrase("insight.not_decidable"), {{"fields", ""}}).substr(0, 20)) == std::string::npos);
}

TEST_CASE("K1: what a classification lacks before it can be decided is named by its fields") {
    World world;
    world.add(kClassification, "klassning", sound_classification());
    world.set(kClassification, "klassning", "integrity_motive", kCleared);
    CHECK(remarks(world.insight(kClassification, "klassning"), "insight.not_decidable", {{"fields", phrase("field.classification.integrity_motive")}}));
    world.set(kClassification, "klassning", "status", text("withdrawn"));
    CHECK_FALSE(remarks(world.insight(kClassification, "klassning"), "insight.not_decidable", {{"fields", phrase("field.classification.integrity_motive")}}));
}

TEST_CASE("K1: an asset shows why it has its levels, from the newest decided classification") {
    World world;
    classify(world);
    Values older = sound_classification();
    older["held_on"] = text("2025-10-01");
    older["confidentiality_individual"] = number(0);
    older["status"] = text("decided");
    world.add(kClassification, "older", older);
    Values newest = sound_classification();
    newest["status"] = text("decided");
    world.add(kClassification, "newest", newest);
    Values proposed = sound_classification();
    proposed["held_on"] = text("2026-11-20");
    proposed["confidentiality_individual"] = number(3);
    world.add(kClassification, "proposed", proposed);
    const Insight insight = world.insight(kAsset, "grades");
    REQUIRE(fact(insight, "field.classification.confidentiality"));
    CHECK(fact(insight, "field.classification.confidentiality")->level == 2);
    CHECK_FALSE(remarks(insight, "insight.differs"));
    world.set(kAsset, "grades", "confidentiality", number(1));
    const Insight altered = world.insight(kAsset, "grades");
    CHECK(remarks(altered, "insight.differs"));
    CHECK(fact(altered, "field.classification.confidentiality") == nullptr);
}

TEST_CASE("K5: an asset is to be classified when a level is missing or the review has passed") {
    World world;
    CHECK(remarks(world.insight(kAsset, "grades"), "insight.classify"));
    classify(world);
    CHECK_FALSE(remarks(world.insight(kAsset, "grades"), "insight.classify"));
    world.set(kAsset, "grades", "review_on", text("2026-11-24"));
    CHECK(remarks(world.insight(kAsset, "grades"), "insight.classify"));
}

TEST_CASE("K7: levels that leave the typical ones ask for a motive, and only then") {
    World world;
    classify(world);
    world.add(kInformationType, "type", {{"name", text("Betyg i grundskolan")}, {"area", text("school")}, {"unit", text(id("kommun"))}, {"confidentiality", number(2)}, {"integrity", number(2)}});
    world.set(kAsset, "grades", "information_type", text(id("type")));
    const Insight insight = world.insight(kAsset, "grades");
    CHECK(remarks(insight, "insight.deviates", {{"type", "Betyg i grundskolan"}, {"aspects", phrase("field.asset.integrity")}}));
    world.set(kAsset, "grades", "deviation_motive", text("Nationella prov ingår"));
    CHECK_FALSE(says(world.insight(kAsset, "grades").remarks, "Betyg i grundskolan"));
    world.set(kAsset, "grades", "deviation_motive", kCleared);
    world.set(kAsset, "grades", "integrity", number(2));
    CHECK_FALSE(says(world.insight(kAsset, "grades").remarks, "Betyg i grundskolan"));
}

TEST_CASE("R1: what makes no sense in a risk and its measures is said in words") {
    World world;
    add_matrix(world);
    add_risk(world, 1, 1);
    CHECK_FALSE(remarks(world.insight(kRisk, "risk"), "check.risk.no_owner"));
    world.set(kRisk, "risk", "owner", kCleared);
    world.set(kRisk, "risk", "treatment", text("reduce"));
    CHECK(remarks(world.insight(kRisk, "risk"), "check.risk.no_owner"));
    CHECK(remarks(world.insight(kRisk, "risk"), "check.risk.reduce_without_measure"));
    world.add(kMeasure, "measure", {{"name", text("Säkerhetskopior")}, {"risk", text(id("risk"))}, {"unit", text(id("board_a"))}, {"due_on", text("2026-11-01")}});
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
    for (const auto& [field, value] :
         Values{{"status", text("accepted")}, {"accepted_by", text(id("anna"))}, {"accepted_on", text("2026-11-01")}, {"acceptance_until", text("2027-11-01")}, {"accepted_level", number(3)}})
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
    for (const auto& [field, value] : Values{{"is_applicable", text("applicable")}, {"status", text("implemented")}, {"owner", text(id("anna"))}}) world.set(kControl, "control", field, value);
    CHECK(remarks(world.insight(kControl, "control"), "check.control.applicable_without_reason"));
    CHECK(remarks(world.insight(kControl, "control"), "check.control.implemented_without_evidence"));
    world.add(kEvidence, "proof", {{"name", text("Beslut")}, {"kind", text("record")}, {"control", text(id("control"))}, {"unit", text(id("kommun"))}, {"expires_on", text("2026-11-24")}});
    const Insight expired = world.insight(kControl, "control");
    CHECK(remarks(expired, "check.control.evidence_expired"));
    CHECK_FALSE(remarks(expired, "check.control.implemented_without_evidence"));
    world.set(kEvidence, "proof", "expires_on", text("2026-11-25"));
    CHECK_FALSE(remarks(world.insight(kControl, "control"), "check.control.evidence_expired"));
}

TEST_CASE("S5: an exception says when its time is out and what protects meanwhile is missing") {
    World world;
    world.add(kPolicyException, "exception", {{"name", text("Delat konto")}, {"what", text("Ett konto i receptionen")}, {"unit", text(id("board_a"))}, {"reason", text("Skiftbyte")}, {"ends_on", text("2026-11-24")}});
    const Insight insight = world.insight(kPolicyException, "exception");
    CHECK(remarks(insight, "check.policy_exception.expired"));
    CHECK(remarks(insight, "check.policy_exception.no_compensation"));
    world.set(kPolicyException, "exception", "status", text("ended"));
    CHECK_FALSE(remarks(world.insight(kPolicyException, "exception"), "check.policy_exception.expired"));
}

TEST_CASE("D1: the record of processing names the fields that article 30 asks for, and what does not hold together") {
    World world;
    world.add(kProcessing, "processing", {{"name", text("Skolskjuts")}, {"unit", text(id("board_a"))}, {"transfers", text("none")}, {"security_measures", text("Behörighet")}, {"data_subjects", Set{"pupils"}}, {"data_summary", text("Namn")}, {"recipients_external", text("Bolaget")}});
    const Insight insight = world.insight(kProcessing, "processing");
    CHECK(remarks(insight, "insight.record_lacks", {{"fields", phrase("field.processing.purpose")}}));
    CHECK(remarks(insight, "check.processing.no_legal_basis"));
    CHECK(remarks(insight, "check.processing.no_retention"));
    world.add(kProcessingData, "row", {{"category", text("Adress")}, {"processing", text(id("processing"))}, {"retention", text("2 år")}});
    CHECK_FALSE(remarks(world.insight(kProcessing, "processing"), "check.processing.no_retention"));
}

TEST_CASE("D2: an impact assessment is asked for with its reasons, until one is begun") {
    World world;
    world.add(kProcessing, "processing", {{"name", text("Elevhälsa")}, {"unit", text(id("board_a"))}, {"threshold_assessed", Value{true}}, {"sensitive_data", Value{true}}, {"vulnerable_people", Value{true}}});
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
        world.add(kAssignment, "seat", {{"role", text("privacy_administrator")}, {"unit", text(id("board_a"))}, {"person", std::move(person)}, {"ends_on", std::move(ends)}});
        return world.insight(kUnit, "board_a");
    };
    CHECK(is_vacant(seat(kCleared, kCleared)));
    CHECK(is_vacant(seat(text(id("anna")), text("2026-11-24"))));
    CHECK_FALSE(is_vacant(seat(text(id("anna")), kCleared)));
    const Insight last_day = seat(text(id("anna")), text("2026-11-25"));
    CHECK_FALSE(is_vacant(last_day));
    CHECK(remarks(last_day, "insight.seat_ends", {{"role", role}, {"date", "2026-11-25"}}));
    CHECK(remarks(seat(text(id("anna")), text("2027-01-24")), "insight.seat_ends", {{"role", role}, {"date", "2027-01-24"}}));
    CHECK_FALSE(remarks(seat(text(id("anna")), text("2027-01-25")), "insight.seat_ends", {{"role", role}, {"date", "2027-01-25"}}));
    CHECK(is_vacant(world.insight(kUnit, "board_b")));
}

TEST_CASE("O3: a seat that has not begun yet leaves the nämnd without") {
    World world;
    world.add(kAssignment, "seat", {{"role", text("privacy_administrator")}, {"unit", text(id("board_a"))}, {"person", text(id("anna"))}, {"starts_on", text("2026-11-26")}});
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
        world.add(kAcknowledgement, name, {{"document", text(id("policy"))}, {"version", text(version)}, {"person", text(id(person))}, {"unit", text(id("school_a"))}, {"understood_on", text("2026-11-20")}});
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

TEST_CASE("A9: the fields that a whole record has and this one lacks are named, withheld ones not") {
    for (const Entity* entity : kCatalog) {
        CAPTURE(entity->name);
        Record record{*entity};
        for (const std::string& name : missing_fields(record)) {
            const Field* field = find_field(*entity, name);
            REQUIRE(field);
            CHECK((field->required || field->listed));
            CHECK_FALSE((field->computed || field->retired));
        }
        record.hidden = ~std::uint64_t{0};
        CHECK(missing_fields(record).empty());
    }
    World world;
    world.set(kAsset, "grades", "owner", kCleared);
    CHECK(says(world.insight(kAsset, "grades").remarks, phrase("field.asset.owner")));
    world.set(kAsset, "grades", "owner", text(id("anna")));
    CHECK_FALSE(says(world.insight(kAsset, "grades").remarks, phrase("field.asset.owner")));
}

TEST_CASE("A9: a record that is being made is not yet complained about") {
    World world;
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
