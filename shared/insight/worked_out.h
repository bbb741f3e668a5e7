#pragma once
// What registers work out about their records (Entity::worked_out), for lists, exports and all else that shows many at once.
#include "domain/inheritance.h"
#include "insight/insight.h"
#include "report/columns.h"

namespace lisa {

/// What a register works out, for all its records. It rests on records alone, and holds until one of them alters.
WorkedOut work_out(const Entity& entity, const Around& around);

/// Whether the person sees all that it rests on; else it may be more for somebody who does.
bool rests_on_all(const Entity& entity, const Around& around);

/// The class of a record as it holds, where its register works it out; else the levels that stand in it.
Levels levels_of(const Record& record, const WorkedOut& worked);

}  // namespace lisa
