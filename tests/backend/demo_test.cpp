#include "demo.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "auth/account.h"
#include "core/date.h"
#include "demo/sign_in.h"
#include "demo/world.h"
#include "domain/applicability.h"
#include "domain/catalog.h"
#include "domain/confirmations.h"
#include "domain/grants.h"
#include "domain/privacy_rules.h"
#include "domain/risk_checks.h"
#include "schema/json.h"
#include "schema/validate.h"
#include "store/crypto.h"
#include "sync/actor.h"
#include "tests/backend/example.h"

using namespace lisa;
using test::kAssets;
using test::loaded;
using test::tables;

namespace {

constexpr std::int64_t kNow = test::kExampleNow;
using Folder = test::ExampleFolder;

/// Every text that people wrote or read: not ids, not dates.
std::vector<std::string> texts_of(const Record& record) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < record.values.size(); ++i) {
        const Field& field = record.entity->fields[i];
        if (field.type == Type::ref || field.type == Type::date || field.type == Type::moment || field.format == Format::organisation_number) continue;
        if (const auto* text = std::get_if<std::string>(&record.values[i])) out.push_back(*text);
        if (const auto* set = std::get_if<Set>(&record.values[i])) out.insert(out.end(), set->begin(), set->end());
        if (const auto* notes = std::get_if<Notes>(&record.values[i]))
            for (const Note& note : *notes) out.push_back(note.text);
    }
    return out;
}

std::string read_text(const std::string& path) {
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// Six or eight digits that are a date of birth and four more.
bool has_identity_number(const std::string& text) {
    static const std::regex kNumber(R"((^|[^0-9])((19|20)?[0-9]{2}(0[1-9]|1[0-2])([0-2][0-9]|3[01]|[6-8][0-9]|9[01])[-+ ]?[0-9]{4})([^0-9]|$))");
    return std::regex_search(text, kNumber);
}

}  // namespace

TEST_CASE("the same seed tells the same story, ids included") {
    const demo::World first = demo::tell(tables(), 7, kNow), again = demo::tell(tables(), 7, kNow), other = demo::tell(tables(), 8, kNow);
    const auto& deeds = first.script.deeds();
    REQUIRE(deeds.size() == again.script.deeds().size());
    std::set<std::string> ids;
    for (std::size_t i = 0; i < deeds.size(); ++i) {
        const demo::Deed& twin = again.script.deeds()[i];
        CHECK((deeds[i].change == twin.change && deeds[i].who == twin.who && deeds[i].at_ms == twin.at_ms));
        CHECK(is_id(deeds[i].change.id));
        CHECK(is_id(deeds[i].change.record));
        CHECK(ids.insert(deeds[i].change.id).second);
        CHECK(deeds[i].at_ms <= kNow);
        if (i > 0) CHECK(deeds[i].at_ms >= deeds[i - 1].at_ms);
    }
    CHECK(deeds.front().change.id != other.script.deeds().front().change.id);
    const demo::World later = demo::tell(tables(), 7, kNow + 86'400'000LL * 100);
    CHECK(later.script.deeds().front().change.id == deeds.front().change.id);
    CHECK(later.script.deeds().back().change.record == deeds.back().change.record);
}

