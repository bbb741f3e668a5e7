#include "domain/policy_text.h"

#include <algorithm>

#include "core/text.h"
#include "domain/document.h"

namespace lisa {
namespace {

constexpr std::string_view kBullet = "•";

struct Row {
    std::string_view text;  ///< trimmed
    bool starts_page;       ///< a leading space marks the first line of a page in text copied out of a PDF
};

bool is_page_number(std::string_view text) { return !text.empty() && text.size() <= 4 && text.find_first_not_of("0123456789") == std::string_view::npos; }

bool starts_small(std::string_view text) {
    std::size_t at = 0;
    const char32_t first = text.empty() ? U' ' : next_point(text, at);
    return (first >= U'a' && first <= U'z') || (first >= 0xE0 && first <= 0xFE && first != 0xF7);
}

bool ends_with_one_of(std::string_view text, std::string_view marks) { return !text.empty() && marks.find(text.back()) != std::string_view::npos; }

bool ends_sentence(std::string_view text) { return ends_with_one_of(text, ".:!?"); }

/// A heading is a short line with a capital that ends no clause, stands after a gap or first on a page, and is not the
/// first line of a sentence that goes on below.
bool is_heading(std::string_view text, bool after_gap, std::string_view below) {
    return after_gap && length(text) <= 70 && !starts_small(text) && !ends_with_one_of(text, ".:;,!?-") && !text.starts_with(kBullet) && !starts_small(below);
}

std::vector<Row> rows_of(std::string_view file) {
    std::vector<Row> rows;
    while (!file.empty()) {
        const std::size_t end = std::min(file.find('\n'), file.size());
        const std::string_view line = file.substr(0, end);
        rows.push_back({trim(line), !line.empty() && line.front() == ' '});
        file.remove_prefix(std::min(end + 1, file.size()));
    }
    return rows;
}

/// The next row that holds text, from `at`; empty at the end.
std::string_view next_text(const std::vector<Row>& rows, std::size_t at) {
    for (; at < rows.size(); ++at)
        if (!rows[at].text.empty() && !is_page_number(rows[at].text)) return rows[at].text;
    return {};
}

/// Whether the line goes on after a hyphen that stands for a left-out word: "barn- och ungdomsfrågor".
bool is_joining_word(std::string_view line) { return line.starts_with("och ") || line.starts_with("eller ") || line.starts_with("samt "); }

/// Collects paragraphs and bullets of one section.
class Body {
public:
    void add(std::string_view line, bool after_gap) {
        const bool is_bullet = line.starts_with(kBullet);
        // A page break or a hard return inside a bullet leaves a gap; the sentence shows that it goes on.
        const bool goes_on = !m_last.empty() && !is_bullet && (!after_gap || (!ends_sentence(m_last) && starts_small(line)));
        if (goes_on) {
            m_text += m_last.back() == '-' && !is_joining_word(line) ? "" : " ";
        } else if (!m_text.empty()) {
            m_text += is_bullet && m_last_is_bullet ? "\n" : "\n\n";
        }
        m_text += is_bullet ? std::string(kBullet) + " " + std::string(trim(line.substr(kBullet.size()))) : std::string(line);
        m_last = line;
        if (!goes_on) m_last_is_bullet = is_bullet;
    }
    std::string take() {
        m_last = {};
        return std::exchange(m_text, {});
    }

private:
    std::string m_text;
    std::string_view m_last;
    bool m_last_is_bullet = false;
};

/// The file with line feeds as its line ends and `page` for form feeds.
std::string with_line_feeds(std::string_view file, char page) {
    std::string text;
    text.reserve(file.size());
    for (std::size_t i = 0; i < file.size(); ++i) {
        const bool is_pair = file[i] == '\r' && i + 1 < file.size() && file[i + 1] == '\n';
        if (!is_pair) text += file[i] == '\r' ? '\n' : file[i] == '\f' ? page : file[i];
    }
    return text;
}

/// As much of a text as a field holds.
std::string shortened(std::string_view text, std::size_t letters) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < letters && at < text.size(); ++i) next_point(text, at);
    return std::string(text.substr(0, at));
}

}  // namespace

Result<PolicyText> read_policy(std::string_view file) {
    if (file.size() > kPolicyFileLimit) return fault(Fault::invalid, "", "problem.file_too_large");
    if (file.starts_with("\xEF\xBB\xBF")) file.remove_prefix(3);
    if (trim(file).empty()) return fault(Fault::invalid, "", "problem.file_empty");
    const std::string clean = with_line_feeds(file, ' ');  // a form feed marks a page, as a leading space does
    if (!is_utf8(clean) || has_controls(clean)) return fault(Fault::invalid, "", "problem.file_not_text");
    const std::vector<Row> rows = rows_of(clean);
    PolicyText out;
    PolicySection section;
    Body body;
    const auto close = [&] {
        section.body = body.take();
        if (!section.heading.empty() || !section.body.empty()) out.sections.push_back(std::move(section));
        section = {};
    };
    bool after_gap = true;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::string_view text = rows[i].text;
        if (text.empty()) {
            after_gap = true;
            continue;
        }
        if (after_gap && is_page_number(text)) {
            out.left_out.emplace_back(text);
            continue;
        }
        const bool gap = after_gap || rows[i].starts_page;
        after_gap = false;
        const std::string_view below = i + 1 < rows.size() ? rows[i + 1].text : std::string_view{};
        if (!is_heading(text, gap, below)) {
            body.add(text, gap);
        } else if (out.title.empty() && below.empty() && is_heading(next_text(rows, i + 1), true, {})) {
            out.title = std::string(text);  // a heading over nothing names the whole document
        } else {
            close();
            section.heading = std::string(text);
        }
    }
    close();
    if (out.sections.size() > kPolicySectionLimit) return fault(Fault::invalid, "", "problem.file_too_large");
    return out;
}

std::vector<Change> policy_changes(const PolicyText& text, std::string_view file, std::string_view source_name, const std::string& unit,
                                   const std::string& client, const std::function<std::string()>& new_id) {
    std::vector<Change> changes;
    const auto create = [&](const Entity& entity) -> Change& {
        Change change;
        change.id = new_id();
        change.client = client;
        change.verb = Verb::create;
        change.entity = std::string(entity.name);
        change.record = new_id();
        return changes.emplace_back(std::move(change));
    };
    const auto put = [](Change& change, std::string_view field, Value value) { change.patch[std::string(field)] = Edit{std::move(value)}; };

    Change& document = create(kDocument);
    const std::string id = document.record;
    const std::string title = text.title.empty() ? shortened(source_name, 160) : text.title;
    std::string source = with_line_feeds(file.starts_with("\xEF\xBB\xBF") ? file.substr(3) : file, '\n');
    put(document, "title", title);
    put(document, "kind", std::string("policy"));
    put(document, "unit", unit);
    put(document, "source_name", shortened(source_name, 200));
    put(document, "source_text", std::move(source));
    std::int64_t number = 0;
    for (const PolicySection& section : text.sections) {
        Change& change = create(kSection);
        put(change, "document", id);
        put(change, "number", ++number);
        put(change, "level", std::int64_t{1});
        put(change, "heading", section.heading.empty() ? title : section.heading);
        put(change, "body", section.body);
    }
    return changes;
}

}  // namespace lisa
