// What is to be done because of something that went wrong, was found or was put off: measures that no risk asks for.
#include "demo/world.h"

namespace lisa::demo {

void add_causes(World& world) {
    Script& script = world.script;
    script.start(-7, 200);  // as late as there is anything: after all that they refer to
    for (const Cause& cause : world.causes) {
        Patch patch;
        patch.put("name", cause.measure).put("priority", "high").put(cause.field, cause.id).put("unit", world.units[cause.unit].id);
        patch.put("owner", world.id_of(world.somebody(cause.unit))).put("due_on", script.day(script.chance().between(20, 120)));
        const std::string keeper = world.steward(cause.unit);
        script.step(keeper, "measure", script.create(keeper, "measure", std::move(patch)), "start");
    }
}

}  // namespace lisa::demo
