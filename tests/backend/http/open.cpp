#include "tests/backend/http/open.h"

#include <regex>

namespace lisa::test {

Fields told(const std::string& key) {
    return {{"key", key}, {"name", "Lånad dator saknas"}, {"description", "Vagnen var tom.\r\nSal 12."}, {"site", "Sal 12"}, {"reporter_contact", "Elin"}};
}

Fields with(Fields fields, const std::string& name, const std::string& value) {
    fields[name] = value;
    return fields;
}

std::string part(const std::string& name, const std::string& text, const std::string& file) {
    const std::string named = "Content-Disposition: form-data; name=\"" + name + "\"";
    return "--lisa\r\n" + (file.empty() ? named : named + "; filename=\"" + file + "\"\r\nContent-Type: image/png") + "\r\n\r\n" + text + "\r\n";
}

std::string body_of_form(const Fields& fields, const std::string& file_name, const std::string& file) {
    std::string body;
    for (const auto& [name, text] : fields) body += part(name, text);
    if (!file_name.empty()) body += part("file", file, file_name);
    return body + "--lisa--\r\n";
}

std::string code_in(const std::string& page) {
    std::smatch match;
    return std::regex_search(page, match, std::regex("<output id=\"code\">([0-9A-Z-]{14})</output>")) ? match[1].str() : std::string();
}

bool has(const httplib::Response& answer, std::string_view part_of_it) { return answer.body.find(part_of_it) != std::string::npos; }

Open::Open(const std::function<void(Settings&)>& choose)
    : desk({}, {}, 20'000, [&](Settings& settings) {
          settings.takes_open_reports = true;
          if (choose) choose(settings);
      }) {}

std::int64_t Open::count(const std::string& table) {
    auto view = desk.town.storage->read();
    REQUIRE(view);
    auto query = view->database().query("SELECT count(*) FROM \"" + table + "\"");
    REQUIRE(query);
    REQUIRE(*query->step());
    return query->integer(0);
}

std::vector<Record> Open::events() {
    auto view = desk.town.storage->read();
    REQUIRE(view);
    auto query = view->database().query("SELECT id FROM event ORDER BY rev");
    REQUIRE(query);
    std::vector<Record> found;
    while (*query->step()) found.push_back(*view->store().load(kEvent, query->text(0)));
    return found;
}

}  // namespace lisa::test
