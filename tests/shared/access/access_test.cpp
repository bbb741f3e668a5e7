#include "access/access.h"

#include "tests/shared/golden.h"
#include "tests/shared/memory.h"
#include "tests/shared/samples.h"

#include <doctest/doctest.h>

using namespace lisa;
using namespace lisa::test;

namespace {

constexpr Right kRights[] = {Right::read, Right::create, Right::update, Right::remove};
constexpr std::string_view kClearances[] = {"open", "internal", "confidential", "restricted"};

const Places kOwn{id("school_a"), id("board_a"), id("kommun")};
const Places kOther{id("board_b"), id("kommun")};

/// Records of the register there. What hangs on other records is tried on an asset.
Places of(const Entity& entity, Places places) {
    if (hangs(entity)) places.rights = &kAsset;
    return places;
}

/// What a role over board_a may: everywhere, in its own part of the organisation, or nowhere.
std::string_view word(bool in_own, bool in_other) { return in_own ? in_other ? "all" : "own" : in_other ? "other" : "-"; }

void cell(std::string& line, std::string_view word, std::size_t width) {
    line += std::string(word) + std::string(width > word.size() ? width - word.size() : 1, ' ');
}

std::string rights_table() {
    std::string out =
        "What each role over one board may do in each register. own: in its own part of the organisation, all: "
        "everywhere.\n";
    for (const Entity* entity : kCatalog) {
        std::string line;
        cell(line, entity->name, 30);
        for (const char* right : {"read", "create", "update", "remove"}) cell(line, right, 8);
        for (const Step& step : entity->steps) cell(line, step.name, step.name.size() + 2);
        out += '\n' + line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
        if (hangs(*entity)) {
            out += "  as the record that it hangs on: who may read that one, and who may update it\n";
            continue;
        }
        for (const RoleFacts& role : kRoles) {
            const Actor who = holder(role.role, "board_a");
            line = "  ";
            cell(line, role.name, 28);
            for (Right right : kRights) cell(line, word(allowed(who, right, *entity, kOwn), allowed(who, right, *entity, kOther)), 8);
            for (const Step& step : entity->steps) cell(line, word(may_step(who, step, kOwn), may_step(who, step, kOther)), step.name.size() + 2);
            out += line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
        }
    }
    return out;
}

std::string clearance_table() {
    std::string out = "\nThe most secret fields that each role may see: in its own part of the organisation, and elsewhere.\n\n";
    for (const RoleFacts& role : kRoles) {
        const Actor who = holder(role.role, "board_a");
        std::string line = "  ";
        cell(line, role.name, 28);
        cell(line, kClearances[static_cast<std::size_t>(clearance_over(who, kOwn))], 14);
        out += line + std::string(kClearances[static_cast<std::size_t>(clearance_over(who, kOther))]) + '\n';
    }
    out += "\nFields that are withheld from those with a lower clearance.\n\n";
    for (const Entity* entity : kCatalog)
        for (const Field& field : entity->fields) {
            if (field.seen_from == Clearance::open) continue;
            std::string line = "  ";
            cell(line, std::string(entity->name) + '.' + std::string(field.name), 30);
            out += line + std::string(kClearances[static_cast<std::size_t>(field.seen_from)]) + '\n';
        }
    out += "\nFiles that are withheld from those with a lower clearance.\n\n";
    for (const Entity* entity : kCatalog) {
        if (entity->files_seen_from == Clearance::open) continue;
        std::string line = "  ";
        cell(line, entity->name, 30);
        out += line + std::string(kClearances[static_cast<std::size_t>(entity->files_seen_from)]) + '\n';
    }
    return out;
}

/// A role that gives exactly this clearance.
Role role_of(Clearance clearance) {
    for (const RoleFacts& role : kRoles)
        if (role.clearance == clearance && kStaff.has(role.role)) return role.role;
    return Role::employee;
}

}  // namespace

TEST_CASE("rights and clearances are those of the golden table (LISA_GOLDEN=write after a decision)") {
    const std::string present = rights_table() + clearance_table();
    CHECK(first_difference(golden("access.txt", present), present) == "");
}

