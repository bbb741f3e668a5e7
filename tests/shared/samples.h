#pragma once
// Valid values for every field of every register: one that is always the same, and random ones.
#include <algorithm>
#include <random>

#include "core/date.h"
#include "core/text.h"
#include "domain/catalog.h"
#include "schema/validate.h"

namespace lisa::test {

using Random = std::mt19937;

/// A number from `low` to `high`, the same on every machine (std::uniform_int_distribution is not).
inline std::int64_t between(Random& random, std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(high - low + 1));
}

inline std::string random_word(Random& random, std::int64_t length) {
    constexpr std::u32string_view kLetters = U"abcdefghijklmnoprstuvyzåäöÅÄÖéü0123456789-.,:;!?\"'\\/<>&%{}[]=+@#§€–𝄞漢";
    std::string text = "x";  // no white space at the ends, which a one-line text would lose
    for (std::int64_t i = 1; i < length; ++i) append_point(text, kLetters[random() % kLetters.size()]);
    return text;
}

inline Value random_text(const Field& field, Random& random) {
    switch (field.format) {
        case Format::email: return "a" + std::to_string(random() % 1000) + "@koping.example";
        case Format::link: return "https://koping.example/" + std::to_string(random() % 1000);
        case Format::organisation_number: return std::string(random() % 2 ? "212000-2114" : "556036-0793");
        case Format::plain: break;
    }
    std::string text = random_word(random, between(random, 1, std::min<std::int64_t>(length_limit(field), 40)));
    if (field.type == Type::prose && random() % 2 && field.max > 50) text += "\n\n• " + random_word(random, 5) + "\t";
    return text;
}

inline Value random_value(const Field& field, Random& random) {
    switch (field.type) {
        case Type::text:
        case Type::prose: return random_text(field, random);
        case Type::integer: return between(random, field.min, field.max ? field.max : 1'000'000);
        case Type::boolean: return random() % 2 == 0;
        case Type::date:
            return std::string("20") + std::to_string(between(random, 10, 99)) + "-0" + std::to_string(between(random, 1, 9)) + "-1" +
                   std::to_string(between(random, 0, 9));
        case Type::moment: return utc_text(between(random, 0, 66'000'000) * 60'000);
        case Type::choice: return std::string(field.options[random() % field.options.size()]);
        case Type::ref: return "id of " + std::string(field.ref) + ' ' + std::to_string(random() % 50);
        case Type::set: {
            Set set;
            for (std::int64_t i = between(random, 1, 6); i > 0; --i)
                set.push_back(field.options.empty() ? random_word(random, 6) : std::string(field.options[random() % field.options.size()]));
            std::sort(set.begin(), set.end());
            set.erase(std::unique(set.begin(), set.end()), set.end());
            return set;
        }
        case Type::notes: {
            Notes notes;
            for (std::int64_t i = between(random, 1, 3); i > 0; --i) notes.push_back({"2026-11-23T14:05:00Z", "someone", random_word(random, 30)});
            return notes;
        }
    }
    return {};
}

/// A record with every field filled in, valid by itself; its references lead nowhere.
inline Record filled(const Entity& entity, Random& random) {
    Record record{entity};
    record.id = "id of " + std::string(entity.name);
    record.rev = between(random, 1, 1'000'000'000'000);
    for (std::size_t i = 0; i < record.values.size(); ++i) record.values[i] = random_value(entity.fields[i], random);
    for (const Field& field : entity.fields) {
        const std::size_t from = position(entity, field.not_before), until = position(entity, field.name);
        if (from != kNoField && record.text(field.name) < record.text(field.not_before)) std::swap(record.values[from], record.values[until]);
    }
    return record;
}

inline Record filled(const Entity& entity) {
    Random random(1);
    return filled(entity, random);
}

/// The record with some optional fields emptied.
inline Record thinned(Record record, Random& random) {
    for (std::size_t i = 0; i < record.values.size(); ++i)
        if (!record.entity->fields[i].required && random() % 3 == 0) record.values[i] = {};
    return record;
}

}  // namespace lisa::test
