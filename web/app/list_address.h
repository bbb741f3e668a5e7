#pragma once
// What a list shows, as its address says it: "?filter=skola&sort=-status,name&at=ID", with "removed=1" for what was removed from
// the register, or "figure=assets_due&scope=ID" for what a figure counts; also while a record is open beside it. A link to it can be mailed, kept as a view, and gone back to.
#include <string>
#include <string_view>
#include <vector>

#include "schema/field.h"

namespace lisa::app {

struct Register;

/// The column that is no field: how complete a record is; of what was removed, when it was.
inline constexpr std::string_view kCompleteColumn = "complete";
/// Longest filter that an address holds, in characters.
inline constexpr std::size_t kFilterLimit = 200;

struct ListQuery {
    struct Column {
        std::string name{};  ///< of a column of the list, or kCompleteColumn
        bool is_descending = false;
        bool operator==(const Column&) const = default;
    };
    std::string filter{};
    std::vector<Column> sort{};  ///< the first counts most; empty: by the first column
    std::string at{};            ///< id of the row that marks the place in the list; empty: the top
    bool is_removed = false;     ///< it shows what was removed
    /// Only what a figure counts: its key, with the part of it that is meant after a point ("assets_due.rest"); and where it counts.
    std::string figure{}, scope{};
    bool operator==(const ListQuery&) const = default;
};

/// What the part of an address after "?" says. What makes no sense for the register is passed over: addresses are typed,
/// cut and altered on their way, and a list that shows everything is never wrong.
ListQuery list_query_from(std::string_view path, const Entity& entity);
/// The text after "?"; empty for a list as it is at first.
std::string text_of(const ListQuery& query);

/// What a list shows now, and the same the other way round.
ListQuery query_of(const Register& list, const Entity& entity);
void put(const ListQuery& query, Register& list, const Entity& entity);

}  // namespace lisa::app
