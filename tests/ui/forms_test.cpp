// What holds for the form of every register.
#include <algorithm>

#include "i18n/catalog_words.h"
#include "ui/form.h"
#include "ui/program.h"

using namespace lisa;
using namespace lisa::test;
using Aria = semantics::Role;

namespace {

constexpr std::string_view kThing = "01920000-0000-7000-8000-0000000000e3";

/// A role that may make records of the register; nothing when they come with a file.
const RoleFacts* maker_of(const Entity& entity) {
    for (const RoleFacts& role : kRoles)
        if (role.clearance == Clearance::restricted && allowed_somewhere({std::string(kMe), {{role.role, std::string(kRoot)}}}, Right::create, entity))
            return &role;
    for (const RoleFacts& role : kRoles)
        if (allowed_somewhere({std::string(kMe), {{role.role, std::string(kRoot)}}}, Right::create, entity)) return &role;
    return nullptr;
}

bool is_control(Aria role) {
    constexpr Aria kControls[] = {Aria::textbox, Aria::textarea, Aria::select, Aria::combobox, Aria::date, Aria::checkbox, Aria::group};
    return std::find(std::begin(kControls), std::end(kControls), role) != std::end(kControls);
}

}  // namespace

TEST_CASE("A5 WCAG 3.3.2 every field that must be filled in says so in the form of every register, and no other does") {
    int marked = 0;
    for (const Entity* entity : kCatalog) {
        CAPTURE(std::string(entity->name));
        const RoleFacts* role = maker_of(*entity);
        if (!role) continue;
        // "Ny" of events leads to the page on which anybody reports; their form is that of one that came.
        const bool is_new = entity != &kEvent;
        const Record come = made(kEvent, kThing, {{"status", Value{std::string("new")}}, {"unit", Value{std::string(kRoot)}}});
        Program program(role->name, kRoot, 0, "/register/" + std::string(entity->name) + (is_new ? "" : "/" + std::string(kThing) + "/falt"), 1280, 800,
                        {come});
        if (is_new) REQUIRE(program.click(Aria::button, "Ny"));
        for (const Field& field : entity->fields) {
            if (!ui::is_filled_in(*entity, field) || field.seen_from > role->clearance) continue;
            if (entity == &kExercise && field.type == Type::notes) continue;      // the log is written while it goes on
            if (entity == &kUnit && field.seen_from > Clearance::open) continue;  // belongs nowhere until its parent is chosen
            const std::string_view label = say(Language::swedish, field_key(*entity, field).view());
            CAPTURE(std::string(label));
            int controls = 0;
            bool is_marked = false;
            for (const semantics::Node& node : program.screen.tree().nodes()) {
                if (!is_control(node.role) || node.name != label) continue;
                ++controls;
                is_marked = is_marked || (node.states & semantics::required) != 0;
            }
            CHECK(controls > 0);
            CHECK(is_marked == field.required);
            marked += is_marked ? 1 : 0;
        }
    }
    CHECK(marked > 60);
}
