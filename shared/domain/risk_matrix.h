#pragma once
// Risk matrix (R2, R5): what a likelihood and a consequence make together, who may accept which level, and how much risk
// the municipality carries without asking. A matrix in use is never changed: it is copied, so that old assessments keep theirs.
#include <map>
#include <optional>

#include "schema/record.h"

namespace lisa {
namespace detail {

/// Least to most. An accepter further down the list may accept what those before may; "nobody" stops everybody.
inline constexpr std::string_view kRiskAccepters[] = {"system_owner", "information_owner", "manager", "chief_executive", "nobody"};
inline constexpr std::string_view kRiskMatrixStates[] = {"draft", "in_use", "retired"};

/// A matrix that was put to use stays as it was decided, whether still in use or not.
std::string_view risk_matrix_lock(const Record&, const Field&, const Actor&, const Places&);
/// One that cannot be read is not put to use, and a draft that risks have their levels from keeps its cells.
void check_risk_matrix(const Situation&, std::vector<Problem>&);

inline constexpr Field kRiskMatrixFields[] = {
    {.name = "name", .group = "basics", .required = true, .max = 120, .listed = true, .searched = true},
    {.name = "version", .required = true, .max = 20, .merge = Merge::guarded, .listed = true},
    {.name = "status", .type = Type::choice, .options = kRiskMatrixStates, .merge = Merge::guarded, .listed = true},
    {.name = "description", .type = Type::prose, .max = 2000, .searched = true},
    {.name = "size", .type = Type::integer, .required = true, .min = 4, .max = 5, .merge = Merge::guarded, .listed = true},
    {.name = "cells", .required = true, .max = 100, .merge = Merge::guarded},
    {.name = "likelihood_1", .group = "matrix_steps", .max = 160, .merge = Merge::guarded},
    {.name = "likelihood_2", .max = 160, .merge = Merge::guarded},
    {.name = "likelihood_3", .max = 160, .merge = Merge::guarded},
    {.name = "likelihood_4", .max = 160, .merge = Merge::guarded},
    {.name = "likelihood_5", .max = 160, .merge = Merge::guarded},
    {.name = "consequence_1", .max = 160, .merge = Merge::guarded},
    {.name = "consequence_2", .max = 160, .merge = Merge::guarded},
    {.name = "consequence_3", .max = 160, .merge = Merge::guarded},
    {.name = "consequence_4", .max = 160, .merge = Merge::guarded},
    {.name = "consequence_5", .max = 160, .merge = Merge::guarded},
    {.name = "appetite", .type = Type::integer, .group = "decision", .max = 4, .scale = "risk_level", .merge = Merge::guarded, .listed = true},
    {.name = "accept_0", .type = Type::choice, .options = kRiskAccepters, .merge = Merge::guarded},
    {.name = "accept_1", .type = Type::choice, .options = kRiskAccepters, .merge = Merge::guarded},
    {.name = "accept_2", .type = Type::choice, .options = kRiskAccepters, .merge = Merge::guarded},
    {.name = "accept_3", .type = Type::choice, .options = kRiskAccepters, .merge = Merge::guarded},
    {.name = "accept_4", .type = Type::choice, .options = kRiskAccepters, .merge = Merge::guarded},
    {.name = "decided_by", .max = 120, .merge = Merge::guarded},
    {.name = "decided_on", .type = Type::date, .merge = Merge::guarded, .listed = true},
    {.name = "registry_number", .max = 40, .merge = Merge::guarded, .searched = true},  // diarienummer
    {.name = "replaces", .type = Type::ref, .ref = "risk_matrix"},
    {.name = "unit", .type = Type::ref, .group = "responsible", .required = true, .ref = "unit", .listed = true},
    {.name = "notes", .type = Type::notes, .group = "notes", .seen_from = Clearance::internal},
};
inline constexpr std::string_view kRiskMatrixTitle[] = {"name", "version"};
inline constexpr Step kRiskMatrixSteps[] = {
    {.name = "put_to_use", .from = "draft", .to = "in_use", .who = Role::coordinator | Role::chief_executive},
    {.name = "retire", .from = "in_use", .to = "retired", .who = Role::coordinator | Role::chief_executive},
};

}  // namespace detail

inline constexpr Entity kRiskMatrix{
    .name = "risk_matrix",
    .icon = "grid-3x3",
    .fields = detail::kRiskMatrixFields,
    .title = detail::kRiskMatrixTitle,
    .place = "unit",
    .access = {.read = {.anywhere = kStaff},
               .create = {.within = Role::coordinator},
               .update = {.within = Role::coordinator | Role::chief_executive},
               .remove = {.within = Role::coordinator}},
    .state = "status",
    .steps = detail::kRiskMatrixSteps,
    .check = detail::check_risk_matrix,
    .locked = detail::risk_matrix_lock,
    .takes_files = false,
};

namespace risk_matrix {
inline constexpr auto size = key<std::int64_t>(kRiskMatrix, "size");
inline constexpr auto cells = key<std::string>(kRiskMatrix, "cells");
inline constexpr auto appetite = key<std::int64_t>(kRiskMatrix, "appetite");
inline constexpr auto status = key<std::string>(kRiskMatrix, "status");
}  // namespace risk_matrix

/// The level 0 to 4 that the matrix gives to a likelihood and a consequence, both counted from 0. Nothing when either lies
/// outside the matrix or the matrix cannot be read.
std::optional<std::int64_t> level_of(const Record& matrix, std::int64_t likelihood, std::int64_t consequence);

/// What is wrong with the matrix, as a message key; empty when it can be put to use.
std::string matrix_complaint(const Record& matrix);

/// The values that a new version of the matrix starts with: everything that is decided about it, and what it replaces.
std::map<std::string, Value> next_version(const Record& matrix);

/// The least role that may accept the level, or "nobody". What is not filled in, nobody may accept.
std::string accepter_of(const Record& matrix, std::int64_t level);

/// Whether a risk of the level needs a decision. Without an appetite every risk does.
bool is_above_appetite(const Record& matrix, std::int64_t level);

}  // namespace lisa
