#pragma once
// The class of a system (K2, I3): from the information in it, from the systems that are part of it, and from those that cannot do
// without it. Pure: records in, answers out, with the reasons. The pointers in an answer point into what was passed in.
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/record.h"

namespace lisa {

/// A class: a level per aspect, blank where it is not known.
struct Levels {
    std::optional<std::int64_t> confidentiality{}, integrity{}, availability{}, traceability{};
    bool operator==(const Levels&) const = default;
};

/// What ties something to a system, in the order in which reasons are told.
enum class Tie : std::uint8_t {
    information,  ///< it is in the system, or sent there
    part,         ///< a system that is part of it
    dependent,    ///< a system that gets information from it and does not work without
};

/// One thing that gives a level.
struct Source {
    Tie tie = Tie::information;
    const Record* record = nullptr;
};

/// What a system gets from around it, and why.
struct Inherited {
    std::optional<std::int64_t> level{};  ///< what counts
    std::vector<Source> because{};        ///< all that gave `asked`, each also without this system; by tie, then by name
    std::optional<std::int64_t> asked{};  ///< what the information and the systems around it ask for
    bool is_own = false;                  ///< the system's own value counts
    bool lacks_motive = false;            ///< the system has an own level that does not count, since it has no motive
    /// Whether the system deviates from what is asked, which has to be explained.
    bool deviates() const { return is_own && asked && level != asked; }
};

struct Inheritance {
    Inherited confidentiality{}, integrity{}, availability{}, traceability{};  ///< the highest
    Inherited recovery_time_hours{};                                           ///< the lowest
    Levels levels() const { return {confidentiality.level, integrity.level, availability.level, traceability.level}; }
};

/// The records whose ref `field` is `id`, and the record of an id, or null.
using Referring = std::function<std::vector<const Record*>(const Entity&, std::string_view field, const std::string& id)>;
using FindById = std::function<const Record*(const Entity&, const std::string& id)>;

/// The assets that are in a system or sent to it (asset_system), each once, by name; removed and disposed ones are not there.
std::vector<const Record*> information_in(const Record& system, const Referring& referring, const FindById& find);

/// The class of a system. Every aspect is the highest of its information and of its parts, whose classes are made in the same way;
/// availability also that of the systems that do not work without it, and the recovery time the shortest of the same. Where a
/// system has a level of its own and a motive for it (withheld: taken to be there), that counts instead, also for who inherits
/// from it; its own recovery time counts where it stands. Removed and retired systems give nothing, and what is tied in a circle
/// has the level that the circle asks for.
Inheritance inherit(const Record& system, const Referring& referring, const FindById& find);

/// The same for many systems: what is found around one is not looked for again. The records must outlive it, unaltered.
class SystemNet {
public:
    SystemNet(Referring referring, FindById find) : m_referring(std::move(referring)), m_find(std::move(find)) {}
    Inheritance class_of(const Record& system);

    /// A system and what it inherits from.
    struct Node {
        const Record* system = nullptr;
        std::vector<const Record*> information{};
        std::vector<const Node*> parts{}, dependents{};
    };

private:
    /// The node of a system, with all that it may inherit from, however far away.
    const Node& take_up(const Record& system);

    Referring m_referring;
    FindById m_find;
    std::map<std::string, Node> m_nodes;  ///< by the id of the system
};

}  // namespace lisa
