#pragma once
// A cell as a value of a field (I5, A8): every way in which people and Lisa itself write it.
#include <functional>
#include <unordered_map>

#include "schema/lookup.h"

namespace lisa {

/// Ids of the records that a text may mean: an id, a title, an e-mail address … (names.h has an index that does it).
using FindRecords = std::function<std::vector<std::string>(const Entity& entity, const std::string& text)>;

struct ImportSource {
    Catalog catalog{};
    FindRecords find{};
    Lookup* lookup = nullptr;  ///< where the municipality's own words for levels are; none: only those of the interface are known
};

/// What a cell says, or a message key.
struct CellValue {
    Value value{};
    std::string problem{};
};

class CellReader {
public:
    CellReader(const Entity& entity, ImportSource source) : m_entity(entity), m_source(std::move(source)), m_fields(entity.fields.size()) {}

    /// The value of a text in that field; none for a blank one. Lengths and bounds are left to validate().
    /// Problems: problem.import.number, .level, .yes_no, .choice, .reference_unknown, .reference_ambiguous, problem.date.
    CellValue read(std::size_t field, std::string_view cell);

private:
    struct Word {
        std::string text;  ///< likeness()
        std::string letters;
        std::string option;
    };
    struct PerField {
        std::vector<Word> words{};
        bool has_words = false;
        std::unordered_map<std::string, CellValue> known{};  ///< the same few texts come in thousands of rows
    };

    CellValue parse(std::size_t field, const std::string& text);
    CellValue parse_number(std::size_t field, const std::string& text);
    CellValue parse_set(std::size_t field, const std::string& text);
    CellValue parse_reference(const Field& field, const std::string& text);
    const std::vector<Word>& words_of(std::size_t field);
    std::string option_of(std::size_t field, std::string_view text);

    const Entity& m_entity;
    ImportSource m_source;
    std::vector<PerField> m_fields;
};

}  // namespace lisa
