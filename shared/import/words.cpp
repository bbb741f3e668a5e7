#include "import/words.h"

#include "core/text.h"

namespace lisa {
namespace {

constexpr std::string_view kInvisible[] = {" ", "\t", "\r", "\n", "\f", "\v", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x8B", "\xEF\xBB\xBF"};

bool is_space(char32_t c) { return c == U' ' || (c >= 0x09 && c <= 0x0D) || c == 0xA0 || c == 0x202F || c == 0x2009 || c == 0x200B || c == 0xFEFF; }

bool is_letter(char32_t c) {
    if (c < 0x80) return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9');
    return c >= 0xC0 && !(c >= 0x2000 && c <= 0x206F) && c != 0xFEFF;
}

}  // namespace

std::string_view neat(std::string_view cell) {
    for (bool is_done = false; !is_done;) {
        is_done = true;
        for (std::string_view mark : kInvisible) {
            if (cell.starts_with(mark)) cell.remove_prefix(mark.size()), is_done = false;
            if (cell.ends_with(mark)) cell.remove_suffix(mark.size()), is_done = false;
        }
    }
    return cell;
}

std::string likeness(std::string_view text) {
    const std::string folded = fold(neat(text));
    std::string out;
    bool after_space = false;
    for (std::size_t at = 0; at < folded.size();) {
        const char32_t c = next_point(folded, at);
        if (!is_space(c)) append_point(out, c);
        else if (!after_space) out += ' ';
        after_space = is_space(c);
    }
    return out;
}

std::string letters_of(std::string_view text) {
    const std::string folded = fold(text);
    std::string out;
    for (std::size_t at = 0; at < folded.size();) {
        const char32_t c = next_point(folded, at);
        if (is_letter(c)) append_point(out, c);
    }
    return out;
}

}  // namespace lisa
