#include "import/value.h"

#include "i18n/catalog_words.h"
#include "import/words.h"
#include "report/show.h"
#include "tests/shared/memory.h"
#include "tests/shared/samples.h"

#include <doctest/doctest.h>

using namespace lisa;
using namespace lisa::test;

namespace {

ImportSource two_annas() {
    return {kCatalog, [](const Entity& entity, const std::string& text) -> std::vector<std::string> {
                if (entity.name == "unit" && text == "Skolan") return {"u1"};
                if (entity.name == "person" && text == "Anna") return {"p1", "p2"};
                return {};
            }};
}

CellValue read(const Entity& entity, std::string_view field, std::string_view cell) {
    CellReader reader(entity, two_annas());
    return reader.read(position(entity, field), cell);
}

Value value(const Entity& entity, std::string_view field, std::string_view cell) {
    CellValue cell_value = read(entity, field, cell);
    CHECK(cell_value.problem == "");
    return cell_value.value;
}

}  // namespace

TEST_CASE("I5 blanks say nothing, hard spaces and invisible marks included") {
    for (const Field& field : kAsset.fields)
        for (const char* blank : {"", " ", "\t\n", "\xC2\xA0", "\xE2\x80\x8B "}) {
            const CellValue cell = read(kAsset, field.name, blank);
            CHECK(is_blank(cell.value));
            CHECK(cell.problem == "");
        }
}

TEST_CASE("I5 numbers may have spaces between their thousands and nothing else") {
    CHECK(value(kSystem, "user_count", "1234") == number(1234));
    CHECK(value(kSystem, "user_count", " 1 234 ") == number(1234));
    CHECK(value(kSystem, "user_count",
                "12\xC2\xA0"
                "345\xE2\x80\xAF"
                "678") == number(12345678));
    CHECK(value(kSystem, "user_count", "-5") == number(-5));
    CHECK(value(kSystem, "user_count",
                "\xE2\x88\x92"
                "5") == number(-5));
    for (const char* bad : {"12,5", "1.5", "ca 10", "12 st", "-", "0x10", "99999999999999999999"})
        CHECK(read(kSystem, "user_count", bad).problem == "problem.import.number");
}

TEST_CASE("I5 only dates that can be read in one way are dates") {
    for (const char* good : {"2026-11-23", "2026/11/23", "20261123", " 2026-11-23 ", "2026-11-23 00:00:00", "2026-11-23T00:00:00.000Z", "23 november 2026",
                             "23 nov. 2026", "23 Nov 2026"})
        CHECK(value(kSystem, "retires_on", good) == text("2026-11-23"));
    for (const char* bad :
         {"23/11 2026", "11/23/2026", "23.11.2026", "2026-13-01", "2026-02-30", "20261301", "26-11-23", "2026-11", "46349", "2026-11-23 14:05", "snart"})
        CHECK(read(kSystem, "retires_on", bad).problem == "problem.date");
}

TEST_CASE("I5 a moment is a day and a time on a Swedish clock") {
    for (const char* good : {"2026-11-23 15:05", "2026-11-23T15.05", "2026-11-23T14:05:00Z"})
        CHECK(value(kBreach, "known_at", good) == text("2026-11-23T14:05:00Z"));
    for (const char* bad : {"2026-11-23", "15:05", "23/11 15:05", "2026-11-23 25:05", "nyss"})
        CHECK(read(kBreach, "known_at", bad).problem == "problem.moment");
}

TEST_CASE("I5 yes and no as people write them") {
    for (const char* yes : {"ja", "JA", "Yes", "x", "X", "1", "true", "TRUE", "Sant"}) CHECK(value(kSystem, "has_logging", yes) == Value{true});
    for (const char* no : {"nej", "Nej", "NO", "0", "false", "Falskt"}) CHECK(value(kSystem, "has_logging", no) == Value{false});
    for (const char* bad : {"kanske", "2", "?"}) CHECK(read(kSystem, "has_logging", bad).problem == "problem.import.yes_no");
}

