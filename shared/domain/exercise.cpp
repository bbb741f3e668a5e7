#include "domain/exercise.h"

#include <algorithm>
#include <cstdio>

#include "core/date.h"

namespace lisa {
namespace {

std::string two_digits(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace

std::string_view next_inject(const Record& exercise) {
    const Set revealed = exercise.get(exercise::revealed);
    const auto* next = std::find_if(std::begin(kWhatIfParts), std::end(kWhatIfParts),
                                    [&](std::string_view part) { return std::find(revealed.begin(), revealed.end(), part) == revealed.end(); });
    return next == std::end(kWhatIfParts) ? std::string_view{} : *next;
}

std::string time_since_start(const Record& exercise, std::int64_t now_ms) {
    const std::string started = exercise.get(exercise::started_at), now = utc_text(now_ms);
    const auto second = [](const std::string& utc) { return utc.size() < 19 ? 0 : (utc[17] - '0') * 10 + utc[18] - '0'; };
    std::int64_t seconds = 0;
    if (is_moment(started) && started < now)
        seconds = minutes_between(started.substr(0, 17) + "00Z", now.substr(0, 17) + "00Z") * 60 + second(now) - second(started);
    return std::to_string(seconds / 3600) + ":" + two_digits(seconds / 60 % 60) + ":" + two_digits(seconds % 60);
}

namespace detail {

void derive_exercise(Record& exercise, Lookup&) {
    const std::string started = exercise.get(exercise::started_at), ended = exercise.get(exercise::ended_at);
    exercise.values[exercise::minutes.index] = is_moment(started) && is_moment(ended) ? Value{minutes_between(started, ended)} : Value{};
}

std::string_view exercise_lock(const Record& exercise, const Field& field, const Actor&, const Places&) {
    const std::string status = exercise.get(exercise::status);
    if (field.name == "log" || field.name == "revealed") return status == "ongoing" ? "" : "problem.exercise_not_ongoing";
    return status == "ended" && field.name != "lessons" ? "problem.exercise_ended" : "";
}

}  // namespace detail
}  // namespace lisa
