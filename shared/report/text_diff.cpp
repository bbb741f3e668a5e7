#include "report/text_diff.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace lisa {
namespace {

using Parts = std::vector<std::string_view>;
using Ids = std::vector<std::uint32_t>;
using Pair = std::pair<std::size_t, std::size_t>;  // positions before and after

/// The bound of one text_diff(): comparisons left, about a second's worth in a browser. And cells of the largest table (16 MB).
constexpr std::uint64_t kWork = 40'000'000;
constexpr std::size_t kCells = 4'000'000;
constexpr int kDeepest = 32;
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

bool spend(std::uint64_t& work, std::uint64_t cost) {
    if (cost > work) return false;
    work -= cost;
    return true;
}

Parts lines_of(std::string_view text) {
    Parts lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        lines.push_back(line);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

bool is_space(char c) { return c == ' ' || c == '\t'; }

/// Letters, digits and everything beyond ASCII make words.
bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80; }

/// Words, runs of spaces, and every other character by itself. Together they are the line.
Parts words_of(std::string_view line) {
    Parts words;
    for (std::size_t at = 0; at < line.size();) {
        std::size_t end = at + 1;
        if (is_word(line[at]))
            while (end < line.size() && is_word(line[end])) ++end;
        else if (is_space(line[at]))
            while (end < line.size() && is_space(line[end])) ++end;
        words.push_back(line.substr(at, end - at));
        at = end;
    }
    return words;
}

/// The common parts of two sequences, in order.
class Matcher {
public:
    Matcher(const Parts& before, const Parts& after, std::uint64_t& work) : m_work(work) {
        std::unordered_map<std::string_view, std::uint32_t> known;
        const auto number = [&](const Parts& parts, Ids& ids) {
            ids.reserve(parts.size());
            for (std::string_view part : parts) ids.push_back(known.try_emplace(part, static_cast<std::uint32_t>(known.size())).first->second);
        };
        number(before, m_before);
        number(after, m_after);
        m_seen.resize(known.size());
        match({0, m_before.size(), 0, m_after.size()}, 0);
    }
    const std::vector<Pair>& pairs() const { return m_pairs; }

private:
    struct Stretch {
        std::size_t before, before_end, after, after_end;
    };
    struct Seen {
        std::uint32_t before = 0, after = 0;  // how many times in the stretch
        std::size_t at = 0;                   // where before
    };

    void match(Stretch in, int depth) {
        while (in.before < in.before_end && in.after < in.after_end && m_before[in.before] == m_after[in.after]) m_pairs.emplace_back(in.before++, in.after++);
        std::size_t tail = 0;
        while (in.before < in.before_end && in.after < in.after_end && m_before[in.before_end - 1] == m_after[in.after_end - 1]) {
            --in.before_end;
            --in.after_end;
            ++tail;
        }
        if (in.before < in.before_end && in.after < in.after_end) match_middle(in, depth);
        for (std::size_t i = 0; i < tail; ++i) m_pairs.emplace_back(in.before_end + i, in.after_end + i);
    }

    void match_middle(Stretch in, int depth) {
        const std::size_t rows = in.before_end - in.before, columns = in.after_end - in.after;
        if (depth < kDeepest && spend(m_work, 4 * (rows + columns))) {
            const std::vector<Pair> fixed = anchors(in);
            for (const auto& [before, after] : fixed) {
                match({in.before, before, in.after, after}, depth + 1);
                m_pairs.emplace_back(before, after);
                in.before = before + 1;
                in.after = after + 1;
            }
            if (!fixed.empty()) return match(in, depth + 1);
        }
        if (columns < kCells / rows && spend(m_work, rows * columns)) match_longest(in, rows, columns);
    }

