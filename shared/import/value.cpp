#include "import/value.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "core/date.h"
#include "core/text.h"
#include "i18n/catalog_words.h"
#include "import/state_words.h"
#include "import/words.h"
#include "report/scale.h"
#include "schema/scale.h"

namespace lisa {
namespace {

constexpr std::string_view kYes[] = {"ja", "j", "yes", "y", "x", "1", "true", "sant", "sann"};
constexpr std::string_view kNo[] = {"nej", "n", "no", "0", "false", "falskt", "falsk"};

CellValue wrong(std::string_view message) { return {{}, std::string(message)}; }

bool is_one_of(std::span<const std::string_view> words, std::string_view word) { return std::find(words.begin(), words.end(), word) != words.end(); }

CellValue parse_flag(const std::string& text) {
    const std::string word = likeness(text);
    if (is_one_of(kYes, word)) return {true, {}};
    if (is_one_of(kNo, word)) return {false, {}};
    return wrong("problem.import.yes_no");
}

bool is_digits(std::string_view text) { return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos; }

/// A whole number, with any spaces between its thousands and a minus of either kind.
std::optional<std::int64_t> whole(std::string_view text) {
    std::string digits;
    const std::string plain = likeness(text);
    for (std::size_t at = 0; at < plain.size();) {
        const char32_t c = next_point(plain, at);
        if (c != U' ') append_point(digits, c == 0x2212 ? U'-' : c);
    }
    std::int64_t number = 0;
    const char* end = digits.data() + digits.size();
    const auto [rest, error] = std::from_chars(digits.data(), end, number);
    if (error != std::errc{} || rest != end) return std::nullopt;
    return number;
}

std::vector<std::string_view> pieces_of(std::string_view text, std::string_view separators) {
    std::vector<std::string_view> pieces;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find_first_of(separators, at), text.size());
        if (const auto piece = neat(text.substr(at, end - at)); !piece.empty()) pieces.push_back(piece);
        at = end + 1;
    }
    return pieces;
}

constexpr std::string_view kMonths[][2] = {
    {"januari", "january"}, {"februari", "february"}, {"mars", "march"},          {"april", "april"},     {"maj", "may"},           {"juni", "june"},
    {"juli", "july"},       {"augusti", "august"},    {"september", "september"}, {"oktober", "october"}, {"november", "november"}, {"december", "december"}};

/// "23 november 2026" or "23 nov. 2026" with the year first and in digits; nothing when it is not said so.
std::string date_in_words(std::string_view text) {
    const std::string like = likeness(text);
    const std::vector<std::string_view> pieces = pieces_of(like, " ");
    if (pieces.size() != 3 || pieces[0].size() > 2 || pieces[2].size() != 4 || !is_digits(pieces[0]) || !is_digits(pieces[2])) return {};
    const std::string month = letters_of(pieces[1]);
    for (std::size_t i = 0; month.size() >= 3 && i < std::size(kMonths); ++i) {
        if (!kMonths[i][0].starts_with(month) && !kMonths[i][1].starts_with(month)) continue;
        const auto two = [](std::string digits) { return digits.size() < 2 ? "0" + digits : digits; };
        return std::string(pieces[2]) + '-' + two(std::to_string(i + 1)) + '-' + two(std::string(pieces[0]));
    }
    return {};
}

/// Only what can be read in one way: year first, whether with hyphens, slashes or nothing, and midnight after it; or the month
/// as a word.
CellValue parse_date(std::string_view text) {
    if (std::string day = date_in_words(text); is_date(day)) return {std::move(day), {}};
    std::string day(text.substr(0, 10));
    if (text.size() == 8 && is_digits(text)) day = std::string(text.substr(0, 4)) + '-' + std::string(text.substr(4, 2)) + '-' + std::string(text.substr(6));
    if (day.size() == 10 && day[4] == '/' && day[7] == '/') day[4] = day[7] = '-';
    const std::string_view time = text.size() > 10 ? text.substr(10) : std::string_view{};
    const bool is_midnight =
        time.empty() || ((time[0] == ' ' || time[0] == 'T') && time.size() >= 6 && time.find_first_not_of(" T0:.Z") == std::string_view::npos);
    if (!is_date(day) || !is_midnight) return wrong("problem.date");
    return {std::move(day), {}};
}

/// A day and a time on a Swedish clock, or the UTC text that JSON has.
CellValue parse_moment(std::string_view text) {
    if (is_moment(text)) return {std::string(text), {}};
    std::string utc = moment_of(text);
    if (utc.empty()) return wrong("problem.moment");
    return {std::move(utc), {}};
}

/// "2120002114" as it is written here.
std::string with_hyphen(const Field& field, std::string text) {
    if (field.format == Format::organisation_number && text.size() == 10 && is_digits(text)) text.insert(6, 1, '-');
    return text;
}

}  // namespace

CellValue CellReader::read(std::size_t field, std::string_view cell) {
    const std::string text(neat(cell));
    if (text.empty()) return {};
    const Type type = m_entity.fields[field].type;
    if (type == Type::text || type == Type::prose) return {with_hyphen(m_entity.fields[field], text), {}};
    auto& known = m_fields[field].known;
    if (const auto found = known.find(text); found != known.end()) return found->second;
    return known.emplace(text, parse(field, text)).first->second;
}

