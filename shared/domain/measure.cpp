#include "domain/measure.h"

#include <algorithm>

#include "change/situation.h"
#include "core/date.h"
#include "domain/risk.h"

namespace lisa {
namespace {

/// The registers whose records give rise to measures, each called in the measure as the register is.
constexpr std::string_view kCauses[] = {"risk", "system", "control", "breach", "privacy_check", "policy_exception", "event", "control_result"};

/// What an acceptance counts on, besides that it is not dropped. Who does it, at what cost and how far it has come may alter.
constexpr std::string_view kPlan[] = {"name", "description", "risk", "due_on", "effect"};

/// Whether an acceptance of the risk of that id, which may be empty, counts on its measures.
bool is_accepted_risk(const std::string& id, Store& store) {
    if (id.empty()) return false;
    const auto risk = store.load(kRisk, id);
    return risk && !risk->removed && risk->get(risk::status) == "accepted";
}

bool is_dropped(const Record& measure) { return measure.get(measure::status) == "dropped"; }

}  // namespace

bool measure::is_open(const Record& record) { return record.get(status) != "done" && record.get(status) != "dropped"; }

bool measure::is_overdue(const Record& record, std::string_view today) {
    const std::string due = record.get(due_on);
    return is_open(record) && is_date(due) && due < today;
}

std::string_view cause_field(const Entity& cause) {
    const auto* found = std::find(std::begin(kCauses), std::end(kCauses), cause.name);
    return found == std::end(kCauses) ? std::string_view{} : *found;
}

std::map<std::string, Value> measure_for(const Record& cause, const Places& places) {
    const std::string_view field = cause_field(*cause.entity);
    if (field.empty()) return {};
    std::map<std::string, Value> values{{std::string(field), Value{cause.id}}};
    if (const std::string system = cause.text("system"); !system.empty()) values["system"] = Value{system};
    if (!places.empty()) values["unit"] = Value{places.front()};
    return values;
}

namespace detail {

void remember_measure(const Record& before, Record& after, std::string_view now) {
    const bool is_altered = is_dropped(before) != is_dropped(after) ||
                            std::any_of(std::begin(kPlan), std::end(kPlan), [&](std::string_view name) { return before.text(name) != after.text(name); });
    if (is_altered) after.set(measure::plan_changed_at, std::string(now));
}

void check_measure(const Situation& now, std::vector<Problem>& problems) {
    const std::string before = now.before.get(measure::risk);
    if (before != now.after.get(measure::risk) && is_accepted_risk(before, now.store)) problems.push_back({"risk", "problem.measure_of_accepted"});
}

void check_measure_removal(const Situation& now, std::vector<Problem>& problems) {
    if (is_accepted_risk(now.before.get(measure::risk), now.store)) problems.push_back({"", "problem.measure_of_accepted"});
}

}  // namespace detail
}  // namespace lisa
