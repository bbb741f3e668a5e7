#include "import/table.h"

#include <algorithm>
#include <optional>

#include "core/text.h"

namespace lisa {
namespace {

constexpr std::string_view kSeparators = ";\t,|";
constexpr std::size_t kSample = 200;  // rows that are looked at to find the separator

Error fault_at(int line, std::string message) { return fault(Fault::invalid, std::to_string(line), std::move(message)); }

/// Reads one row after another.
class Scanner {
public:
    Scanner(std::string_view text, char separator, int line) : m_text(text), m_separator(separator), m_line(line) {}

    bool at_end() const { return m_at >= m_text.size(); }

    Result<TableRow> next() {
        TableRow row{m_line, {}, false};
        while (true) {
            std::string cell = TRY(read());
            if (cell.size() > kImportCellLimit && length(cell) > kImportCellLimit) return fault_at(row.line, "problem.import.long_cell");
            row.cells.push_back(std::move(cell));
            if (at_end()) return row;
            if (m_text[m_at] != m_separator) break;
            ++m_at;
            if (row.cells.size() == kImportColumnLimit) return fault_at(row.line, "problem.import.too_many_columns");
        }
        end_line();
        return row;
    }

private:
    bool is_break(char c) const { return c == '\n' || c == '\r'; }

    void end_line() {
        if (m_text[m_at] == '\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == '\n') ++m_at;
        ++m_at;
        ++m_line;
    }

    /// A cell up to what ends it. Quotes that do not enclose all of a cell are part of what it says.
    Result<std::string> read() {
        if (!at_end() && m_text[m_at] == '"') {
            auto quoted = TRY(read_quoted());
            if (quoted) return std::move(*quoted);
        }
        const char ends[] = {m_separator, '\n', '\r'};
        const std::size_t end = std::min(m_text.find_first_of(std::string_view(ends, 3), m_at), m_text.size());
        std::string cell(m_text.substr(m_at, end - m_at));
        m_at = end;
        return cell;
    }

    Result<std::optional<std::string>> read_quoted() {
        const std::size_t start = m_at;
        const int line = m_line;
        std::string cell;
        for (std::size_t at = m_at + 1; at < m_text.size(); ++at) {
            const char c = m_text[at];
            const bool is_pair = at + 1 < m_text.size() && ((c == '"' && m_text[at + 1] == '"') || (c == '\r' && m_text[at + 1] == '\n'));
            if (is_break(c)) {
                if (is_pair) ++at;
                ++m_line;
                cell += '\n';
            } else if (c != '"' || is_pair) {
                if (is_pair) ++at;
                cell += c;
            } else if (at + 1 == m_text.size() || is_break(m_text[at + 1]) || m_text[at + 1] == m_separator) {
                m_at = at + 1;
                return std::optional(std::move(cell));
            } else if (m_line == line) {
                m_at = start;
                return std::optional<std::string>{};  // "Solen" förskola
            } else {
                break;
            }
        }
        return fault_at(line, "problem.import.quote");
    }

    std::string_view m_text;
    char m_separator;
    std::size_t m_at = 0;
    int m_line;
};

bool is_empty(std::string_view cell) { return trim(cell).empty(); }
bool is_empty(const TableRow& row) {
    return std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) { return is_empty(cell); });
}

struct Evenness {
    long score = 0;  ///< 0 … 2000: twice the share of rows, in thousandths, that are as long as the header
    std::size_t columns = 0;
    bool operator<(const Evenness& other) const { return score != other.score ? score < other.score : columns < other.columns; }
};

/// How even the rows are with this separator, as far as they can be read.
Evenness evenness(std::string_view text, char separator) {
    Scanner scanner(text, separator, 1);
    std::size_t columns = 0;
    long rows = 0, points = 0, flaw = 0;
    for (std::size_t i = 0; i < kSample && flaw == 0 && !scanner.at_end(); ++i) {
        auto row = scanner.next();
        if (!row) {
            const bool is_wide = row.error().problems.front().message == "problem.import.too_many_columns";
            if (columns == 0) return {is_wide ? 1000 : 0, is_wide ? kImportColumnLimit : 1};
            flaw = 1;
        } else if (!is_empty(*row)) {
            std::size_t cells = row->cells.size();
            while (columns != 0 && cells > columns && is_empty(row->cells[cells - 1])) --cells;
            if (columns == 0) columns = cells;
            else ++rows, points += cells == columns ? 2 : cells > 1 && cells < columns ? 1 : 0;
        }
    }
    if (columns < 2) return {1000, columns};  // one column is right only when the others are uneven in most rows
    return {rows == 0 ? 2000 - flaw * 1000 : points * 1000 / rows - flaw, columns};
}

struct Opening {
    std::string_view text;
    std::optional<char> separator;  ///< said by the file itself
    int line = 1;
};

/// The text without its mark and without the line that tells Excel about the separator.
Opening opened(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (text.size() < 6 || !text.starts_with("sep=") || (text[5] != '\r' && text[5] != '\n')) return {text, {}, 1};
    const char separator = text[4];
    text.remove_prefix(text[5] == '\r' && text.size() > 6 && text[6] == '\n' ? 7 : 6);
    return {text, separator, 2};
}

/// Columns without a name in which nothing stands, as spreadsheets add at the right.
void drop_empty_columns(Table& table) {
    const auto is_used = [](const TableRow& row, std::size_t column) { return row.cells.size() > column && !is_empty(row.cells[column]); };
    while (!table.header.empty() && is_empty(table.header.back())) {
        const std::size_t last = table.header.size() - 1;
        if (std::any_of(table.rows.begin(), table.rows.end(), [&](const TableRow& row) { return is_used(row, last); })) return;
        table.header.pop_back();
    }
}

}  // namespace

