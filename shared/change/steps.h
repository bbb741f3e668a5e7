#pragma once
// Ways through a register's workflow: which step leads where, and which leads back.
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "schema/field.h"

namespace lisa {

/// The step of that name that begins in a state; null when there is none.
const Step* find_step(const Entity& entity, std::string_view name, std::string_view from);

/// The step that leads straight back to where another began; null when there is none, so that what it did stands.
const Step* step_back(const Entity& entity, const Step& step);

/// The fewest steps from one state to another, of those that `may` lets through; none for the same state, nothing when they do
/// not lead there.
std::optional<std::vector<const Step*>> way(const Entity& entity, std::string_view from, std::string_view to, const std::function<bool(const Step&)>& may);

}  // namespace lisa
