#include "bench/town.h"

#include "auth/account.h"
#include "bench/samples.h"
#include "bootstrap.h"
#include "clock.h"
#include "sync/actor.h"
#include "sync/pull.h"
#include "sync/push.h"

namespace lisa::bench {
namespace {

constexpr std::int64_t kAwayMs = 5 * kMinuteMs;

Result<Done> create(Work& work, const Entity& entity, std::string id, const Values& values) {
    std::map<std::string, Edit> patch;
    for (const auto& [field, value] : values) patch[field] = Edit{value};
    TRY(apply_as_system(work, creation(entity, std::move(id), std::move(patch), now_ms())));
    return Done{};
}

Result<Done> settle(Work& work) {
    TRY(create(work, kUnit, kRootId, root_values()));
    for (int i = 0; i < kBoards; ++i) TRY(create(work, kUnit, board_id(i), board_values(i)));
    for (int i = 0; i < kPeople; ++i) TRY(create(work, kPerson, person_id(i), person_values(i)));
    for (int i = 0; i < kPeople; ++i) TRY(create(work, kAssignment, sample_id(5, i), seat_values(i)));
    for (int i = 0; i < kTownAssets; ++i) TRY(create(work, kAsset, asset_id(i), asset_values(i)));
    return Done{};
}

Result<Guest> invite(Work& work, const std::string& person) {
    const Actor who = TRY(actor_of(work.store(), person, now_ms()));
    const std::string token = TRY(begin_session(work.database(), person, now_ms() - kAwayMs));
    return Guest{"lisa=" + token, TRY(epoch_for(work.store(), who))};
}

}  // namespace

Result<Town> make_town(const std::string& folder) {
    Town town;
    town.file = folder + "/town.db";
    auto storage = TRY(Storage::open(town.file, kCatalog, Database::Mode::create));
    Work work = TRY(storage->begin(now_ms()));
    TRY(settle(work));
    town.last = TRY(last_seq(work.database()));
    for (int i = 0; i < kPeople; ++i) town.guests.push_back(TRY(invite(work, person_id(i))));
    TRY(work.commit());
    TRY(storage->checkpoint());
    return town;
}

}  // namespace lisa::bench
