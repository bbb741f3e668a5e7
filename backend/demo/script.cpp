#include "demo/script.h"

#include <algorithm>
#include <iterator>

#include "core/date.h"

namespace lisa::demo {
namespace {

constexpr std::int64_t kHour = 3'600'000, kDay = 24 * kHour;
constexpr std::int64_t kFirstId = 1'767'225'600'000;                  ///< the new year of 2026
constexpr std::int64_t kOpens = 7 * kHour, kOfficeHours = 8 * kHour;  ///< UTC

bool is_weekend(std::int64_t day) { return (day + 3) % 7 >= 5; }  // day 0, 1970-01-01, was a Thursday

}  // namespace

std::uint64_t Chance::next() {  // SplitMix64
    std::uint64_t z = m_state += 0x9E3779B97F4A7C15ull;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
}

Patch& Patch::put(std::string_view field, Value value) {
    if (!is_blank(value)) m_edits[std::string(field)] = Edit{std::move(value)};
    return *this;
}

Patch& Patch::add(std::string_view field, Set elements) {
    if (!elements.empty()) m_edits[std::string(field)] = Edit{SetEdit{std::move(elements), {}}};
    return *this;
}

Patch& Patch::note(std::string_view field, std::string text) {
    m_edits[std::string(field)] = Edit{NoteEdit{std::move(text)}};
    return *this;
}

Script::Script(std::uint64_t seed, std::int64_t now_ms) : m_chance(seed), m_now_ms(now_ms) {
    start(430, 200);
    m_client = id();
}

void Script::start(std::int64_t days_ago, int deeds_a_day) {
    m_day = std::max(m_day, m_now_ms / kDay - days_ago);
    m_pause_ms = kOfficeHours / deeds_a_day;
    m_into_day_ms = 0;
}

/// Looks like a UUIDv7. Its moment is not the deed's, so that the ids are the same whenever the example is made.
std::string Script::id() {
    const auto ms = static_cast<std::uint64_t>(kFirstId + m_ids++);
    const std::uint64_t parts[2] = {(ms << 16) | 0x7000u | (m_chance.next() & 0xFFFu), (m_chance.next() >> 2) | (std::uint64_t{1} << 63)};
    std::string out;
    for (std::size_t i = 0; i < 32; ++i) {
        if (i == 8 || i == 12 || i == 16 || i == 20) out += '-';
        out += "0123456789abcdef"[(parts[i / 16] >> (60 - 4 * (i % 16))) & 0xFu];
    }
    return out;
}

Change& Script::add(const std::string& who, Verb verb, std::string_view entity, const std::string& record) {
    m_into_day_ms += m_pause_ms / 2 + static_cast<std::int64_t>(m_chance.below(static_cast<std::size_t>(m_pause_ms)));
    if (m_into_day_ms > kOfficeHours) {
        m_into_day_ms = 0;
        ++m_day;
    }
    while (is_weekend(m_day)) ++m_day;
    m_at_ms = std::clamp(m_day * kDay + kOpens + m_into_day_ms, m_at_ms, m_now_ms);
    Deed& deed = m_deeds.emplace_back();
    deed.at_ms = m_at_ms;
    deed.who = who;
    deed.change.id = id();
    deed.change.client = m_client;
    deed.change.verb = verb;
    deed.change.entity = std::string(entity);
    deed.change.record = record.empty() ? id() : record;
    return deed.change;
}

std::string Script::create(const std::string& who, std::string_view entity, Patch patch) {
    Change& change = add(who, Verb::create, entity, {});
    change.patch = patch.take();
    return change.record;
}

void Script::update(const std::string& who, std::string_view entity, const std::string& record, Patch patch) {
    add(who, Verb::update, entity, record).patch = patch.take();
}

void Script::step(const std::string& who, std::string_view entity, const std::string& record, std::string_view step, Patch patch) {
    Change& change = add(who, Verb::step, entity, record);
    change.step = std::string(step);
    change.patch = patch.take();
}

void Script::act(const std::string& who, Verb verb, std::string_view entity, const std::string& record) { add(who, verb, entity, record); }

void Script::weave(const Script& other) {
    std::vector<Deed> all;
    std::merge(other.m_deeds.begin(), other.m_deeds.end(), m_deeds.begin(), m_deeds.end(), std::back_inserter(all),
               [](const Deed& a, const Deed& b) { return a.at_ms < b.at_ms; });
    m_deeds = std::move(all);
}

std::string Script::day(std::int64_t days) const { return swedish_date(m_now_ms + days * kDay); }

std::string Script::moment(std::int64_t hours_ago) const { return utc_text(m_now_ms / 60'000 * 60'000 - hours_ago * 3'600'000); }

std::int64_t Script::days_ago() const { return m_now_ms / kDay - m_day; }

}  // namespace lisa::demo
