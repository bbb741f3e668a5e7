#include "domain/may_i.h"

#include <algorithm>
#include <tuple>

#include "domain/handling_rule.h"

namespace lisa {
namespace {

constexpr std::int64_t kTopLevel = kHandlingRule.fields[handling_rule::greatest_confidentiality.index].max;

/// Place of an answer from the mildest to the strictest; "ask" for one from a newer server.
std::size_t strictness(std::string_view answer) {
    const auto& answers = detail::kHandlingAnswers;
    const auto at = std::find(std::begin(answers), std::end(answers), answer);
    return static_cast<std::size_t>((at == std::end(answers) ? std::find(std::begin(answers), std::end(answers), "ask") : at) - std::begin(answers));
}

struct Levels {
    std::int64_t least = 0, greatest = kTopLevel;
};

/// The levels a rule is for. Ends that were swapped still mean the levels between them.
Levels levels_of(const Record& rule) {
    Levels levels;
    if (!is_blank(rule.values[handling_rule::least_confidentiality.index])) levels.least = rule.get(handling_rule::least_confidentiality);
    if (!is_blank(rule.values[handling_rule::greatest_confidentiality.index])) levels.greatest = rule.get(handling_rule::greatest_confidentiality);
    if (levels.greatest < levels.least) std::swap(levels.least, levels.greatest);
    return levels;
}

/// Whether the rule says anything about the way, whatever the class.
bool is_about(const Record* rule, std::string_view way) {
    return rule && rule->entity && rule->entity->name == kHandlingRule.name && !rule->removed && !way.empty() && rule->get(handling_rule::way) == way &&
           !rule->get(handling_rule::answer).empty();
}

/// What makes one rule decide before another.
auto weight(const Record& rule) {
    const Levels levels = levels_of(rule);
    return std::tuple(strictness(rule.get(handling_rule::answer)), !rule.get(handling_rule::personal_data).empty(), levels.least - levels.greatest);
}

const Record* heavier(const Record* best, const Record* rule) { return !best || weight(*best) < weight(*rule) ? rule : best; }

Verdict verdict_of(const Record& rule) { return {detail::kHandlingAnswers[strictness(rule.get(handling_rule::answer))], &rule}; }

}  // namespace

std::optional<Verdict> may_i(std::string_view way, std::optional<std::int64_t> confidentiality, std::string_view personal_data,
                             std::span<const Record* const> rules) {
    const bool is_level_known = confidentiality && *confidentiality >= 0 && *confidentiality <= kTopLevel;
    const bool is_data_known = !personal_data.empty() && personal_data != "not_assessed";
    const Record *applies = nullptr, *may_apply = nullptr;  // what decides, and what would for some other kind of personal data
    bool is_known_way = false;
    for (const Record* rule : rules) {
        if (!is_about(rule, way)) continue;
        is_known_way = true;
        if (!is_level_known) break;
        const Levels levels = levels_of(*rule);
        if (*confidentiality < levels.least || *confidentiality > levels.greatest) continue;
        const Set kinds = rule->get(handling_rule::personal_data);
        const bool is_named = std::find(kinds.begin(), kinds.end(), personal_data) != kinds.end();
        if (kinds.empty() || is_named) applies = heavier(applies, rule);
        else may_apply = heavier(may_apply, rule);
    }
    if (!is_known_way) return std::nullopt;
    constexpr std::string_view kAsk = "ask";
    if (!is_level_known) return Verdict{kAsk, nullptr};
    const auto strict = [](const Record* rule) { return rule ? strictness(rule->get(handling_rule::answer)) : 0; };
    const bool is_in_doubt = !is_data_known && may_apply && (!applies || strict(may_apply) > strict(applies));
    if (is_in_doubt && (!applies || strict(applies) < strictness(kAsk))) return Verdict{kAsk, nullptr};
    if (!applies) return std::nullopt;
    return verdict_of(*applies);
}

}  // namespace lisa
