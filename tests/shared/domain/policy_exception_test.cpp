#include "domain/policy_exception.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "domain/follow_up.h"
#include "shared/memory.h"

using namespace lisa;
using namespace lisa::test;

namespace {

struct Asked : Municipality {
    void add(const char* name, const char* status, const char* applicant, const char* ends_on, const char* unit = "school_a") {
        put(kPolicyException, id(name),
            {{"name", text(name)}, {"status", text(status)}, {"unit", text(id(unit))}, {"applicant", text(id(applicant))}, {"ends_on", text(ends_on)}});
    }
    std::vector<const Record*> all() const {
        std::vector<const Record*> rows;
        for (const auto& [key, record] : records)
            if (record.entity == &kPolicyException) rows.push_back(&record);
        return rows;
    }
};

/// Their names in order.
std::string told(std::vector<const Record*> rows) {
    std::vector<std::string> names;
    for (const Record* row : rows) names.push_back(row->text("name"));
    std::sort(names.begin(), names.end());
    std::string line;
    for (const std::string& name : names) line += (line.empty() ? "" : " ") + name;
    return line;
}

}  // namespace

TEST_CASE("S5 a person sees what they asked for as long as it matters, and how it went") {
    Asked store;
    store.add("waiting", "requested", "anna", "2026-11-01");
    store.add("running", "approved", "anna", "2026-11-23");
    store.add("over", "approved", "anna", "2026-11-22");
    store.add("denied", "refused", "anna", "2027-01-01");
    store.add("ended", "ended", "anna", "2027-01-01");
    store.add("other", "requested", "bo", "2027-01-01");
    CHECK(told(asked_by(store.all(), id("anna"), "2026-11-23")) == "denied running waiting");
    CHECK(told(asked_by(store.all(), id("bo"), "2026-11-23")) == "other");
    CHECK(asked_by(store.all(), "", "2026-11-23").empty());
    store.records.at({"policy_exception", id("waiting")}).removed = true;
    CHECK(told(asked_by(store.all(), id("anna"), "2026-11-23")) == "denied running");
}

TEST_CASE("S5 what waits for a decision waits for those who may make it, and not for who asked") {
    Asked store;
    store.add("here", "requested", "anna", "2027-01-01");
    store.add("elsewhere", "requested", "anna", "2027-01-01", "school_b");
    store.add("mine", "requested", "chief", "2027-01-01");
    store.add("decided", "approved", "anna", "2027-01-01");
    const auto waits = [&](const Actor& who) { return told(to_decide(store.all(), who, store)); };
    CHECK(waits(holder(Role::chief_executive, "kommun", "chief")) == "elsewhere here");
    CHECK(waits(holder(Role::coordinator, "board_a", "boss")) == "here mine");
    CHECK(waits(holder(Role::manager, "kommun", "boss")) == "");
    CHECK(waits(holder(Role::employee, "school_a", "anna")) == "");
}

TEST_CASE("S5 the form of an application begins with who asks and where they work; other forms begin empty") {
    Actor anna = holder(Role::employee, "school_a", "anna");
    anna.grants.push_back({Role::system_owner, id("board_b")});
    CHECK(beginning_of(kPolicyException, anna) == Values{{"applicant", text(id("anna"))}, {"unit", text(id("school_a"))}});
    CHECK(beginning_of(kPolicyException, holder(Role::coordinator, "kommun", "boss")) == Values{{"applicant", text(id("boss"))}});
    for (const Entity* entity : kCatalog)
        if (entity != &kPolicyException) CHECK(beginning_of(*entity, anna).empty());
}