TEST_CASE("nobody may do anything without a role, and a role over nothing reaches nothing within") {
    for (const Entity* entity : kCatalog)
        for (Right right : kRights) {
            CAPTURE(std::string(entity->name));
            CHECK_FALSE(allowed({id("nobody"), {}}, right, *entity, kOwn));
            CHECK_FALSE(allowed_somewhere({id("nobody"), {}}, right, *entity));
            for (const RoleFacts& role : kRoles) {
                const Actor who = holder(role.role, "closed_unit");
                CHECK(allowed(who, right, *entity, of(*entity, kOwn)) == allowed(who, right, *entity, of(*entity, {})));
                CHECK(clearance_over(who, kOwn) == Clearance::open);
            }
        }
}

TEST_CASE("a role reaches the part it is given for and all below it, not what lies above or beside") {
    CHECK(reaches({Role::manager, id("board_a")}, kOwn));
    CHECK(reaches({Role::manager, id("kommun")}, kOwn));
    CHECK_FALSE(reaches({Role::manager, id("school_a")}, {id("board_a"), id("kommun")}));
    CHECK_FALSE(reaches({Role::manager, id("board_b")}, kOwn));
    CHECK_FALSE(reaches({Role::manager, ""}, kOwn));
}

TEST_CASE("A2 what hangs on a record is read by its readers, and made, altered and removed by those who may update it") {
    for (const Entity* entity : kCatalog) {
        if (!hangs(*entity)) continue;
        for (const Entity* host : kCatalog)
            for (const RoleFacts& role : kRoles)
                for (Places places : {kOwn, kOther}) {
                    CAPTURE(std::string(host->name));
                    CAPTURE(std::string(role.name));
                    const Actor who = holder(role.role, "board_a");
                    for (Right right : kRights) CHECK_FALSE(allowed(who, right, *entity, places));  // on nothing that is known
                    const bool may_read = allowed(who, Right::read, *host, places), may_update = allowed(who, Right::update, *host, places);
                    places.rights = host;
                    if (hangs(*host)) continue;
                    const bool is_cleared = host->files_seen_from <= clearance_over(who, places);
                    CHECK(allowed(who, Right::read, *entity, places) == (may_read && is_cleared));
                    for (Right right : {Right::create, Right::update, Right::remove}) CHECK(allowed(who, right, *entity, places) == (may_update && is_cleared));
                }
        CHECK(allowed_somewhere(holder(Role::pupil, "school_a"), Right::read, *entity));
        for (Right right : {Right::create, Right::update, Right::remove})
            CHECK_FALSE(allowed_somewhere(holder(Role::coordinator, "kommun"), right, *entity));  // not from a menu
    }
}

TEST_CASE("whoever may do something somewhere finds it in the menu, and nobody else") {
    for (const Entity* entity : kCatalog)
        for (Right right : kRights)
            for (const RoleFacts& role : kRoles) {
                if (hangs(*entity)) continue;
                const Actor who = holder(role.role, "board_a");
                CAPTURE(std::string(entity->name));
                CAPTURE(std::string(role.name));
                CHECK(allowed_somewhere(who, right, *entity) == (allowed(who, right, *entity, kOwn) || allowed(who, right, *entity, kOther)));
            }
}

TEST_CASE("whoever may write in a register or take a step in it may also read there") {
    for (const Entity* entity : kCatalog)
        for (const RoleFacts& role : kRoles) {
            const Actor who = holder(role.role, "board_a");
            CAPTURE(std::string(entity->name));
            CAPTURE(std::string(role.name));
            for (const Places& places : {of(*entity, kOwn), of(*entity, kOther)}) {
                const bool can_read = allowed(who, Right::read, *entity, places), can_update = allowed(who, Right::update, *entity, places);
                for (Right right : kRights)
                    if (allowed(who, right, *entity, places) && !(right == Right::create && !entity->own.empty())) CHECK(can_read);
                for (const Step& step : entity->steps)
                    if (may_step(who, step, places)) CHECK(can_update);
            }
        }
}

