#pragma once
// The story of the example: who changed what and when, as changes that apply() carries out. The same seed gives the same
// story with the same ids; only its dates follow the moment at which it is told.
#include <string>
#include <string_view>
#include <vector>

#include "change/change.h"

namespace lisa::demo {

/// Numbers that look random.
class Chance {
public:
    explicit Chance(std::uint64_t seed) : m_state(seed) {}
    std::uint64_t next();
    /// A number from 0 to `count` - 1.
    std::size_t below(std::size_t count) { return count == 0 ? 0 : static_cast<std::size_t>(next() % count); }
    std::int64_t between(std::int64_t least, std::int64_t most) { return least + static_cast<std::int64_t>(below(static_cast<std::size_t>(most - least + 1))); }
    bool one_in(std::size_t count) { return below(count) == 0; }
    template <class T>
    const T& pick(const std::vector<T>& from) {
        return from[below(from.size())];
    }

private:
    std::uint64_t m_state;
};

/// The fields of one change; blank values are left out.
class Patch {
public:
    Patch& put(std::string_view field, Value value);
    Patch& put(std::string_view field, const std::string& text) { return put(field, Value{text}); }
    Patch& put(std::string_view field, std::string_view text) { return put(field, Value{std::string(text)}); }
    Patch& put(std::string_view field, const char* text) { return put(field, Value{std::string(text)}); }
    Patch& yes(std::string_view field, bool is_so) { return is_so ? put(field, Value{true}) : *this; }
    Patch& number(std::string_view field, std::int64_t value) { return put(field, Value{value}); }
    Patch& add(std::string_view field, Set elements);
    Patch& note(std::string_view field, std::string text);
    std::map<std::string, Edit> take() { return std::move(m_edits); }

private:
    std::map<std::string, Edit> m_edits;
};

/// One change with its person and moment. The base is filled in when it is carried out.
struct Deed {
    std::int64_t at_ms = 0;
    std::string who{};  ///< person; empty: the system itself
    Change change{};
};

class Script {
public:
    Script(std::uint64_t seed, std::int64_t now_ms);

    /// From here on deeds happen in office hours from that many days ago, so many a day.
    void start(std::int64_t days_ago, int deeds_a_day);
    std::string create(const std::string& who, std::string_view entity, Patch patch);
    void update(const std::string& who, std::string_view entity, const std::string& record, Patch patch);
    void step(const std::string& who, std::string_view entity, const std::string& record, std::string_view step, Patch patch = {});
    void act(const std::string& who, Verb verb, std::string_view entity, const std::string& record);

    /// The calendar day so many days from now; negative: ago.
    std::string day(std::int64_t days) const;
    /// The moment so many hours before now, UTC.
    std::string moment(std::int64_t hours_ago) const;
    /// How many days before now the story has come to.
    std::int64_t days_ago() const;
    std::string year(std::int64_t days) const { return day(days).substr(0, 4); }
    /// As day(), for a day so many days before the one that the story has come to.
    std::string before(std::int64_t days) const { return day(-days_ago() - days); }
    Chance& chance() { return m_chance; }
    /// Puts the deeds of another story among these, by their moments.
    void weave(const Script& other);
    const std::vector<Deed>& deeds() const { return m_deeds; }

private:
    std::string id();
    Change& add(const std::string& who, Verb verb, std::string_view entity, const std::string& record);

    Chance m_chance;
    std::int64_t m_now_ms, m_day = 0, m_pause_ms = 0, m_into_day_ms = 0, m_at_ms = 0, m_ids = 0;
    std::string m_client;
    std::vector<Deed> m_deeds;
};

}  // namespace lisa::demo
