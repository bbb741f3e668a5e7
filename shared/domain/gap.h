#pragma once
// From a class to what it asks for (K3, K4), and from information to the class of the system that holds it (K2).
// Pure: records in, answers out. The pointers in an answer point into what was passed in.
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "domain/requirement.h"
#include "domain/requirement_status.h"

namespace lisa {

/// A class: a level per aspect, blank where it is not known.
struct Levels {
    std::optional<std::int64_t> confidentiality{}, integrity{}, availability{}, traceability{};
    bool operator==(const Levels&) const = default;
};

/// Whether a requirement applies to a class: the level of its aspect is at least the requirement's. An aspect of "all", or
/// none, counts with the highest level of the four. Level 0 or none applies to everything; an unknown level only to that.
bool applies(const Record& requirement, const Levels& levels);

struct GapRow {
    const Record* requirement = nullptr;
    const Record* status = nullptr;  ///< null when nobody has assessed it
};

struct GapCounts {
    int met = 0, partly = 0, not_met = 0, not_assessed = 0, not_applicable = 0;
    bool operator==(const GapCounts&) const = default;
};

struct Gap {
    std::vector<GapRow> rows{};  ///< the highest level first, then by code
    GapCounts counts{};          ///< a withheld status is counted nowhere
};

/// How one system, whose statuses are given, stands to what its class asks for. Of several statuses of a requirement the one
/// assessed last counts. Removed records are passed over.
Gap gap(const Levels& levels, std::span<const Record* const> requirements, std::span<const Record* const> statuses);

/// The requirements of an occasion ("procurement", "digitalisation", "mobility") that apply to a class, by code. A
/// procurement takes those that say what to ask of a supplier, whatever their occasions.
std::vector<const Record*> requirements_for(std::string_view occasion, const Levels& levels, std::span<const Record* const> requirements);

/// What a system gets from its information, and why.
struct Inherited {
    std::optional<std::int64_t> level{};        ///< what counts
    std::vector<const Record*> because{};       ///< the assets that gave `from_assets`, by name
    std::optional<std::int64_t> from_assets{};  ///< what the information asks for
    bool is_own = false;                        ///< the system's own value counts
    bool lacks_motive = false;                  ///< the system has an own level that does not count, since it has no motive
    /// Whether the system deviates from its information, which has to be explained.
    bool deviates() const { return is_own && from_assets && level != from_assets; }
};

struct Inheritance {
    Inherited confidentiality{}, integrity{}, availability{}, traceability{};  ///< the highest
    Inherited recovery_time_hours{};                                           ///< the lowest
    Levels levels() const { return {confidentiality.level, integrity.level, availability.level, traceability.level}; }
};

/// The assets that the links (asset_system) of a system lead to, as far as they can be found.
std::vector<const Record*> assets_of(std::span<const Record* const> links, const std::function<const Record*(const std::string& asset)>& find);

/// The class of a system from the assets in it. The system's own levels win where they stand with a motive in `class_motive`
/// (withheld: taken to be there), its own recovery time where it stands; a null system has none. Removed and disposed assets
/// give nothing, and an asset that is linked twice counts once.
Inheritance inherit(std::span<const Record* const> assets, const Record* system = nullptr);

}  // namespace lisa
