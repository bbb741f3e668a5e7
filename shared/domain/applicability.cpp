#include "domain/applicability.h"

#include "core/date.h"
#include "core/text.h"

namespace lisa {
namespace {

/// Whether the record is a living row of that register.
bool is_row_of(const Record& record, const Entity& entity) {
    return record.entity && record.entity->name == entity.name && record.values.size() == entity.fields.size() && !record.removed;
}

/// Whether nothing is filled in, seen by somebody who may know.
template <class T>
bool lacks(const Record& record, Key<T> key) {
    if (record.is_hidden(key.index)) return false;
    const Value& value = record.values[key.index];
    if (const auto* text = std::get_if<std::string>(&value)) return trim(*text).empty();
    return is_blank(value);
}

/// Whether the day has passed. Neither a blank nor nonsense ever does.
bool has_passed(const std::string& day, std::string_view today) { return is_date(day) && is_date(today) && day < today; }

/// Adds one control's value to a sum, if it has one.
void add(const Record& record, Key<std::int64_t> key, std::size_t& count, double& sum) {
    const auto* value = std::get_if<std::int64_t>(&record.values[key.index]);
    if (!value) return;
    ++count;
    sum += static_cast<double>(*value);
}

}  // namespace

std::vector<std::string> soa_gaps(const Record& record, std::span<const Record* const> evidence, std::string_view today) {
    std::vector<std::string> gaps;
    if (!is_row_of(record, kControl) || record.is_hidden(control::is_applicable.index)) return gaps;
    const std::string applies = record.get(control::is_applicable);
    if (applies == "excluded") {
        if (lacks(record, control::reason_against)) gaps.emplace_back("check.control.excluded_without_reason");
        return gaps;
    }
    if (applies != "applicable") {
        gaps.emplace_back("check.control.not_decided");
        return gaps;
    }
    if (lacks(record, control::reasons_for) && lacks(record, control::reason_text)) gaps.emplace_back("check.control.applicable_without_reason");
    if (lacks(record, control::owner)) gaps.emplace_back("check.control.no_owner");
    bool has_any = false, has_valid = false;
    for (const Record* row : evidence) {
        if (!is_row_of(*row, kEvidence) || record.id.empty() || row->get(evidence::control) != record.id) continue;
        has_any = true;
        has_valid = has_valid || !has_passed(row->get(evidence::expires_on), today);
    }
    if (has_any && !has_valid) gaps.emplace_back("check.control.evidence_expired");
    if (!has_any && record.get(control::status) == "implemented") gaps.emplace_back("check.control.implemented_without_evidence");
    return gaps;
}

std::vector<ThemeMaturity> theme_maturity(std::span<const Record* const> controls) {
    std::vector<ThemeMaturity> themes;
    for (std::string_view theme : detail::kControlThemes) {
        ThemeMaturity row{.theme = theme};
        for (const Record* one : controls) {
            const Record& record = *one;
            if (!is_row_of(record, kControl) || record.get(control::theme) != theme || record.get(control::is_applicable) == "excluded") continue;
            ++row.controls;
            add(record, control::maturity, row.judged, row.maturity);
            add(record, control::target_maturity, row.with_target, row.target);
        }
        if (row.judged) row.maturity /= static_cast<double>(row.judged);
        if (row.with_target) row.target /= static_cast<double>(row.with_target);
        themes.push_back(row);
    }
    return themes;
}

std::vector<std::string> exception_gaps(const Record& exception, std::string_view today) {
    std::vector<std::string> gaps;
    if (!is_row_of(exception, kPolicyException)) return gaps;
    const std::string status = exception.get(policy_exception::status);
    if (status == "refused" || status == "ended") return gaps;
    if (has_passed(exception.get(policy_exception::ends_on), today)) gaps.emplace_back("check.policy_exception.expired");
    if (lacks(exception, policy_exception::ends_on)) gaps.emplace_back("check.policy_exception.no_end");
    if (lacks(exception, policy_exception::applicant)) gaps.emplace_back("check.policy_exception.no_applicant");
    if (lacks(exception, policy_exception::compensating)) gaps.emplace_back("check.policy_exception.no_compensation");
    return gaps;
}

}  // namespace lisa
