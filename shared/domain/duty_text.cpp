#include "domain/duty_text.h"

#include <algorithm>
#include <cstdio>

#include "core/text.h"

namespace lisa {
namespace {

constexpr std::string_view kBullet = "• ", kSpace = " \t";
/// What a full stop may belong to inside a sentence.
constexpr std::string_view kShortened[] = {"t.ex", "bl.a", "m.m", "s.k", "f.d", "dvs", "kap", "jfr", "nr", "resp", "etc"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80; }

/// Whether a word of the folded text is one of those.
bool has_word(std::string_view folded, std::string_view word) {
    for (std::size_t at = folded.find(word); at != std::string_view::npos; at = folded.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || !is_letter(folded[at - 1])) && (end == folded.size() || !is_letter(folded[end]))) return true;
    }
    return false;
}

bool says_shall(std::string_view text) {
    const std::string folded = fold(text);
    return has_word(folded, "ska") || has_word(folded, "skall");
}

/// Whether a sentence ends with the mark at `at`: white space and a capital follow, and the mark shortens no word.
bool ends_at(std::string_view line, std::size_t at) {
    if (line[at] != '.' && line[at] != '!' && line[at] != '?') return false;
    std::size_t next = line.find_first_not_of(kSpace, at + 1);
    if (next == std::string_view::npos) return true;
    if (next == at + 1) return false;
    const std::string before = fold(line.substr(0, at));
    const bool is_shortened = std::any_of(std::begin(kShortened), std::end(kShortened), [&](std::string_view word) {
        return before.ends_with(word) && (before.size() == word.size() || !is_letter(before[before.size() - word.size() - 1]));
    });
    std::size_t after = next;
    next_point(line, after);
    const std::string_view first = line.substr(next, after - next);
    return !is_shortened && fold(first) != first;
}

std::string_view shortened(std::string_view text) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < kDutyLength && at < text.size(); ++i) next_point(text, at);
    return trim(text.substr(0, at));
}

std::string key_of(std::string_view heading, std::string_view sentence) {
    char digits[17];
    std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(fnv1a(fold(sentence), fnv1a("\n", fnv1a(fold(trim(heading)))))));
    return digits;
}

/// Whether any word between | stands in the text.
bool has_any(std::string_view folded, std::string_view words) {
    while (!words.empty()) {
        const std::size_t end = std::min(words.find('|'), words.size());
        if (folded.find(words.substr(0, end)) != std::string_view::npos) return true;
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return false;
}

bool asks_for(std::string_view folded, std::string_view words) {
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        if (!has_any(folded, words.substr(0, end))) return false;
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return true;
}

}  // namespace

std::vector<DutySentence> duties_in(std::string_view heading, std::string_view body) {
    std::vector<DutySentence> found;
    const auto add = [&](std::string_view text) {
        text = shortened(trim(text));
        if (!says_shall(text)) return;
        std::string key = key_of(heading, text);
        const bool is_there = std::any_of(found.begin(), found.end(), [&](const DutySentence& one) { return one.key == key; });
        if (!is_there) found.push_back({std::string(text), std::move(key)});
    };
    std::string lead;  // a line that says "ska:", until its bullets are over
    bool is_told = true;
    const auto end_lead = [&] {
        if (!is_told) add(lead);
        lead.clear();
        is_told = true;
    };
    while (!body.empty()) {
        const std::size_t end = std::min(body.find('\n'), body.size());
        std::string_view line = trim(body.substr(0, end));
        body.remove_prefix(std::min(end + 1, body.size()));
        if (line.empty()) continue;
        if (line.starts_with(kBullet)) {
            line = trim(line.substr(kBullet.size()));
            add(lead.empty() ? std::string(line) : lead + " " + std::string(line));
            is_told = true;
            continue;
        }
        end_lead();
        std::size_t start = 0;
        for (std::size_t at = 0; at < line.size(); ++at)
            if (ends_at(line, at)) {
                add(line.substr(start, at + 1 - start));
                start = at + 1;
            }
        const std::string_view rest = trim(line.substr(start));
        if (!rest.ends_with(':') || !says_shall(rest)) {
            add(rest);
            continue;
        }
        lead = rest;
        is_told = false;
    }
    end_lead();
    return found;
}

std::vector<const DutyProofFacts*> proofs_of(std::string_view sentence) {
    const std::string folded = fold(sentence);
    std::vector<const DutyProofFacts*> found;
    for (const DutyProofFacts& one : kDutyProofs)
        if (asks_for(folded, one.words)) found.push_back(&one);
    return found;
}

}  // namespace lisa
