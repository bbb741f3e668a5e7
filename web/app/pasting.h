#pragma once
// Cells pasted over a list, on their way: where they go, and what they would do. Nothing is altered before the person agrees.
#include <optional>

#include "import/paste.h"
#include "sync/replica.h"

namespace lisa::app {

struct PasteBox {
    const Entity* entity = nullptr;
    std::vector<std::string> rows{};        ///< ids of the records from the current cell down, as the list showed them
    std::vector<RegisterColumn> columns{};  ///< those from it on, see PasteTarget
    std::string text{}, problem{};          ///< problem: message key
    std::vector<TableRow> block{};          ///< empty until the text was read
    // What follows, worked out again when the registers altered.
    std::uint64_t version = 0;
    std::optional<Pasting> pasting{};
    std::size_t shown = 20;  ///< lines of the list of what alters, or of what is wrong
};

/// Takes up the text; the problem's key stands in `problem`.
void read_paste(PasteBox& box);

/// What pasting would do with the registers as they are now, with what the rules of the register say about it; `worked` is what
/// the list shows as worked out.
const Pasting& pasting_of(PasteBox& box, Replica& replica, Language language, const std::string& now, const WorkedOut& worked);

/// The change that a row of it stands for, but for its id and client.
Change change_of(const PastedRow& row);

}  // namespace lisa::app
