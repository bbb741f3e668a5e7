#include "live/workshops.h"

#include <algorithm>

#include "core/json.h"
#include "store/crypto.h"

namespace lisa {
namespace {

using workshop::Phase;

constexpr std::uint32_t kCodes = 1'000'000;
constexpr std::size_t kDigits = 6;
constexpr std::size_t kTokenBytes = 16;

Error unknown_code() { return fault(Fault::missing, "", "problem.workshop_over"); }

Json facilitator_json(const std::string& code, const workshop::Board& board) {
    Json json = workshop::board_json(board);
    json["code"] = code;
    return json;
}

}  // namespace

Json Workshops::seen(const std::string& classification, std::int64_t now_ms) {
    const std::lock_guard lock(m_mutex);
    drop_expired(now_ms);
    const auto found = m_running.find(classification);
    return found == m_running.end() ? Json() : facilitator_json(found->second.code, found->second.workshop.board);
}

Result<Json> Workshops::begin(const std::string& classification, const std::string& person, std::int64_t now_ms) {
    const std::lock_guard lock(m_mutex);
    drop_expired(now_ms);
    if (const auto found = m_running.find(classification); found != m_running.end()) {
        if (found->second.workshop.board.phase != Phase::ended) return facilitator_json(found->second.code, found->second.workshop.board);
        m_running.erase(found);
    }
    const auto of_person = std::count_if(m_running.begin(), m_running.end(), [&](const auto& entry) { return entry.second.person == person; });
    if (m_running.size() >= kMost || static_cast<std::size_t>(of_person) >= kMostOfOne) return fault(Fault::invalid, "", "problem.workshop_many");
    Running& running = m_running[classification];
    running.code = free_code();
    running.person = person;
    running.workshop.started_ms = now_ms;
    return facilitator_json(running.code, running.workshop.board);
}

Result<Json> Workshops::act(const std::string& classification, workshop::Deed deed, std::int64_t now_ms) {
    const std::lock_guard lock(m_mutex);
    drop_expired(now_ms);
    const auto found = m_running.find(classification);
    if (found == m_running.end()) return unknown_code();
    Running& running = found->second;
    running.workshop = TRY(workshop::done(running.workshop, deed, now_ms));
    return facilitator_json(running.code, running.workshop.board);
}

Result<std::string> Workshops::join(std::string_view code, std::int64_t now_ms) {
    const std::lock_guard lock(m_mutex);
    drop_expired(now_ms);
    const auto found = std::find_if(m_running.begin(), m_running.end(), [&](const auto& entry) { return entry.second.code == code; });
    if (found == m_running.end()) return unknown_code();
    Running& running = found->second;
    running.workshop = TRY(workshop::joined(running.workshop, now_ms));
    std::string token = base64_url(random_bytes(kTokenBytes));
    running.participants[sha256(token)] = running.workshop.votes.size() - 1;
    return token;
}

Result<Json> Workshops::ballot(const std::string& token, std::int64_t now_ms) {
    const std::lock_guard lock(m_mutex);
    const Place place = TRY(place_of(token, now_ms));
    return workshop::participant_json(place.running->workshop, place.participant);
}

Result<Json> Workshops::vote(const std::string& token, const workshop::Ballot& ballot, std::int64_t now_ms) {
    const std::lock_guard lock(m_mutex);
    const Place place = TRY(place_of(token, now_ms));
    workshop::Workshop& now = place.running->workshop;
    now = TRY(workshop::voted(now, place.participant, ballot, now_ms));
    return workshop::participant_json(now, place.participant);
}

void Workshops::drop_expired(std::int64_t now_ms) {
    std::erase_if(m_running, [&](const auto& entry) { return workshop::is_expired(entry.second.workshop, now_ms); });
}

std::string Workshops::free_code() const {
    for (;;) {
        const std::string digits = std::to_string(random_below(kCodes));
        const std::string code = std::string(kDigits - digits.size(), '0') + digits;
        if (std::none_of(m_running.begin(), m_running.end(), [&](const auto& entry) { return entry.second.code == code; })) return code;
    }
}

Result<Workshops::Place> Workshops::place_of(const std::string& token, std::int64_t now_ms) {
    drop_expired(now_ms);
    const std::string hash = sha256(token);
    for (auto& [classification, running] : m_running)
        if (const auto found = running.participants.find(hash); found != running.participants.end()) return Place{&running, found->second};
    return unknown_code();
}

}  // namespace lisa
