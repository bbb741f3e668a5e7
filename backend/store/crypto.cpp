#include "store/crypto.h"

#include <sodium.h>

#include <cstdlib>

namespace lisa {
namespace {

const unsigned char* raw(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }
unsigned char* raw(std::string& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }

/// libsodium must be made ready once. A machine without randomness is no place for this program.
void make_ready() {
    static const bool is_ready = sodium_init() >= 0;
    if (!is_ready) std::abort();
}

std::string encoded(std::string_view bytes, int variant) {
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), raw(bytes), bytes.size(), variant);
    text.pop_back();  // the terminating zero
    return text;
}

}  // namespace

std::string sha256(std::string_view bytes) {
    std::string digest(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(raw(digest), raw(bytes), bytes.size());
    return digest;
}

std::string random_bytes(std::size_t count) {
    make_ready();
    std::string bytes(count, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

std::uint32_t random_below(std::uint32_t limit) {
    make_ready();
    return randombytes_uniform(limit);
}

std::string new_id(std::int64_t now_ms) {
    std::string bytes = random_bytes(16);
    for (std::size_t i = 0; i < 6; ++i) bytes[i] = static_cast<char>((now_ms >> (40 - 8 * i)) & 0xFF);
    bytes[6] = static_cast<char>((bytes[6] & 0x0F) | 0x70);
    bytes[8] = static_cast<char>((bytes[8] & 0x3F) | 0x80);
    const std::string digits = hex(bytes);
    return digits.substr(0, 8) + '-' + digits.substr(8, 4) + '-' + digits.substr(12, 4) + '-' + digits.substr(16, 4) + '-' + digits.substr(20);
}

std::string keyed_hash(std::string_view secret, std::string_view text) {
    make_ready();
    std::string digest(crypto_generichash_BYTES, '\0');
    crypto_generichash(raw(digest), digest.size(), raw(text), text.size(), raw(secret), secret.size());
    return digest;
}

std::string base64(std::string_view bytes) { return encoded(bytes, sodium_base64_VARIANT_ORIGINAL); }
std::string base64_url(std::string_view bytes) { return encoded(bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING); }

std::string hex(std::string_view bytes) {
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), raw(bytes), bytes.size());
    text.pop_back();
    return text;
}

}  // namespace lisa
