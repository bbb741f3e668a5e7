// The reminders are those of Mitt Lisa: the same rules over what the same person sees.
#include "mail/reminders.h"

#include <set>

#include "core/date.h"
#include "domain/reminder.h"
#include "sync/actor.h"
#include "sync/pull.h"
#include "tests/backend/example.h"

using namespace lisa;
using namespace lisa::test;

namespace {

std::string line_of(std::string_view record, std::string_view rule, std::string_view due, std::int64_t step) {
    return std::string(rule) + " " + std::string(due) + " " + std::to_string(step) + " " + std::string(record);
}

/// What the person's own browser holds, and the reminders that follow from what is due in it.
std::set<std::string> on_their_page(View& view, const Actor& who) {
    std::vector<Record> held;
    Page page;
    do {
        auto next = pull(view.store(), who, page.cursor, page.epoch);
        REQUIRE(next);
        page = std::move(*next);
        held.insert(held.end(), page.records.begin(), page.records.end());
    } while (page.has_more);
    const DueSource source{[&](std::string_view entity) {
                               std::vector<const Record*> found;
                               for (const Record& record : held)
                                   if (record.entity->name == entity && !record.removed) found.push_back(&record);
                               return found;
                           },
                           [&](const Record& record) { return *places_of(record, view.store()); }};
    const std::string now = utc_text(kExampleNow);
    std::set<std::string> lines;
    for (const Reminder& one : reminders_of(due_for(who, source, add_days(swedish_date(kExampleNow), kFirstReminderDays)), now)) {
        const Due& due = one.due;
        lines.insert(line_of(due.record->id, std::string(due.rule->entity) + "." + std::string(due.rule->date), due.at.empty() ? due.date : due.at, one.step));
    }
    return lines;
}

std::set<std::string> reminded(View& view, const std::string& person) {
    auto query = view.database().query("SELECT record, rule, due, step FROM reminder WHERE person = ?", person);
    REQUIRE(query);
    std::set<std::string> lines;
    while (*query->step()) lines.insert(line_of(query->text(0), query->text(1), query->text(2), query->integer(3)));
    return lines;
}

}  // namespace

TEST_CASE("O4 in the example municipality people are reminded of what stands on their own Mitt Lisa, no more and no less") {
    REQUIRE(loaded().storage->checkpoint());
    const ExampleFolder folder;
    const std::string path = folder.file("copy.db");
    std::filesystem::copy_file(loaded().path, path);
    auto opened = Storage::open(path, kCatalog, Database::Mode::existing);
    REQUIRE(opened);
    Storage& storage = **opened;
    const auto letters = queue_reminders(storage, 7, kExampleNow);
    REQUIRE(letters);
    CHECK(*letters > 20);
    CHECK(*queue_reminders(storage, 7, kExampleNow) == 0);

    // One who holds each of the roles, and some who hold none.
    std::set<std::string> people, roles;
    for (const Record& seat : loaded().records.at("assignment"))
        if (!seat.text("person").empty() && roles.insert(seat.text("role")).second) people.insert(seat.text("person"));
    const std::vector<Record>& all = loaded().records.at("person");
    for (std::size_t i = 0; i < all.size(); i += all.size() / 5) people.insert(all[i].id);
    CHECK(people.size() > 12);
    auto view = storage.read();
    REQUIRE(view);
    std::size_t found = 0;
    for (const std::string& person : people) {
        const auto who = actor_of(view->store(), person, kExampleNow);
        REQUIRE(who);
        const std::set<std::string> expected = on_their_page(*view, *who);
        CHECK_MESSAGE(reminded(*view, person) == expected, person);
        found += expected.size();
    }
    CHECK(found > 50);
}
