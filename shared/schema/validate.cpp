#include "schema/validate.h"

#include <algorithm>

#include "core/date.h"
#include "core/text.h"

namespace lisa {
namespace {

bool is_email(std::string_view text) {
    const std::size_t at = text.find('@');
    if (at == 0 || at == std::string_view::npos || text.find('@', at + 1) != std::string_view::npos) return false;
    const std::string_view host = text.substr(at + 1);
    const std::size_t dot = host.rfind('.');
    return text.find_first_of(" \t<>,;") == std::string_view::npos && dot != std::string_view::npos && dot > 0 && dot + 1 < host.size();
}

/// Only https and http lead anywhere from a record; "javascript:" and the like never do.
bool is_link(std::string_view text) {
    const std::size_t start = text.starts_with("https://") ? 8 : text.starts_with("http://") ? 7 : 0;
    return start != 0 && text.size() > start && text.find_first_of(" \t\"<>\\") == std::string_view::npos;
}

/// "212000-2114": ten digits, the last of which is a check digit (the Luhn sum, as Bolagsverket describes it).
bool is_organisation_number(std::string_view text) {
    if (text.size() != 11 || text[6] != '-') return false;
    int sum = 0, place = 0;
    for (char c : text) {
        if (c == '-') continue;
        if (c < '0' || c > '9') return false;
        const int doubled = (c - '0') * (place++ % 2 == 0 ? 2 : 1);
        sum += doubled / 10 + doubled % 10;
    }
    return place == 10 && sum % 10 == 0;
}

bool is_option(const Field& field, const std::string& text) { return std::find(field.options.begin(), field.options.end(), text) != field.options.end(); }

std::string text_complaint(const Field& field, const std::string& text) {
    if (!is_utf8(text)) return "problem.encoding";
    if (static_cast<std::int64_t>(length(text)) > length_limit(field)) return "problem.too_long";
    if (has_controls(text) || (field.type != Type::prose && text.find('\n') != std::string::npos)) return "problem.control_characters";
    if (field.type == Type::choice && !is_option(field, text)) return "problem.choice";
    if (field.type == Type::date && !is_date(text)) return "problem.date";
    if (field.type == Type::moment && !is_moment(text)) return "problem.moment";
    switch (field.format) {
        case Format::plain: return {};
        case Format::email: return is_email(text) ? "" : "problem.email";
        case Format::link: return is_link(text) ? "" : "problem.link";
        case Format::organisation_number: return is_organisation_number(text) ? "" : "problem.organisation_number";
    }
    return {};
}

std::string set_complaint(const Field& field, const Set& set) {
    if (set.size() > kSetLimit) return "problem.too_many";
    for (const std::string& element : set) {
        if (!is_utf8(element) || has_controls(element) || trim(element).empty()) return "problem.encoding";
        if (length(element) > 60) return "problem.too_long";
        if (!field.options.empty() && !is_option(field, element)) return "problem.choice";
    }
    return {};
}

std::string notes_complaint(const Notes& notes) {
    if (notes.size() > kNotesLimit) return "problem.too_many";
    for (const Note& note : notes) {
        if (!is_utf8(note.text) || has_controls(note.text)) return "problem.encoding";
        if (static_cast<std::int64_t>(length(note.text)) > kProseLimit) return "problem.too_long";
    }
    return {};
}

/// Whether what ends does so on or after the day, or the moment, that it begins.
void judge_periods(const Record& record, std::vector<Problem>& problems) {
    for (const Field& field : record.entity->fields) {
        if (field.not_before.empty() || field.retired) continue;
        const std::string start = record.text(field.not_before), end = record.text(field.name);
        if (!start.empty() && !end.empty() && end < start) problems.push_back({std::string(field.name), "problem.ends_before_start"});
    }
}

}  // namespace

std::int64_t length_limit(const Field& field) {
    if (field.max != 0) return field.max;
    return field.type == Type::prose ? kProseLimit : kTextLimit;
}

bool fits(Type type, const Value& value) {
    if (value.index() == 0) return true;
    switch (type) {
        case Type::boolean: return std::holds_alternative<bool>(value);
        case Type::integer: return std::holds_alternative<std::int64_t>(value);
        case Type::set: return std::holds_alternative<Set>(value);
        case Type::notes: return std::holds_alternative<Notes>(value);
        case Type::text:
        case Type::prose:
        case Type::date:
        case Type::moment:
        case Type::choice:
        case Type::ref: return std::holds_alternative<std::string>(value);
    }
    return false;
}

std::string complaint(const Field& field, const Value& value) {
    if (is_blank(value)) return field.required ? "problem.required" : "";
    if (!fits(field.type, value)) return "problem.type";
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        const bool is_bounded = field.min != 0 || field.max != 0;
        if (is_bounded && (*number < field.min || (field.max != 0 && *number > field.max))) return "problem.range";
        return {};
    }
    if (const auto* text = std::get_if<std::string>(&value)) {
        if (field.required && trim(*text).empty()) return "problem.required";
        return text_complaint(field, *text);
    }
    if (const auto* set = std::get_if<Set>(&value)) return set_complaint(field, *set);
    if (const auto* notes = std::get_if<Notes>(&value)) return notes_complaint(*notes);
    return {};
}

std::vector<Problem> validate(const Record& record) {
    std::vector<Problem> problems;
    for (std::size_t i = 0; i < record.values.size(); ++i) {
        const Field& field = record.entity->fields[i];
        if (field.retired || record.is_hidden(i)) continue;
        if (std::string key = complaint(field, record.values[i]); !key.empty()) problems.push_back({std::string(field.name), std::move(key)});
    }
    if (problems.empty()) judge_periods(record, problems);
    return problems;
}

}  // namespace lisa
