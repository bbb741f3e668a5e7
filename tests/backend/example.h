#pragma once
// The example municipality, made once for all tests that only read it.
#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <memory>

#include "demo.h"
#include "demo/tables.h"
#include "domain/catalog.h"
#include "store/crypto.h"
#include "store/storage.h"
#include "tests/places.h"
#include "tests/shared/memory.h"

namespace lisa::test {

inline constexpr std::int64_t kExampleNow = 1'795'440'000'000;  // 23 November 2026
inline const std::string kAssets = source_path("assets/demo");

inline const demo::Tables& tables() {
    static const demo::Tables kTables = [] {
        auto read = demo::read_tables(kAssets);
        REQUIRE(read);
        return std::move(*read);
    }();
    return kTables;
}

/// A folder that goes when the test does.
struct ExampleFolder {
    std::filesystem::path path = std::filesystem::temp_directory_path() / ("lisa_demo_" + new_id(kExampleNow));
    ExampleFolder() { std::filesystem::create_directory(path); }
    ~ExampleFolder() { std::filesystem::remove_all(path); }
    std::string file(const char* name) const { return (path / name).string(); }
};

/// The example, loaded once for all tests that only read it.
struct Example {
    ExampleFolder folder;
    std::string path = folder.file("demo.db");
    std::unique_ptr<Storage> storage;
    std::map<std::string, std::vector<Record>> records;  ///< by register, removed ones too
    Example() {
        auto made = make_demo(path, kAssets, kExampleNow);
        if (!made) FAIL(made.error().detail);
        auto opened = Storage::open(path, kCatalog, Database::Mode::existing);
        REQUIRE(opened);
        storage = std::move(*opened);
        auto view = storage->read();
        REQUIRE(view);
        for (const Entity* entity : kCatalog) {
            auto query = view->database().query("SELECT id FROM \"" + std::string(entity->name) + "\" ORDER BY id");
            REQUIRE(query);
            while (*query->step()) {
                auto record = view->store().load(*entity, query->text(0));
                REQUIRE(record);
                records[std::string(entity->name)].push_back(std::move(*record));
            }
        }
    }
};

inline const Example& loaded() {
    static const Example kLoaded;
    return kLoaded;
}

}  // namespace lisa::test
