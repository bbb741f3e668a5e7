#include "report/row_changes.h"

#include "tests/shared/memory.h"

#include <doctest/doctest.h>

using namespace lisa;
using namespace lisa::test;

namespace {

Record asset_of(const std::string& record, const std::string& name, const std::string& about = {}) {
    Record made{kAsset};
    made.id = record;
    made.values[position(kAsset, "name")] = name;
    if (!about.empty()) made.values[position(kAsset, "description")] = about;
    return made;
}

std::string told(const std::vector<Record>& before, const std::vector<Record>& after) {
    std::vector<const Record*> old, now;
    for (const Record& record : before) old.push_back(&record);
    for (const Record& record : after) now.push_back(&record);
    std::string line;
    for (const RowChange& change : row_changes(old, now)) {
        line += change.record().id + (change.before ? change.after ? " ~" : " -" : " +");
        for (const std::size_t field : change.fields) line += " " + std::string(kAsset.fields[field].name);
        line += ". ";
    }
    return line;
}

}  // namespace

TEST_CASE("F9 rows that came, went and were altered are told apart, in the order of their ids") {
    const std::vector<Record> before{asset_of("a", "Ett"), asset_of("c", "Tre"), asset_of("d", "Fyra")};
    const std::vector<Record> after{asset_of("b", "Två"), asset_of("c", "Tre", "ny"), asset_of("d", "Fyra"), asset_of("e", "Fem")};
    CHECK(told(before, after) == "a -. b +. c ~ description. e +. ");
    CHECK(told(after, before) == "a +. b -. c ~ description. e -. ");
    CHECK(told(before, before).empty());
    CHECK(told({}, after) == "b +. c +. d +. e +. ");
    CHECK(told({}, {}).empty());
}

TEST_CASE("F9 what is withheld in either is not compared") {
    Record before = asset_of("a", "Ett", "öppet"), after = asset_of("a", "Ett");
    after.hidden = std::uint64_t{1} << position(kAsset, "description");
    CHECK(told({before}, {after}).empty());
    CHECK(told({after}, {before}).empty());
    after.values[position(kAsset, "name")] = std::string("Två");
    CHECK(told({before}, {after}) == "a ~ name. ");
}
