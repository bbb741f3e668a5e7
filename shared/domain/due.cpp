#include "domain/due.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "core/date.h"
#include "domain/catalog.h"
#include "domain/risk_checks.h"

namespace lisa {
namespace {

constexpr DueRule kRules[] = {
    {"asset", "review_on", "owner", Role::information_owner, "disposed"},
    {"classification", "review_on", "", Role::information_owner, "draft proposed withdrawn"},
    {"document", "review_on", "responsible", Role::coordinator, "superseded repealed draft"},
    {"duty_judgement", "holds_until", "", Role::coordinator, ""},
    {"assignment", "ends_on", "person", Role::coordinator, ""},
    {"agreement", "ends_on", "responsible", Role::system_owner, "terminated expired"},
    {"system", "review_on", "owner", Role::system_owner, "planned retired"},
    {"supplier", "next_assessment_on", "responsible", Role::system_owner, ""},
    {"requirement_status", "due_on", "owner", Role::system_owner, ""},
    {"risk_analysis", "next_on", "leader", Role::information_owner | Role::system_owner, "archived"},
    {"risk", "acceptance_until", "owner", Role::information_owner | Role::system_owner, "closed"},
    {"risk", "reassess_on", "owner", Role::information_owner | Role::system_owner, "closed"},
    {"measure", "due_on", "owner", Role::system_owner | Role::information_owner, "done dropped"},
    {"control", "review_on", "owner", Role::coordinator, ""},
    {"control_plan", "report_on", "responsible", Role::information_owner, "reported"},
    {"control_point", "due_on", "responsible", Role::information_owner, ""},
    {"evidence", "expires_on", "owner", Role::coordinator, ""},
    {"objective", "due_on", "owner", Role::coordinator, ""},
    {"task", "next_on", "responsible", {}, ""},
    {"policy_exception", "ends_on", "applicant", Role::coordinator, "refused ended"},
    {"processing", "review_on", "responsible", Role::privacy_administrator, "ended"},
    {"dpia", "review_on", "responsible", Role::privacy_administrator, "draft dpo_review"},
    {"event", "triage_by", "responsible", Role::manager | Role::coordinator, ""},
    {"event", "handle_by", "responsible", {}, "new handled closed dismissed"},
    {"exercise", "planned_on", "leader", Role::crisis_coordinator, "ongoing ended"},
    {"notification", "warn_by", "responsible", detail::kNotificationKeepers, "", Role::coordinator, true},
    {"notification", "notify_by", "responsible", detail::kNotificationKeepers, "", Role::coordinator, true},
    {"notification", "final_by", "responsible", detail::kNotificationKeepers, "", Role::coordinator, true},
    {"registration", "notify_by", "responsible", detail::kRegistrationKeepers, "", Role::coordinator, true},
    {"breach", "notify_by", "responsible", detail::kBreachDeciders, "", Role::privacy_officer, true},
    {"breach", "supplement_by", "responsible", detail::kBreachDeciders, "", Role::privacy_officer, true},
    {"privacy_request", "due_on", "responsible", Role::privacy_administrator, "answered refused"},
    {"privacy_check", "due_on", "responsible", Role::privacy_administrator | Role::privacy_officer, "closed"},
};

consteval bool lint_due() {
    for (const DueRule& rule : kRules) {
        bool is_known = false;
        for (const Entity* entity : kCatalog) {  // by name: GCC's sanitizers do not compare addresses with null while compiling
            if (entity->name != rule.entity) continue;
            is_known = true;
            const std::size_t date = position(*entity, rule.date), owner = position(*entity, rule.owner);
            if (date == kNoField || (entity->fields[date].type != Type::date && entity->fields[date].type != Type::moment))
                schema_error("a due rule needs a date or a moment");
            if (!rule.owner.empty() && (owner == kNoField || entity->fields[owner].ref != "person")) schema_error("the owner of a due rule is a person");
        }
        if (!is_known) schema_error("a due rule for an unknown register");
    }
    return true;
}
static_assert(lint_due());

bool is_over(const DueRule& rule, const Record& record) {
    if (record.entity->state.empty()) return false;
    const std::string state = record.text(record.entity->state);
    std::string_view rest = rule.over;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        if (rest.substr(0, end) == state) return true;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
}

/// The id of who answers for it; empty: nobody is named.
std::string named(const DueRule& rule, const Record& record) { return rule.owner.empty() ? std::string() : record.text(rule.owner); }

/// The roles that a task of the year wheel names, or those of the rule.
Roles roles_of(const DueRule& rule, const Record& record) {
    if (rule.roles.bits != 0) return rule.roles;
    const RoleFacts* role = find_role(record.text("role"));
    return role ? Roles(role->role) : Roles();
}

/// Who is asked besides the one who is named.
Roles asked(const DueRule& rule, const Record& record) { return named(rule, record).empty() ? roles_of(rule, record) | rule.also : rule.also; }

/// R5: a risk above the tolerance goes by itself to the role that the matrix demands, and is due a month after it was assessed; also
/// one that was accepted and is another now.
constexpr DueRule kDecideRisk{.entity = "risk", .date = "assessed_on"};
constexpr int kDecideRiskDays = 30;

void add_risks(const DueSource& source, std::string_view last, std::vector<Due>& found) {
    const auto find = [&](std::string_view entity, const std::string& id) -> const Record* {
        for (const Record* one : source.rows(entity))
            if (one->id == id) return one;
        return nullptr;
    };
    std::map<std::string, const Record*> matrices;  // by analysis
    for (const Record* risk : source.rows("risk")) {
        const std::string assessed = risk->get(risk::assessed_on), status = risk->get(risk::status), date = add_days(assessed, kDecideRiskDays);
        if (!is_date(assessed) || date > last || (status != "assessed" && status != "treated" && status != "accepted")) continue;
        auto [matrix, is_new] = matrices.try_emplace(risk->get(risk::analysis), nullptr);
        if (is_new)
            if (const Record* analysis = find("risk_analysis", matrix->first)) matrix->second = find("risk_matrix", analysis->get(risk_analysis::matrix));
        const RoleFacts* role = matrix->second ? find_role(escalates_to(*risk, *matrix->second, assessed)) : nullptr;
        if (role) found.push_back({&kDecideRisk, risk, date, {}, role->role});
    }
}

}  // namespace

std::span<const DueRule> due_rules() { return kRules; }

std::vector<Due> all_due(const DueSource& source, std::string_view last) {
    std::vector<Due> found;
    for (const DueRule& rule : kRules)
        for (const Record* record : source.rows(rule.entity)) {
            std::string at = record->text(rule.date);
            std::string date = swedish_date(at);
            if (date == at) at.clear();
            if (date.empty() || date > last || is_over(rule, *record)) continue;
            found.push_back({&rule, record, std::move(date), std::move(at), asked(rule, *record)});
        }
    add_risks(source, last, found);
    std::sort(found.begin(), found.end(),
              [](const Due& a, const Due& b) { return std::tie(a.date, a.at, a.record->id) < std::tie(b.date, b.at, b.record->id); });
    return found;
}

bool is_due_for(const Actor& who, const Due& due, const Places& places) {
    if (const std::string owner = named(*due.rule, *due.record); !owner.empty() && owner == who.person) return true;
    return std::any_of(who.grants.begin(), who.grants.end(), [&](const Grant& grant) { return due.roles.has(grant.role) && reaches(grant, places); });
}

std::vector<Due> due_for(const Actor& who, const DueSource& source, std::string_view last) {
    std::vector<Due> found = all_due(source, last);
    std::erase_if(found, [&](const Due& due) { return !is_due_for(who, due, source.places(*due.record)); });
    return found;
}

}  // namespace lisa
