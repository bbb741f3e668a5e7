#include "domain/gap.h"

#include <algorithm>
#include <string>
#include <tuple>

#include "core/text.h"

namespace lisa {
namespace {

using Level = std::optional<std::int64_t>;

Level level_for(std::string_view aspect, const Levels& levels) {
    if (aspect == "confidentiality") return levels.confidentiality;
    if (aspect == "integrity") return levels.integrity;
    if (aspect == "availability") return levels.availability;
    if (aspect == "traceability") return levels.traceability;
    if (aspect != "all" && !aspect.empty()) return {};
    return std::max({levels.confidentiality, levels.integrity, levels.availability, levels.traceability});  // a blank sorts first
}

bool by_code(const Record* a, const Record* b) {
    const std::string left = collation_key(a->get(requirement::code)), right = collation_key(b->get(requirement::code));
    return std::tie(left, a->id) < std::tie(right, b->id);
}

/// The status that counts: assessed last, then changed last.
const Record* status_of(const std::string& requirement_id, std::span<const Record* const> statuses) {
    const Record* best = nullptr;
    for (const Record* status : statuses) {
        if (status->removed || status->get(requirement_status::requirement) != requirement_id) continue;
        const auto rank = [](const Record& r) { return std::tuple(r.get(requirement_status::assessed_on), r.rev, r.id); };
        if (!best || rank(*best) < rank(*status)) best = status;
    }
    return best;
}

void count(GapCounts& counts, const Record* status) {
    if (status && status->is_hidden(requirement_status::status.index)) return;
    const std::string state = status ? status->get(requirement_status::status) : std::string{};
    if (state == "met") ++counts.met;
    else if (state == "partly") ++counts.partly;
    else if (state == "not_met") ++counts.not_met;
    else if (state == "not_applicable") ++counts.not_applicable;
    else ++counts.not_assessed;
}

}  // namespace

bool applies(const Record& record, const Levels& levels) {
    if (record.removed) return false;
    const std::int64_t least = record.get(requirement::least_level);  // a blank is 0
    if (least <= 0) return true;
    const Level level = level_for(record.get(requirement::aspect), levels);
    return level && *level >= least;
}

Gap gap(const Levels& levels, std::span<const Record* const> requirements, std::span<const Record* const> statuses) {
    Gap out;
    for (const Record* record : requirements) {
        if (!applies(*record, levels)) continue;
        out.rows.push_back({record, status_of(record->id, statuses)});
        count(out.counts, out.rows.back().status);
    }
    std::sort(out.rows.begin(), out.rows.end(), [](const GapRow& a, const GapRow& b) {
        const std::int64_t left = a.requirement->get(requirement::least_level), right = b.requirement->get(requirement::least_level);
        return left != right ? left > right : by_code(a.requirement, b.requirement);
    });
    return out;
}

std::vector<const Record*> requirements_for(std::string_view occasion, const Levels& levels, std::span<const Record* const> requirements) {
    std::vector<const Record*> out;
    for (const Record* record : requirements) {
        const Set occasions = record->get(requirement::occasions);
        const bool is_asked = occasion == "procurement" ? !trim(record->get(requirement::procurement_text)).empty()
                                                        : std::find(occasions.begin(), occasions.end(), occasion) != occasions.end();
        if (is_asked && applies(*record, levels)) out.push_back(record);
    }
    std::sort(out.begin(), out.end(), by_code);
    return out;
}

}  // namespace lisa
