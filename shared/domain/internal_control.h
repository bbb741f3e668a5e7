#pragma once
// What a plan for internal control has come to (F3). Pure: records in, answers out, with pointers into what was passed in.
#include <map>
#include <span>
#include <vector>

#include "domain/control_result.h"

namespace lisa {

/// A point with its latest signed result, and whether its day has passed.
struct PointStanding {
    const Record* point = nullptr;
    const Record* result = nullptr;  ///< null: not controlled yet
    bool is_late = false;
};

/// How many points have which result; none: not controlled yet.
struct ControlCounts {
    std::size_t green = 0, yellow = 0, red = 0, none = 0, late = 0;
    std::size_t all() const { return green + yellow + red + none; }
};

/// The points in their order, each with the latest of its signed results, by the day of the control.
std::vector<PointStanding> standings_of(std::span<const Record* const> points, std::span<const Record* const> results, std::string_view today);
ControlCounts counts_of(std::span<const PointStanding> standings);

/// The values of a new result of a point: today, and when the point is due after that, which follows from its frequency.
std::map<std::string, Value> result_for(const Record& point, const std::string& today);

}  // namespace lisa
