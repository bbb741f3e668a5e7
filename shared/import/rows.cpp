#include "import/rows.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "core/text.h"
#include "import/names.h"
#include "import/words.h"
#include "report/show.h"
#include "schema/validate.h"

namespace lisa {
namespace {

constexpr std::string_view kLine = "line:";
constexpr std::size_t kShownText = 80;

bool has_problem(const std::vector<ImportProblem>& problems, std::size_t field) {
    return std::any_of(problems.begin(), problems.end(), [&](const ImportProblem& problem) { return problem.field == field; });
}

/// A title out of what the file itself says.
std::string own_title(const Record& record) {
    std::string title;
    for (std::string_view name : record.entity->title) {
        const std::string part = find_field(*record.entity, name)->type == Type::ref ? std::string() : record.text(name);
        if (!part.empty()) title += (title.empty() ? "" : " – ") + part;
    }
    return title;
}

/// Leads references that found no record to the row that has the name, where there is exactly one.
void link_rows(std::vector<ImportRow>& rows, const std::vector<std::vector<std::string>>& texts) {
    std::map<std::string, std::vector<int>> lines;
    for (const ImportRow& row : rows)
        for (std::string& name : names_of(row.record, own_title(row.record))) lines[std::move(name)].push_back(row.line);
    for (std::size_t i = 0; i < rows.size(); ++i)
        std::erase_if(rows[i].problems, [&](ImportProblem& problem) {
            if (problem.message != "problem.import.reference_unknown") return false;
            const Entity& entity = *rows[i].record.entity;
            if (entity.fields[problem.field].ref != entity.name) return false;
            const auto found = lines.find(likeness(texts[i][problem.field]));
            if (found == lines.end()) return false;
            if (found->second.size() > 1) {
                problem.message = "problem.import.reference_ambiguous";
                return false;
            }
            rows[i].record.values[problem.field] = line_reference(found->second.front());
            rows[i].given |= std::uint64_t{1} << problem.field;
            return true;
        });
}

/// The state that a word means: as the person said, else as the register's words and the usual ones say.
CellValue read_state(CellReader& reader, const Mapping& mapping, std::size_t field, const std::string& cell) {
    if (const auto told = mapping.states.find(likeness(cell)); told != mapping.states.end())
        return told->second.empty() ? CellValue{} : CellValue{told->second, {}};
    CellValue read = reader.read(field, cell);
    if (!read.problem.empty()) read.problem = "problem.import.state";
    return read;
}

}  // namespace

std::string shortened(std::string_view text) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < kShownText && at < text.size(); ++i) next_point(text, at);
    return std::string(text.substr(0, at)) + (at < text.size() ? "…" : "");
}

std::string line_reference(int line) { return std::string(kLine) + std::to_string(line); }

int referred_line(std::string_view id) {
    int line = 0;
    if (!id.starts_with(kLine)) return 0;
    const auto [rest, error] = std::from_chars(id.data() + kLine.size(), id.data() + id.size(), line);
    return error == std::errc{} && rest == id.data() + id.size() ? line : 0;
}

void add_complaints(const Preview& preview, const Record& record, int line, std::vector<ImportProblem>& problems) {
    for (Problem& problem : validate(record)) {
        const std::size_t field = position(*record.entity, problem.field);
        if (has_problem(problems, field)) continue;
        const auto* text = field == kNoField ? nullptr : std::get_if<std::string>(&record.values[field]);
        const auto* number = field == kNoField ? nullptr : std::get_if<std::int64_t>(&record.values[field]);
        std::string shown = text ? shortened(*text) : number ? std::to_string(*number) : std::string();
        problems.push_back({line, field == kNoField ? std::string() : preview.headers[field], field, std::move(problem.message), std::move(shown)});
    }
}

Preview preview(const Table& table, const Mapping& mapping, const Entity& entity, const ImportSource& source) {
    Preview out;
    out.entity = &entity;
    out.headers.resize(entity.fields.size());
    out.level_motive = mapping.level_motive;
    std::vector<std::size_t> columns(entity.fields.size(), kNoField);
    bool has_own_reference = false;
    for (std::size_t i = 0; i < entity.fields.size(); ++i) {
        const std::size_t column = column_of(mapping, i);
        if (column >= table.header.size() || !can_map(entity, entity.fields[i])) continue;
        columns[i] = column;
        out.headers[i] = table.header[column];
        out.mapped |= std::uint64_t{1} << i;
        has_own_reference = has_own_reference || entity.fields[i].ref == entity.name;
    }

    const std::size_t state = position(entity, entity.state);
    CellReader reader(entity, source);
    std::vector<std::vector<std::string>> texts;  // of references that may lead to rows
    out.rows.reserve(table.rows.size());
    for (const TableRow& from : table.rows) {
        ImportRow& row = out.rows.emplace_back();
        row.line = from.line;
        row.record = Record(entity);
        std::vector<std::string> references(has_own_reference ? entity.fields.size() : 0);
        if (from.is_long) row.problems.push_back({from.line, {}, kNoField, "problem.import.row_long", shortened(from.cells.front())});
        for (std::size_t i = 0; i < entity.fields.size(); ++i) {
            if (columns[i] >= from.cells.size()) continue;
            const std::string& cell = from.cells[columns[i]];
            if (is_withheld_mark(cell)) {
                row.withheld |= std::uint64_t{1} << i;
                continue;
            }
            CellValue read = i == state ? read_state(reader, mapping, i, cell) : reader.read(i, cell);
            if (!read.problem.empty()) {
                row.problems.push_back({from.line, out.headers[i], i, std::move(read.problem), shortened(neat(cell))});
                if (has_own_reference) references[i] = cell;
            } else if (!is_blank(read.value)) {
                row.record.values[i] = std::move(read.value);
                row.given |= std::uint64_t{1} << i;
            }
        }
        if (has_own_reference) texts.push_back(std::move(references));
    }
    if (has_own_reference) link_rows(out.rows, texts);

    for (ImportRow& row : out.rows) {
        for (const auto& [field, value] : mapping.defaults)
            if (field < entity.fields.size() && can_import(entity, entity.fields[field]) && is_blank(row.record.values[field]) &&
                !has_problem(row.problems, field))
                row.record.values[field] = value;
        if (state != kNoField) {
            row.state = row.record.text(entity.state);
            row.record.values[state] = std::string(entity.fields[state].options.front());
        }
        add_complaints(out, row.record, row.line, row.problems);
    }
    return out;
}

}  // namespace lisa
