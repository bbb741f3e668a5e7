#include "domain/control.h"

namespace lisa::detail {

void derive_control(Record& record, Lookup&) {
    Value& gap = record.values[control::gap.index];
    const auto* now = std::get_if<std::int64_t>(&record.values[control::maturity.index]);
    const auto* target = std::get_if<std::int64_t>(&record.values[control::target_maturity.index]);
    if (!now || !target) gap = Value{};
    else gap = *target > *now ? *target - *now : std::int64_t{0};
}

}  // namespace lisa::detail
