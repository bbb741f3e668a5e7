#include "demo/tables.h"

#include <fstream>
#include <sstream>

namespace lisa::demo {
namespace {

Result<Json> read_table(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    auto json = file ? parse_json(text.str()) : std::nullopt;
    if (!json || !json->is_object()) return Error{Fault::broken, {{"", "problem.broken"}}, "cannot read " + path};
    return std::move(*json);
}

/// The elements of a list under a name; of nothing when there is none.
const Json& list(const Json& json, std::string_view name) {
    static const Json kNone = Json::array();
    const Json* found = member(json, name);
    return found && found->is_array() ? *found : kNone;
}

}  // namespace

std::string Row::text(std::string_view name) const {
    const std::string* found = text_member(*m_json, name);
    return found ? *found : std::string{};
}

std::int64_t Row::number(std::string_view name) const { return integer_member(*m_json, name).value_or(0); }

Row Row::row(std::string_view name) const {
    static const Json kNone = Json::object();
    const Json* found = member(*m_json, name);
    return Row(found && found->is_object() ? *found : kNone);
}

std::vector<std::string> Row::texts(std::string_view name) const {
    std::vector<std::string> out;
    for (const Json& element : list(*m_json, name))
        if (element.is_string()) out.push_back(element.get<std::string>());
    return out;
}

std::vector<std::int64_t> Row::numbers(std::string_view name) const {
    std::vector<std::int64_t> out;
    for (const Json& element : list(*m_json, name)) out.push_back(as_integer(element).value_or(0));
    return out;
}

std::vector<Row> Row::rows(std::string_view name) const {
    std::vector<Row> out;
    for (const Json& element : list(*m_json, name)) out.emplace_back(element);
    return out;
}

std::vector<std::string> Row::lines(std::string_view name) const {
    std::vector<std::string> out;
    for (const Row& row : rows(name)) out.push_back(row.text("text"));
    return out;
}

Result<Tables> read_tables(const std::string& folder) {
    Tables tables;
    tables.organisation = TRY(read_table(folder + "/organisation.json"));
    tables.roles = TRY(read_table(folder + "/roles.json"));
    tables.names = TRY(read_table(folder + "/names.json"));
    tables.systems = TRY(read_table(folder + "/systems.json"));
    tables.information = TRY(read_table(folder + "/information.json"));
    tables.documents = TRY(read_table(folder + "/documents.json"));
    tables.risks = TRY(read_table(folder + "/risks.json"));
    tables.method = TRY(read_table(folder + "/method.json"));
    tables.privacy = TRY(read_table(folder + "/privacy.json"));
    tables.events = TRY(read_table(folder + "/events.json"));
    tables.control = TRY(read_table(folder + "/control.json"));
    const std::string catalogues = folder + "/../catalogs";
    tables.matrices = TRY(read_table(catalogues + "/risk_matrices.json"));
    tables.scenarios = TRY(read_table(catalogues + "/scenarios.json"));
    tables.types = TRY(read_table(catalogues + "/information_types.json"));
    tables.requirements = TRY(read_table(catalogues + "/requirements.json"));
    tables.controls = TRY(read_table(catalogues + "/annex_a.json"));
    tables.objectives = TRY(read_table(catalogues + "/objectives.json"));
    tables.tasks = TRY(read_table(catalogues + "/year_wheel.json"));
    return tables;
}

}  // namespace lisa::demo
