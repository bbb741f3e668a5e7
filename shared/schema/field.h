#pragma once
// What a register is: a constexpr table of fields with their rules. Everything else reads this table.
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/result.h"
#include "core/value.h"
#include "schema/role.h"

namespace lisa {

enum class Type : std::uint8_t {
    text,   ///< one line
    prose,  ///< several lines
    integer,
    boolean,
    date,    ///< ISO 8601 day
    moment,  ///< UTC text, "2026-11-23T14:05:00Z"; people read and write it on a Swedish clock
    choice,  ///< one of `options`
    ref,     ///< id of a record of entity `ref`
    set,     ///< some of `options`, or free words where there are none; edited by add and remove
    notes,   ///< a log that only grows
};

/// What a text has to look like besides its length.
enum class Format : std::uint8_t { plain, email, link, organisation_number };

/// What happens when two people change the same field. Sets and notes always merge.
enum class Merge : std::uint8_t {
    plain,    ///< refused unless both wrote the same
    guarded,  ///< a decision: refused when *any* guarded field of the record was changed meanwhile
};

/// Everything the program knows about one field. The order of members is the order of designated initialisers.
struct Field {
    std::string_view name{};
    Type type = Type::text;
    std::string_view group{};  ///< heading of the form under which it stands; same as the field before when empty
    bool required = false;
    std::int64_t min = 0;  ///< least value of an integer
    std::int64_t max = 0;  ///< greatest value, or greatest length in characters; 0: the type's own (see validate.h)
    std::span<const std::string_view> options{};
    std::string_view ref{};         ///< name of the entity a ref points at
    std::string_view scale{};       ///< integer: stem of the words for its values, "level" for level.0, level.1 …
    std::string_view not_before{};  ///< the end of a period: name of the field, of the same type, with its beginning
    Merge merge = Merge::plain;
    bool computed = false;  ///< written by Entity::derive or remember, or the stamp of a step; never by a person
    bool fixed = false;     ///< said by the program when it makes the record, in no form, and never altered
    bool listed = false;    ///< a column of the register
    bool searched = false;  ///< looked at by the search box
    bool retired = false;   ///< no longer used; hidden everywhere, kept in the database
    Format format = Format::plain;
    Clearance seen_from = Clearance::open;
};

struct Record;
class Lookup;
struct Situation;
struct Actor;
struct Places;

enum class Right : std::uint8_t { read, create, update, remove };

/// Who holds a right: roles within the part of the organisation they are given for, and roles wherever the record is.
struct Reach {
    Roles within{};
    Roles anywhere{};
};

/// Left out means nobody.
struct Access {
    Reach read{}, create{}, update{}, remove{};
};

/// A permitted move through a workflow: document "adopt" goes from "in_review" to "adopted".
struct Step {
    std::string_view name{};
    std::string_view from{};
    std::string_view to{};
    Roles who{};
    std::string_view stamp{};  ///< the computed moment field that keeps when the step was taken last
};

/// How records hang on records of any register: the fixed text fields with the register's name and the record's id.
struct Hanging {
    std::string_view entity{}, record{};
};

struct Entity {
    std::string_view name{};  ///< table, JSON tag and stem of every message key
    std::string_view icon{};
    std::span<const Field> fields{};
    /// What is worked out about a record when somebody looks, and never stored (insight/worked_out.h): columns of its lists, where
    /// they are listed, and of its files.
    std::span<const Field> worked_out{};
    std::span<const std::string_view> title{};  ///< the fields that together name a record
    /// The ref field that says to which part of the organisation a record belongs. Where it points at its own entity,
    /// that entity *is* the organisation's tree and a record belongs to itself and to everything above it.
    std::string_view place{};
    /// Instead of a place and rights of its own: belongs where that record belongs, is read by whoever may read it, and made,
    /// altered and removed by whoever may update it; all by those only who are cleared for it there (files_seen_from).
    Hanging hangs_on{};
    Access access{};
    /// The ref field that names the person from whom the record came. They read what is open in it wherever they are, and no
    /// more but up to `own_clearance`; whom it names once is not altered.
    std::string_view own{};
    Clearance own_clearance = Clearance::open;  ///< how secret a thing they read in it, and write where they may update it
    std::string_view state{};                   ///< the choice field that `steps` moves
    std::span<const Step> steps{};
    void (*derive)(Record&, Lookup&) = nullptr;  ///< fills the computed fields, also from records that this one refers to
    /// Fills the computed fields that rest on what a change does, and when it does it (UTC): what was decided, and what has been altered since.
    void (*remember)(const Record& before, Record& after, std::string_view now) = nullptr;
    void (*check)(const Situation&, std::vector<Problem>&) = nullptr;          ///< adds what is wrong between fields, for this person
    void (*check_removal)(const Situation&, std::vector<Problem>&) = nullptr;  ///< adds why it may not be removed, beyond what refers to it
    /// Why this person may not change a field of the record as it is now, over these places: a message key, or empty. Beyond rights.
    std::string_view (*locked)(const Record&, const Field&, const Actor&, const Places&) = nullptr;
    /// Why what hangs on the record, as it is now, may not be made or altered by this person, who may update it: a message key, or empty.
    std::string_view (*sealed)(const Record&, const Actor&, const Places&) = nullptr;
    bool kept_on_device = true;                   ///< whether a browser may keep it for work without network
    bool in_menu = true;                          ///< whether it is a register of its own in the navigation
    bool takes_files = true;                      ///< whether files may be attached to its records
    Clearance files_seen_from = Clearance::open;  ///< what else than a reader of a record one must be to see what hangs on it
};

/// A field looked up at compile time; holds its position and the C++ type stored there.
template <class T>
struct Key {
    std::size_t index;
};

template <class T>
constexpr bool stores(Type type) {
    switch (type) {
        case Type::boolean: return std::is_same_v<T, bool>;
        case Type::integer: return std::is_same_v<T, std::int64_t>;
        case Type::set: return std::is_same_v<T, Set>;
        case Type::notes: return std::is_same_v<T, Notes>;
        case Type::text:
        case Type::prose:
        case Type::date:
        case Type::moment:
        case Type::choice:
        case Type::ref: return std::is_same_v<T, std::string>;
    }
    return false;
}

/// Never defined: reaching it while compiling stops the build and shows `why`. Works without exceptions.
void schema_error(const char* why);

/// The key of a field; does not compile when there is no field of that name and type.
template <class T>
consteval Key<T> key(const Entity& entity, std::string_view name) {
    for (std::size_t i = 0; i < entity.fields.size(); ++i)
        if (entity.fields[i].name == name && stores<T>(entity.fields[i].type)) return {i};
    schema_error("no field of that name and type");
    return {};
}

/// Position of a field, or npos.
inline constexpr std::size_t kNoField = static_cast<std::size_t>(-1);
constexpr std::size_t position(const Entity& entity, std::string_view name) {
    for (std::size_t i = 0; i < entity.fields.size(); ++i)
        if (entity.fields[i].name == name) return i;
    return kNoField;
}

/// The field of that name, or null.
constexpr const Field* find_field(const Entity& entity, std::string_view name) {
    const std::size_t at = position(entity, name);
    return at == kNoField ? nullptr : &entity.fields[at];
}

/// Whether the entity is the tree of the organisation.
constexpr bool is_tree(const Entity& entity) {
    const std::size_t place = position(entity, entity.place);
    return place != kNoField && entity.fields[place].ref == entity.name;
}

/// Whether the records of the register hang on records of others.
constexpr bool hangs(const Entity& entity) { return !entity.hangs_on.record.empty(); }

/// All registers of a program.
using Catalog = std::span<const Entity* const>;

/// The entity of that name, or null.
constexpr const Entity* find_entity(Catalog catalog, std::string_view name) {
    for (const Entity* entity : catalog)
        if (entity->name == name) return entity;
    return nullptr;
}

}  // namespace lisa
