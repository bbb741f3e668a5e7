#include "domain/grants.h"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "core/text.h"
#include "domain/period.h"

namespace lisa {

std::vector<Grant> grants_of(const Record& who, const std::vector<Record>& assignments, std::string_view today) {
    std::vector<Grant> grants;
    if (who.id.empty() || !holds_on(who, today)) return grants;  // an empty seat is nobody's
    if (const RoleFacts* audience = find_role(who.get(person::audience))) grants.push_back({audience->role, who.get(person::unit)});
    for (const Record& seat : assignments) {
        const bool is_theirs = seat.get(assignment::person) == who.id || seat.get(assignment::deputy) == who.id;
        const RoleFacts* role = find_role(seat.get(assignment::role));
        if (is_theirs && role && holds_on(seat, today)) grants.push_back({role->role, seat.get(assignment::unit)});
    }
    const auto order = [](const Grant& grant) { return std::tie(grant.role, grant.unit); };
    std::sort(grants.begin(), grants.end(), [&](const Grant& a, const Grant& b) { return order(a) < order(b); });
    grants.erase(std::unique(grants.begin(), grants.end()), grants.end());
    return grants;
}

std::string place_of_work(const Actor& who) {
    for (const Grant& grant : who.grants)
        if (const auto& audiences = detail::kAudiences; std::find(std::begin(audiences), std::end(audiences), facts(grant.role).name) != std::end(audiences))
            return grant.unit;
    return {};
}

std::string epoch_of(const std::vector<Grant>& grants, std::uint64_t tree) {
    std::uint64_t hash = tree;
    for (const Grant& grant : grants) hash = fnv1a(grant.unit, fnv1a(facts(grant.role).name, hash) ^ 0xFF);
    char text[16];
    const auto end = std::to_chars(text, text + sizeof text, hash, 16).ptr;
    return {text, end};
}

}  // namespace lisa
