#pragma once
// The few things that libsodium does for us.
#include <cstdint>
#include <string>
#include <string_view>

namespace lisa {

/// SHA-256, 32 bytes.
std::string sha256(std::string_view bytes);

/// Bytes nobody can guess.
std::string random_bytes(std::size_t count);

/// A number nobody can guess, from 0 and below the limit, each as likely.
std::uint32_t random_below(std::uint32_t limit);

/// A new id as clients make them: UUIDv7 of the moment.
std::string new_id(std::int64_t now_ms);

/// 32 bytes that only who holds the secret can make from the text.
std::string keyed_hash(std::string_view secret, std::string_view text);

std::string base64(std::string_view bytes);

/// The alphabet that is safe in addresses and cookies, without padding.
std::string base64_url(std::string_view bytes);
std::string hex(std::string_view bytes);

}  // namespace lisa
