#pragma once
// What changed between two versions of a text (P1): line by line, and word by word within a line that was reworded.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lisa {

enum class DiffKind : std::uint8_t { kept, removed, added };

/// A part of a line, in bytes. It begins and ends between code points of well-formed UTF-8.
struct DiffSpan {
    std::size_t begin = 0;
    std::size_t size = 0;
    bool operator==(const DiffSpan&) const = default;
};

struct DiffLine {
    DiffKind kind = DiffKind::kept;
    std::string text{};               ///< without line feed
    bool is_reworded = false;         ///< a removed line and the added line right after it are two wordings of the same line
    std::vector<DiffSpan> changed{};  ///< the words that only this wording has; may be empty when words were only added or dropped
    bool operator==(const DiffLine&) const = default;
};

/// The lines of both texts in reading order. Kept and removed lines make up `before`, kept and added ones `after`. A line feed,
/// with or without carriage return, ends a line, so that an empty text has no lines. Lines that stand once in both texts are
/// matched first, then the longest common part of what is between them. The work is bounded: what is still unmatched when the
/// bound is reached is given as removed and added as a block, so large texts are done in a moment.
std::vector<DiffLine> text_diff(std::string_view before, std::string_view after);

}  // namespace lisa
