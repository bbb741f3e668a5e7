#pragma once
// What the example is made of: assets/demo/*.json and the catalogues beside it, read with accessors that cannot fail. What is missing there comes out
// empty, and validation says so when the record is made.
#include <string>
#include <string_view>
#include <vector>

#include "core/json.h"
#include "core/result.h"
#include "core/value.h"

namespace lisa::demo {

/// One object of a table.
class Row {
public:
    explicit Row(const Json& json) : m_json(&json) {}
    std::string text(std::string_view name) const;
    std::int64_t number(std::string_view name) const;
    Row row(std::string_view name) const;  ///< an empty one when there is none
    bool has(std::string_view name) const { return member(*m_json, name) != nullptr; }
    std::vector<std::string> texts(std::string_view name) const;
    std::vector<std::int64_t> numbers(std::string_view name) const;
    std::vector<Row> rows(std::string_view name) const;
    /// The `text` of each row of a list, where the rows hold nothing else.
    std::vector<std::string> lines(std::string_view name) const;

private:
    const Json* m_json;
};

struct Tables {
    Json organisation{}, roles{}, names{}, systems{}, information{}, documents{}, risks{}, method{}, privacy{}, events{}, control{};
    Json matrices{}, scenarios{}, types{}, requirements{}, controls{}, objectives{}, tasks{};  ///< assets/catalogs
};

/// Reads them all; `folder` is assets/demo.
Result<Tables> read_tables(const std::string& folder);

}  // namespace lisa::demo
