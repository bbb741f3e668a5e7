#include "domain/objective.h"

#include <algorithm>

#include "core/date.h"

namespace lisa {
namespace {

constexpr int kFreshMonths = 12;  // a measurement older than this says little

std::optional<std::int64_t> number_of(const Record& record, Key<std::int64_t> field) {
    const auto* number = std::get_if<std::int64_t>(&record.values[field.index]);
    return number ? std::optional(*number) : std::nullopt;
}

}  // namespace

Standing standing_of(const Record& record, std::string_view today) {
    const auto target = number_of(record, objective::target), current = number_of(record, objective::current);
    const std::string direction = record.get(objective::direction), due = record.get(objective::due_on);
    if (!target || direction.empty()) return Standing::unmeasurable;
    if (current && (direction == "more" ? *current >= *target : *current <= *target)) return Standing::reached;
    if (is_date(due) && due < today) return Standing::missed;
    return current ? Standing::on_the_way : Standing::unmeasured;
}

std::optional<int> progress_of(const Record& record) {
    const auto from = number_of(record, objective::baseline), to = number_of(record, objective::target), now = number_of(record, objective::current);
    const std::string direction = record.get(objective::direction);
    if (!from || !to || !now || direction.empty()) return std::nullopt;
    const std::int64_t sign = direction == "more" ? 1 : -1, whole = (*to - *from) * sign, gone = (*now - *from) * sign;
    if (whole <= 0) return std::nullopt;
    return static_cast<int>(std::clamp<std::int64_t>(gone * 100 / whole, 0, 100));
}

std::vector<std::string> objective_gaps(const Record& record, std::string_view today) {
    const std::string status = record.get(objective::status), measured = record.get(objective::measured_on);
    const Standing standing = standing_of(record, today);
    std::vector<std::string> gaps;
    if (status == "dropped") return gaps;
    if (standing == Standing::unmeasurable) gaps.emplace_back("check.objective.no_target");
    if (status == "reached" && standing != Standing::reached && standing != Standing::unmeasurable) gaps.emplace_back("check.objective.not_reached");
    if (status != "decided") return gaps;
    if (standing == Standing::reached) gaps.emplace_back("check.objective.reached");
    if (standing == Standing::missed) gaps.emplace_back("check.objective.missed");
    if (standing == Standing::unmeasured) gaps.emplace_back("check.objective.unmeasured");
    if (standing == Standing::on_the_way && (!is_date(measured) || add_months(measured, kFreshMonths) < today)) gaps.emplace_back("check.objective.stale");
    return gaps;
}

}  // namespace lisa
