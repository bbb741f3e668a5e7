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

/// The number of a field by name; nothing where it is blank or there is no such field.
Level number(const Record& record, std::string_view field) {
    const std::size_t at = position(*record.entity, field);
    const auto* value = at == kNoField ? nullptr : std::get_if<std::int64_t>(&record.values[at]);
    return value ? Level(*value) : std::nullopt;
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

enum class Pick { highest, lowest };

Inherited inherit_field(std::string_view field, Pick pick, const std::vector<const Record*>& assets) {
    Inherited out;
    for (const Record* asset : assets) {
        const Level value = number(*asset, field);
        if (!value) continue;
        const bool is_better = !out.from_assets || (pick == Pick::highest ? *value > *out.from_assets : *value < *out.from_assets);
        if (is_better) out.because.clear();
        if (is_better) out.from_assets = value;
        if (value == out.from_assets) out.because.push_back(asset);
    }
    out.level = out.from_assets;
    return out;
}

bool has_motive(const Record& system) {
    const std::size_t at = position(*system.entity, "class_motive");
    return at != kNoField && (system.is_hidden(at) || !trim(system.text("class_motive")).empty());
}

/// Lets a system's own value win.
void override_with(Inherited& inherited, Level own, bool may_win) {
    if (!own) return;
    if (!may_win) {
        inherited.lacks_motive = true;
        return;
    }
    inherited.level = own;
    inherited.is_own = true;
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

std::vector<const Record*> assets_of(std::span<const Record* const> links, const std::function<const Record*(const std::string& asset)>& find) {
    std::vector<const Record*> assets;
    for (const Record* link : links)
        if (const Record* asset = find(link->text("asset"))) assets.push_back(asset);
    return assets;
}

Inheritance inherit(std::span<const Record* const> assets, const Record* system) {
    std::vector<const Record*> kept;
    for (const Record* asset : assets) {
        if (asset->removed || asset->text("status") == "disposed") continue;
        const bool is_known = !asset->id.empty() && std::any_of(kept.begin(), kept.end(), [&](const Record* other) { return other->id == asset->id; });
        if (!is_known) kept.push_back(asset);
    }
    std::stable_sort(kept.begin(), kept.end(),
                     [](const Record* a, const Record* b) { return collation_key(a->text("name")) < collation_key(b->text("name")); });

    Inheritance out;
    const bool is_motivated = system && has_motive(*system);
    const auto fill = [&](Inherited& into, std::string_view aspect) {
        into = inherit_field(aspect, Pick::highest, kept);
        if (system) override_with(into, number(*system, aspect), is_motivated);
    };
    fill(out.confidentiality, "confidentiality");
    fill(out.integrity, "integrity");
    fill(out.availability, "availability");
    fill(out.traceability, "traceability");
    out.recovery_time_hours = inherit_field("recovery_time_hours", Pick::lowest, kept);
    if (system) override_with(out.recovery_time_hours, number(*system, "recovery_time_hours"), true);
    return out;
}

}  // namespace lisa
