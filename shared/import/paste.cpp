#include "import/paste.h"

#include <algorithm>
#include <unordered_map>

#include "change/edit.h"
#include "i18n/catalog_words.h"
#include "import/words.h"

namespace lisa {
namespace {

/// A text as it comes back from a spreadsheet: one kind of line end, nothing around it, no apostrophe of ours.
std::string as_pasted(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
        plain += text[i] == '\r' ? '\n' : text[i];
    }
    undo_apostrophe(plain);
    return std::string(neat(plain));
}

bool is_blank_row(const TableRow& row) {
    return std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) { return neat(cell).empty(); });
}

/// Whether the first row says nothing but what the columns are called, as rows that were copied here do.
bool begins_with_headings(const std::vector<TableRow>& block, const PasteTarget& target) {
    if (block.size() < 2 || is_blank_row(block.front())) return false;
    const std::vector<std::string>& cells = block.front().cells;
    for (std::size_t column = 0; column < cells.size(); ++column) {
        if (neat(cells[column]).empty()) continue;
        if (column >= target.columns.size() || !target.columns[column].field) return false;
        const auto is_called = [&](Language language) {
            return letters_of(cells[column]) == letters_of(heading(*target.entity, target.columns[column], language));
        };
        if (!is_called(Language::swedish) && !is_called(Language::english)) return false;
    }
    return true;
}

/// What a person may write, by the place of a record: thousands of rows lie in few places.
class Rights {
public:
    Rights(const Actor& who, Lookup& lookup) : m_who(who), m_lookup(lookup) {}

    bool may_write(const Record& record, std::size_t field) {
        const Entity& entity = *record.entity;
        const std::string key = is_tree(entity) || hangs(entity) ? record.id : record.text(entity.place);
        auto [found, is_new] = m_over.try_emplace(key);
        if (is_new)
            if (const auto places = places_of(record, m_lookup); places && allowed(m_who, Right::update, entity, *places))
                found->second = clearance_over(m_who, *places);
        return found->second && entity.fields[field].seen_from <= *found->second && !record.is_hidden(field);
    }

private:
    const Actor& m_who;
    Lookup& m_lookup;
    std::unordered_map<std::string, std::optional<Clearance>> m_over;  ///< none: nothing may be written there
};

class Paster {
public:
    Paster(const PasteTarget& target, const ImportSource& source, const Actor& who, Language language)
        : m_target(target), m_entity(*target.entity), m_reader{*source.lookup, language}, m_cells(m_entity, source), m_rights(who, *source.lookup) {
        m_frame.entity = target.entity;
        m_frame.headers.resize(m_entity.fields.size());
    }

    void put(Pasting& out, const std::vector<std::string>& cells, std::size_t row) {
        const Record& record = *m_target.rows[row];
        PastedRow pasted{static_cast<int>(row) + 1, &record, record, {}};
        std::vector<ImportProblem> problems;
        for (std::size_t column = 0; column < cells.size() && column < m_target.columns.size(); ++column)
            put_cell(pasted, problems, cells[column], m_target.columns[column]);
        if (!pasted.patch.empty()) {
            add_complaints(m_frame, pasted.after, pasted.line, problems);
            out.altered.push_back(std::move(pasted));
        }
        out.problems.insert(out.problems.end(), std::make_move_iterator(problems.begin()), std::make_move_iterator(problems.end()));
    }

private:
    void put_cell(PastedRow& row, std::vector<ImportProblem>& problems, const std::string& cell, const RegisterColumn& column) {
        const std::size_t field = column.stored_at();
        const auto complain = [&](std::string message) {
            std::string name(field == kNoField && column.field ? heading(m_entity, column, m_reader.language) : "");
            problems.push_back({row.line, std::move(name), field, std::move(message), shortened(neat(cell))});
        };
        if (is_withheld_mark(cell) || (neat(cell).empty() && (field == kNoField || row.record->is_hidden(field)))) return;
        if (column.field && neat(cell) == as_pasted(show(*row.record, column, m_reader, m_target.worked))) return;
        if (field == kNoField || !can_import(m_entity, m_entity.fields[field])) return complain("problem.paste.column");
        const Field& about = m_entity.fields[field];
        if (!m_rights.may_write(*row.record, field)) return complain("problem.field");
        CellValue read = m_cells.read(field, cell);
        if (!read.problem.empty()) return complain(std::move(read.problem));
        auto edit = edit_between(about, row.record->values[field], read.value);
        if (!edit) return;
        row.patch.emplace(about.name, std::move(*edit));
        row.after.values[field] = std::move(read.value);
    }

    const PasteTarget& m_target;
    const Entity& m_entity;
    Reader m_reader;
    CellReader m_cells;
    Rights m_rights;
    Preview m_frame;  ///< says to add_complaints() what the columns are
};

}  // namespace

Result<std::vector<TableRow>> read_block(std::string_view utf8) {
    const Error too_large = fault(Fault::invalid, "", "problem.paste.too_large");
    if (utf8.size() > kPasteByteLimit) return too_large;
    if (neat(utf8).empty()) return fault(Fault::invalid, "", "problem.paste.empty");
    auto block = read_cells(utf8);
    if (!block) {
        const std::string& message = block.error().problems.front().message;
        return message == "problem.import.too_many_rows" || message == "problem.import.too_many_columns" ? too_large : block.error();
    }
    const auto ends_blank = [](const TableRow& row) { return row.cells.size() == 1 && row.cells.front().empty(); };
    while (block->size() > 1 && ends_blank(block->back())) block->pop_back();  // an empty line at the end is no row
    if (block->size() > kPasteRowLimit + 1) return too_large;                  // one for headings
    return block;
}

std::size_t Pasting::cells() const {
    std::size_t count = 0;
    for (const PastedRow& row : altered) count += row.patch.size();
    return count;
}

Pasting paste(const std::vector<TableRow>& block, const PasteTarget& target, const ImportSource& source, const Actor& who, Language language) {
    Pasting out;
    out.has_headings = begins_with_headings(block, target);
    const std::size_t first = out.has_headings ? 1 : 0;
    out.rows = block.size() - first;
    Paster paster(target, source, who, language);
    for (std::size_t i = first; i < block.size(); ++i) {
        const std::vector<std::string>& cells = block[i].cells;
        out.columns = std::max(out.columns, cells.size());
        for (std::size_t column = target.columns.size(); column < cells.size(); ++column)
            if (!neat(cells[column]).empty()) out.columns_over = std::max(out.columns_over, column + 1 - target.columns.size());
        const std::size_t row = i - first;
        if (row < target.rows.size()) paster.put(out, cells, row);
        else if (!is_blank_row(block[i])) out.rows_over = row + 1 - target.rows.size();
    }
    return out;
}

}  // namespace lisa
