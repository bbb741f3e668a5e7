#pragma once
// What the screen of the organisation remembers: what is asked for, and the tree that follows from the registers.
#include <set>

#include "domain/organisation_tree.h"
#include "domain/reorganisation.h"

namespace lisa::app {

/// What happened to the organisation, as far back as it was asked for.
struct Reorganisations {
    struct Row {
        std::string at{}, actor{}, unit{}, decision{};
        Reorganisation what{};
    };
    enum class Status : std::uint8_t { unasked, loading, ready, offline };
    Status status = Status::unasked;
    std::int64_t rev = -1;    ///< latest revision of a unit when it was asked for
    std::int64_t before = 0;  ///< where older ones begin
    bool has_more = false;
    std::vector<Row> rows{};  ///< newest first
    static constexpr std::size_t kPage = 12;
    std::size_t shown = kPage;  ///< so many of them
};

struct OrganisationView {
    std::string filter{};
    std::string day{};  ///< the tree is shown as of this day; empty: as of today
    bool shows_lacking = false, shows_ended = false;
    std::set<std::string> toggled{};  ///< units whose branch a person opened, or closed where it was open at first
    std::string current{};            ///< unit that Tab reaches
    // What the tree was computed from; it is computed again when one of these altered.
    std::uint64_t version = 0;
    std::string computed_day{};
    bool computed_ended = false;
    std::vector<TreeUnit> tree{};
    Reorganisations changes{};
};

}  // namespace lisa::app
