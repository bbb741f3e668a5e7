#pragma once
// A form of plain HTML (RFC 7578), read part by part so that no part can be larger than it may.
#include <httplib.h>

#include <map>
#include <optional>
#include <string>

namespace lisa {

/// Bytes of all fields of a form together, without its file.
inline constexpr std::size_t kFormLimit = 64 * 1024;

struct Form {
    std::map<std::string, std::string> fields{};  ///< the first of each name; lines end with a line feed
    std::string file_name{}, file{};              ///< of the one file that may come; no name: none came

    /// The field of that name, which is taken out of the form; nothing when there is none.
    std::string take(const std::string& name);
};

/// Reads the form; nothing when it is malformed, is not UTF-8, has more than one file or too many fields, or is larger than it may be.
std::optional<Form> read_form(const httplib::ContentReader& read, std::size_t file_limit);

}  // namespace lisa
