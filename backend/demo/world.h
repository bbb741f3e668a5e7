#pragma once
// What the generator remembers of what it has made, so that one register can point at another.
#include <limits>
#include <map>

#include "demo/script.h"
#include "demo/tables.h"

namespace lisa::demo {

inline constexpr std::size_t kNobody = std::numeric_limits<std::size_t>::max();

struct Unit {
    std::string id{}, key{}, name{}, short_name{}, kind{}, staff{};
    std::size_t parent = 0;  ///< itself for the municipality
    std::size_t board = 0;   ///< nearest board, company or joint body; the municipality where there is none
};

struct Person {
    std::string id{}, name{}, position{};
    std::size_t unit = 0;
    std::string audience{};
};

struct Seat {
    std::string id{}, role{};
    std::size_t unit = 0, person = kNobody;
};

struct System {
    std::string id{}, keeper{};  ///< keeper: the person who answers for it, as owner or IT manager
    std::size_t unit = 0;
    std::vector<std::string> areas{};
    std::string name{}, supplier{};
    std::int64_t weight = 0;                                          ///< how much depends on it, 0 to 3
    bool is_in_use = false, holds_people = false, is_agreed = false;  ///< agreed: with who processes personal data in it
};

struct Asset {
    std::string id{}, keeper{}, area{};
    std::size_t unit = 0;
    std::int64_t confidentiality = 0;
    bool is_electronic = false, is_preserved = false, is_classified = false;
    std::string name{}, type{};  ///< as the table names it, without the part of the organisation; key of its information type
    std::vector<std::int64_t> levels{};
};

/// A document that is in force.
struct Adopted {
    std::string id{};
    std::vector<std::string> audience{};
};

/// A paragraph that leads to something of the catalogues, by their keys.
struct Paragraph {
    std::string id{};
    std::vector<std::string> controls{}, tasks{}, requirements{};
};

/// An entry of the record of processing.
struct Processing {
    std::string id{}, name{}, keeper{};
    std::size_t board = 0;
    bool is_adopted = false, needs_dpia = false;
};

/// Something that a measure came of: a breach, a control by the data protection officer, an exception.
struct Cause {
    std::string field{}, id{};  ///< the field of the measure that refers to it
    std::size_t unit = 0;
    std::string measure{};  ///< what is to be done
};

/// A person who can sign in.
struct SignIn {
    std::string user{}, person{}, name{}, role{};
};

struct World {
    const Tables& tables;
    Script script;
    std::vector<Unit> units{};
    std::vector<Person> people{};
    std::vector<Seat> seats{};
    std::vector<System> systems{};
    std::vector<Asset> assets{};
    std::vector<std::string> documents{};
    std::vector<Adopted> adopted{};
    std::vector<Paragraph> paragraphs{};
    std::vector<Processing> processings{};
    std::vector<Cause> causes{};
    std::vector<SignIn> sign_ins{};
    std::map<std::string, std::string> events{};  ///< ids of events that something else refers to, by their keys in the table
    std::int64_t catalogues_ms = 0;               ///< when the catalogues come, before anything that refers to them

    /// Position of the unit of that key in the tables; the municipality when there is none.
    std::size_t unit(std::string_view key) const;
    /// The first person with that position in the unit; kNobody when there is none.
    std::size_t person(std::size_t unit, std::string_view position) const;
    /// Who holds the role over the unit or the nearest part of the organisation above it.
    std::size_t holder(std::string_view role, std::size_t unit) const;
    /// Somebody who works in the unit, or in a part of the organisation above it.
    std::size_t somebody(std::size_t unit);
    /// Who answers for the information of the unit, else the coordinator; the id.
    std::string steward(std::size_t unit) const;
    /// The system of that name; null when there is none.
    const System* system(std::string_view name) const;
    /// Id of a person; empty for nobody.
    std::string id_of(std::size_t person) const { return person == kNobody ? std::string{} : people[person].id; }
};

/// The steps of the story, in this order.
void add_organisation(World& world);
/// The people of each unit by its kind, from a table of the organisation.
void add_people(World& world, std::string_view table);
void add_roles(World& world);
void add_systems(World& world);
void add_documents(World& world);
void add_assets(World& world);
void add_links(World& world);
void add_history(World& world);

/// The method put to use, after the catalogues and while the rest goes on, in this order.
void add_classes(World& world);
void add_risks(World& world);
void add_demands(World& world);
void add_steering(World& world);
void add_processings(World& world);
void add_privacy(World& world);

/// What happened to the organisation itself, and what the paragraphs lead to.
void add_reorganisation(World& world);
void add_section_links(World& world);
/// What people reported, and what became of it, until this day.
void add_events(World& world);
/// What went wrong with personal data, until this day.
void add_breaches(World& world);
/// What is to be done because of what went wrong, was found or was put off.
void add_causes(World& world);
/// How it is all followed up: a guideline and whether it is followed, exercises, internal control, registrations of operators.
void add_control(World& world);
/// Everybody else who works there, and what they have confirmed: most people of a municipality hold no seat.
void add_crew(World& world);

/// All of them: the whole example, as it stands at a moment.
World tell(const Tables& tables, std::uint64_t seed, std::int64_t now_ms);

}  // namespace lisa::demo
