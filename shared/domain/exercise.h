#pragma once
// Exercise (H8): what happens if a system falls, tried out with a timer. The facts that Lisa knows about the system are the injects;
// they are revealed one part at a time, and the log keeps when, with the notes of those who take part. What has ended is the protocol.
#include "schema/lookup.h"

namespace lisa {

/// The parts of what happens if a system falls, in the order in which an exercise reveals them (insight/what_if.h).
inline constexpr std::string_view kWhatIfParts[] = {"falls", "answers", "routine", "clocks", "times"};

namespace detail {

inline constexpr std::string_view kExerciseStates[] = {"planned", "ongoing", "ended"};
inline constexpr Roles kExerciseLeaders = Role::system_owner | Role::system_manager | Role::information_owner | Role::manager | Role::it_manager |
                                          Role::coordinator | Role::crisis_coordinator | Role::chief_executive;

/// How long it took.
void derive_exercise(Record&, Lookup&);
/// The protocol of what has ended stays as it is but for what was learnt, and the log is of the time between.
std::string_view exercise_lock(const Record&, const Field&, const Actor&, const Places&);

inline constexpr Field kExerciseFields[] = {
    {.name = "name", .group = "basics", .required = true, .max = 160, .listed = true, .searched = true},
    {.name = "system", .type = Type::ref, .required = true, .ref = "system", .listed = true},
    {.name = "status", .type = Type::choice, .options = kExerciseStates, .merge = Merge::guarded, .listed = true},
    {.name = "scenario", .type = Type::prose, .max = 4000, .searched = true},
    {.name = "leader", .type = Type::ref, .group = "responsible", .ref = "person", .listed = true},
    {.name = "participants", .type = Type::prose, .max = 1000},
    {.name = "planned_on", .type = Type::date, .group = "moments", .listed = true},
    {.name = "started_at", .type = Type::moment, .computed = true, .listed = true},
    {.name = "ended_at", .type = Type::moment, .computed = true},
    {.name = "minutes", .type = Type::integer, .computed = true},
    {.name = "revealed", .type = Type::set, .group = "course", .options = kWhatIfParts},
    {.name = "log", .type = Type::notes, .seen_from = Clearance::internal},
    {.name = "lessons", .type = Type::prose, .group = "lessons", .max = 4000, .seen_from = Clearance::internal},
};
inline constexpr std::string_view kExerciseTitle[] = {"name"};
inline constexpr Step kExerciseSteps[] = {
    {.name = "start", .from = "planned", .to = "ongoing", .who = kExerciseLeaders, .stamp = "started_at"},
    {.name = "end", .from = "ongoing", .to = "ended", .who = kExerciseLeaders, .stamp = "ended_at"},
};

}  // namespace detail

inline constexpr Entity kExercise{
    .name = "exercise",
    .icon = "clock",
    .fields = detail::kExerciseFields,
    .title = detail::kExerciseTitle,
    .place = "system",
    .access = {.read = {.within = kStaff},
               .create = {.within = detail::kExerciseLeaders},
               .update = {.within = detail::kExerciseLeaders},
               .remove = {.within = Role::coordinator | Role::crisis_coordinator}},
    .state = "status",
    .steps = detail::kExerciseSteps,
    .derive = detail::derive_exercise,
    .locked = detail::exercise_lock,
};

namespace exercise {
inline constexpr auto system = key<std::string>(kExercise, "system");
inline constexpr auto status = key<std::string>(kExercise, "status");
inline constexpr auto started_at = key<std::string>(kExercise, "started_at");
inline constexpr auto ended_at = key<std::string>(kExercise, "ended_at");
inline constexpr auto minutes = key<std::int64_t>(kExercise, "minutes");
inline constexpr auto revealed = key<Set>(kExercise, "revealed");
inline constexpr auto log = key<Notes>(kExercise, "log");
}  // namespace exercise

/// The part that is revealed next; empty when all are.
std::string_view next_inject(const Record& exercise);

/// "1:04:09": hours, minutes and seconds since the exercise began, at a moment in milliseconds; "0:00:00" before.
std::string time_since_start(const Record& exercise, std::int64_t now_ms);

}  // namespace lisa
