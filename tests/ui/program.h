#pragma once
// The whole client of one person over a small server that does not answer changes, for tests of screens.
#include <doctest/doctest.h>

#include "core/json.h"
#include "domain/catalog.h"
#include "schema/json.h"
#include "semantics/lint.h"
#include "sync/replica.h"
#include "ui/headless.h"

namespace lisa::test {

inline constexpr std::string_view kRoot = "01920000-0000-7000-8000-000000000001", kBoard = "01920000-0000-7000-8000-000000000002",
                                  kMe = "01920000-0000-7000-8000-000000000003", kArchive = "01920000-0000-7000-8000-000000000004",
                                  kClient = "01920000-0000-7000-8000-0000000000c1";

inline std::string asset_id(int i) {
    char text[40];
    std::snprintf(text, sizeof text, "01920000-0000-7000-8000-%012x", 0x1000 + i);
    return text;
}

inline Record made(const Entity& entity, std::string_view id, std::initializer_list<std::pair<std::string_view, Value>> values) {
    Record record{entity};
    record.id = std::string(id);
    record.rev = 1;
    for (const auto& [field, value] : values) record.values[position(entity, field)] = value;
    Replica nothing(kCatalog, {});
    if (entity.derive) entity.derive(record, nothing);
    return record;
}

/// What the server of the test holds: two units, one person, some assets.
inline Page page_of(int assets) {
    Page page{.epoch = "e", .is_reset = true, .cursor = 10};
    const auto text = [](std::string_view value) { return Value{std::string(value)}; };
    page.records.push_back(made(kUnit, kRoot, {{"name", text("Köpings kommun")}, {"kind", text("municipality")}}));
    page.records.push_back(made(kUnit, kBoard, {{"name", text("Utbildningsnämnden")}, {"kind", text("board")}, {"parent", text(kRoot)}}));
    page.records.push_back(made(kUnit, kArchive, {{"name", text("Arkivet")}, {"kind", text("unit")}, {"parent", text(kBoard)}}));
    page.records.push_back(
        made(kPerson, kMe, {{"given_name", text("Anna")}, {"family_name", text("Exempel")}, {"audience", text("employee")}, {"unit", text(kBoard)}}));
    for (int i = 0; i < assets; ++i)
        page.records.push_back(made(kAsset, asset_id(i),
                                    {{"name", text("Tillgång " + std::to_string(i))},
                                     {"kind", text("information_type")},
                                     {"status", text("draft")},
                                     {"unit", text(kBoard)},
                                     {"confidentiality", Value{std::int64_t{i % 4}}}}));
    return page;
}

/// The program as one person sees it, over a server that holds `assets` assets and whatever more the test wants.
struct Program {
    FakePlatform platform;
    Headless screen;
    std::unique_ptr<app::Host> host;
    std::vector<std::string> pushed;
    app::Start start;

    Program(std::string_view role, std::string_view unit, int assets, std::string_view path = "/", float width = 1280, float height = 800,
            std::vector<Record> more = {}, std::string_view language = "sv")
        : screen(width, height) {
        platform.server = [this, assets, more = std::move(more)](std::string_view method, std::string_view where, const std::string& body) -> platform::Reply {
            if (method == "GET" && where.starts_with("/api/changes")) {
                if (where.find("since=0") != std::string_view::npos) {
                    Page page = page_of(assets);
                    page.records.insert(page.records.end(), more.begin(), more.end());
                    return {200, dump(page_to_json(page))};
                }
                return {200, dump(page_to_json(Page{.epoch = "e", .cursor = 10}))};
            }
            if (method == "POST") pushed.push_back(body);
            return {0, ""};
        };
        start.me = dump({{"person", {{"id", kMe}, {"name", "Anna Exempel"}}}, {"grants", Json::array({{{"role", role}, {"unit", unit}}})}});
        start.path = std::string(path);
        start.language = std::string(language);
        start.client = std::string(kClient);
        open();
    }
    /// Loads the page, as with what the platform remembers now.
    void open() {
        host = app::make_host(platform, start);
        screen.settle(*host);
    }
    bool click(semantics::Role role, std::string_view name) { return screen.click(*host, role, name); }
    bool type(semantics::Role role, std::string_view name, std::string_view text) { return screen.type(*host, role, name, text); }
    bool press(semantics::Role role, std::string_view name, semantics::Key key) { return screen.press(*host, role, name, key); }
};

/// Whether the words stand anywhere on the screen.
inline bool says(const Program& program, std::string_view words) { return program.screen.words().find(words) != std::string::npos; }

inline void check_tree(const Headless& screen) {
    for (const std::string& sentence : semantics::faults(screen.tree())) FAIL_CHECK(sentence);
    for (const auto& [id, box] : test::items_seen()) {
        const semantics::Node* node = screen.tree().find(id);
        if (!node) {
            FAIL_CHECK("something one can point at, at " << box.x << ", " << box.y << ", is not in the tree");
            continue;
        }
        CHECK_MESSAGE(!node->name.empty(), "an item has no name: ", semantics::role_name(node->role));
        const bool is_there = std::abs(node->rect.x - box.x) <= 1 && std::abs(node->rect.y - box.y) <= 1 && std::abs(node->rect.w - box.w) <= 1 &&
                              std::abs(node->rect.h - box.h) <= 1;
        CHECK_MESSAGE(is_there, semantics::role_name(node->role), " \"", node->name, "\" is not where the pixels are");
    }
}

}  // namespace lisa::test
