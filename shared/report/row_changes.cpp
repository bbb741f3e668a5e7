#include "report/row_changes.h"

namespace lisa {
namespace {

std::vector<std::size_t> differing(const Record& before, const Record& after) {
    std::vector<std::size_t> fields;
    for (std::size_t i = 0; i < after.values.size(); ++i) {
        const bool is_compared = !after.entity->fields[i].retired && !before.is_hidden(i) && !after.is_hidden(i);
        const bool is_same = before.values[i] == after.values[i] || (is_blank(before.values[i]) && is_blank(after.values[i]));
        if (is_compared && !is_same) fields.push_back(i);
    }
    return fields;
}

}  // namespace

std::vector<RowChange> row_changes(const std::vector<const Record*>& before, const std::vector<const Record*>& after) {
    std::vector<RowChange> changes;
    for (auto old = before.begin(), now = after.begin(); old != before.end() || now != after.end();) {
        if (now == after.end() || (old != before.end() && (*old)->id < (*now)->id)) {
            changes.push_back({*old++, nullptr, {}});
        } else if (old == before.end() || (*now)->id < (*old)->id) {
            changes.push_back({nullptr, *now++, {}});
        } else {
            if (auto fields = differing(**old, **now); !fields.empty()) changes.push_back({*old, *now, std::move(fields)});
            ++old, ++now;
        }
    }
    return changes;
}

}  // namespace lisa
