#include "domain/privacy_rules.h"

#include "domain/dpia.h"
#include "domain/privacy_check.h"
#include "domain/privacy_request.h"
#include "domain/processing_data.h"
#include "schema/lookup.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

using namespace lisa;

namespace {

using Values = std::map<std::string, Value>;
using Keys = std::vector<std::string>;

Value text(const char* value) { return std::string(value); }

Record made(const Entity& entity, const Values& values) {
    Record record{entity};
    for (const auto& [name, value] : values) {
        REQUIRE(position(entity, name) != kNoField);
        record.values[position(entity, name)] = value;
    }
    return record;
}

/// A controller's processing that lacks nothing.
const Values kWhole{{"name", text("Skolskjuts")},
                    {"purpose", text("Pröva rätten till skolskjuts")},
                    {"data_subjects", Set{"guardians", "pupils"}},
                    {"data_summary", text("Namn, adress, färdväg")},
                    {"recipients_external", text("Trafikbolaget")},
                    {"transfers", text("none")},
                    {"security_measures", text("Behörighet och loggning")},
                    {"legal_bases", Set{"public_task"}},
                    {"legal_basis_text", text("Skollagen")}};

Values with(Values values, const Values& more) {
    for (const auto& [name, value] : more) values[name] = value;
    return values;
}

Keys missing(const Values& values, const std::vector<Values>& rows) {
    std::vector<Record> records;
    for (const Values& row : rows) records.push_back(made(kProcessingData, row));
    std::vector<const Record*> data;
    for (const Record& record : records) data.push_back(&record);
    return missing_for_record(made(kProcessing, values), data);
}

const Values kRow{{"category", text("Adress")}, {"kind", text("ordinary")}, {"retention", text("2 år")}};
Keys missing(const Values& more) { return missing(with(kWhole, more), {kRow}); }

/// No record is anywhere.
struct Nowhere : Lookup {
    Catalog catalog() const override { return {}; }
    Result<Record> load(const Entity&, const std::string&) override { return fault(Fault::missing, "", "problem.missing"); }
};

}  // namespace

TEST_CASE("D2 each criterion that is ticked is a reason, in the order of the form") {
    constexpr const char* kAll[] = {"scoring",           "automated_decisions", "systematic_monitoring", "sensitive_data", "large_scale",
                                    "matching_datasets", "vulnerable_people",   "new_technology",        "blocks_right",   "is_on_imy_list"};
    Values values;
    Keys expected;
    for (const char* name : kAll) {
        CHECK(dpia_reasons(made(kProcessing, {{name, Value{true}}})) == Keys{"check.dpia." + std::string(name)});
        values[name] = true;
        expected.push_back("check.dpia." + std::string(name));
    }
    CHECK(dpia_reasons(made(kProcessing, values)) == expected);
    CHECK(dpia_reasons(made(kProcessing, {{"scoring", Value{false}}, {"threshold_assessed", Value{true}}})).empty());
    CHECK(dpia_reasons(Record{kProcessing}).empty());
}

TEST_CASE("D2 two criteria or the list of IMY need an assessment, one is to be considered") {
    const auto need = [](const Values& values) {
        Nowhere nowhere;
        Record record = made(kProcessing, values);
        kProcessing.derive(record, nowhere);
        CHECK(record.get(processing::dpia_needed) == dpia_need(record));
        return record.get(processing::dpia_needed);
    };
    const Value yes{true}, no{false};
    CHECK(need({}) == "not_assessed");
    CHECK(need({{"threshold_assessed", no}}) == "not_assessed");
    CHECK(need({{"threshold_assessed", yes}}) == "no");
    CHECK(need({{"threshold_assessed", yes}, {"large_scale", no}}) == "no");
    CHECK(need({{"threshold_assessed", yes}, {"large_scale", yes}}) == "consider");
    CHECK(need({{"large_scale", yes}}) == "consider");
    CHECK(need({{"large_scale", yes}, {"vulnerable_people", yes}}) == "yes");
    CHECK(need({{"is_on_imy_list", yes}}) == "yes");
    for (const char* option : {"not_assessed", "no", "consider", "yes"}) {
        const auto options = find_field(kProcessing, "dpia_needed")->options;
        CHECK(std::find(options.begin(), options.end(), option) != options.end());
    }
}

TEST_CASE("D1 a whole record of a controller lacks nothing") { CHECK(missing({}) == Keys{}); }

TEST_CASE("D1 an empty record lacks every letter of article 30.1, a ground and a time") {
    CHECK(missing({}, {}) == Keys{"purpose", "data_subjects", "data_summary", "recipients_external", "transfers", "security_measures",
                                  "check.processing.no_legal_basis", "check.processing.no_retention"});
}

