#pragma once
// A server that takes open reports, and what is sent to it.
#include <map>

#include "tests/backend/http/desk.h"

namespace lisa::test {

inline const std::string kPng = "\x89PNG\r\n\x1a\n" + std::string("\0\0\0\rIHDR", 8);
inline constexpr const char* kMultipart = "multipart/form-data; boundary=lisa";
inline constexpr const char* kUrlEncoded = "application/x-www-form-urlencoded";

using Fields = std::map<std::string, std::string>;

/// A form filled in as somebody would.
Fields told(const std::string& key = "a key of some form");
/// The same with another answer.
Fields with(Fields fields, const std::string& name, const std::string& value);

/// One part of a form, and a whole form, as a browser sends them.
std::string part(const std::string& name, const std::string& text, const std::string& file = {});
std::string body_of_form(const Fields& fields, const std::string& file_name = {}, const std::string& file = {});

/// The code on a receipt's page; empty when there is none.
std::string code_in(const std::string& page);
bool has(const httplib::Response& answer, std::string_view part_of_it);

/// A server that takes open reports.
struct Open {
    Desk desk;

    explicit Open(const std::function<void(Settings&)>& choose = {});

    /// As a browser sends a form, with no header of ours.
    httplib::Headers plain(const std::string& accept = "text/html") const { return {{"Host", desk.host()}, {"Accept", accept}}; }
    httplib::Response send(const Fields& fields, const std::string& file_name = {}, const std::string& file = {}, const std::string& path = "/anmal") const {
        return desk.ask("POST", path, plain(), body_of_form(fields, file_name, file), kMultipart);
    }
    httplib::Response follow(const std::string& code) const { return desk.ask("POST", "/anmal/folj", plain(), "code=" + code, kUrlEncoded); }

    /// Rows of a table.
    std::int64_t count(const std::string& table);
    /// All events, the oldest first.
    std::vector<Record> events();
};

}  // namespace lisa::test
