#pragma once
// Who may do what: role and part of the organisation decide together, for every register and every field.
#include <optional>
#include <string>
#include <vector>

#include "schema/lookup.h"

namespace lisa {

/// A role that a person holds, over one part of the organisation and all below it.
struct Grant {
    Role role = Role::employee;
    std::string unit{};
    bool operator==(const Grant&) const = default;
};

/// Who acts.
struct Actor {
    std::string person{};
    std::vector<Grant> grants{};
    bool only_reads = false;  ///< looks at what is over, such as the registers of another day: holds no right but to read
};

/// Whether the grant reaches a record that belongs to these places.
bool reaches(const Grant& grant, const Places& places);

/// Whether the actor holds the right over a record of the entity that belongs to `places`.
bool allowed(const Actor& who, Right right, const Entity& entity, const Places& places);

/// Whether the record came from the actor, who then reads what is open in it wherever it belongs.
bool is_own(const Record& record, const Actor& who);

/// Whether the actor may read the record, which belongs to `places`: by a role or as its own.
bool may_read(const Actor& who, const Record& record, const Places& places);

/// Whether the actor holds the right over some record of the entity, somewhere. For menus and buttons: what hangs on other records
/// can be looked at by everybody who has any role, and is made and altered where it hangs.
bool allowed_somewhere(const Actor& who, Right right, const Entity& entity);

/// How secret a thing the actor may see in a record that belongs to `places`.
Clearance clearance_over(const Actor& who, const Places& places);

/// The same for a record that the actor may read: who reads it only as their own sees what is open to that person.
Clearance clearance_in(const Actor& who, const Record& record, const Places& places);

/// How secret a thing the actor, who may make or change the record, may write in it.
Clearance clearance_to_write(const Actor& who, const Record& record, const Places& places);

/// Whether the actor may take the step in a record that belongs to `places`.
bool may_step(const Actor& who, const Step& step, const Places& places);

/// Whether the actor may take some step in some record of the entity, somewhere. For buttons.
bool may_step_somewhere(const Actor& who, const Entity& entity);

/// Why the actor, who may change the record, may not change this field of it as it now is: a message key, or empty. The server
/// asks it of every change and the form of every field.
std::string_view locked(const Record& record, const Field& field, const Actor& who, const Places& places);

/// Why the actor, who may change the record, may neither hang anything on it nor alter what hangs there: a message key, or empty.
std::string_view sealed(const Record& host, const Actor& who, const Places& places);

/// Empties and marks the fields that are more secret than that.
void withhold(Record& record, Clearance clearance);

/// The record as the actor may see it: withheld fields emptied and marked. Nothing when the record is out of sight.
std::optional<Record> redact(Record record, const Actor& who, const Places& places);

}  // namespace lisa
