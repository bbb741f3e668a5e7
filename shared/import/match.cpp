#include "import/match.h"

#include <algorithm>
#include <unordered_map>

#include "change/edit.h"
#include "core/text.h"
#include "import/words.h"
#include "schema/scale.h"
#include "schema/validate.h"

namespace lisa {
namespace {

/// A key as it is compared; empty when there is none.
std::string key_text(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return likeness(*text);
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    return {};
}

bool is_given(const ImportRow& row, std::size_t field) { return (row.given >> field) & 1u; }

/// Whether two values say the same. White space at the ends is nothing that a file can tell.
bool is_same(const Value& a, const Value& b) {
    if (is_blank(a) || is_blank(b)) return is_blank(a) && is_blank(b);
    const auto* left = std::get_if<std::string>(&a);
    const auto* right = std::get_if<std::string>(&b);
    return left && right ? neat(*left) == neat(*right) : a == b;
}

/// Whether a problem is about what the row itself says: not about what is left out, defaults or dates beside each other.
bool is_about_values(const ImportRow& row, const ImportProblem& problem) {
    if (problem.field == kNoField) return true;
    const bool is_default = !is_given(row, problem.field) && !is_blank(row.record.values[problem.field]);
    return !is_default && problem.message != "problem.required" && problem.message != "problem.ends_before_start";
}

/// The field that says why a record has its class; kNoField where the register has none.
std::size_t motive_of_levels(const Entity& entity) {
    const std::size_t own = position(entity, "class_motive");
    return own != kNoField ? own : entity.name == "asset" ? position(entity, "motive") : kNoField;
}

class Matcher {
public:
    Matcher(const Preview& preview, std::span<const Record* const> existing, const MatchOptions& options)
        : m_preview(preview), m_entity(*preview.entity), m_options(options), m_found(preview.rows.size()) {
        m_out.entity = preview.entity;
        m_out.rows.resize(preview.rows.size());
        for (std::size_t i = 0; i < preview.rows.size(); ++i) {
            m_out.rows[i].line = preview.rows[i].line;
            for (std::uint64_t left = preview.rows[i].withheld; left != 0; left &= left - 1) ++m_out.withheld;
            m_rows_at[preview.rows[i].line] = i;
        }
        if (m_options.key < m_entity.fields.size()) find_records(existing);
    }

    Matching take() {
        for (std::size_t i = 0; i < m_out.rows.size(); ++i) judge(i);
        put_in_order();
        return std::move(m_out);
    }

private:
    void complain(std::size_t row, std::size_t field, std::string_view message) {
        const Value* value = field == kNoField ? nullptr : &m_preview.rows[row].record.values[field];
        const auto* text = value ? std::get_if<std::string>(value) : nullptr;
        m_out.rows[row].problems.push_back({m_preview.rows[row].line, field == kNoField ? std::string() : m_preview.headers[field], field, std::string(message),
                                            text && referred_line(*text) == 0 ? *text : std::string()});
    }

    bool is_left_out(std::size_t row) const { return m_options.left_out.count(m_preview.rows[row].line) != 0; }

    /// Finds the record of each row by the key, and those of which the file says nothing.
    void find_records(std::span<const Record* const> existing) {
        const std::size_t key = m_options.key;
        std::unordered_map<std::string, std::vector<const Record*>> records;
        bool has_hidden = false;
        for (const Record* record : existing) {
            if (record->removed || record->entity != m_preview.entity) continue;
            if (record->is_hidden(key)) has_hidden = true;
            else if (const std::string text = key_text(record->values[key]); !text.empty()) records[text].push_back(record);
        }
        std::unordered_map<std::string, std::size_t> times;
        for (std::size_t i = 0; i < m_preview.rows.size(); ++i)
            if (!is_left_out(i)) ++times[key_text(m_preview.rows[i].record.values[key])];
        std::set<std::string> seen;
        for (std::size_t i = 0; i < m_preview.rows.size(); ++i) {
            const std::string text = key_text(m_preview.rows[i].record.values[key]);
            seen.insert(text);
            const auto found = records.find(text);
            if (found != records.end() && found->second.size() == 1) m_found[i] = found->second.front();
            if (is_left_out(i)) continue;
            if (text.empty()) complain(i, key, "problem.import.key_missing");
            else if (times[text] > 1) complain(i, key, "problem.import.key_twice");
            else if (found == records.end() && has_hidden) complain(i, key, "problem.import.key_hidden");
            else if (found != records.end() && found->second.size() > 1) complain(i, key, "problem.import.key_ambiguous");
        }
        for (const Record* record : existing)
            if (!record->removed && record->entity == m_preview.entity && !record->is_hidden(key))
                if (const std::string text = key_text(record->values[key]); !text.empty() && !seen.count(text)) m_out.leavers.push_back(record);
    }

