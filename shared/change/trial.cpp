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

Result<std::vector<Record>> Trial::load_referring(const Entity& entity, std::string_view field, const std::string& id) {
    std::vector<Record> found = TRY(m_below.load_referring(entity, field, id));
    std::erase_if(found, [&](const Record& record) { return m_records.contains(record.id); });
    for (const auto& [own, record] : m_records)
        if (record.entity == &entity && !record.removed && record.text(field) == id) found.push_back(record);
    return found;
}

Result<std::vector<std::string>> Trial::touched_since(const Record& record, const Change& change, const Actor& who) {
    return m_below.touched_since(record, change, who);
}

Result<Done> Trial::save(const Record&, const Record& after, const Change&, const Actor&) {
    put(after);
    return Done{};
}

}  // namespace lisa
