#include "domain/index.h"

#include <memory>
#include <unordered_map>

namespace lisa {

Referring referring_in(RowsOf rows) {
    using Index = std::unordered_map<std::string, std::vector<const Record*>>;
    using Indexes = std::map<std::pair<const Entity*, std::string>, Index>;
    return [rows = std::move(rows), indexes = std::make_shared<Indexes>()](const Entity& entity, std::string_view field, const std::string& id) {
        auto [index, is_new] = indexes->try_emplace({&entity, std::string(field)});
        if (is_new)
            for (const Record* one : rows(entity)) index->second[one->text(field)].push_back(one);
        const auto found = index->second.find(id);
        return found == index->second.end() ? std::vector<const Record*>{} : found->second;
    };
}

FindById find_in(RowsOf rows) {
    using Index = std::unordered_map<std::string, const Record*>;
    return [rows = std::move(rows), indexes = std::make_shared<std::map<const Entity*, Index>>()](const Entity& entity, const std::string& id) {
        auto [index, is_new] = indexes->try_emplace(&entity);
        if (is_new)
            for (const Record* one : rows(entity)) index->second.emplace(one->id, one);
        const auto found = index->second.find(id);
        return found == index->second.end() ? nullptr : found->second;
    };
}

}  // namespace lisa
