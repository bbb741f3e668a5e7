#include "domain/privacy_check.h"

#include <algorithm>

#include "change/situation.h"

namespace lisa::detail {
namespace {

bool is_officer(const Actor& who, const Places& places) {
    return std::any_of(who.grants.begin(), who.grants.end(), [&](const Grant& grant) { return grant.role == Role::privacy_officer && reaches(grant, places); });
}

}  // namespace

std::string_view privacy_check_lock(const Record& record, const Field& field, const Actor& who, const Places& places) {
    if (is_officer(who, places) || field.name == "notes") return {};
    const bool is_answer = field.name == "answer" || field.name == "answered_on";
    if (!is_answer) return "problem.officer_only";
    return record.text("status") == "done" ? "" : "problem.answer_not_awaited";
}

void check_privacy_check(const Situation& now, std::vector<Problem>& problems) {
    if (is_officer(now.who, now.places)) return;  // who may have it on paper
    if (now.enters("answered") && now.after.text("answer").empty()) problems.push_back({"answer", "problem.required"});
}

}  // namespace lisa::detail
