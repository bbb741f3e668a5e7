#include "domain/handover.h"

#include <doctest/doctest.h>

#include <set>

#include "domain/catalog.h"

using namespace lisa;

TEST_CASE("O5: of all references to a person, only what somebody once decided, judged, signed, applied for, reported or read stays with the leaver") {
    const std::set<std::string> history = {"acknowledgement.person",     "classification.decided_by",    "event.reporter",
                                           "policy_exception.applicant", "policy_exception.approved_by", "risk.accepted_by",
                                           "duty_judgement.judged_by",   "control_result.signed_by"};
    std::set<std::string> staying;
    for (const Entity* entity : kCatalog)
        for (const Field& field : entity->fields) {
            if (field.ref != "person") CHECK_FALSE(is_handed_over(*entity, field));
            else if (!is_handed_over(*entity, field)) staying.insert(std::string(entity->name) + "." + std::string(field.name));
        }
    CHECK(staying == history);
}

TEST_CASE("O5: every field by which something is due for a person goes over to the next, except an application") {
    for (const Entity* entity : kCatalog)
        for (std::string_view name : {"owner", "responsible", "leader", "manager", "contact", "technical_contact", "superior"}) {
            const Field* field = find_field(*entity, name);
            if (!field || field->ref != "person") continue;
            CAPTURE(entity->name);
            CAPTURE(name);
            CHECK(is_handed_over(*entity, *field));
        }
    CHECK(is_handed_over(kAssignment, *find_field(kAssignment, "person")));
    CHECK(is_handed_over(kAssignment, *find_field(kAssignment, "deputy")));
}