TEST_CASE("an auditor reads everything and writes nothing") {
    const Actor auditor = holder(Role::auditor, "kommun");
    for (const Entity* entity : kCatalog) {
        CHECK(allowed(auditor, Right::read, *entity, of(*entity, kOwn)));
        for (Right right : {Right::create, Right::update, Right::remove}) CHECK_FALSE(allowed(auditor, right, *entity, of(*entity, kOwn)));
        const auto seen = redact(filled(*entity), auditor, of(*entity, kOwn));
        REQUIRE(seen);
        CHECK(seen->hidden == 0);
    }
}

TEST_CASE("a record out of sight is nothing at all, and one in sight keeps what is open") {
    for (const Entity* entity : kCatalog)
        for (const RoleFacts& role : kRoles)
            for (const Places& places : {of(*entity, kOwn), of(*entity, kOther)}) {
                CAPTURE(std::string(entity->name));
                CAPTURE(std::string(role.name));
                const Actor who = holder(role.role, "board_a");
                const Record record = filled(*entity);
                const auto seen = redact(record, who, places);
                CHECK(seen.has_value() == allowed(who, Right::read, *entity, places));
                if (!seen) continue;
                for (std::size_t i = 0; i < record.values.size(); ++i) {
                    const bool may_see = entity->fields[i].seen_from <= clearance_over(who, places);
                    CHECK(seen->is_hidden(i) == !may_see);
                    CHECK(seen->values[i] == (may_see ? record.values[i] : Value{}));
                }
            }
}

TEST_CASE("every field is withheld below its clearance and shown from it on") {
    for (const Entity* entity : kCatalog)
        for (Clearance clearance : {Clearance::open, Clearance::internal, Clearance::confidential, Clearance::restricted})
            for (std::size_t i = 0; i < entity->fields.size(); ++i) {
                const Actor who = holder(role_of(clearance), "board_a");
                if (!allowed(who, Right::read, *entity, kOwn)) continue;
                const auto seen = redact(filled(*entity), who, kOwn);
                REQUIRE(seen);
                CAPTURE(std::string(entity->fields[i].name));
                CHECK(seen->is_hidden(i) == (entity->fields[i].seen_from > clearance));
            }
}

TEST_CASE("the clearance of one's own part does not open what lies elsewhere") {
    Actor who = holder(Role::system_owner, "board_a");
    who.grants.push_back({Role::employee, id("board_b")});
    const std::size_t location = position(kSystem, "location");
    CHECK_FALSE(redact(filled(kSystem), who, kOwn)->is_hidden(location));
    CHECK(redact(filled(kSystem), who, kOther)->is_hidden(location));
}

TEST_CASE("of several roles the highest clearance and every right counts") {
    Actor who = holder(Role::manager, "board_a");
    CHECK(clearance_over(who, kOwn) == Clearance::internal);
    CHECK_FALSE(allowed(who, Right::update, kAsset, kOwn));
    who.grants.push_back({Role::information_owner, id("kommun")});
    CHECK(clearance_over(who, kOwn) == Clearance::confidential);
    CHECK(allowed(who, Right::update, kAsset, kOwn));
    CHECK(allowed(who, Right::update, kAsset, kOther));
}

TEST_CASE("F9 who only reads holds every right to read that they have, and no other in any register") {
    for (const RoleFacts& role : kRoles) {
        const Actor acting{id("somebody"), {{role.role, id("board_a")}}};
        Actor looking = acting;
        looking.only_reads = true;
        for (const Entity* entity : kCatalog) {
            const Places places = of(*entity, kOwn);
            CHECK(allowed(looking, Right::read, *entity, places) == allowed(acting, Right::read, *entity, places));
            CHECK(allowed_somewhere(looking, Right::read, *entity) == allowed_somewhere(acting, Right::read, *entity));
            for (const Right right : {Right::create, Right::update, Right::remove}) {
                CHECK_FALSE(allowed(looking, right, *entity, places));
                CHECK_FALSE(allowed_somewhere(looking, right, *entity));
            }
            CHECK_FALSE(may_step_somewhere(looking, *entity));
            for (const Step& step : entity->steps) CHECK_FALSE(may_step(looking, step, places));
        }
        CHECK(clearance_over(looking, kOwn) == clearance_over(acting, kOwn));
    }
}
