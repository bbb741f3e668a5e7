// How often apply() carries out a change of one asset in a register of 10,000, against copying the record as often.
#include "bench/groups.h"
#include "bench/report.h"
#include "bench/samples.h"
#include "sync/replica.h"

namespace lisa::bench {
namespace {

constexpr int kAssets = 10'000, kTurns = 7, kPerTurn = 20'000;
const Moment kNow{"2026-11-25T08:00:00Z"};

Change change_of(const Record& asset, int turn) {
    Change change;
    change.id = sample_id(9, turn);
    change.client = sample_id(8, 1);
    change.entity = asset.entity->name;
    change.record = asset.id;
    change.base = asset.rev;
    change.patch = {{"description", Edit{Value{"Ändrad " + std::to_string(turn)}}},
                    {"confidentiality", Edit{Value{std::int64_t{turn % 4}}}},
                    {"contact", Edit{Value{person_id(turn % 10)}}}};
    return change;
}

}  // namespace

int apply_group() {
    Replica replica(kCatalog, Actor{person_id(0), {{Role::coordinator, kRootId}}});
    Page page{.epoch = "e", .is_reset = true, .cursor = 1};
    page.records = municipality(10, kAssets);
    (void)replica.take_page(std::move(page));
    const auto assets = replica.rows(kAsset);
    std::vector<Change> changes;
    for (int i = 0; i < kPerTurn; ++i) changes.push_back(change_of(*assets[static_cast<std::size_t>(i) * 7919 % assets.size()], i));

    Pair rates;
    for (int turn = 0; turn < kTurns; ++turn) {
        const double start = cpu_s();
        for (const Change& change : changes)
            if (!replica.preview(change, kNow)) return give_up("apply", "apply() refused a change"), 1;
        const double applied = cpu_s();
        std::size_t kept = 0;
        for (const Change& change : changes) {
            const Record copy = *replica.find(kAsset, change.record);
            kept += copy.values.size();
        }
        const double copied = cpu_s();
        if (kept == 0) return give_up("apply", "nothing was copied"), 1;
        rates.add(kPerTurn / (applied - start), kPerTurn / (copied - applied));
    }
    tell("apply", rates, "3 fields, one a reference; register of 10,000");
    return 0;
}

}  // namespace lisa::bench
