#include "import/mapping.h"

#include "i18n/catalog_words.h"
#include "report/columns.h"
#include "tests/shared/memory.h"

#include <doctest/doctest.h>

using namespace lisa;
using namespace lisa::test;

namespace {

/// "given_name - email" for three columns of which the second goes nowhere.
std::string suggested(std::vector<std::string> header, const Entity& entity) {
    std::string line;
    for (std::size_t field : suggest({';', std::move(header), {}}, entity).fields)
        line += (line.empty() ? "" : " ") + (field == kNoField ? "-" : std::string(entity.fields[field].name));
    return line;
}

}  // namespace

TEST_CASE("I5 a column finds its field by the words of either language, by name and by habit") {
    CHECK(suggested({"Förnamn", "EFTERNAMN", " e-post: ", "Anst.nr", "Enhet", "Titel", "Chef"}, kPerson) ==
          "given_name family_name email staff_id unit position superior");
    CHECK(suggested({"given_name", "Family name", "E-mail"}, kPerson) == "given_name family_name email");
    CHECK(suggested({"System", "Ägare", "Längsta tåliga avbrott"}, kSystem) == "name owner longest_outage_hours");
    CHECK(suggested({"Enhet", "Överordnad enhet", "Kostnadsställe", "Typ", "Org.nr"}, kUnit) == "name parent code kind organisation_number");
    CHECK(suggested({"K", "R", "T", "S"}, kAsset) == "confidentiality integrity availability traceability");
    CHECK(suggested({"Klass K", "Klass R", "Klass T"}, kSystem) == "confidentiality integrity availability");
    CHECK(suggested({"Status"}, kSystem) == "status");
    CHECK(suggested({"Livscykel"}, kSystem) == "status");
}

TEST_CASE("I5 what a file may not fill in is not suggested") {
    CHECK(suggested({"Namn", "Anteckningar"}, kPerson) == "- -");
    for (const Entity* entity : kCatalog)
        for (const Field& field : entity->fields)
            if (field.computed || field.type == Type::notes || field.name == entity->state) {
                CHECK(!can_import(*entity, field));
                CHECK(can_map(*entity, field) == (field.name == entity->state));
            }
}

TEST_CASE("I5 what Lisa works out or writes itself is set aside with its column, in either language, and never taken for a field") {
    for (const Entity* entity : kCatalog)
        for (Language language : {Language::swedish, Language::english})
            for (const bool is_file : {true, false}) {
                CAPTURE(std::string(entity->name));
                const std::vector<RegisterColumn> columns = file_columns(*entity);
                std::vector<std::string> header;
                for (const RegisterColumn& column : columns)
                    header.push_back(is_file ? file_heading(*entity, column, language) : std::string(heading(*entity, column, language)));
                const Mapping mapping = suggest({';', header, {}}, *entity);
                std::vector<std::size_t> wanted;
                for (std::size_t i = 0; i < columns.size(); ++i) {
                    CAPTURE(header[i]);
                    const bool is_taken = !columns[i].is_worked_out && can_map(*entity, *columns[i].field);
                    CHECK(mapping.fields[i] == (is_taken ? columns[i].at : kNoField));
                    if (!is_taken) wanted.push_back(i);
                }
                CHECK(mapping.set_aside == wanted);
            }
    CHECK(suggest({';', {"Namn", "Nonsens", ""}, {}}, kSystem).set_aside.empty());
    // Alone, too: a level that follows from the information must not become one of the system's own.
    CHECK(suggested({"Konfidentialitet (gällande)"}, kSystem) == "-");
}

TEST_CASE("I5 no field gets two columns, and exact words win over habits") {
    CHECK(suggested({"Namn", "namn", "NAMN"}, kSystem) == "name - -");
    CHECK(suggested({"System", "Namn"}, kSystem) == "- name");
    CHECK(suggested({"", "???", "Nonsens", "--"}, kSystem) == "- - - -");
}

TEST_CASE("I5 the header of our own export maps back to every field that a file may fill in") {
    for (const Entity* entity : kCatalog)
        for (Language language : {Language::swedish, Language::english}) {
            CAPTURE(std::string(entity->name));
            std::vector<std::string> header;
            for (const Field& field : entity->fields) header.emplace_back(say(language, field_key(*entity, field).view()));
            const Mapping mapping = suggest({';', header, {}}, *entity);
            for (std::size_t i = 0; i < entity->fields.size(); ++i) {
                CAPTURE(header[i]);
                if (can_map(*entity, entity->fields[i])) CHECK(mapping.fields[i] == i);
                else CHECK(mapping.fields[i] == kNoField);
            }
        }
}
