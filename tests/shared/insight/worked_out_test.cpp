// What registers work out for lists and files: the same as on each record's own page, and no more than the reader may see.
#include "insight/worked_out.h"

#include "schema/validate.h"
#include "shared/insight/world.h"

using namespace lisa;
using namespace lisa::test;

namespace {

/// A column of a record as text.
std::string worked_out(const World& world, const Entity& entity, std::string_view name, std::string_view column) {
    return show(world.at(entity, id(name)), *find_column(entity, column), world.reader, work_out(entity, world.around()));
}

void put_system(World& world, const char* name, Values values = {}) {
    values["name"] = text(name);
    values["kind"] = text("platform");
    values["unit"] = text(id("board_a"));
    world.add(kSystem, name, values);
}

}  // namespace

TEST_CASE("K2 every register that names something to work out has it worked out for every record, in the order named") {
    World world;
    for (const Entity* entity : kCatalog) {
        CAPTURE(std::string(entity->name));
        const WorkedOut worked = work_out(*entity, world.around());
        if (entity->worked_out.empty()) CHECK(worked.empty());
        if (entity->worked_out.empty()) continue;
        CHECK(worked.size() == world.all(*entity).size());
        for (const auto& [key, values] : worked) {
            REQUIRE(values.size() == entity->worked_out.size());
            for (std::size_t i = 0; i < values.size(); ++i) CHECK((is_blank(values[i]) || fits(entity->worked_out[i].type, values[i])));
        }
    }
}

TEST_CASE("K2 the columns of a system have its class with the reasons, from information, parts and who depends on it") {
    World world;
    classify(world);  // the grades in the register: 2, 3, 1
    put_system(world, "Plattform");
    world.set(kSystem, "register", "part_of", text(id("Plattform")));
    put_system(world, "Larmcentral");
    world.add(kAsset, "alarms",
              {{"name", text("Larm")},
               {"kind", text("information_set")},
               {"unit", text(id("board_b"))},
               {"availability", number(3)},
               {"recovery_time_hours", number(1)}});
    world.add(kAssetSystem, "alarm link", {{"asset", text(id("alarms"))}, {"system", text(id("Larmcentral"))}, {"relation", text("stored")}});
    world.set(kAssetSystem, "link", "flows_to", text(id("Larmcentral")));

    CHECK(worked_out(world, kSystem, "register", "effective_confidentiality") == "2 " + phrase("level.2"));
    CHECK(worked_out(world, kSystem, "register", "effective_availability") == "1 " + phrase("level.1"));
    CHECK(worked_out(world, kSystem, "register", "effective_recovery_time_hours").empty());
    CHECK(worked_out(world, kSystem, "Plattform", "effective_integrity") == "3 " + phrase("level.3"));
    CHECK(worked_out(world, kSystem, "Larmcentral", "effective_confidentiality") == "2 " + phrase("level.2"));  // it is sent there
    CHECK(worked_out(world, kSystem, "Larmcentral", "effective_availability") == "3 " + phrase("level.3"));

    world.set(kAssetSystem, "link", "receiver_depends", Value{true});
    CHECK(worked_out(world, kSystem, "register", "effective_availability") == "3 " + phrase("level.3"));
    CHECK(worked_out(world, kSystem, "register", "effective_recovery_time_hours") == "1");
    CHECK(worked_out(world, kSystem, "Plattform", "effective_availability") == "3 " + phrase("level.3"));
    CHECK(worked_out(world, kSystem, "register", "effective_because") ==
          "Konfidentialitet 2. Informationen ger nivå 2, eftersom den är högst för Betyg. "
          "Riktighet 3. Informationen ger nivå 3, eftersom den är högst för Betyg. "
          "Tillgänglighet 3. Nivån är minst 3, eftersom systemet behövs för att detta ska fungera: Larmcentral.");
    CHECK(worked_out(world, kSystem, "Plattform", "effective_because").find("Delarna ger nivå 2, som är den högsta och kommer från Elevregister.") !=
          std::string::npos);
}

TEST_CASE("K2 the column says what the record's own page says, also where the system has a level of its own") {
    World world;
    classify(world);
    world.set(kSystem, "register", "confidentiality", number(1));
    for (const bool is_motivated : {false, true}) {
        if (is_motivated) world.set(kSystem, "register", "class_motive", text("Bara pseudonymer lagras"));
        for (const char* aspect : {"confidentiality", "integrity", "availability"}) {
            const Insight insight = world.insight(kSystem, "register");
            const Fact* page = fact(insight, "field.system." + std::string(aspect));
            REQUIRE(page);
            CHECK(worked_out(world, kSystem, "register", "effective_" + std::string(aspect)) == page->text);
        }
    }
    CHECK(worked_out(world, kSystem, "register", "effective_confidentiality").starts_with("1 "));
}

TEST_CASE("K2 A9 how complete a system is follows from the class that holds, as on its own page") {
    World world;
    const auto missing = [&] {
        const Record& system = world.at(kSystem, id("register"));
        return missing_fields(system, levels_of(system, work_out(kSystem, world.around())));
    };
    const std::size_t before = missing().size();
    classify(world);  // integrity 3 asks for a copy that was tried
    const std::vector<std::string> after = missing();
    CHECK(after.size() == before + 3);
    CHECK(std::find(after.begin(), after.end(), "restore_tested_on") != after.end());
    CHECK(levels_of(world.at(kAsset, id("grades")), {}) == Levels{2, 3, 1, {}});  // a register that works nothing out has its own
}

TEST_CASE("K2 what somebody may not see gives them no level, and they are told that it may be higher; who sees all is not") {
    World all, part;
    classify(all);
    part.who = holder(Role::manager, "board_b");
    part.records.erase({"asset_system", id("link")});  // as the server keeps it from them
    part.records.erase({"asset", id("grades")});
    CHECK(worked_out(part, kSystem, "register", "effective_integrity").empty());
    CHECK_FALSE(rests_on_all(kSystem, part.around()));
    CHECK(rests_on_all(kAsset, part.around()));
    CHECK(worked_out(all, kSystem, "register", "effective_integrity") == "3 " + phrase("level.3"));
    CHECK(rests_on_all(kSystem, all.around()));
    const Insight seen = part.insight(kSystem, "register"), whole = all.insight(kSystem, "register");
    REQUIRE(fact(seen, "insight.basis"));
    CHECK(fact(seen, "insight.basis")->text == phrase("insight.basis_partly"));
    CHECK(fact(whole, "insight.basis") == nullptr);
}
