#include "documents/figures_sheet.h"

#include "figures/trend.h"
#include "figures/words.h"
#include "i18n/catalog_words.h"
#include "report/html.h"

namespace lisa {
namespace {

/// So many records are named under what is to be dealt with.
constexpr std::size_t kMostNamed = 20;

struct Shown {
    Reading reading;
    bool is_part;
};

using Rows = std::vector<std::vector<std::string>>;

class Sheet {
public:
    Sheet(const Basis& basis, const Scope& scope, const Reader& reader) : m_basis(basis), m_scope(scope), m_reader(reader) {}

    std::string words(std::string_view key) const { return std::string(say(m_reader.language, key)); }
    std::string heading(std::string_view text) const { return html_element("h2", text) + "\n"; }

    /// The figures of an area as a table; empty where there are none.
    std::string area(std::size_t which, const std::vector<Shown>& shown) const {
        Rows rows;
        for (const Shown& one : shown) {
            if (static_cast<std::size_t>(one.reading.figure->area) != which) continue;
            const std::string whole = whole_text(one.reading, m_reader.language);
            rows.push_back({name_of(*one.reading.figure, m_reader.language), value_text(one.reading, m_reader.language) + (one.is_part ? " *" : ""),
                            whole + (whole.empty() || one.reading.slices.empty() ? "" : "\n") + slices(one.reading),
                            meaning_of(*one.reading.figure, m_reader.language)});
        }
        const std::vector<std::string> head{words("figures.trend_of"), words("figures.value"), words("figures.whole"), words("figures.means")};
        return rows.empty() ? std::string{} : html_table(words(WordKey{"figure_area", kFigureAreas[which]}.view()), head, rows);
    }

    /// What is better when it is less, by the names of its records.
    std::string to_do(const std::vector<Shown>& shown) const {
        std::string out;
        for (const Shown& one : shown) {
            const Figure& figure = *one.reading.figure;
            if (figure.kind != FigureKind::count || figure.better != Better::less || one.reading.rows.empty()) continue;
            out += html_element("h3", name_of(figure, m_reader.language)) + "\n<ul>\n";
            for (std::size_t i = 0; i < one.reading.rows.size() && i < kMostNamed; ++i)
                if (const Record* record = m_basis.find(*figure.entity, one.reading.rows[i])) out += html_element("li", title_of(*record, m_reader)) + "\n";
            if (one.reading.rows.size() > kMostNamed)
                out += html_element("li", fill(words("home.due_more"), {{"count", std::to_string(one.reading.rows.size() - kMostNamed)}})) + "\n";
            out += "</ul>\n";
        }
        return out.empty() ? out : heading(words("figures.to_do")) + out;
    }

    /// The periodic figures month by month, a column each.
    std::string months(const std::vector<Shown>& shown) const {
        std::vector<std::string> head{words("figures.month")};
        Rows rows(kTrendMonths);
        for (const Shown& one : shown) {
            if (!one.reading.figure->is_periodic || one.reading.whole() == 0) continue;
            head.push_back(name_of(*one.reading.figure, m_reader.language));
            const std::vector<Month> year = trend(*one.reading.figure, m_basis, m_scope);
            for (std::size_t i = 0; i < rows.size(); ++i) {
                if (rows[i].empty()) rows[i].push_back(year[i].name);
                rows[i].push_back(value_text(year[i].reading, m_reader.language));
            }
        }
        return head.size() == 1 ? std::string{} : html_table(words("figures.trend"), head, rows);
    }

private:
    std::string slices(const Reading& reading) const {
        std::string text;
        for (const Slice& slice : reading.slices)
            text += (text.empty() ? "" : "\n") + name_of(slice, *reading.figure, m_reader.language) + ": " + std::to_string(slice.rows.size());
        return text;
    }

    const Basis& m_basis;
    const Scope& m_scope;
    const Reader& m_reader;
};

}  // namespace

std::string figures_sheet(const std::string& title, const Basis& basis, const Scope& scope, const Actor& who, const Reader& reader) {
    const Sheet sheet(basis, scope, reader);
    std::vector<Shown> shown;
    bool is_part = false;
    for (const Figure& figure : figures()) {
        const Sight sight = sight_of(figure, scope, who, basis);
        if (sight == Sight::none) continue;
        shown.push_back({evaluate(figure, basis, scope), sight == Sight::part});
        is_part = is_part || sight == Sight::part;
    }
    const std::string name = sheet.words("nav.figures") + ": " + title;
    std::string body = html_element("h1", name) + "\n";
    body += html_element("p class=\"controller\"", fill(sheet.words("figures.lead"), {{"date", basis.today}, {"since", basis.since}})) + "\n";
    if (is_part) body += html_element("p", sheet.words("figures.partly")) + "\n";
    for (std::size_t area = 0; area < std::size(kFigureAreas); ++area) body += sheet.area(area, shown);
    return html_page(name, body + sheet.months(shown) + sheet.to_do(shown), reader.language);
}

}  // namespace lisa
