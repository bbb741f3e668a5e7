#pragma once
// The one door for writes. The browser runs apply() at once to show the result; the server runs the same code in a
// transaction, and its answer wins. Permission, conflict, workflow, derivation and validation happen here only.
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "access/access.h"
#include "core/json_fwd.h"

namespace lisa {

enum class Verb : std::uint8_t { create, update, step, remove, restore };

/// Elements put into and taken out of a set.
struct SetEdit {
    Set add{}, remove{};
    bool operator==(const SetEdit&) const = default;
};

/// A new entry of a log.
struct NoteEdit {
    std::string text{};
    bool operator==(const NoteEdit&) const = default;
};

/// What is done to one field: a whole new value, or an addition to a set or a log.
using Edit = std::variant<Value, SetEdit, NoteEdit>;

/// One intention of one person. The only thing that ever alters a record, on either side of the wire.
struct Change {
    std::string id{};      ///< UUIDv7 made by the client; the server applies each id once
    std::string client{};  ///< one browser profile; a person's own queued changes never conflict with each other
    Verb verb = Verb::update;
    std::string entity{};
    std::string record{};
    std::int64_t base = 0;                ///< revision of the record that the person was looking at
    std::map<std::string, Edit> patch{};  ///< only the fields the person touched
    std::string step{};                   ///< for Verb::step
    bool operator==(const Change&) const = default;
};

/// Where changes land.
class Store : public Lookup {
public:
    /// The records of the entity, not removed, whose ref `field` is `id`.
    virtual Result<std::vector<Record>> load_referring(const Entity& entity, std::string_view field, const std::string& id) = 0;
    /// Fields of the record altered after change.base by anybody but this client of this person.
    virtual Result<std::vector<std::string>> touched_since(const Record& record, const Change& change, const Actor& who) = 0;
    /// Whether a record that is not removed points at this one.
    virtual Result<bool> is_used(const Record& record) = 0;
    /// What only the keeper of the store knows of a record that comes to be or comes back: that the content which it names is there,
    /// handed in by this person. A device holds no content, and leaves it to the server.
    virtual Result<Done> vouch(const Record&, const Change&, const Actor&) { return Done{}; }
    virtual Result<Done> save(const Record& before, const Record& after, const Change& change, const Actor& who) = 0;
};

/// The present moment as utc_text(), handed in because the domain has no clock.
struct Moment {
    std::string utc{};
};

/// Carries out a change and returns the record as it became, or says why not; then nothing was altered.
Result<Record> apply(const Change& change, const Actor& who, const Moment& now, Store& store);

/// {"id","client","verb","entity","record","base","patch":{field: value | {"add","remove"} | {"append"}},"step"}.
/// Checks types, sizes and alphabets; everything in it is untrusted.
Result<Change> change_from_json(Catalog catalog, const Json& json);
Json change_to_json(const Change& change);

std::string_view verb_name(Verb verb);

/// Whether the text is an id as clients make them: 36 characters of a lower-case UUID.
bool is_id(std::string_view text);

}  // namespace lisa
