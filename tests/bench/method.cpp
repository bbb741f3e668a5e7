// What the method costs on a whole register: a keystroke in the filter, a file of 10,000 rows, every system's class.
#include "app/around.h"
#include "bench/groups.h"
#include "bench/report.h"
#include "bench/samples.h"
#include "core/text.h"
#include "import/match.h"
#include "import/names.h"
#include "import/table.h"
#include "insight/worked_out.h"
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
    const std::vector<const Record*> assets = replica.rows(kAsset);
    const std::string file = to_csv(kAsset, file_columns(kAsset), assets, reader);
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

/// The class of every system with its reasons, as the list of systems works it out, against visiting what it rests on.
int inheritance(Replica& replica, const Reader& reader) {
    Page page{.epoch = "e", .cursor = 2};
    for (int i = 0; i < kSystems; ++i) {  // each tenth is the whole of the nine after it
        Values values{{"name", "System " + std::to_string(i)}, {"kind", std::string("application")}, {"unit", board_id(i)}};
        if (i % 10 != 0) values["part_of"] = sample_id(5, i - i % 10);
        page.records.push_back(record_of(kSystem, sample_id(5, i), values, i + 1));
    }
    for (int i = 0; i < kLinks; ++i) {
        Values values{{"asset", asset_id(i * 7919 % kAssets)}, {"system", sample_id(5, i % kSystems)}, {"relation", std::string("stored")}};
        if (i % 50 == 0) values["flows_to"] = sample_id(5, (i + 7) % kSystems), values["receiver_depends"] = true;
        page.records.push_back(record_of(kAssetSystem, sample_id(6, i), values, i + 1));
    }
    (void)replica.take_page(std::move(page));
    const Around around = app::around(replica, reader, 0);
    Pair times;
    for (int turn = 0; turn < kTurns; ++turn) {
        std::size_t levels = 0, visited = 0;
        const double start = cpu_s();
        for (const auto& [id, values] : work_out(kSystem, around)) levels += is_blank(values.front()) ? 0 : 1;
        const double inherited = cpu_s();
        for (const Entity* entity : {&kSystem, &kAssetSystem, &kAsset})
            for (const Record* record : replica.rows(*entity)) visited += record->values.size();
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
    const int filtered = filter(assets, reader), imported = import(replica, reader), inherited = inheritance(replica, reader);
    return filtered + imported + inherited > 0 ? 1 : 0;
}

}  // namespace lisa::bench
