#pragma once
// The columns of a register as lists, the clipboard and files have them: its fields, and what it works out (Entity::worked_out).
// There is one way to show a cell, one to order by it and one to call its column, whatever the column is.
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "report/show.h"

namespace lisa {

/// What is worked out about the records of a register, by id: values in the order of Entity::worked_out.
using WorkedOut = std::unordered_map<std::string, std::vector<Value>>;

struct RegisterColumn {
    const Field* field = nullptr;  ///< null: none of these, such as a column that only one view has
    std::size_t at = kNoField;     ///< position among the register's fields, or among what it works out
    bool is_worked_out = false;

    /// The position of the field where the column is one that records store.
    std::size_t stored_at() const { return is_worked_out ? kNoField : at; }
};

/// The columns of a register's list: what is listed, and after the first of it what is worked out.
std::vector<RegisterColumn> list_columns(const Entity& entity);
/// Those of the list of what was removed: the first few fields, so that there is room for when. Nothing is worked out about it.
std::vector<RegisterColumn> removed_columns(const Entity& entity);
/// Those of its files: all but logs and what is out of use, then all that is worked out.
std::vector<RegisterColumn> file_columns(const Entity& entity);
/// Some fields as columns.
std::vector<RegisterColumn> columns_of(const Entity& entity, std::span<const std::size_t> fields);
/// The column of that name, or nothing.
std::optional<RegisterColumn> find_column(const Entity& entity, std::string_view name);
/// Where the column of that name stands in the list; -1 where it does not.
int list_place(const Entity& entity, std::string_view name);

/// What a column is called.
std::string_view heading(const Entity& entity, const RegisterColumn& column, Language language);
/// The same in a file, where what is worked out says that it is: nobody fills it in, and it is not read in again.
std::string file_heading(const Entity& entity, const RegisterColumn& column, Language language);

/// The value in a column; blank where it is not known.
const Value& value_of(const Record& record, const RegisterColumn& column, const WorkedOut& worked);
/// As people read it; what is withheld says so.
std::string show(const Record& record, const RegisterColumn& column, const Reader& reader, const WorkedOut& worked);
/// Bytes that sort as the column should.
std::string sort_key(const Record& record, const RegisterColumn& column, const Reader& reader, const WorkedOut& worked);
/// Everything that a search in a list looks at: that of the record, and what is worked out and listed.
std::string search_text(const Record& record, const Reader& reader, const WorkedOut& worked);

/// The fields of the files' columns that are withheld from the reader in some of the records.
std::vector<const Field*> withheld_fields(const Entity& entity, std::span<const Record* const> records);

}  // namespace lisa