TEST_CASE("I5 choices by their words in either language or by name") {
    for (const char* word : {"Verksamhetssystem", "verksamhetssystem", "application", " APPLICATION "})
        CHECK(value(kSystem, "kind", word) == text("application"));
    CHECK(value(kSystem, "hosting", "molntjänst inom EU / EES") == text("cloud_eu"));
    for (const char* bad : {"Program", "-", "§"}) CHECK(read(kSystem, "kind", bad).problem == "problem.import.choice");
}

TEST_CASE("I5 levels by number, by word, by short word, and as a table shows them") {
    for (const char* two : {"2", "Betydande", "betydande skada", "2 Betydande skada", "2 – Betydande skada", "2 betydande"})
        CHECK(value(kAsset, "integrity", two) == number(2));
    CHECK(value(kAsset, "integrity", "Ingen eller försumbar skada") == number(0));
    for (const char* bad : {"Hög", "3 Betydande", "två"}) CHECK(read(kAsset, "integrity", bad).problem == "problem.import.level");
}

TEST_CASE("I5 sets are split at commas and semicolons, sorted and without doubles") {
    CHECK(value(kAsset, "tags", "skola; betyg,skola ,, elev") == Value{Set{"betyg", "elev", "skola"}});
    CHECK(value(kAsset, "forms", "Text, film;text") == Value{Set{"film", "text"}});
    CHECK(is_blank(value(kAsset, "tags", " ,; ")));
    CHECK(read(kAsset, "forms", "Text, Lukt").problem == "problem.import.choice");
}

TEST_CASE("I5 a reference leads to one record or is told") {
    CHECK(value(kPerson, "unit", "Skolan") == text("u1"));
    CHECK(read(kPerson, "unit", "Okänd").problem == "problem.import.reference_unknown");
    CHECK(read(kAsset, "owner", "Anna").problem == "problem.import.reference_ambiguous");
    CellReader without(kPerson, {});
    CHECK(without.read(position(kPerson, "unit"), "Skolan").problem == "problem.import.reference_unknown");
}

TEST_CASE("I5 an organisation number gets its hyphen") {
    CHECK(value(kUnit, "organisation_number", "2120002114") == text("212000-2114"));
    CHECK(value(kUnit, "organisation_number", "212000-2114") == text("212000-2114"));
}

TEST_CASE("I5 whatever a table shows of a valid value is read back as the same value, in both languages") {
    Random random(11);
    Municipality store;
    for (const Entity* entity : kCatalog)
        for (Language language : {Language::swedish, Language::english}) {
            CellReader reader(*entity, {});
            for (int round = 0; round < 20; ++round)
                for (std::size_t i = 0; i < entity->fields.size(); ++i) {
                    const Field& field = entity->fields[i];
                    const bool is_free_set = field.type == Type::set && field.options.empty();
                    if (field.type == Type::ref || field.type == Type::notes || is_free_set) continue;
                    const Value before = random_value(field, random);
                    const std::string shown = show_value(*entity, field, before, {store, language});
                    CAPTURE(std::string(entity->name) + "." + std::string(field.name) + ": " + shown);
                    const CellValue cell = reader.read(i, shown);
                    CHECK(cell.problem == "");
                    if (field.type != Type::prose && field.type != Type::text) CHECK(cell.value == before);
                    else CHECK(std::get<std::string>(cell.value) == neat(std::get<std::string>(before)));
                }
        }
}

TEST_CASE("I5 texts alike") {
    CHECK(neat("\xC2\xA0 Å b \xE2\x80\x8B\n") == "Å b");
    CHECK(likeness(" Anna\xC2\xA0\xC2\xA0 ÅGREN ") == "anna ågren");
    CHECK(letters_of("E-post (arbete):") == "epostarbete");
    CHECK(letters_of("–—§!") == "");
}
