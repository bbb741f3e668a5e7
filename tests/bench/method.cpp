// What the method costs on a whole register: a keystroke in the filter, a file of 10,000 rows, every system's class.
#include "bench/groups.h"
#include "bench/report.h"
#include "bench/samples.h"
#include "core/text.h"
#include "domain/gap.h"
#include "import/match.h"
#include "import/names.h"
#include "import/table.h"
#include "report/csv.h"
#include "sync/replica.h"

namespace lisa::bench {
namespace {

constexpr int kAssets = 10'000, kSystems = 300, kLinks = 3'000, kTurns = 7;

/// Filtering by a search text that is kept, as the list does at each letter, against looking for one byte in the same text.
int filter(const std::vector<const Record*>& assets, const Reader& reader) {
    std::vector<std::string> texts;
    for (const Record* asset : assets) texts.push_back(search_text(*asset, reader));
    Pair times;
    for (int turn = 0; turn < kTurns; ++turn) {
        std::size_t hits = 0, bytes = 0;
        const double start = cpu_s();
        for (const std::string& text : texts) hits += matches(text, "ks 99") ? 1 : 0;
        const double filtered = cpu_s();
        for (const std::string& text : texts) bytes += text.find('\1') == text.npos ? 1 : 0;
        const double scanned = cpu_s();
        if (hits == 0 || bytes != texts.size()) return give_up("filter", "nothing was found"), 1;
        times.add((filtered - start) * 1000, (scanned - filtered) * 1000);
    }
    tell("filter", times, "10,000 assets, search texts kept");
    return 0;
}

/// The register's own export read again, mapped, checked and compared with what is there; against taking the text apart.
int import(Replica& replica, const Reader& reader) {
    std::vector<std::size_t> fields;
    for (std::size_t i = 0; i < kAsset.fields.size(); ++i)
        if (can_import(kAsset, kAsset.fields[i]) && !kAsset.fields[i].retired) fields.push_back(i);
    const std::vector<const Record*> assets = replica.rows(kAsset);
    const std::string file = to_csv(kAsset, fields, assets, reader);
    Pair times;
    for (int turn = 0; turn < kTurns; ++turn) {
        const double start = cpu_s();
        const auto table = read_table(file);
        const double parted = cpu_s();
        if (!table) return give_up("import", "the export cannot be read"), 1;
        NameIndex names;
        for (const Entity* entity : {&kUnit, &kPerson, &kAsset, &kInformationType})
            for (const Record* record : replica.rows(*entity)) names.add(*record, reader);
        const ImportSource source{kCatalog, [&](const Entity& entity, std::string_view text) { return names.find(entity, text); }};
        const Preview rows = preview(*table, suggest(*table, kAsset), kAsset, source);
        const Matching matching = match(rows, assets, {.key = position(kAsset, "name")});
        const double matched = cpu_s();
        if (matching.rows.size() != static_cast<std::size_t>(kAssets)) return give_up("import", "rows were lost"), 1;
        times.add(matched - start, parted - start);
    }
    tell("import", times, digits(static_cast<double>(file.size()) / 1e6) + " MB of CSV");
    return 0;
}

/// The class of every system from the assets in it, against visiting the links alone.
int inheritance(const std::vector<const Record*>& assets) {
    std::vector<std::vector<const Record*>> inside(kSystems);
    for (int i = 0; i < kLinks; ++i) inside[static_cast<std::size_t>(i % kSystems)].push_back(assets[static_cast<std::size_t>(i) * 7919 % assets.size()]);
    Pair times;
    for (int turn = 0; turn < kTurns; ++turn) {
        std::size_t levels = 0, visited = 0;
        const double start = cpu_s();
        for (const std::vector<const Record*>& held : inside) levels += inherit(held).levels().confidentiality.has_value() ? 1 : 0;
        const double inherited = cpu_s();
        for (const std::vector<const Record*>& held : inside)
            for (const Record* asset : held) visited += asset->values.size();
        const double seen = cpu_s();
        if (levels == 0 || visited == 0) return give_up("inheritance", "no system got a class"), 1;
        times.add((inherited - start) * 1000, (seen - inherited) * 1000);
    }
    tell("inheritance", times, "300 systems, 3,000 links");
    return 0;
}

}  // namespace

int method_group() {
    Replica replica(kCatalog, Actor{person_id(0), {{Role::coordinator, kRootId}}});
    Page page{.epoch = "e", .is_reset = true, .cursor = 1};
    page.records = municipality(300, kAssets);
    (void)replica.take_page(std::move(page));
    const Reader reader{replica, Language::swedish};
    const std::vector<const Record*> assets = replica.rows(kAsset);
    const int filtered = filter(assets, reader), imported = import(replica, reader), inherited = inheritance(assets);
    return filtered + imported + inherited > 0 ? 1 : 0;
}

}  // namespace lisa::bench
