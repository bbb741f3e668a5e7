// The guided test whether an incident is significant (H3).
#include "domain/significance.h"

#include <doctest/doctest.h>

#include <set>

#include "core/json.h"
#include "shared/golden.h"
#include "shared/memory.h"

using namespace lisa;
using namespace lisa::test;

namespace {

struct Thresholds {
    std::vector<Record> rows;
    void add(const char* name, const char* sector, const char* ground = "secondary") {
        Record& row = rows.emplace_back(kThreshold);
        row.set(threshold::name, std::string(name));
        row.set(threshold::sector, std::string(sector));
        row.set(threshold::ground, std::string(ground));
    }
    Thresholds() {
        add("Vården begränsad", "care");
        add("Kostnad", "general");
        add("Allvarlig störning", "general", "read");
        add("Egen gräns", "waste", "own");
    }
};

Record asked(Set sectors, Set met = {}, Set unmet = {}) {
    Record record{kNotification};
    record.set(notification::sectors, std::move(sectors));
    record.set(notification::criteria_met, std::move(met));
    record.set(notification::criteria_unmet, std::move(unmet));
    return record;
}

std::string names(const std::vector<const Record*>& rows) {
    std::string out;
    for (const Record* row : rows) out += (out.empty() ? "" : ", ") + row->get(threshold::name);
    return out;
}

}  // namespace

TEST_CASE("H3: the general questions are asked of all, those of a sector where it is affected; the law's own words come first") {
    const Thresholds thresholds;
    CHECK(names(significance_of(asked({}), pointers(thresholds.rows)).asked) == "Allvarlig störning, Kostnad");
    CHECK(names(significance_of(asked({"care", "waste"}), pointers(thresholds.rows)).asked) == "Allvarlig störning, Kostnad, Vården begränsad, Egen gräns");
}

TEST_CASE("H3: one threshold that is passed is enough; not significant takes an answer to every question") {
    const Thresholds thresholds;
    const auto result = [&](Set met, Set unmet) {
        return significance_of(asked({"care"}, std::move(met), std::move(unmet)), pointers(thresholds.rows)).result;
    };
    CHECK(result({}, {}) == Significance::open);
    CHECK(result({"Kostnad"}, {}) == Significance::significant);
    CHECK(result({}, {"Allvarlig störning", "Kostnad"}) == Significance::open);
    CHECK(result({}, {"Allvarlig störning", "Kostnad", "Vården begränsad"}) == Significance::not_significant);
    CHECK(result({"Egen gräns"}, {"Allvarlig störning", "Kostnad", "Vården begränsad"}) == Significance::not_significant);  // no question of this case
    CHECK(significance_of(asked({"care"}, {"Kostnad"}), {}).result == Significance::open);
}

TEST_CASE("H3: an answer takes the place of the one before, and what is not known is no answer") {
    Record record = asked({"care"}, {"Kostnad"}, {"Allvarlig störning"});
    const auto say = [&](const char* threshold, const char* answer) {
        const SignificanceAnswers answers = answered(record, threshold, answer);
        record = asked({"care"}, answers.met, answers.unmet);
    };
    say("Kostnad", "no");
    CHECK(record.get(notification::criteria_met) == Set{});
    CHECK(record.get(notification::criteria_unmet) == Set{"Allvarlig störning", "Kostnad"});
    say("Kostnad", "yes");
    say("Allvarlig störning", "");
    CHECK(record.get(notification::criteria_met) == Set{"Kostnad"});
    CHECK(record.get(notification::criteria_unmet) == Set{});
}

TEST_CASE("H3: every shipped threshold has a source and a question; a number out of a regulation is marked as quoted until it is checked") {
    const auto json = parse_json(read_file(source_path("assets/catalogs/thresholds.json")).value_or(""));
    REQUIRE(json);
    std::set<std::string> sectors, names_seen;
    for (const Json& row : *member(*json, "records")) {
        const Json& fields = *member(row, "fields");
        const std::string name = *text_member(fields, "name"), ground = *text_member(fields, "ground");
        CAPTURE(name);
        CHECK(name.find(',') == std::string::npos);
        CHECK(names_seen.insert(name).second);
        CHECK(text_member(fields, "question")->ends_with(ground == "own" ? "." : "?"));
        CHECK_FALSE(text_member(fields, "source")->empty());
        if (member(fields, "number")) CHECK(ground == "secondary");
        sectors.insert(*text_member(fields, "sector"));
    }
    for (std::string_view sector : detail::kSectors) CHECK_MESSAGE(sectors.contains(std::string(sector)), std::string(sector));
}

TEST_CASE("H3: a name with a comma would come apart where answers are listed") {
    Municipality store;
    const Actor coordinator = holder(Role::coordinator, "kommun");
    const auto make = [&](const char* name) {
        return outcome(apply(change(Verb::create, kThreshold, id("new"), 0,
                                    {{"name", text(name)},
                                     {"sector", text("general")},
                                     {"question", text("Gick det illa?")},
                                     {"ground", text("own")},
                                     {"source", text("Vi själva")},
                                     {"unit", text(id("kommun"))}}),
                             coordinator, kNow, store));
    };
    CHECK(make("Ett, två") == "invalid name=problem.no_comma");
    CHECK(make("Ett två") == "ok");
}