TEST_CASE("D1 an empty record of a processor lacks what article 30.2 asks, and nothing that only a controller answers for") {
    const Value yes{true};
    CHECK(missing({{"as_processor", yes}}, {}) == Keys{"for_controller", "purpose", "transfers", "security_measures"});
    CHECK(missing({{"as_processor", yes}, {"data_kinds", Set{"special_category"}}, {"legal_bases", Set{"consent"}}}, {}).size() == 4);
    CHECK(missing({{"as_processor", yes},
                   {"for_controller", text("Vårdnämnden")},
                   {"purpose", text("Lön")},
                   {"transfers", text("third_country")},
                   {"security_measures", text("Loggning")}},
                  {}) == Keys{"transfer_countries", "check.processing.no_mechanism"});
}

TEST_CASE("D1 one kind of recipient is enough, and rows may name the people and the data") {
    Values values = kWhole;
    values.erase("recipients_external");
    CHECK(missing(values, {kRow}) == Keys{"recipients_external"});
    CHECK(missing(with(values, {{"processors", text("Leverantören")}}), {kRow}).empty());
    CHECK(missing(with(values, {{"recipients_internal", text("Kommunstyrelsen")}}), {kRow}).empty());
    values = kWhole;
    values.erase("data_summary");
    values.erase("data_subjects");
    CHECK(missing(values, {kRow}) == Keys{"data_subjects"});
    CHECK(missing(values, {with(kRow, {{"data_subjects", Set{"pupils"}}})}).empty());
}

TEST_CASE("D1 sensitive data need an exception and offences a ground, wherever they stand") {
    const Keys no_exception{"check.processing.no_article_9"}, no_ground{"check.processing.no_article_10"};
    CHECK(missing({{"data_kinds", Set{"ordinary", "special_category"}}}) == no_exception);
    CHECK(missing(kWhole, {kRow, with(kRow, {{"kind", text("special_category")}})}) == no_exception);
    CHECK(missing({{"data_kinds", Set{"special_category"}}, {"article_9", Set{"g_public_interest"}}}).empty());
    CHECK(missing({{"data_kinds", Set{"criminal"}}}) == no_ground);
    CHECK(missing(kWhole, {with(kRow, {{"kind", text("criminal")}})}) == no_ground);
    CHECK(missing({{"data_kinds", Set{"criminal"}}, {"article_10_ground", text("Skollagen")}}).empty());
    CHECK(missing({{"data_kinds", Set{"extra_protected", "ordinary"}}}).empty());
}

TEST_CASE("D1 a threshold test that denies the sensitive data does not hold together") {
    const Values special{{"data_kinds", Set{"special_category"}}, {"article_9", Set{"h_care"}}};
    CHECK(missing(with(special, {{"threshold_assessed", Value{true}}})) == Keys{"check.processing.threshold_mismatch"});
    CHECK(missing(with(special, {{"threshold_assessed", Value{true}}, {"sensitive_data", Value{true}}})).empty());
    CHECK(missing(with(special, {{"threshold_assessed", Value{false}}})).empty());
}

TEST_CASE("D1 the ground of an authority is a law, seldom consent and never a balance of interests") {
    CHECK(missing({{"legal_bases", Set{"consent"}}}) == Keys{"check.processing.consent_authority"});
    CHECK(missing({{"legal_bases", Set{"legitimate_interest"}}}) == Keys{"check.processing.interest_authority"});
    CHECK(missing({{"legal_bases", Set{"legal_obligation"}}, {"legal_basis_text", text("")}}) == Keys{"check.processing.no_law"});
    CHECK(missing({{"legal_bases", Set{"contract"}}, {"legal_basis_text", text("")}}).empty());
    CHECK(missing({{"legal_bases", Set{}}}) == Keys{"check.processing.no_legal_basis"});
}

TEST_CASE("D1 every category has a time, except what is kept for good") {
    const Keys no_time{"check.processing.no_retention"};
    const Values timeless{{"category", text("Betyg")}};
    CHECK(missing(kWhole, {}) == no_time);
    CHECK(missing(kWhole, {kRow, timeless}) == no_time);
    CHECK(missing(kWhole, {kRow, with(timeless, {{"disposal", text("manual")}})}) == no_time);
    CHECK(missing(kWhole, {kRow, with(timeless, {{"disposal", text("kept")}})}).empty());
}

TEST_CASE("D1 a transfer to a third country names the country and what permits it") {
    const Values third{{"transfers", text("third_country")}, {"transfer_countries", Set{"USA"}}};
    CHECK(missing({{"transfers", text("third_country")}}) == Keys{"transfer_countries", "check.processing.no_mechanism"});
    CHECK(missing(third) == Keys{"check.processing.no_mechanism"});
    CHECK(missing(with(third, {{"transfer_mechanism", text("none")}})) == Keys{"check.processing.no_mechanism"});
    CHECK(missing(with(third, {{"transfer_mechanism", text("scc")}})).empty());
    CHECK(missing(with(third, {{"transfer_mechanism", text("derogation")}})) == Keys{"check.processing.no_derogation_note"});
    CHECK(missing(with(third, {{"transfer_mechanism", text("derogation")}, {"transfer_note", text("Enstaka")}})).empty());
    CHECK(missing({{"transfers", text("eu")}}).empty());
    CHECK(missing({{"transfer_countries", Set{"USA"}}}) == Keys{"check.processing.transfer_mismatch"});
}