    /// What stands once in both, the longest run of it that is in the same order in both.
    std::vector<Pair> anchors(const Stretch& in) {
        for (std::size_t i = in.before; i < in.before_end; ++i) {
            Seen& seen = m_seen[m_before[i]];
            ++seen.before;
            seen.at = i;
        }
        for (std::size_t i = in.after; i < in.after_end; ++i) ++m_seen[m_after[i]].after;
        std::vector<Pair> single;
        for (std::size_t i = in.after; i < in.after_end; ++i)
            if (const Seen& seen = m_seen[m_after[i]]; seen.before == 1 && seen.after == 1) single.emplace_back(seen.at, i);
        for (std::size_t i = in.before; i < in.before_end; ++i) m_seen[m_before[i]] = {};
        for (std::size_t i = in.after; i < in.after_end; ++i) m_seen[m_after[i]] = {};
        return rising(single);
    }

    /// The longest subsequence that rises in both; it does in `after` already.
    static std::vector<Pair> rising(const std::vector<Pair>& pairs) {
        std::vector<std::size_t> ends, previous(pairs.size(), kNone);  // ends[n]: the pair that ends the best run of n + 1
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            const auto at = std::lower_bound(ends.begin(), ends.end(), pairs[i].first, [&](std::size_t end, std::size_t x) { return pairs[end].first < x; });
            if (at != ends.begin()) previous[i] = *(at - 1);
            if (at == ends.end()) ends.push_back(i);
            else *at = i;
        }
        std::vector<Pair> run(ends.size());
        std::size_t from = ends.empty() ? kNone : ends.back();
        for (std::size_t i = run.size(); i-- > 0; from = previous[from]) run[i] = pairs[from];
        return run;
    }

    /// The longest common subsequence, by the table of what is left from each pair of positions.
    void match_longest(const Stretch& in, std::size_t rows, std::size_t columns) {
        const std::size_t width = columns + 1;
        std::vector<std::uint32_t> left((rows + 1) * width);
        for (std::size_t i = rows; i-- > 0;)
            for (std::size_t j = columns; j-- > 0;)
                left[i * width + j] = m_before[in.before + i] == m_after[in.after + j] ? left[(i + 1) * width + j + 1] + 1
                                                                                       : std::max(left[(i + 1) * width + j], left[i * width + j + 1]);
        for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
            if (m_before[in.before + i] == m_after[in.after + j]) m_pairs.emplace_back(in.before + i++, in.after + j++);
            else if (left[(i + 1) * width + j] >= left[i * width + j + 1]) ++i;
            else ++j;
        }
    }

    std::uint64_t& m_work;
    Ids m_before, m_after;
    std::vector<Seen> m_seen;
    std::vector<Pair> m_pairs;
};

/// The bytes of the words that are not matched. Spaces between two changed words count as changed, so that a phrase is one span.
std::vector<DiffSpan> spans(const Parts& words, const std::vector<bool>& is_matched) {
    std::vector<DiffSpan> found;
    std::size_t at = 0;
    bool is_near = false;  // only spaces since the last span
    for (std::size_t i = 0; i < words.size(); at += words[i++].size()) {
        if (is_matched[i]) {
            is_near = is_near && is_space(words[i].front());
            continue;
        }
        if (is_near) found.back().size = at + words[i].size() - found.back().begin;
        else found.push_back({at, words[i].size()});
        is_near = true;
    }
    return found;
}

void compare_words(DiffLine& removed, DiffLine& added, std::uint64_t& work) {
    const Parts before = words_of(removed.text), after = words_of(added.text);
    std::vector<bool> was_matched(before.size()), is_matched(after.size());
    const Matcher matcher(before, after, work);
    for (const auto& [from, at] : matcher.pairs()) was_matched[from] = is_matched[at] = true;
    removed.changed = spans(before, was_matched);
    added.changed = spans(after, is_matched);
    removed.is_reworded = added.is_reworded = true;
}

/// The words of a line for comparing, sorted.
Parts sorted_words(std::string_view line) {
    Parts words = words_of(line);
    std::erase_if(words, [](std::string_view word) { return !is_word(word.front()); });
    std::sort(words.begin(), words.end());
    return words;
}