CellValue CellReader::parse(std::size_t field, const std::string& text) {
    const Field& about = m_entity.fields[field];
    switch (about.type) {
        case Type::integer: return parse_number(field, text);
        case Type::boolean: return parse_flag(text);
        case Type::date: return parse_date(text);
        case Type::moment: return parse_moment(text);
        case Type::set: return parse_set(field, text);
        case Type::ref: return parse_reference(about, text);
        case Type::choice: {
            std::string option = option_of(field, text);
            if (option.empty()) return wrong("problem.import.choice");
            return {std::move(option), {}};
        }
        case Type::text:
        case Type::prose: return {text, {}};
        case Type::notes: break;
    }
    return wrong("problem.type");
}

CellValue CellReader::parse_number(std::size_t field, const std::string& text) {
    if (const auto number = whole(text)) return {*number, {}};
    const bool has_scale = !m_entity.fields[field].scale.empty();
    if (!has_scale) return wrong("problem.import.number");
    const std::string digits = option_of(field, text);
    if (const auto number = whole(digits)) return {*number, {}};
    return wrong("problem.import.level");
}

CellValue CellReader::parse_set(std::size_t field, const std::string& text) {
    Set set;
    if (m_entity.fields[field].options.empty()) {
        for (std::string_view piece : pieces_of(text, ",;\n")) set.emplace_back(piece);
    } else {
        // The words of an option may have a comma in them, so the longest run of pieces that is an option counts.
        const std::vector<std::string_view> pieces = pieces_of(text, ",;\n");
        for (std::size_t i = 0; i < pieces.size();) {
            std::string option;
            std::size_t end = std::min(i + 4, pieces.size());
            for (; end > i && option.empty(); --end) {
                const auto length = static_cast<std::size_t>(pieces[end - 1].data() + pieces[end - 1].size() - pieces[i].data());
                option = option_of(field, std::string_view(pieces[i].data(), length));
            }
            if (option.empty()) return wrong("problem.import.choice");
            set.push_back(std::move(option));
            i = end + 1;
        }
    }
    std::sort(set.begin(), set.end());
    set.erase(std::unique(set.begin(), set.end()), set.end());
    if (set.empty()) return {};
    return {std::move(set), {}};
}

CellValue CellReader::parse_reference(const Field& field, const std::string& text) {
    const Entity* target = find_entity(m_source.catalog, field.ref);
    const std::vector<std::string> ids = target && m_source.find ? m_source.find(*target, text) : std::vector<std::string>{};
    if (ids.empty()) return wrong("problem.import.reference_unknown");
    if (ids.size() > 1) return wrong("problem.import.reference_ambiguous");
    return {ids.front(), {}};
}

/// The words of the options, or those of a scale with the number as option: alone, short, and after the number as show() writes.
const std::vector<CellReader::Word>& CellReader::words_of(std::size_t field) {
    PerField& per = m_fields[field];
    if (per.has_words) return per.words;
    per.has_words = true;
    const Field& about = m_entity.fields[field];
    const auto add = [&](std::string_view words, std::string_view option) { per.words.push_back({likeness(words), letters_of(words), std::string(option)}); };
    const auto add_key = [&](Language language, const WordKey& key, std::string_view option, std::string_view before) {
        if (has_message(key.view())) add(std::string(before) + std::string(say(language, key.view())), option);
    };
    for (Language language : {Language::swedish, Language::english}) {
        for (std::string_view option : about.options) add_key(language, option_key(m_entity, about, option), option, "");
        for (std::int64_t i = about.min; !about.scale.empty() && i <= about.max; ++i) {
            const std::string digits = std::to_string(i);
            for (const std::string& before : {std::string(), digits + ' '}) {
                if (m_source.lookup && about.scale == kLevelScale) {
                    const Reader reader{*m_source.lookup, language};
                    add(before + scale_words(about.scale, i, reader), digits);
                    add(before + scale_short_words(about.scale, i, reader), digits);
                }
                add_key(language, {about.scale, digits}, digits, before);
                add_key(language, {about.scale, "short", digits}, digits, before);
            }
        }
    }
    for (std::string_view option : about.options) add(option, option);
    for (const StateWords& usual : kStateWords) {
        const bool has_it = std::find(about.options.begin(), about.options.end(), usual.state) != about.options.end();
        if (!has_it || about.name != m_entity.state) continue;
        // Compared by their letters only, so that one that means two states means none.
        for (std::string_view word : pieces_of(usual.words, " ")) per.words.push_back({{}, std::string(word), std::string(usual.state)});
    }
    return per.words;
}

/// The option that a text means, or nothing. Punctuation may differ only where that leaves one option.
std::string CellReader::option_of(std::size_t field, std::string_view text) {
    const std::vector<Word>& words = words_of(field);
    const std::string like = likeness(text), letters = letters_of(text);
    for (const Word& word : words)
        if (word.text == like) return word.option;
    std::string option;
    for (const Word& word : words) {
        if (letters.empty() || word.letters != letters || word.option == option) continue;
        if (!option.empty()) return {};
        option = word.option;
    }
    return option;
}

}  // namespace lisa