TEST_CASE("the example has the size of a municipality") {
    const auto& records = loaded().records;
    const auto count = [&](const char* entity) { return static_cast<int>(records.at(entity).size()); };
    const std::tuple<const char*, int, int> sizes[] = {{"unit", 60, 75},
                                                       {"person", 2900, 3100},
                                                       {"assignment", 115, 140},
                                                       {"system", 245, 280},
                                                       {"asset", 590, 620},
                                                       {"asset_system", 850, 950},
                                                       {"document", 8, 12},
                                                       {"section", 35, 60},
                                                       {"risk_analysis", 25, 25},
                                                       {"risk", 190, 210},
                                                       {"measure", 130, 190},
                                                       {"classification", 75, 85},
                                                       {"requirement_status", 320, 400},
                                                       {"evidence", 30, 60},
                                                       {"processing", 380, 420},
                                                       {"processing_data", 600, 1000},
                                                       {"dpia", 12, 12},
                                                       {"privacy_request", 25, 25},
                                                       {"privacy_check", 8, 8},
                                                       {"breach", 6, 6},
                                                       {"event", 9, 9},
                                                       {"notification", 4, 4},
                                                       {"policy_exception", 6, 6},
                                                       {"acknowledgement", 2000, 3500},
                                                       {"agreement", 300, 400},
                                                       {"control", 93, 93}};
    for (const auto& [entity, least, most] : sizes) {
        INFO(entity);
        CHECK(count(entity) >= least);
        CHECK(count(entity) <= most);
    }
    std::map<std::string, int> roles;
    int vacant = 0, with_deputy = 0, ending = 0;
    for (const Record& seat : records.at("assignment")) {
        ++roles[seat.text("role")];
        vacant += seat.get(assignment::is_vacant);
        with_deputy += !seat.text("deputy").empty();
        ending += !seat.text("ends_on").empty() && seat.text("ends_on") < swedish_date(kNow + 86'400'000LL * 90);
    }
    for (std::string_view role : detail::kSeatRoles) CHECK_MESSAGE(roles[std::string(role)] > 0, std::string(role));
    CHECK(vacant >= 5);
    CHECK(with_deputy >= 15);
    CHECK(ending >= 3);
}

TEST_CASE("O1 P2 P3 the example has a reorganisation, confirmations partly done and paragraphs that lead to something") {
    const auto& records = loaded().records;
    const std::string today = swedish_date(kNow);
    int merged = 0;
    for (const Record& unit : records.at("unit"))
        if (!unit.text("ends_on").empty() && unit.text("ends_on") < today) merged += !unit.text("successor").empty() && !unit.text("decision").empty();
    CHECK(merged == 1);
    int asking = 0;
    for (const Record& document : records.at("document")) {
        if (!asks_for_confirmation(document, today)) continue;
        ++asking;
        const auto of = [&](const char* entity) { return test::pointers(records.at(entity)); };
        const Confirmations found = confirmations_of(document, {of("unit"), of("person"), of("assignment"), of("acknowledgement")}, today);
        INFO(document.text("title"));
        CHECK(found.confirmed > 0);
        CHECK(found.confirmed < found.asked);
    }
    CHECK(asking >= 5);
    CHECK(records.at("section_link").size() > 30);
}

TEST_CASE("what has states stands in all of them in the example") {
    const std::pair<const Entity*, std::vector<std::string_view>> unused[] = {
        {&kRisk, {}},         {&kRiskAnalysis, {}},   {&kMeasure, {}},         {&kClassification, {}}, {&kProcessing, {}},   {&kDpia, {}},
        {&kPrivacyCheck, {}}, {&kPrivacyRequest, {}}, {&kPolicyException, {}}, {&kEvent, {}},          {&kNotification, {}}, {&kRiskMatrix, {"retired"}}};
    for (const auto& [entity, absent] : unused) {
        std::map<std::string, int> states;
        for (const Record& record : loaded().records.at(std::string(entity->name))) ++states[record.text(entity->state)];
        for (std::string_view state : find_field(*entity, entity->state)->options) {
            if (std::find(absent.begin(), absent.end(), state) != absent.end()) continue;
            INFO(entity->name << " " << state);
            CHECK(states[std::string(state)] > 0);
        }
    }
}

