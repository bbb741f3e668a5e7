#pragma once
// Finding records by what people call them, for the references of an import (I5).
#include <unordered_map>

#include "import/value.h"
#include "report/show.h"

namespace lisa {

/// Everything by which a file may call a record, comparable by likeness(): its title, "Efternamn, Förnamn" for people, and
/// fields that name a thing (reference, code, e-mail, staff number) as far as they can be seen.
std::vector<std::string> names_of(const Record& record, std::string_view title);

class NameIndex {
public:
    /// Takes up a record; removed ones cannot be referred to and are passed over.
    void add(const Record& record, const Reader& reader);
    /// Ids of the records that are called so, each once; a record's own id finds it too.
    std::vector<std::string> find(const Entity& entity, std::string_view text) const;

private:
    std::unordered_map<std::string, std::vector<std::string>> m_ids;  ///< by entity and name
};

}  // namespace lisa
