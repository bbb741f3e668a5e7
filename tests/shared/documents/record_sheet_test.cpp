#include "documents/record_sheet.h"

#include <doctest/doctest.h>

#include "domain/catalog.h"
#include "shared/golden.h"
#include "shared/memory.h"

using namespace lisa;
using namespace lisa::test;

namespace {

const Actor kNobody{};

std::string sheet(Municipality& store, const Record& record, Language language = Language::swedish) {
    const Reader reader{store, language};
    const auto rows = [&](const Entity& entity) {
        std::vector<const Record*> found;
        for (const auto& [key, one] : store.records)
            if (one.entity == &entity && !one.removed) found.push_back(&one);
        return found;
    };
    const auto referring = [&](const Entity& entity, std::string_view field, const std::string& id) {
        std::vector<const Record*> found = rows(entity);
        std::erase_if(found, [&](const Record* one) { return one->text(field) != id; });
        return found;
    };
    const auto find = [&](const Entity& entity, const std::string& id) -> const Record* {
        const auto found = store.records.find({std::string(entity.name), id});
        return found == store.records.end() ? nullptr : &found->second;
    };
    return record_sheet(record, {reader, kNobody, "2026-11-25", "2026-11-25T13:00:00Z", rows, referring, find});
}

/// What is known about one asset.
Municipality described() {
    Municipality store;
    store.put(kAsset, id("grades"),
              {{"name", text("Betyg")},
               {"kind", text("information_set")},
               {"unit", text(id("school_a"))},
               {"description", text("Slutbetyg & omdömen <i>per elev</i>")},
               {"confidentiality", number(2)},
               {"tags", Set{"skola", "elev"}}});
    store.put(kClassification, id("class"), {{"asset", text(id("grades"))}, {"held_on", text("2026-09-01")}, {"participants", Set{"Anna", "Bo"}}});
    return store;
}

}  // namespace

TEST_CASE("I1 all that is known about one asset comes out as one document") {
    Municipality store = described();
    const std::string present = sheet(store, store.at(kAsset, id("grades")));
    CHECK(first_difference(golden("record_sheet.sv.html", present), present) == "");
    CHECK(present.find("<i>") == std::string::npos);
    CHECK(present.find("Elevregister") != std::string::npos);  // the system that holds it, in the table of links
    CHECK(present.find("2026-09-01") != std::string::npos);    // the classification
    CHECK(present.find("Kartor") == std::string::npos);
}

TEST_CASE("H1 a record's document names the files that are attached to it, and no other's") {
    Municipality store = described();
    store.put(kAttachment, id("file"),
              {{"name", text("intervju.pdf")}, {"register_name", text("asset")}, {"record", text(id("grades"))}, {"media_type", text("pdf")}});
    store.put(kAttachment, id("other"),
              {{"name", text("karta.png")}, {"register_name", text("asset")}, {"record", text(id("maps"))}, {"media_type", text("png")}});
    const std::string present = sheet(store, store.at(kAsset, id("grades")));
    CHECK(present.find("intervju.pdf") != std::string::npos);
    CHECK(present.find("karta.png") == std::string::npos);
}

TEST_CASE("I1 what is withheld is not in the document, which says so") {
    Municipality store = described();
    Record record = store.at(kAsset, id("grades"));
    const std::size_t at = position(kAsset, "description");
    record.values[at] = {};
    record.hidden = 1ull << at;
    const std::string present = sheet(store, record);
    CHECK(present.find("omdömen") == std::string::npos);
    CHECK(present.find("kräver en annan roll") != std::string::npos);
}

TEST_CASE("every register gives a document in both languages, also from a blank record") {
    Municipality store;
    for (const Entity* entity : kCatalog)
        for (Language language : {Language::swedish, Language::english}) {
            CAPTURE(entity->name);
            Record record{*entity};
            record.id = id("blank");
            const std::string present = sheet(store, record, language);
            CHECK(present.find(language == Language::swedish ? "<html lang=\"sv\">" : "<html lang=\"en\">") != std::string::npos);
            CHECK(present.ends_with("</html>\n"));
        }
}
