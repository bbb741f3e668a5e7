#include "auth/receipt.h"

#include "store/crypto.h"

namespace lisa {
namespace {

constexpr std::size_t kLength = 12, kGroup = 4;
/// Crockford's: no I, L, O or U.
constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The letter of the alphabet that somebody meant; 0: none.
char meant(char c) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c == 'O') return '0';
    if (c == 'I' || c == 'L') return '1';
    return kAlphabet.find(c) == kAlphabet.npos ? '\0' : c;
}

}  // namespace

std::string receipt_code(std::string_view secret, std::string_view key) {
    const std::string bytes = keyed_hash(secret, "receipt " + std::string(key));
    std::string code;
    for (std::size_t i = 0; i < kLength; ++i) {
        if (i > 0 && i % kGroup == 0) code += '-';
        code += kAlphabet[static_cast<unsigned char>(bytes[i]) % kAlphabet.size()];
    }
    return code;
}

std::string kept_code(std::string_view secret, std::string_view typed) {
    std::string code;
    for (const char c : typed) {
        if (c == ' ' || c == '-') continue;
        code += meant(c);
        if (code.back() == '\0' || code.size() > kLength) return {};
    }
    return code.size() == kLength ? keyed_hash(secret, "code " + code) : std::string{};
}

}  // namespace lisa
