// Everybody else: the teachers, nurses, cooks and pupils who hold no seat, and which documents they have confirmed.
#include <algorithm>

#include "demo/world.h"

namespace lisa::demo {
namespace {

/// How many in a hundred have confirmed each document that is in force, the first one first.
constexpr std::size_t kConfirmed[] = {62, 30, 9, 4, 2};

}  // namespace

void add_crew(World& world) {
    Script& script = world.script;
    const std::size_t before = world.people.size();
    script.start(424, 700);
    add_people(world, "crew");
    script.start(70, 120);
    for (std::size_t i = 0; i < std::size(kConfirmed) && i < world.adopted.size(); ++i) {
        const Adopted& document = world.adopted[i];
        for (std::size_t at = before; at < world.people.size(); ++at) {
            const Person& person = world.people[at];
            const bool is_asked = std::find(document.audience.begin(), document.audience.end(), person.audience) != document.audience.end();
            if (!is_asked || script.chance().below(100) >= kConfirmed[i]) continue;
            Patch patch;
            patch.put("document", document.id).put("version", "1.0").put("person", person.id).put("unit", world.units[person.unit].id);
            script.create(person.id, "acknowledgement", std::move(patch.put("understood_on", script.before(0))));
        }
    }
}

}  // namespace lisa::demo