TEST_CASE("the checks find something in the example, and far from everything") {
    const auto& records = loaded().records;
    const std::string today = swedish_date(kNow);
    std::vector<const Record*> measures;
    for (const Record& measure : records.at("measure")) measures.push_back(&measure);
    std::map<std::string, int> found;
    int odd = 0, incomplete = 0, gaps = 0, unlike = 0;
    for (const Record& risk : records.at("risk")) {
        const auto keys = nonsense(risk, measures, today);
        odd += !keys.empty();
        for (const std::string& key : keys) ++found[key];
    }
    for (const Record* measure : measures)
        for (const std::string& key : measure_nonsense(*measure, today)) ++found[key];
    for (const char* key : {"check.risk.residual_above_current", "check.risk.acceptance_expired", "check.risk.accepted_state_changed",
                            "check.risk.changed_since_acceptance", "check.risk.accept_anew", "check.risk.reduce_without_measure", "check.risk.reassess_due",
                            "check.risk.accept_without_motive", "check.measure.overdue", "check.measure.dropped_without_reason"}) {
        INFO(key);
        CHECK(found[key] > 0);
    }
    CHECK(odd > 20);
    CHECK(odd < 120);
    for (const Record& processing : records.at("processing")) {
        std::vector<const Record*> data;
        for (const Record& row : records.at("processing_data"))
            if (row.text("processing") == processing.id) data.push_back(&row);
        CHECK(!data.empty());
        incomplete += !missing_for_record(processing, data).empty();
    }
    CHECK(incomplete > 30);
    CHECK(incomplete < 80);
    for (const Record& control : records.at("control")) gaps += !soa_gaps(control, test::pointers(records.at("evidence")), today).empty();
    CHECK(gaps > 5);
    CHECK(gaps < 45);
    const auto asset_of = [&](const Record& record) {
        return std::find_if(records.at("asset").begin(), records.at("asset").end(), [&](const Record& asset) { return asset.id == record.text("asset"); });
    };
    for (const Record& record : records.at("classification"))
        if (record.text("status") == "decided") unlike += differs(*asset_of(record), record);
    CHECK(unlike > 0);
    CHECK(unlike < 20);
    MESSAGE("odd risks " << odd << ", incomplete processings " << incomplete << ", controls with gaps " << gaps << ", assets unlike their classification "
                         << unlike);
}

TEST_CASE("O2 R4 in the example somebody answers for all that is in use, and measures come of more than risks") {
    const auto& records = loaded().records;
    for (const auto& [name, used] : {std::pair{"system", "in_operation"}, {"asset", "in_use"}})
        for (const Record& one : records.at(name)) CHECK_FALSE((one.text("status") == used && one.text("owner").empty()));
    const auto& all = records.at("measure");
    for (const char* cause : {"risk", "breach", "privacy_check", "policy_exception"})
        CHECK_MESSAGE(std::any_of(all.begin(), all.end(), [&](const Record& one) { return !one.text(cause).empty(); }), cause);
}

TEST_CASE("nothing in the example was done on a day that has not come") {
    const std::string today = swedish_date(kNow);
    constexpr std::string_view kPast[] = {"held_on",       "assessed_on",  "accepted_on", "decided_on",  "done_on",
                                          "classified_on", "collected_on", "measured_on", "reviewed_on", "understood_on",
                                          "received_on",   "answered_on",  "advised_on",  "surveyed_on", "signed_on"};
    for (const auto& [entity, rows] : loaded().records)
        for (const Record& record : rows)
            for (std::string_view field : kPast)
                if (find_field(*record.entity, field) && record.text(field) > today) FAIL_CHECK(entity << "." << field << " " << record.text(field));
}

TEST_CASE("the journal of the example goes forward in time") {
    auto view = loaded().storage->read();
    auto query = view->database().query("SELECT count(*) FROM journal a JOIN journal b ON b.seq = a.seq + 1 WHERE b.at < a.at");
    REQUIRE(query);
    REQUIRE(*query->step());
    CHECK(query->integer(0) == 0);
}

TEST_CASE("every record of the example is valid and every reference leads somewhere") {
    std::set<std::string> ids;
    for (const auto& [entity, records] : loaded().records)
        for (const Record& record : records) ids.insert(entity + record.id);
    for (const auto& [entity, records] : loaded().records)
        for (const Record& record : records) {
            for (const Problem& problem : validate(record)) FAIL_CHECK(entity << " " << record.id << " " << problem.field << " " << problem.message);
            for (const Field& field : record.entity->fields) {
                const std::string id = field.type == Type::ref ? record.text(field.name) : "";
                if (!id.empty() && !ids.contains(std::string(field.ref) + id)) FAIL_CHECK(entity << "." << field.name << " leads nowhere");
            }
        }
}

TEST_CASE("the example has no personal identity number and no address outside .example") {
    CHECK(has_identity_number("född 19121212-1212"));
    CHECK(has_identity_number("121212+1212"));
    CHECK_FALSE(has_identity_number("0980-319 212"));
    for (const auto& [entity, records] : loaded().records)
        for (const Record& record : records)
            for (const std::string& text : texts_of(record)) {
                if (has_identity_number(text)) FAIL_CHECK(entity << ": " << text);
                if (text.find('@') != std::string::npos && !text.ends_with(".example")) FAIL_CHECK(entity << ": " << text);
            }
}

