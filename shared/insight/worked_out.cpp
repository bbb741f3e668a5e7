#include "insight/worked_out.h"

#include <algorithm>

#include "domain/asset_system.h"
#include "domain/index.h"
#include "domain/system.h"
#include "insight/completeness.h"
#include "insight/parts.h"

namespace lisa {
namespace {

/// One aspect of a class: what it is called where it is worked out.
struct Part {
    std::string_view name;
    Inherited Inheritance::*from;
    std::optional<std::int64_t> Levels::*level = nullptr;  ///< null: a time
};
constexpr Part kClass[] = {
    {"effective_confidentiality", &Inheritance::confidentiality, &Levels::confidentiality},
    {"effective_integrity", &Inheritance::integrity, &Levels::integrity},
    {"effective_availability", &Inheritance::availability, &Levels::availability},
    {"effective_traceability", &Inheritance::traceability, &Levels::traceability},
    {"effective_recovery_time_hours", &Inheritance::recovery_time_hours},
};

Value system_value(const Field& field, const Inheritance& class_of, const Around& around) {
    for (const Part& part : kClass)
        if (const auto& level = (class_of.*part.from).level; part.name == field.name) return level ? Value{*level} : Value{};
    return class_reasons(class_of, around);
}

WorkedOut work_out_systems(const Around& around) {
    WorkedOut worked;
    SystemNet net(referring_in(around.rows), around.find);
    for (const Record* system : around.rows(kSystem)) {
        const Inheritance class_of = net.class_of(*system);
        std::vector<Value>& values = worked[system->id];
        for (const Field& field : kSystem.worked_out) values.push_back(system_value(field, class_of, around));
    }
    return worked;
}

/// A register that works something out, how, and the register of which not everybody sees all that it rests on.
struct Worker {
    const Entity* entity;
    WorkedOut (*work_out)(const Around&);
    const Entity* rests_on;
};
constexpr Worker kWorkers[] = {{&kSystem, work_out_systems, &kAssetSystem}};

}  // namespace

WorkedOut work_out(const Entity& entity, const Around& around) {
    for (const Worker& worker : kWorkers)
        if (worker.entity == &entity) return worker.work_out(around);
    return {};
}

bool rests_on_all(const Entity& entity, const Around& around) {
    return std::all_of(std::begin(kWorkers), std::end(kWorkers),
                       [&](const Worker& worker) { return worker.entity != &entity || sees_all(around, *worker.rests_on); });
}

Levels levels_of(const Record& record, const WorkedOut& worked) {
    Levels levels = own_levels(record);
    for (const Part& part : kClass) {
        const auto column = part.level ? find_column(*record.entity, part.name) : std::nullopt;
        if (!column) continue;
        const auto* value = std::get_if<std::int64_t>(&value_of(record, *column, worked));
        levels.*part.level = value ? std::optional(*value) : std::nullopt;
    }
    return levels;
}

}  // namespace lisa