void undo_apostrophe(std::string& cell) {
    if (cell.size() > 1 && cell[0] == '\'' && std::string_view("=+-@\t\r").find(cell[1]) != std::string_view::npos) cell.erase(0, 1);
}

char find_separator(std::string_view utf8) {
    const std::string_view text = opened(utf8).text;
    char best = kSeparators.front();
    Evenness most;
    for (char separator : kSeparators)
        if (const Evenness found = evenness(text, separator); most < found) {
            best = separator;
            most = found;
        }
    return best;
}

Result<Table> read_table(std::string_view utf8) {
    if (!is_utf8(utf8)) return fault(Fault::invalid, "", "problem.import.damaged");
    const Opening opening = opened(utf8);
    Table table;
    table.separator = opening.separator.value_or(find_separator(opening.text));
    Scanner scanner(opening.text, table.separator, opening.line);
    while (!scanner.at_end()) {
        TableRow row = TRY(scanner.next());
        if (is_empty(row)) continue;
        for (std::string& cell : row.cells) undo_apostrophe(cell);
        if (table.header.empty()) {
            table.header = std::move(row.cells);
            continue;
        }
        if (table.rows.size() == kImportRowLimit) return fault_at(row.line, "problem.import.too_many_rows");
        table.rows.push_back(std::move(row));
    }
    if (table.header.empty()) return fault(Fault::invalid, "", "problem.file_empty");
    if (table.rows.empty()) return fault(Fault::invalid, "", "problem.import.no_rows");
    drop_empty_columns(table);
    const std::size_t columns = table.header.size();
    for (TableRow& row : table.rows) {
        for (std::size_t i = columns; i < row.cells.size(); ++i) row.is_long = row.is_long || !is_empty(row.cells[i]);
        row.cells.resize(columns);
    }
    for (std::string& name : table.header) name = std::string(trim(name));
    return table;
}

Result<std::vector<TableRow>> read_cells(std::string_view utf8) {
    if (!is_utf8(utf8)) return fault(Fault::invalid, "", "problem.import.damaged");
    if (is_empty(utf8)) return fault(Fault::invalid, "", "problem.file_empty");
    std::vector<TableRow> rows;
    Scanner scanner(utf8, '\t', 1);
    while (!scanner.at_end()) {
        TableRow row = TRY(scanner.next());
        if (rows.size() == kImportRowLimit) return fault_at(row.line, "problem.import.too_many_rows");
        for (std::string& cell : row.cells) undo_apostrophe(cell);
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace lisa
