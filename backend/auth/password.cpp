#include "auth/password.h"

#include <sodium.h>

#include <algorithm>
#include <chrono>

#include "core/text.h"
#include "store/crypto.h"

namespace lisa {
namespace {

constexpr int kSlots = 2;
constexpr int kQueue = 64;
constexpr auto kPatience = std::chrono::seconds(10);

/// The commonest of twelve characters or more, folded. A longer list belongs in a file of the operator's.
constexpr std::string_view kCommon[] = {
    "123456789012",     "1234567890123",    "12345678901234",  "1q2w3e4r5t6y",     "1qaz2wsx3edc",         "abcdefghijkl",   "administrator",
    "adminadminadmin",  "changemechangeme", "hemligtlosenord", "iloveyouiloveyou", "informationssakerhet", "kommunkommun",   "letmeinletmein",
    "losenordlosenord", "losenord1234",     "losenord12345",   "password1234",     "password12345",        "password123456", "passwordpassword",
    "qwertyuiopas",     "qwertyuiopasdf",   "qwertyuiopå",     "qwerty123456",     "qwertyqwerty",         "sommar202600",   "valkommen123",
    "valkommen1234",    "valkommen2026",    "welcome12345",
};

std::string without_accents(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t point = next_point(text, at);
        append_point(out, point == U'å' || point == U'ä' ? U'a' : point == U'ö' ? U'o' : point);
    }
    return out;
}

std::string hashed(std::string_view password) {
    std::string kept(crypto_pwhash_STRBYTES, '\0');
    if (crypto_pwhash_str_alg(kept.data(), password.data(), password.size(), kPasswordPasses, kPasswordMemory, crypto_pwhash_ALG_ARGON2ID13) != 0) return {};
    kept.resize(kept.find('\0'));
    return kept;
}

}  // namespace

std::string password_complaint(std::string_view password, std::string_view username) {
    if (!is_utf8(password) || password.size() > kPasswordMax) return "problem.password_long";
    if (length(password) < kPasswordMin) return "problem.password_short";
    const std::string plain = fold(password), bare = without_accents(plain);
    std::size_t at = 0;
    const char32_t first = next_point(password, at);
    bool is_one_character = true;
    while (at < password.size()) is_one_character = next_point(password, at) == first && is_one_character;
    const bool is_common = std::find(std::begin(kCommon), std::end(kCommon), bare) != std::end(kCommon);
    if (is_one_character || is_common || plain == fold(username)) return "problem.password_common";
    return {};
}

/// Holds one of the places where hashing may run.
class Passwords::Slot {
public:
    explicit Slot(Passwords& passwords) : m_passwords(passwords) {}
    Slot(const Slot&) = delete;
    Slot& operator=(const Slot&) = delete;
    ~Slot() { m_passwords.leave(); }

private:
    Passwords& m_passwords;
};

Result<Done> Passwords::enter() {
    const Error busy = fault(Fault::offline, "", "problem.too_many");
    std::unique_lock lock(m_mutex);
    if (m_waiting >= kQueue) return busy;
    ++m_waiting;
    const bool entered = m_is_free.wait_for(lock, kPatience, [&] { return m_running < kSlots; });
    --m_waiting;
    if (!entered) return busy;
    ++m_running;
    return Done{};
}

void Passwords::leave() {
    const std::lock_guard lock(m_mutex);
    --m_running;
    m_is_free.notify_one();
}

Result<std::string> Passwords::hash(std::string_view password) {
    (void)random_bytes(1);  // makes libsodium ready
    TRY(enter());
    const Slot slot(*this);
    std::string kept = hashed(password);
    if (kept.empty()) return Error{Fault::broken, {{"", "problem.storage"}}, "no memory for hashing a password"};
    return kept;
}

Result<bool> Passwords::verify(std::string_view password, const std::string& kept) {
    (void)random_bytes(1);
    TRY(enter());
    const Slot slot(*this);
    if (!kept.empty()) return crypto_pwhash_str_verify(kept.c_str(), password.data(), password.size()) == 0;
    (void)hashed(password);  // hashing takes as long as comparing
    return false;
}

}  // namespace lisa
