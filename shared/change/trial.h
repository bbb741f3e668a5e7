#pragma once
// Changes tried out one upon the other before anything is done: an import, a step for many records, what a step brings with it.
#include <map>

#include "change/change.h"

namespace lisa {

/// A store over another one. What is saved stays here, where the next change finds it; what lies below is left as it is.
class Trial final : public Store {
public:
    /// `below` must outlive the trial.
    explicit Trial(Store& below) : m_below(below) {}

    /// Has a record stand here as if it were stored, such as one that was removed and that a browser does not hold.
    void put(Record record);

    Catalog catalog() const override { return m_below.catalog(); }
    Result<Record> load(const Entity& entity, const std::string& id) override;
    Result<std::vector<Record>> load_referring(const Entity& entity, std::string_view field, const std::string& id) override;
    Result<std::vector<std::string>> touched_since(const Record& record, const Change& change, const Actor& who) override;
    Result<bool> is_used(const Record& record) override { return m_below.is_used(record); }
    Result<Done> vouch(const Record& record, const Change& change, const Actor& who) override { return m_below.vouch(record, change, who); }
    Result<Done> save(const Record& before, const Record& after, const Change& change, const Actor& who) override;

private:
    Store& m_below;
    std::map<std::string, Record, std::less<>> m_records;  ///< by id; no two registers share one
};

}  // namespace lisa
