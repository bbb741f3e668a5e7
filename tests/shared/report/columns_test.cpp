// The columns of registers: stored or worked out, they are shown, ordered, searched and called in one way.
#include "report/columns.h"

#include "core/text.h"
#include "i18n/catalog_words.h"
#include "tests/shared/memory.h"
#include "tests/shared/samples.h"

#include <doctest/doctest.h>

#include <set>

using namespace lisa;
using namespace lisa::test;

namespace {

/// Every register, with something worked out about one record of it.
struct Sample {
    explicit Sample(const Entity& entity) : record(filled(entity)) {
        Random random(3);
        for (const Field& field : entity.worked_out) worked[record.id].push_back(random_value(field, random));
    }
    Record record;
    WorkedOut worked;
};

}  // namespace

TEST_CASE("A8 a list has what is listed, and after its first column what is worked out and listed, for every register") {
    for (const Entity* entity : kCatalog) {
        CAPTURE(std::string(entity->name));
        std::vector<std::string_view> wanted, found;
        for (const Field& field : entity->fields) {
            if (!field.listed || field.retired) continue;
            wanted.push_back(field.name);
            for (const Field& more : entity->worked_out)
                if (wanted.size() == 1 && more.listed) found.push_back(more.name);
            if (wanted.size() == 1) wanted.insert(wanted.end(), found.begin(), found.end());
        }
        found.clear();
        for (const RegisterColumn& column : list_columns(*entity)) found.push_back(column.field->name);
        CHECK(found == wanted);
        CHECK(std::set(found.begin(), found.end()).size() == found.size());
        for (std::size_t i = 0; i < found.size(); ++i) CHECK(list_place(*entity, found[i]) == static_cast<int>(i));
        CHECK(list_place(*entity, "nonsense") == -1);
    }
}

TEST_CASE("I5 a file has every field but logs and what is out of use, and all that is worked out, for every register") {
    for (const Entity* entity : kCatalog) {
        CAPTURE(std::string(entity->name));
        std::set<std::string_view> found;
        for (const RegisterColumn& column : file_columns(*entity)) {
            CHECK(found.insert(column.field->name).second);
            CHECK(column.is_worked_out == (position(*entity, column.field->name) == kNoField));
            CHECK(find_column(*entity, column.field->name)->field == column.field);
        }
        for (const Field& field : entity->fields) CHECK(found.contains(field.name) == (!field.retired && field.type != Type::notes));
        for (const Field& field : entity->worked_out) CHECK(found.contains(field.name));
    }
    CHECK_FALSE(find_column(kSystem, "nonsense").has_value());
}

TEST_CASE("I5 no two columns of a file are called the same, in either language, and what is worked out says that it is") {
    for (const Entity* entity : kCatalog)
        for (Language language : {Language::swedish, Language::english}) {
            CAPTURE(std::string(entity->name));
            std::set<std::string> names;
            for (const RegisterColumn& column : file_columns(*entity)) {
                const std::string plain(heading(*entity, column, language)), name = file_heading(*entity, column, language);
                CHECK_MESSAGE(names.insert(name).second, name);
                CHECK((name == plain) == !column.is_worked_out);
                CHECK(name.starts_with(plain));
            }
        }
}

TEST_CASE("A8 K2 what is worked out shows, sorts and is found like a field") {
    Municipality store;
    const Reader reader{store};
    Record low{kSystem}, high{kSystem}, unknown{kSystem};
    low.id = "low", high.id = "high", unknown.id = "unknown";
    const RegisterColumn column = *find_column(kSystem, "effective_confidentiality");
    const WorkedOut worked{{"low", {number(1)}}, {"high", {number(3)}}, {"unknown", {Value{}}}};
    CHECK(show(high, column, reader, worked) == "3 " + std::string(say(Language::swedish, "level.3")));
    CHECK(show(unknown, column, reader, worked).empty());
    CHECK(show(low, column, reader, {}).empty());  // nothing is known about it
    CHECK(value_of(low, column, worked) == number(1));
    CHECK(sort_key(low, column, reader, worked) < sort_key(high, column, reader, worked));
    CHECK(sort_key(high, column, reader, worked) < sort_key(unknown, column, reader, worked));
    CHECK(matches(search_text(high, reader, worked), "allvarlig"));
    CHECK_FALSE(matches(search_text(low, reader, worked), "allvarlig"));
}

TEST_CASE("A8 every column of every register shows and sorts what stands in it") {
    Municipality store;
    for (const Entity* entity : kCatalog) {
        CAPTURE(std::string(entity->name));
        const Sample sample(*entity);
        for (const RegisterColumn& column : file_columns(*entity)) {
            CAPTURE(std::string(column.field->name));
            CHECK_FALSE(show(sample.record, column, {store}, sample.worked).empty());
            CHECK(sort_key(sample.record, column, {store}, sample.worked) != "\xFF");
        }
    }
}

TEST_CASE("I5 what is withheld says so in a table and is named, and what is only empty is not") {
    Municipality store;
    store.put(kSystem, id("hall"), {{"name", text("Hall")}, {"kind", text("infrastructure")}, {"unit", text(id("board_a"))}, {"location", text("Källaren")}});
    const Places places{id("board_a"), id("kommun")};
    const auto seen_by = [&](Role role) { return *redact(store.at(kSystem, id("hall")), holder(role, "board_a"), places); };
    const RegisterColumn location = *find_column(kSystem, "location"), country = *find_column(kSystem, "country");
    const Record outside = seen_by(Role::employee), inside = seen_by(Role::system_owner);
    CHECK(show(outside, location, {store}, {}) == "(visas inte för dig)");
    CHECK(show(outside, location, {store, Language::english}, {}) == "(not shown to you)");
    CHECK(show(outside, country, {store}, {}).empty());
    CHECK(show(inside, location, {store}, {}) == "Källaren");
    const auto names = [](const Record& record) {
        const Record* rows[] = {&record};
        std::string line;
        for (const Field* field : withheld_fields(kSystem, rows)) line += std::string(field->name) + ' ';
        return line;
    };
    CHECK(names(outside) == "location patched_every_days weaknesses class_motive backup ");
    CHECK(names(inside).empty());
    const Record* both[] = {&inside, &outside};
    CHECK(withheld_fields(kSystem, both).size() == 5);
    CHECK(withheld_fields(kSystem, {}).empty());
}

TEST_CASE("I5 only the words for what is withheld are its mark, whatever stands around them") {
    for (const char* mark : {"(visas inte för dig)", " (not shown to you) "}) CHECK(is_withheld_mark(mark));
    for (const char* text : {"", "(", "visas inte för dig", "(visas inte för dig", "(visas inte för dig) än", "–", "(visas inte för er)"})
        CHECK_FALSE(is_withheld_mark(text));
}
