#include "domain/significance.h"

#include <algorithm>
#include <tuple>

#include "change/situation.h"

namespace lisa {
namespace {

bool holds(const Set& set, const std::string& word) { return std::find(set.begin(), set.end(), word) != set.end(); }

/// The law's own words come first, and what the municipality sets itself last.
auto order_of(const Record& one) {
    const auto rank = [](std::span<const std::string_view> options, const std::string& option) {
        return std::find(options.begin(), options.end(), option) - options.begin();
    };
    return std::tuple(rank(detail::kThresholdGrounds, one.get(threshold::ground)), rank(detail::kSectors, one.get(threshold::sector)),
                      one.get(threshold::name));
}

void put(Set& set, const std::string& word, bool is_in) {
    std::erase(set, word);
    if (is_in) set.insert(std::lower_bound(set.begin(), set.end(), word), word);
}

}  // namespace

SignificanceTest significance_of(const Record& notification, std::span<const Record* const> thresholds) {
    SignificanceTest test;
    const Set sectors = notification.get(notification::sectors), met = notification.get(notification::criteria_met),
              unmet = notification.get(notification::criteria_unmet);
    for (const Record* one : thresholds)
        if (const std::string sector = one->get(threshold::sector); !one->removed && (sector == "general" || holds(sectors, sector))) test.asked.push_back(one);
    std::sort(test.asked.begin(), test.asked.end(), [](const Record* a, const Record* b) { return order_of(*a) < order_of(*b); });
    for (const Record* one : test.asked) {
        const std::string name = one->get(threshold::name);
        (holds(met, name) ? test.met : holds(unmet, name) ? test.unmet : test.unanswered).push_back(one);
    }
    if (!test.met.empty()) test.result = Significance::significant;
    else if (!test.asked.empty() && test.unanswered.empty()) test.result = Significance::not_significant;
    return test;
}

std::string_view significance_name(Significance result) {
    constexpr std::string_view kNames[] = {"open", "significant", "not_significant"};
    return kNames[static_cast<std::size_t>(result)];
}

SignificanceAnswers answered(const Record& notification, const std::string& threshold, std::string_view answer) {
    SignificanceAnswers answers{notification.get(notification::criteria_met), notification.get(notification::criteria_unmet)};
    put(answers.met, threshold, answer == "yes");
    put(answers.unmet, threshold, answer == "no");
    return answers;
}

namespace detail {

void check_threshold(const Situation& now, std::vector<Problem>& problems) {
    if (now.after.get(threshold::name).find(',') != std::string::npos) problems.push_back({"name", "problem.no_comma"});
}

}  // namespace detail

}  // namespace lisa