/// How many words two sorted lists share, where that is at least two fifths of their words; otherwise 0.
std::uint32_t likeness(const Parts& a, const Parts& b) {
    std::uint32_t same = 0;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        const int order = a[i].compare(b[j]);
        if (order == 0) ++same;
        i += order <= 0;
        j += order >= 0;
    }
    return 5 * static_cast<std::size_t>(same) >= a.size() + b.size() ? same : 0;
}

/// Which removed lines are which added lines in other words: the pairs in order that share the most words.
std::vector<Pair> rewordings(const Parts& removed, const Parts& added, std::uint64_t& work) {
    const std::size_t rows = removed.size(), columns = added.size(), width = columns + 1;
    if (rows == 0 || columns == 0 || columns > kCells / 16 / rows) return {};
    std::vector<Parts> before, after;
    std::uint64_t cost = 0;
    for (std::string_view line : removed) cost += std::uint64_t{before.emplace_back(sorted_words(line)).size() + 1} * columns;
    for (std::string_view line : added) cost += std::uint64_t{after.emplace_back(sorted_words(line)).size() + 1} * rows;
    if (!spend(work, cost)) return {};
    std::vector<std::uint32_t> like(rows * columns), best((rows + 1) * width);
    for (std::size_t i = rows; i-- > 0;)
        for (std::size_t j = columns; j-- > 0;) {
            const std::uint32_t alike = like[i * columns + j] = likeness(before[i], after[j]);
            best[i * width + j] = std::max({best[(i + 1) * width + j], best[i * width + j + 1], alike == 0 ? 0 : best[(i + 1) * width + j + 1] + alike});
        }
    std::vector<Pair> pairs;
    for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
        const std::uint32_t alike = like[i * columns + j], here = best[i * width + j];
        if (alike != 0 && here == best[(i + 1) * width + j + 1] + alike) pairs.emplace_back(i++, j++);
        else if (here == best[(i + 1) * width + j]) ++i;
        else ++j;
    }
    return pairs;
}

/// The lines between two kept ones.
void put_block(std::vector<DiffLine>& out, const Parts& removed, const Parts& added, std::uint64_t& work) {
    std::size_t i = 0, j = 0;
    const auto put_until = [&](std::size_t end, std::size_t added_end) {
        while (i < end) out.push_back({DiffKind::removed, std::string(removed[i++])});
        while (j < added_end) out.push_back({DiffKind::added, std::string(added[j++])});
    };
    for (const auto& [from, at] : rewordings(removed, added, work)) {
        put_until(from, at);
        put_until(from + 1, at + 1);
        compare_words(out[out.size() - 2], out.back(), work);
    }
    put_until(removed.size(), added.size());
}

}  // namespace

std::vector<DiffLine> text_diff(std::string_view before, std::string_view after) {
    const Parts old_lines = lines_of(before), new_lines = lines_of(after);
    std::uint64_t work = kWork;
    const Matcher matcher(old_lines, new_lines, work);
    std::vector<DiffLine> out;
    out.reserve(std::max(old_lines.size(), new_lines.size()));
    std::size_t i = 0, j = 0;
    const auto put_until = [&](std::size_t end, std::size_t added_end) {
        const auto slice = [](const Parts& lines, std::size_t from, std::size_t to) {
            return Parts(lines.begin() + static_cast<std::ptrdiff_t>(from), lines.begin() + static_cast<std::ptrdiff_t>(to));
        };
        put_block(out, slice(old_lines, i, end), slice(new_lines, j, added_end), work);
        i = end;
        j = added_end;
    };
    for (const auto& [from, at] : matcher.pairs()) {
        if (i < from || j < at) put_until(from, at);
        out.push_back({DiffKind::kept, std::string(new_lines[at])});
        ++i;
        ++j;
    }
    put_until(old_lines.size(), new_lines.size());
    return out;
}

}  // namespace lisa
