#include "domain/openings.h"

#include <algorithm>

#include "core/date.h"
#include "domain/period.h"

namespace lisa {
namespace {

struct Needed {
    std::string_view kind;
    std::span<const std::string_view> roles;
};

constexpr std::string_view kMunicipalityRoles[] = {"chief_executive", "coordinator",        "privacy_officer",
                                                   "it_manager",      "crisis_coordinator", "protective_security_manager"};
constexpr std::string_view kBodyRoles[] = {"information_owner", "privacy_administrator"};
constexpr Needed kNeeded[] = {{"municipality", kMunicipalityRoles}, {"board", kBodyRoles}, {"company", kBodyRoles}};

bool is_followed(const Record& seat, std::span<const Record* const> seats, std::string_view day) {
    const std::string next = add_days(seat.get(assignment::ends_on), 1);
    return std::any_of(seats.begin(), seats.end(), [&](const Record* other) {
        const bool begins_later = other != &seat && other->get(assignment::starts_on) > day;
        return begins_later && other->get(assignment::role) == seat.get(assignment::role) && is_held(*other, next);
    });
}

}  // namespace

std::span<const std::string_view> roles_needed(std::string_view unit_kind) {
    for (const Needed& row : kNeeded)
        if (row.kind == unit_kind) return row.roles;
    return {};
}

std::vector<Opening> openings_of(const Record& unit, std::span<const Record* const> seats, std::string_view day) {
    std::vector<Opening> vacant, ending;
    if (!holds_on(unit, day)) return vacant;
    const std::string soon = add_days(day, kSeatEndsSoonDays);
    for (const Record* seat : seats) {
        const std::string ends = seat->get(assignment::ends_on);
        if (!holds_on(*seat, day)) continue;
        if (!is_held(*seat, day)) vacant.push_back({&unit, seat->get(assignment::role), seat, {}});
        else if (!ends.empty() && ends <= soon && !is_followed(*seat, seats, day)) ending.push_back({&unit, seat->get(assignment::role), seat, ends});
    }
    for (std::string_view role : roles_needed(unit.text("kind"))) {
        const bool is_there =
            std::any_of(seats.begin(), seats.end(), [&](const Record* seat) { return seat->get(assignment::role) == role && is_held(*seat, day); });
        const bool is_said = std::any_of(vacant.begin(), vacant.end(), [&](const Opening& one) { return one.role == role; });
        if (!is_there && !is_said) vacant.push_back({&unit, std::string(role), nullptr, {}});
    }
    std::stable_sort(ending.begin(), ending.end(), [](const Opening& a, const Opening& b) { return a.ends_on < b.ends_on; });
    vacant.insert(vacant.end(), ending.begin(), ending.end());
    return vacant;
}

std::map<std::string, Value> seat_for(const Opening& opening, std::string_view today) {
    const std::string starts = opening.is_vacant() ? std::string(today) : add_days(opening.ends_on, 1);
    return {{"role", Value{opening.role}}, {"unit", Value{opening.unit->id}}, {"starts_on", Value{starts}}};
}

}  // namespace lisa
