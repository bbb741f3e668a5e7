#include "change/trial.h"

namespace lisa {

void Trial::put(Record record) {
    std::string id = record.id;
    m_records.insert_or_assign(std::move(id), std::move(record));
}

Result<Record> Trial::load(const Entity& entity, const std::string& id) {
    const auto found = m_records.find(id);
    if (found == m_records.end() || found->second.entity != &entity) return m_below.load(entity, id);
    return found->second;
}

Result<std::vector<std::string>> Trial::touched_since(const Record& record, const Change& change, const Actor& who) {
    return m_below.touched_since(record, change, who);
}

Result<Done> Trial::save(const Record&, const Record& after, const Change&, const Actor&) {
    put(after);
    return Done{};
}

}  // namespace lisa
