#include "store/group.h"

#include <future>

#include "store/verify.h"
#include "tests/backend/town.h"

using namespace lisa;
using namespace lisa::test;

namespace {

Change new_asset(const std::string& name, const std::string& person) {
    Change made =
        change(Verb::create, kAsset, id(name), 0, {{"name", text(name)}, {"kind", text("process")}, {"unit", text(id("board_a"))}}, browser_of(person));
    made.id = id("change " + name);
    return made;
}

}  // namespace

TEST_CASE("many pushes at once are each answered with their own numbers, and all are there") {
    Town town;
    const char* people[] = {"anna", "chief"};
    std::vector<std::future<std::map<std::string, std::int64_t>>> pushing;
    for (int thread = 0; thread < 12; ++thread)
        pushing.push_back(std::async(std::launch::async, [&town, &people, thread] {
            std::map<std::string, std::int64_t> given;
            for (int i = 0; i < 20; ++i) {
                const char* person = people[thread % 2];
                const std::string name = "asset " + std::to_string(thread) + " " + std::to_string(i);
                Change refused = new_asset(name + " refused", person);
                refused.patch["unit"] = text(id("ghost"));
                const auto pushed = push(*town.storage, id(person), push_to_json({refused, new_asset(name, person)}), town.now);
                if (!pushed || !pushed->answers[0].error || pushed->answers[1].error) continue;
                given[name] = pushed->answers[1].rev;
            }
            return given;
        }));
    std::size_t count = 0;
    for (auto& one : pushing)
        for (const auto& [name, rev] : one.get()) {
            CHECK(town.load(kAsset, id(name)).rev == rev);
            ++count;
        }
    CHECK(count == 240);
    auto view = town.storage->read();
    CHECK(verify(view->database(), Rows(kCatalog))->faults.empty());
}

TEST_CASE("when the machine fails, nobody of the group is told that all went well, and the next try works") {
    Town town;
    const std::int64_t before = town.last();
    const auto failed = town.storage->group().run(town.now, [&](Work& work) -> Result<Done> {
        REQUIRE(apply_as_system(work, creation(kAsset, id("lost"), {{"name", text("x")}, {"kind", text("process")}, {"unit", text(id("board_a"))}}, town.now)));
        return Error{Fault::broken, {}, "the disk is gone"};
    });
    CHECK_FALSE(failed);
    CHECK(town.last() == before);
    const auto refused = town.storage->group().run(town.now, [&](Work& work) -> Result<Done> {
        REQUIRE(apply_as_system(work, creation(kAsset, id("lost"), {{"name", text("x")}, {"kind", text("process")}, {"unit", text(id("board_a"))}}, town.now)));
        return fault(Fault::invalid, "", "problem.type");
    });
    CHECK_FALSE(refused);
    CHECK(town.last() == before);
    CHECK(town.outcome("anna", town.draft(Verb::create, kAsset, id("kept"), {{"name", text("x")}, {"kind", text("process")}, {"unit", text(id("board_a"))}})) ==
          "ok");
    CHECK(town.last() == before + 1);
}