TEST_CASE("no two people of the example share a name or an address") {
    std::set<std::string> names, addresses;
    for (const Record& person : loaded().records.at("person")) {
        CHECK(names.insert(person.text("name")).second);
        CHECK(addresses.insert(person.text("email")).second);
    }
}

TEST_CASE("those who sign in to the example have the roles that their note says") {
    const std::map<std::string, std::pair<Role, std::string>> expected = {{"samordnare", {Role::coordinator, "Köpings kommun"}},
                                                                          {"agare", {Role::information_owner, "Utbildningsnämnden"}},
                                                                          {"systemagare", {Role::system_owner, "Samhällsbyggnadsförvaltningen"}},
                                                                          {"dataskydd", {Role::privacy_officer, "Köpings kommun"}},
                                                                          {"handlaggare", {Role::privacy_administrator, "Vård- och omsorgsnämnden"}},
                                                                          {"kommunchef", {Role::chief_executive, "Köpings kommun"}},
                                                                          {"medarbetare", {Role::employee, "Lärkskolan"}},
                                                                          {"revisor", {Role::auditor, "Köpings kommun"}},
                                                                          {"admin", {Role::administrator, "Köpings kommun"}}};
    auto view = loaded().storage->read();
    REQUIRE(view);
    const std::string note = read_text(loaded().path + ".sign-in.txt");
    for (const auto& [user, grant] : expected) {
        INFO(user);
        const auto account = find_account(view->database(), user);
        REQUIRE(account);
        REQUIRE(account->has_value());
        const Actor actor = *actor_of(view->store(), (*account)->person, kNow);
        const bool is_granted = std::any_of(actor.grants.begin(), actor.grants.end(), [&](const Grant& held) {
            return held.role == grant.first && view->store().load(kUnit, held.unit)->text("name") == grant.second;
        });
        CHECK(is_granted);
        CHECK(note.find("\n" + user + " ") != std::string::npos);
        CHECK(note.find(view->store().load(kPerson, (*account)->person)->text("name")) != std::string::npos);
    }
    const Actor plain = *actor_of(view->store(), find_account(view->database(), "medarbetare")->value().person, kNow);
    CHECK(plain.grants.size() == 1);
}

TEST_CASE("one random password opens every account, and only its owner may read the note") {
    const std::string path = loaded().path + ".sign-in.txt", note = read_text(path);
    const std::string mark = "Lösenord  ";
    const std::size_t at = note.find(mark);
    REQUIRE(at != std::string::npos);
    const std::string password = note.substr(at + mark.size(), 19);
    auto view = loaded().storage->read();
    Passwords passwords;
    for (const char* user : {"samordnare", "admin"}) CHECK(*passwords.verify(password, find_account(view->database(), user)->value().password));
    struct stat facts {};
    REQUIRE(stat(path.c_str(), &facts) == 0);
    CHECK((facts.st_mode & 0777) == 0600);
    CHECK(demo::new_password() != demo::new_password());
}

TEST_CASE("loading the example again, on another day, changes nothing") {
    Folder folder;
    const std::string path = folder.file("again.db"), note_path = path + ".sign-in.txt";
    const auto start = std::chrono::steady_clock::now();
    REQUIRE(make_demo(path, kAssets, kNow));
    MESSAGE("loaded in " << std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start).count() << " ms");
    const auto rows = [&] {
        auto storage = Storage::open(path, kCatalog, Database::Mode::existing);
        auto view = (*storage)->read();
        auto query = view->database().query("SELECT count(*) FROM journal");
        (void)query->step();
        return query->integer(0);
    };
    const std::int64_t before = rows();
    const std::string note = read_text(note_path);
    const auto again = make_demo(path, kAssets, kNow + 86'400'000LL * 30);
    REQUIRE(again);
    CHECK(*again == DemoState::was_there);
    CHECK(rows() == before);
    CHECK(read_text(note_path) == note);
}

TEST_CASE("the history of the example has more than one voice") {
    auto view = loaded().storage->read();
    auto query = view->database().query("SELECT count(DISTINCT actor), sum(verb = 'update'), sum(verb = 'restore') FROM journal");
    REQUIRE(query);
    REQUIRE(*query->step());
    CHECK(query->integer(0) > 20);
    CHECK(query->integer(1) > 150);
    CHECK(query->integer(2) == 1);
}
