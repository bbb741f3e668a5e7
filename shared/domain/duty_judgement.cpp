#include "domain/duty_judgement.h"

#include <algorithm>

#include "change/situation.h"
#include "core/date.h"
#include "domain/document.h"
#include "domain/duty_text.h"

namespace lisa::detail {
namespace {

constexpr int kHoldsMonths = 12;

/// The sentence in its section as that says it now; blank where it does not.
DutySentence found_in(const Record& judgement, Lookup& lookup) {
    const auto section = lookup.load(kSection, judgement.get(duty_judgement::section));
    if (section)
        for (DutySentence& one : duties_in(section->get(section::heading), section->get(section::body)))
            if (one.text == judgement.get(duty_judgement::sentence)) return std::move(one);
    return {};
}

}  // namespace

void derive_duty_judgement(Record& judgement, Lookup& lookup) {
    const auto put = [&](Key<std::string> field, std::string text) { judgement.values[field.index] = text.empty() ? Value{} : Value{std::move(text)}; };
    if (judgement.get(duty_judgement::sentence_key).empty()) put(duty_judgement::sentence_key, found_in(judgement, lookup).key);
    const std::string judged = judgement.get(duty_judgement::judged_on);
    put(duty_judgement::holds_until, is_date(judged) ? add_months(judged, kHoldsMonths) : std::string());
}

void check_duty_judgement(const Situation& now, std::vector<Problem>& problems) {
    constexpr std::string_view kJudgement[] = {"sentence", "outcome", "motive", "judged_on", "judged_by", "evidence", "link"};
    const Record& after = now.after;
    const bool is_judged = std::any_of(std::begin(kJudgement), std::end(kJudgement), [&](std::string_view name) {
        const std::size_t at = position(kDutyJudgement, name);
        return now.before.values[at] != after.values[at];
    });
    if (!is_judged) return;
    if (after.get(duty_judgement::sentence_key).empty()) problems.push_back({"sentence", "problem.duty_unknown"});
    if (!proofs_of(after.get(duty_judgement::sentence)).empty()) problems.push_back({"outcome", "problem.duty_proved"});
    if (after.get(duty_judgement::judged_by) != now.who.person) problems.push_back({"judged_by", "problem.own_judgement"});
    if (after.get(duty_judgement::judged_on) > swedish_date(now.now)) problems.push_back({"judged_on", "problem.in_the_future"});
}

std::string_view duty_judgement_lock(const Record& judgement, const Field& field, const Actor&, const Places&) {
    const bool is_made = !judgement.get(duty_judgement::sentence).empty();
    return is_made && (field.name == "sentence" || field.name == "section") ? "problem.duty_stands" : "";
}

}  // namespace lisa::detail
