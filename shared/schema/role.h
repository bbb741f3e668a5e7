#pragma once
// The roles of the policy, and how secret a thing each may see.
#include <cstdint>
#include <span>
#include <string_view>

namespace lisa {

/// How secret a field is, and how secret a thing a role may see.
enum class Clearance : std::uint8_t { open, internal, confidential, restricted };

/// Swedish terms are in the glossary of README. The first four are audiences: everybody has one of them.
enum class Role : std::uint8_t {
    employee,
    elected,
    pupil,
    contractor,
    manager,
    information_owner,
    system_owner,
    system_manager,
    privacy_administrator,
    privacy_officer,
    coordinator,
    it_manager,
    protective_security_manager,
    crisis_coordinator,
    chief_executive,
    board_member,
    trainer,
    auditor,
    administrator,
};

struct RoleFacts {
    Role role;
    std::string_view name;  ///< in JSON, in the database and in message keys
    Clearance clearance;    ///< within the part of the organisation that the role is given for
};

/// Every role, in the order of the enumeration. An administrator runs the machine and is not cleared for what is in it.
inline constexpr RoleFacts kRoles[] = {
    {Role::employee, "employee", Clearance::open},
    {Role::elected, "elected", Clearance::open},
    {Role::pupil, "pupil", Clearance::open},
    {Role::contractor, "contractor", Clearance::open},
    {Role::manager, "manager", Clearance::internal},
    {Role::information_owner, "information_owner", Clearance::confidential},
    {Role::system_owner, "system_owner", Clearance::confidential},
    {Role::system_manager, "system_manager", Clearance::confidential},
    {Role::privacy_administrator, "privacy_administrator", Clearance::confidential},
    {Role::privacy_officer, "privacy_officer", Clearance::restricted},
    {Role::coordinator, "coordinator", Clearance::restricted},
    {Role::it_manager, "it_manager", Clearance::confidential},
    {Role::protective_security_manager, "protective_security_manager", Clearance::restricted},
    {Role::crisis_coordinator, "crisis_coordinator", Clearance::confidential},
    {Role::chief_executive, "chief_executive", Clearance::confidential},
    {Role::board_member, "board_member", Clearance::internal},
    {Role::trainer, "trainer", Clearance::open},
    {Role::auditor, "auditor", Clearance::restricted},
    {Role::administrator, "administrator", Clearance::internal},
};

constexpr const RoleFacts& facts(Role role) { return kRoles[static_cast<std::size_t>(role)]; }

/// The role of that name, or null.
constexpr const RoleFacts* find_role(std::string_view name) {
    for (const RoleFacts& row : kRoles)
        if (row.name == name) return &row;
    return nullptr;
}

/// A set of roles. Roles are not ranked: an auditor reads everything and writes nothing.
struct Roles {
    std::uint32_t bits = 0;
    constexpr Roles() = default;
    constexpr Roles(Role role) : bits(1u << static_cast<unsigned>(role)) {}
    constexpr bool has(Role role) const { return (bits & Roles(role).bits) != 0; }
    friend constexpr Roles operator|(Roles a, Roles b) {
        a.bits |= b.bits;
        return a;
    }
};
constexpr Roles operator|(Role a, Role b) { return Roles(a) | Roles(b); }

constexpr Roles all_roles() {
    Roles all;
    for (const RoleFacts& row : kRoles) all = all | row.role;
    return all;
}

/// Everybody who works for the municipality or its companies, or sits in a body of it.
constexpr Roles staff_roles() {
    Roles staff = all_roles();
    staff.bits &= ~Roles(Role::pupil).bits;
    return staff;
}

inline constexpr Roles kEveryone = all_roles();
inline constexpr Roles kStaff = staff_roles();

}  // namespace lisa