    /// A reference to a row whose record is there already leads to that record.
    Value settled(std::size_t row, std::size_t field) {
        const Value& value = m_preview.rows[row].record.values[field];
        const auto* text = std::get_if<std::string>(&value);
        const int line = text ? referred_line(*text) : 0;
        if (line == 0 || m_entity.fields[field].ref != m_entity.name) return value;
        const auto target = m_rows_at.find(line);
        if (target == m_rows_at.end()) return value;
        if (const Record* record = m_found[target->second]) return record->id;
        if (is_left_out(target->second)) complain(row, field, "problem.import.reference_left_out");
        return value;
    }

    void judge(std::size_t i) {
        MatchedRow& row = m_out.rows[i];
        const Record* record = m_found[i];
        if (record) row.record = record->id, row.base = record->rev;
        if (is_left_out(i)) {
            row.fate = RowFate::left_out;
            return;
        }
        row.fate = record ? RowFate::update : RowFate::create;
        record ? compare(i, *record) : fill_in(i);
        give_motive(row, record);
        if (!m_entity.state.empty()) {
            row.from = (record ? *record : m_preview.rows[i].record).text(m_entity.state);
            if (m_preview.rows[i].state != row.from) row.state = m_preview.rows[i].state;
        }
        if (!row.problems.empty()) row.fate = RowFate::faulty;
        else if (record && row.patch.empty() && row.state.empty()) row.fate = RowFate::unchanged;
    }

    /// A class that comes from a file says so, where nothing else says why it is what it is.
    void give_motive(MatchedRow& row, const Record* record) const {
        const std::size_t motive = motive_of_levels(m_entity);
        if (motive == kNoField || m_preview.level_motive.empty() || row.patch.count(std::string(m_entity.fields[motive].name))) return;
        const bool has_level = std::any_of(row.patch.begin(), row.patch.end(), [&](const auto& one) {
            const auto* value = std::get_if<Value>(&one.second);
            return value && !is_blank(*value) && find_field(m_entity, one.first)->scale == kLevelScale;
        });
        if (!has_level || (record && (record->is_hidden(motive) || !is_blank(record->values[motive])))) return;
        row.patch.emplace(m_entity.fields[motive].name, Edit{Value{m_preview.level_motive}});
    }

    void fill_in(std::size_t i) {
        MatchedRow& row = m_out.rows[i];
        const ImportRow& from = m_preview.rows[i];
        // Without a key that decides, the row may be about a record that is there: what it lacks is no problem yet.
        const bool is_undecided = !row.problems.empty();
        for (const ImportProblem& problem : from.problems)
            if (!is_undecided || is_about_values(from, problem)) row.problems.push_back(problem);
        for (std::size_t field = 0; field < m_entity.fields.size(); ++field) {
            const Field& about = m_entity.fields[field];
            if (!is_blank(from.record.values[field]) && can_import(m_entity, about)) row.patch.emplace(about.name, *edit_between(about, {}, settled(i, field)));
        }
    }