TEST_CASE("D1 what was withheld is not called missing, and removed or absent rows do not count") {
    Record record = made(kProcessing, kWhole);
    const std::size_t at = position(kProcessing, "security_measures");
    record.values[at] = {};
    Record row = made(kProcessingData, kRow);
    const Record* rows[] = {&row, nullptr};
    CHECK(missing_for_record(record, rows) == Keys{"security_measures"});
    record.hidden |= std::uint64_t{1} << at;
    CHECK(missing_for_record(record, rows).empty());
    row.removed = true;
    CHECK(missing_for_record(record, rows) == Keys{"check.processing.no_retention"});
}

TEST_CASE("D1 what lacks is a field of the register or a key with a dot") {
    for (const Values& values : {Values{}, Values{{"as_processor", Value{true}}}, Values{{"transfers", text("third_country")}}})
        for (const std::string& name : missing(values, {})) {
            CAPTURE(name);
            CHECK((name.starts_with("check.processing.") || position(kProcessing, name) != kNoField));
        }
}

TEST_CASE("D5 an answer is due within a month by the calendar, or three") {
    CHECK(request_due("2026-11-23", false) == "2026-12-23");
    CHECK(request_due("2026-12-15", false) == "2027-01-15");
    CHECK(request_due("2026-01-31", false) == "2026-02-28");
    CHECK(request_due("2028-01-31", false) == "2028-02-29");
    CHECK(request_due("2026-03-31", false) == "2026-04-30");
    CHECK(request_due("2026-02-28", false) == "2026-03-28");
    CHECK(request_due("2099-01-31", false) == "2099-02-28");
    CHECK(request_due("2100-01-31", false) == "2100-02-28");
    CHECK(request_due("2000-01-31", false) == "2000-02-29");
    CHECK(request_due("2026-01-31", true) == "2026-04-30");
    CHECK(request_due("2026-11-30", true) == "2027-02-28");
    CHECK(request_due("2026-09-30", true) == "2026-12-30");
    CHECK(request_due("2026-10-01", true) == "2027-01-01");
}

TEST_CASE("D5 no day gives no day") {
    for (const char* bad : {"", "2026", "2026-02-30", "2026-13-01", "i dag", "2026-11-23T10:00", "9999-12-01"}) {
        CAPTURE(std::string(bad));
        CHECK(request_due(bad, false).empty());
        CHECK(request_due(bad, true).empty());
    }
}

TEST_CASE("D5 a request knows its last day, and loses it with the first") {
    Nowhere nowhere;
    Record record{kPrivacyRequest};
    const auto due = [&] {
        kPrivacyRequest.derive(record, nowhere);
        return record.get(privacy_request::due_on);
    };
    CHECK(due() == "");
    record.set(privacy_request::received_on, std::string("2026-01-31"));
    CHECK(due() == "2026-02-28");
    record.set(privacy_request::extended, true);
    CHECK(due() == "2026-04-30");
    record.set(privacy_request::received_on, std::string());
    CHECK(due() == "");
}

TEST_CASE("D5 what tells who asks is withheld, unsearched and never on a device") {
    CHECK_FALSE(kPrivacyRequest.kept_on_device);
    for (const char* name : {"person_name", "contact", "representative", "description", "handling", "outcome_reason", "notes"}) {
        CAPTURE(std::string(name));
        const Field& field = *find_field(kPrivacyRequest, name);
        CHECK(field.seen_from == Clearance::confidential);
        CHECK_FALSE((field.searched || field.listed));
    }
    for (Role role : {Role::employee, Role::manager, Role::administrator, Role::board_member}) CHECK_FALSE(kPrivacyRequest.access.read.within.has(role));
    CHECK(kPrivacyRequest.access.read.anywhere.bits == 0);
}

TEST_CASE("D2 D6 the officer advises and controls, and decides nothing") {
    for (const Step& step : kDpia.steps)
        if (step.name == "decide") CHECK_FALSE(step.who.has(Role::privacy_officer));
    for (const Step& step : kProcessing.steps)
        if (step.name == "adopt") CHECK_FALSE(step.who.has(Role::privacy_officer));
    for (const RoleFacts& role : kRoles) {
        const bool is_officer = role.role == Role::privacy_officer;
        const bool answers = role.role == Role::information_owner || role.role == Role::privacy_administrator;
        CHECK(kPrivacyCheck.access.create.within.has(role.role) == is_officer);
        CHECK(kPrivacyCheck.access.update.within.has(role.role) == (is_officer || answers));
        for (const Step& step : kPrivacyCheck.steps) CHECK(step.who.has(role.role) == (is_officer || (answers && step.name == "receive_answer")));
    }
}

TEST_CASE("D1 D2 D5 D6 whoever may take a step may also write") {
    for (const Entity* entity : {&kProcessing, &kDpia, &kPrivacyRequest, &kPrivacyCheck})
        for (const Step& step : entity->steps) CHECK((step.who.bits & ~entity->access.update.within.bits) == 0);
}
