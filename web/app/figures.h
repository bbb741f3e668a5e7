#pragma once
// "Läget" as it is shown: what the figures are about, and what they were when they were counted last.
#include "figures/trend.h"
#include "report/show.h"
#include "sync/replica.h"
#include "ui/widgets.h"

namespace lisa::app {

/// What figures are about, as addresses say it: a unit by its id, or what one answers for oneself.
inline constexpr std::string_view kMine = "jag";
bool is_part(std::string_view text);
/// Whether the text names a figure that counts records of the register, or a part of one: "assets_due", "assets_due.rest".
bool is_figure_of(std::string_view text, const Entity& entity);

/// What figures are counted from, as the person sees it; the replica must outlive it, unaltered.
Basis basis_of(const Replica& replica, std::int64_t now_ms);
Scope scope_of(std::string_view part, const Replica& replica);
/// Its name: of a unit, of the municipality where nothing is said, or that it is about oneself.
std::string title_of_part(std::string_view part, const Reader& reader, const Replica& replica);
/// That a list is what a figure counts there, in words.
std::string figure_shown(std::string_view figure, std::string_view part, const Reader& reader, const Replica& replica);
/// What a person's roles say that they want to see: the largest part of the organisation where they have a duty, else what they answer for.
std::string own_part(Replica& replica);

/// Ids of the records that a figure counts, as is_figure_of() takes it, sorted.
std::vector<std::string> counted(std::string_view figure, std::string_view part, const Replica& replica, std::int64_t now_ms);

struct FiguresView {
    ui::ComboState combo{};
    std::string trend{"events_found"};  ///< key of the figure that is shown month by month
    struct Shown {
        Reading reading{};
        Sight sight = Sight::whole;
    };
    std::vector<Shown> shown{};   ///< those of which the person sees something, in the order of the table
    std::vector<Month> months{};  ///< of `trend`
    // What they were counted from; they are counted again when one of these altered.
    std::string part{}, hour{}, months_of{};
    std::uint64_t version = 0;
};

/// Counts anew what no longer holds.
void count_figures(FiguresView& view, std::string_view part, const Replica& replica, std::int64_t now_ms);

}  // namespace lisa::app
