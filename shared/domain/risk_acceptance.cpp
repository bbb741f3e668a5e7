#include "domain/risk_acceptance.h"

#include <algorithm>
#include <cstdio>

#include "core/date.h"
#include "core/text.h"
#include "domain/measure.h"
#include "domain/risk.h"

namespace lisa {
namespace {

/// What another decision alters: at least the stamp of the step.
constexpr std::size_t kDecision[] = {risk::accepted_by.index,    risk::accepted_on.index,       risk::acceptance_until.index,
                                     risk::accepted_level.index, risk::acceptance_motive.index, risk::accepted_at.index};

/// Whether the state is one that rests on an acceptance.
bool is_decided(const Record& risk) {
    const std::string status = risk.get(risk::status);
    return status == "accepted" || status == "closed";
}

bool is_altered(const Record& before, const Record& after, std::size_t field) {
    return before.values[field] != after.values[field] && !(is_blank(before.values[field]) && is_blank(after.values[field]));
}

bool is_rating(std::string_view field) {
    return std::any_of(std::begin(risk::kRatings), std::end(risk::kRatings), [&](const risk::Rating& axes) {
        return field == kRisk.fields[axes.likelihood.index].name || field == kRisk.fields[axes.consequence.index].name;
    });
}

/// When the risk was accepted. Where Lisa did not remember it yet: when the day ended on which it was, here taken as UTC.
std::string moment_of_acceptance(const Record& risk) {
    const std::string at = risk.get(risk::accepted_at), on = risk.get(risk::accepted_on);
    return !at.empty() || !is_decided(risk) || !is_date(on) ? at : on + "T23:59:59Z";
}

std::string plain(const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    std::string joined;
    if (const auto* set = std::get_if<Set>(&value))
        for (const std::string& element : *set) joined += element + '\n';
    return joined;
}

}  // namespace

std::string state_of(const Record& risk) {
    constexpr std::string_view kEnd("\0", 1);  // in no text
    std::uint64_t hash = fnv1a("risk");
    for (std::string_view name : detail::kAcceptedFields) hash = fnv1a(kEnd, fnv1a(plain(risk.values[position(kRisk, name)]), fnv1a(kEnd, fnv1a(name, hash))));
    char digits[17];
    std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(hash));
    return digits;
}

bool is_new_decision(const Record& before, const Record& after) {
    if (!is_decided(after)) return false;
    return !is_decided(before) || std::any_of(std::begin(kDecision), std::end(kDecision), [&](std::size_t field) { return is_altered(before, after, field); });
}

std::vector<std::string> changed_since_acceptance(const Record& risk) {
    const Set changed = risk.get(risk::changed_since_acceptance);
    std::vector<std::string> names;
    for (std::string_view name : detail::kAcceptedFields)
        if (std::find(changed.begin(), changed.end(), name) != changed.end()) names.emplace_back(name);
    return names;
}

bool is_rewritten(const Record& risk) {
    const Set changed = risk.get(risk::changed_since_acceptance);
    return std::any_of(changed.begin(), changed.end(), [](const std::string& name) { return !is_rating(name); });
}

std::vector<const Record*> measures_changed_since(const Record& risk, std::span<const Record* const> measures) {
    std::vector<const Record*> changed;
    const std::string accepted = moment_of_acceptance(risk);
    if (accepted.empty()) return changed;
    for (const Record* measure : measures)
        if (!measure->removed && measure->get(measure::risk) == risk.id && measure->get(measure::plan_changed_at) > accepted) changed.push_back(measure);
    return changed;
}

namespace detail {

void remember_risk(const Record& before, Record& after, std::string_view now) {
    Value &at = after.values[risk::accepted_at.index], &state = after.values[risk::accepted_state.index],
          &changed = after.values[risk::changed_since_acceptance.index];
    if (!is_decided(after)) {
        at = state = changed = Value{};
        return;
    }
    const bool sees_all = !after.is_hidden(risk::accepted_state.index);  // else the server knows
    if (is_new_decision(before, after)) {
        at = std::string(now);
        state = sees_all ? Value{state_of(after)} : Value{};
        changed = Value{};
        return;
    }
    if (sees_all && is_blank(state)) state = state_of(before);  // accepted before Lisa remembered it
    Set names = after.get(risk::changed_since_acceptance);
    for (std::string_view name : kAcceptedFields)
        if (is_altered(before, after, position(kRisk, name))) names.emplace_back(name);
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    if (sees_all && state == Value{state_of(after)}) names.clear();
    changed = names.empty() ? Value{} : Value{std::move(names)};
}

}  // namespace detail
}  // namespace lisa