    void compare(std::size_t i, const Record& record) {
        MatchedRow& row = m_out.rows[i];
        const ImportRow& from = m_preview.rows[i];
        // Only what is wrong with the values given; whether the record as a whole would be right is seen below.
        std::uint64_t wrong = 0;
        for (const ImportProblem& problem : from.problems) {
            if (!is_about_values(from, problem)) continue;
            row.problems.push_back(problem);
            if (problem.field != kNoField) wrong |= std::uint64_t{1} << problem.field;
        }
        Record after = record;
        for (std::size_t field = 0; field < m_entity.fields.size(); ++field) {
            const Field& about = m_entity.fields[field];
            const bool is_mapped = (m_preview.mapped >> field) & 1u;
            if (((wrong | from.withheld) >> field) & 1u) continue;
            if (!can_import(m_entity, about) || !(is_given(from, field) || (m_options.clears_blanks && is_mapped))) continue;
            if (record.is_hidden(field)) {
                if (is_given(from, field)) complain(i, field, "problem.field");
                continue;
            }
            const Value next = is_given(from, field) ? settled(i, field) : Value{};
            if (is_same(record.values[field], next)) continue;
            row.patch.emplace(about.name, *edit_between(about, record.values[field], next));
            after.values[field] = next;
        }
        if (!row.patch.empty()) add_complaints(m_preview, after, row.line, row.problems);
    }

    /// The rows that a row waits for: new ones that it refers to.
    std::vector<std::size_t> awaited(std::size_t row) const {
        std::vector<std::size_t> rows;
        for (const auto& [name, edit] : m_out.rows[row].patch) {
            const auto* value = std::get_if<Value>(&edit);
            const auto* text = value ? std::get_if<std::string>(value) : nullptr;
            const int line = text && find_field(m_entity, name)->ref == m_entity.name ? referred_line(*text) : 0;
            if (const auto found = m_rows_at.find(line); line != 0 && found != m_rows_at.end()) rows.push_back(found->second);
        }
        return rows;
    }

    bool is_written(std::size_t row) const { return m_out.rows[row].fate == RowFate::create || m_out.rows[row].fate == RowFate::update; }

    void put_in_order() {
        std::vector<std::size_t> waits(m_out.rows.size());
        std::vector<std::vector<std::size_t>> followers(m_out.rows.size());
        for (std::size_t i = 0; i < m_out.rows.size(); ++i)
            for (std::size_t other : is_written(i) ? awaited(i) : std::vector<std::size_t>{})
                if (is_written(other)) ++waits[i], followers[other].push_back(i);
        for (std::size_t i = 0; i < m_out.rows.size(); ++i)
            if (is_written(i) && waits[i] == 0) m_out.order.push_back(i);
        for (std::size_t at = 0; at < m_out.order.size(); ++at)
            for (std::size_t next : followers[m_out.order[at]])
                if (--waits[next] == 0) m_out.order.push_back(next);
        for (std::size_t i = 0; i < m_out.rows.size(); ++i) {
            if (!is_written(i) || waits[i] == 0) continue;
            complain(i, own_reference(i), "problem.import.circle");
            m_out.rows[i].fate = RowFate::faulty;
        }
    }

    /// The field by which a row refers to another.
    std::size_t own_reference(std::size_t row) const {
        for (std::size_t i = 0; i < m_entity.fields.size(); ++i)
            if (m_entity.fields[i].ref == m_entity.name && m_out.rows[row].patch.count(std::string(m_entity.fields[i].name))) return i;
        return kNoField;
    }

    const Preview& m_preview;
    const Entity& m_entity;
    const MatchOptions& m_options;
    std::vector<const Record*> m_found;  ///< by row: its record, or null
    std::unordered_map<int, std::size_t> m_rows_at;
    Matching m_out;
};

}  // namespace

std::size_t Matching::count(RowFate fate) const {
    return static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), [&](const MatchedRow& row) { return row.fate == fate; }));
}

Matching match(const Preview& preview, std::span<const Record* const> existing, const MatchOptions& options) {
    return Matcher(preview, existing, options).take();
}

}  // namespace lisa
