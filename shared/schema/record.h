#pragma once
// One row of any register: values in the order of the entity's fields.
#include <string>
#include <string_view>
#include <vector>

#include "schema/field.h"

namespace lisa {

struct Record {
    const Entity* entity = nullptr;
    std::string id{};      ///< UUIDv7 made by whoever created it
    std::int64_t rev = 0;  ///< number of the journal row that changed it last; 0 if the server has not seen it
    bool removed = false;
    std::vector<Value> values{};
    std::uint64_t hidden = 0;  ///< bit i: field i was withheld from this person (redact.h)

    Record() = default;
    explicit Record(const Entity& e) : entity(&e), values(e.fields.size()) {}

    template <class T>
    T get(Key<T> key) const {
        const auto* value = std::get_if<T>(&values[key.index]);
        return value ? *value : T{};
    }
    template <class T>
    void set(Key<T> key, T value) {
        values[key.index] = std::move(value);
    }
    /// The text of a field by name; empty when there is none.
    std::string text(std::string_view field) const {
        const std::size_t at = position(*entity, field);
        const auto* value = at == kNoField ? nullptr : std::get_if<std::string>(&values[at]);
        return value ? *value : std::string{};
    }
    bool is_hidden(std::size_t field) const { return (hidden >> field) & 1u; }
    bool operator==(const Record&) const = default;
};

}  // namespace lisa
