#include "demo/sign_in.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

#include "core/text.h"
#include "i18n/words.h"
#include "store/crypto.h"

namespace lisa::demo {
namespace {

std::string padded(std::string text, std::size_t width) { return text + std::string(width - std::min(width, length(text)) + 2, ' '); }

}  // namespace

std::string new_password() {
    constexpr std::string_view kLetters = "abcdefghijkmnpqrstuvwxyz23456789";  // 32: five bits each
    std::string password;
    for (const char byte : random_bytes(16)) {
        if (password.size() % 5 == 4) password += '-';
        password += kLetters[static_cast<unsigned char>(byte) % kLetters.size()];
    }
    return password;
}

std::string sign_in_text(const std::vector<SignIn>& people, const std::string& password) {
    std::size_t user = length("Användarnamn"), name = length("Namn");
    for (const SignIn& person : people) {
        user = std::max(user, length(person.user));
        name = std::max(name, length(person.name));
    }
    std::string text = "Lisa: exempelkommunen. Alla personer och uppgifter är påhittade.\n\n";
    text += "Adress    http://<dator>:<port>/  (den adress som ./lisa run skriver ut)\n";
    text += "Lösenord  " + password + "  (samma för alla)\n\n";
    text += padded("Användarnamn", user) + padded("Namn", name) + "Roll\n";
    for (const SignIn& person : people)
        text += padded(person.user, user) + padded(person.name, name) + std::string(say(Language::swedish, "role." + person.role)) + "\n";
    return text;
}

Result<Done> write_private(const std::string& path, const std::string& text) {
    const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0) return Error{Fault::broken, {{"", "problem.storage"}}, path + " cannot be written"};
    const bool is_private = fchmod(file, S_IRUSR | S_IWUSR) == 0;  // also one that was there with other rights
    const bool is_written = is_private && write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    if (close(file) != 0 || !is_written) return Error{Fault::broken, {{"", "problem.storage"}}, path + " cannot be written"};
    return Done{};
}

}  // namespace lisa::demo
