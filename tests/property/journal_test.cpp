// Property: whatever happened, the journal alone makes the same registers, its chain holds, and every browser that pulled
// along the way holds exactly what its person may see.
#include "store/journal.h"

#include "store/verify.h"
#include "tests/property/history.h"
#include "tests/property/seed.h"

using namespace lisa;
using namespace lisa::test;

namespace {

constexpr int kHistories = 25;
constexpr int kSteps = 120;

/// Every register as text.
std::string everything(Town& town) {
    auto view = town.storage->read();
    std::string out;
    for (const Entity* entity : kCatalog) {
        const auto all = view->store().rows().all(view->database(), *entity);
        for (const Record& record : *all) out += dump(record_to_json(record)) + (record.removed ? " removed\n" : "\n");
    }
    return out;
}

}  // namespace

TEST_CASE("the journal alone makes the same registers, and every browser holds what its person may see") {
    const unsigned first = first_seed();
    int accepted = 0, refused = 0;
    for (unsigned seed = first; seed != first + kHistories; ++seed) {
        CAPTURE(seed);
        History history(seed);
        for (int i = 0; i < kSteps; ++i) history.step();
        history.settle();
        const std::string before = everything(history.town);
        {
            auto work = history.town.storage->begin(history.town.now);
            REQUIRE(rebuild(work->database(), work->store().rows()));
            REQUIRE(work->commit());
        }
        CHECK(everything(history.town) == before);
        auto view = history.town.storage->read();
        const auto found = verify(view->database(), Rows(kCatalog));
        REQUIRE(found);
        CHECK(found->faults == std::vector<std::string>{});
        accepted += history.accepted;
        refused += history.refused;
    }
    MESSAGE("seed " << first << ": " << accepted << " accepted, " << refused << " refused");
    CHECK(accepted > kHistories * 20);
    CHECK(refused > kHistories * 5);
}
