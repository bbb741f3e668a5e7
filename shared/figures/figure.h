#pragma once
// The figures by which one sees how it stands (F1, F2, F8, H6): a table of them, each a rule about the records of one register. The
// page, the appendix and the report evaluate the same rules, and each figure opens the records that it counts. Pure: records and a
// moment in, figures out.
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "access/access.h"
#include "figures/basis.h"

namespace lisa {

/// What a figure is about, in the order of a report. The words are "figure_area.NAME".
enum class FigureArea : std::uint8_t { classification, risk, measures, incidents, personal_data, training, roles, requirements };
inline constexpr std::string_view kFigureAreas[] = {"classification", "risk", "measures", "incidents", "personal_data", "training", "roles", "requirements"};

enum class FigureKind : std::uint8_t {
    count,  ///< how many, of all that could be
    share,  ///< how many per cent of all
    time,   ///< the median of how long it took, in minutes
};

/// Which way is better; of some, neither.
enum class Better : std::uint8_t { neither, more, less };

/// What a figure says about one record of its register.
struct Tally {
    bool is_counted = false;   ///< it belongs to the whole
    bool is_hit = false;       ///< and to the part
    std::int64_t minutes = 0;  ///< of a time: how long it took
    std::string slice{};       ///< where the figure is split: into what; blank: not yet known
};

struct Figure {
    std::string_view key{};  ///< the words are "figure.KEY", and what it means "figure_text.KEY"
    FigureArea area = FigureArea::classification;
    FigureKind kind = FigureKind::count;
    Better better = Better::neither;
    const Entity* entity = nullptr;  ///< the register of which it counts records
    Tally (*judge)(const Record&, const Basis&) = nullptr;
    std::string_view slices{};                  ///< stem of the words of its slices, "option.event.kind"; empty: it has none
    std::span<const Entity* const> rests_on{};  ///< other registers that the rule looks at
    std::string_view field{};                   ///< the most secret field that it looks at, where that is not open to every reader
    bool is_periodic = false;                   ///< counts what took place in the period, not what is
};

/// Every figure, area by area; the first of an area says most about it.
std::span<const Figure> figures();
/// The figure of that key, or null.
const Figure* find_figure(std::string_view key);

/// What is counted: what belongs to a part of the organisation or below it, and what a person answers for. Blank: everything.
struct Scope {
    std::string unit{}, person{};
    bool operator==(const Scope&) const = default;
};

/// Whether the record is counted in the scope. A person answers for what would be handed over after them, and for themselves.
bool is_in(const Scope& scope, const Record& record, const Basis& basis);

struct Slice {
    std::string name{};  ///< blank: not yet known
    std::vector<std::string> rows{};
};

/// A figure at a moment.
struct Reading {
    const Figure* figure = nullptr;
    /// Of a count the number; of a share whole per cent, rounded down so that 100 means all; of a time the median in minutes. Nothing
    /// where there is nothing to make it of.
    std::optional<std::int64_t> value{};
    std::vector<std::string> rows{}, rest{};  ///< ids of the records in the part, and of those only in the whole, sorted
    std::vector<Slice> slices{};              ///< of `rows`, by name
    std::size_t part() const { return rows.size(); }
    std::size_t whole() const { return rows.size() + rest.size(); }
};

Reading evaluate(const Figure& figure, const Basis& basis, const Scope& scope = {});

/// The part of a reading that an address or a link names: "" its rows, "rest" the others, else those of a slice ("-" the unknown).
std::vector<std::string> rows_of(const Reading& reading, std::string_view part);
/// How a slice is named there.
std::string_view part_of(const Slice& slice);

/// What has become of a figure since an earlier reading of it.
struct Difference {
    std::optional<std::int64_t> by{};  ///< the value now less that before; nothing where one of them is missing
    enum class Way : std::uint8_t { same, better, worse, other } way = Way::same;
    std::vector<std::string> came{}, went{};  ///< rows that were not there before, and that no longer are
};
Difference change_since(const Reading& before, const Reading& now);

/// Whether the person sees all that a figure counts in the scope, some of it, or nothing. What somebody answers for is all there is to
/// that scope.
enum class Sight : std::uint8_t { none, part, whole };
Sight sight_of(const Figure& figure, const Scope& scope, const Actor& who, const Basis& basis);

}  // namespace lisa
