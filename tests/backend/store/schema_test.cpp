#include "store/schema.h"

#include <algorithm>

#include "store/verify.h"
#include "tests/backend/town.h"
#include "tests/shared/golden.h"

using namespace lisa;
using namespace lisa::test;

namespace {

std::string schema_text(Database& database) {
    const auto statements = schema_of(database);
    REQUIRE(statements);
    std::string out;
    for (const std::string& statement : *statements) out += statement + ";\n";
    return out;
}

/// Every column as "table column TYPE".
std::vector<std::string> columns(Database& database) {
    auto query =
        database.query("SELECT m.name || ' ' || c.name || ' ' || c.type FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table' ORDER BY 1");
    REQUIRE(query);
    std::vector<std::string> found;
    while (*query->step()) found.push_back(query->text(0));
    return found;
}

}  // namespace

TEST_CASE("the schema is the golden one (LISA_GOLDEN=write makes it anew)") {
    Folder folder;
    auto database = Database::open(folder.path("a.db"), Database::Mode::create);
    REQUIRE(grow(*database, kCatalog));
    const std::string present = schema_text(*database);
    CHECK(first_difference(golden("schema.sql", present), present) == "");
}

TEST_CASE("every column of the golden schema still exists with its type") {
    Folder folder;
    auto old = Database::open(folder.path("old.db"), Database::Mode::create);
    REQUIRE(old->script(read_file(source_path("tests/golden/schema.sql")).value_or("")));
    auto fresh = Database::open(folder.path("fresh.db"), Database::Mode::create);
    REQUIRE(grow(*fresh, kCatalog));
    const auto before = columns(*old), now = columns(*fresh);
    REQUIRE(before.size() > 100);
    for (const std::string& column : before) CHECK_MESSAGE(std::find(now.begin(), now.end(), column) != now.end(), "gone or retyped: " << column);
}

TEST_CASE("growing twice alters nothing") {
    Folder folder;
    auto database = Database::open(folder.path("a.db"), Database::Mode::create);
    REQUIRE(grow(*database, kCatalog));
    const std::string once = schema_text(*database);
    REQUIRE(grow(*database, kCatalog));
    CHECK(schema_text(*database) == once);
    CHECK(growth(kAsset, {"name"}).front().starts_with("ALTER TABLE"));
}

TEST_CASE("an older file grows: columns and registers it lacks are added, its content stays") {
    Town town;
    town.meddle(
        "DROP TABLE \"asset_system\"; DROP INDEX \"asset.contact\"; ALTER TABLE \"asset\" DROP COLUMN \"contact\";"
        "ALTER TABLE \"asset\" DROP COLUMN \"secrecy\";");
    town.reopen();
    CHECK(town.load(kAsset, id("grades")).text("name") == "Betyg");
    CHECK(town.outcome("anna", town.draft(Verb::update, kAsset, id("grades"), {{"secrecy", text("OSL 23 kap.")}})) == "ok");
    auto work = town.storage->begin(town.now);
    REQUIRE(rebuild(work->database(), work->store().rows()));
    CHECK(work->store().load(kAssetSystem, id("link")));
}

TEST_CASE("tables are strict: a text in a number's column is refused") {
    Folder folder;
    auto database = Database::open(folder.path("a.db"), Database::Mode::create);
    REQUIRE(grow(*database, kCatalog));
    CHECK_FALSE(database->run("INSERT INTO \"asset\"(id, rev, removed, confidentiality) VALUES('a', 1, 0, 'three')"));
}
