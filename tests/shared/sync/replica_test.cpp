#include "sync/replica.h"
#include "core/json.h"

#include "tests/shared/memory.h"

#include <doctest/doctest.h>

using namespace lisa;
using namespace lisa::test;

namespace {

const Actor kOwner = holder(Role::information_owner, "board_a", "owner");

/// The page that a fresh client of kOwner gets.
Page whole(Memory& store) {
    Page page;
    page.epoch = "first";
    page.is_reset = true;
    page.cursor = store.rev();
    for (const auto& [key, record] : store.records) {
        auto seen = record.removed ? std::nullopt : redact(record, kOwner, *places_of(record, store));
        if (seen) page.records.push_back(std::move(*seen));
    }
    page.visible = static_cast<std::int64_t>(page.records.size());
    return page;
}

/// A later page with one record in it.
Page later(std::int64_t cursor, std::vector<Record> records = {}) {
    Page page;
    page.epoch = "first";
    page.cursor = cursor;
    page.records = std::move(records);
    return page;
}

Change naming(const char* name, const char* change_id = "change", const char* asset = "grades") {
    Change made = change(Verb::update, kAsset, id(asset), 1, {{"name", text(name)}});
    made.id = id(change_id);
    return made;
}

Change note(const char* said, const char* change_id) {
    Change made = change(Verb::update, kAsset, id("grades"), 1, {{"notes", NoteEdit{said}}});
    made.id = id(change_id);
    return made;
}

Pending kept(std::int64_t number, Change change) { return {number, std::move(change), "2026-11-23T09:00:00Z", Pending::State::kept, 0, {}}; }

struct Browser {
    Municipality server;
    Replica replica{kCatalog, kOwner};
    Browser() { (void)replica.take_page(whole(server)); }

    const Record& asset(const char* name = "grades") const {
        const Record* found = replica.find(kAsset, id(name));
        REQUIRE(found);
        return *found;
    }
    std::string name() const { return asset().text("name"); }
    std::size_t notes() const {
        const auto* notes = std::get_if<Notes>(&asset().values[position(kAsset, "notes")]);
        return notes ? notes->size() : 0;
    }
    Record renamed(const char* name, std::int64_t rev) const {
        Record record = *replica.pulled(kAsset, id("grades"));
        record.values[position(kAsset, "name")] = text(name);
        record.rev = rev;
        return record;
    }
};

}  // namespace

TEST_CASE("a fresh replica holds what was pulled and agrees with the server's count") {
    Browser browser;
    CHECK(browser.replica.cursor() == browser.server.rev());
    CHECK(browser.replica.epoch() == "first");
    CHECK(browser.replica.rows(kUnit).size() == 5);
    CHECK(browser.replica.rows(kAsset).size() == 1);  // the maps are out of sight
    CHECK(browser.replica.agrees(*whole(browser.server).visible));
    CHECK_FALSE(browser.replica.agrees(*whole(browser.server).visible + 1));
    CHECK(browser.replica.find(kAsset, id("maps")) == nullptr);
    CHECK(browser.replica.find(kAsset, "") == nullptr);
}

TEST_CASE("an own change shows at once, and what was pulled stays known beside it") {
    Browser browser;
    const std::uint64_t version = browser.replica.version();
    browser.replica.add(kept(1, naming("Slutbetyg")));
    CHECK(browser.name() == "Slutbetyg");
    CHECK(browser.replica.pulled(kAsset, id("grades"))->text("name") == "Betyg");
    CHECK(browser.replica.version() > version);
    CHECK(browser.replica.has(Pending::State::kept, id("grades")));
    CHECK_FALSE(browser.replica.has(Pending::State::sent, id("grades")));
    CHECK(browser.replica.rows(kAsset).size() == 1);
}

TEST_CASE("a change goes from kept to sent to confirmed, and shows all the way") {
    Browser browser;
    const std::int64_t rev = browser.replica.cursor() + 1;
    browser.replica.add(kept(1, naming("Slutbetyg")));
    REQUIRE(browser.replica.to_send().changes.size() == 1);
    const auto altered = browser.replica.take_answers({{id("change"), rev, {}}});
    REQUIRE(altered.size() == 1);
    CHECK(altered[0].state == Pending::State::sent);
    CHECK(altered[0].rev == rev);
    CHECK(browser.replica.to_send().changes.empty());
    CHECK(browser.name() == "Slutbetyg");
    CHECK(browser.replica.take_page(later(rev - 1)).empty());
    CHECK(browser.name() == "Slutbetyg");
    CHECK(browser.replica.take_page(later(rev, {browser.renamed("Slutbetyg", rev)})) == std::vector<std::int64_t>{1});
    CHECK(browser.replica.outbox().empty());
    CHECK(browser.name() == "Slutbetyg");
}

TEST_CASE("a refused change is kept with its reason, shows theirs, and leaves only when the person says so") {
    Browser browser;
    browser.replica.add(kept(1, naming("Slutbetyg")));
    const auto altered = browser.replica.take_answers({{id("change"), 0, fault(Fault::conflict, "name", "problem.conflict")}});
    REQUIRE(altered.size() == 1);
    CHECK(altered[0].state == Pending::State::refused);
    CHECK(browser.name() == "Betyg");
    CHECK(browser.replica.to_send().changes.empty());
    CHECK(browser.replica.take_page(later(999, {browser.renamed("Terminsbetyg", 999)})).empty());
    CHECK(browser.replica.count(Pending::State::refused) == 1);
    CHECK(browser.replica.outbox()[0].error.problems == std::vector<Problem>{{"name", "problem.conflict"}});
    browser.replica.drop({1});
    CHECK(browser.replica.outbox().empty());
}

TEST_CASE("after a lost reply the change is sent again, and the late answer does not show it twice") {
    Browser browser;
    const std::int64_t rev = browser.replica.cursor() + 1;
    browser.replica.add(kept(1, note("Ringt skolan", "n")));
    CHECK(browser.notes() == 1);
    Record pulled = browser.asset();  // the server took it, but its answer was lost; a pull came first
    pulled.rev = rev + 1;
    pulled.values[position(kAsset, "name")] = text("Bytt av någon annan");
    (void)browser.replica.take_page(later(rev + 1, {pulled}));
    CHECK(browser.replica.to_send().changes.size() == 1);
    (void)browser.replica.take_answers({{id("n"), rev, {}}});
    CHECK(browser.notes() == 1);
    CHECK(browser.replica.take_page(later(rev + 1)) == std::vector<std::int64_t>{1});
    CHECK(browser.notes() == 1);
}

TEST_CASE("an answer to what is unknown or already answered alters nothing") {
    Browser browser;
    browser.replica.add(kept(1, naming("Slutbetyg")));
    CHECK(browser.replica.take_answers({{id("other"), 5, {}}}).empty());
    (void)browser.replica.take_answers({{id("change"), 999, {}}});
    CHECK(browser.replica.take_answers({{id("change"), 0, fault(Fault::conflict, "", "problem.exists")}}).empty());
    CHECK(browser.replica.count(Pending::State::sent) == 1);
}

TEST_CASE("an own later change plays over an own earlier one, whatever becomes of that") {
    Browser browser;
    browser.replica.add(kept(1, naming("a", "1")));
    browser.replica.add(kept(2, naming("b", "2")));
    CHECK(browser.name() == "b");
    (void)browser.replica.take_answers({{id("1"), 0, fault(Fault::conflict, "name", "problem.conflict")}});
    CHECK(browser.name() == "b");
    (void)browser.replica.take_answers({{id("2"), 0, fault(Fault::conflict, "name", "problem.conflict")}});
    CHECK(browser.name() == "Betyg");
}

TEST_CASE("a record made here is a row, in the order of ids, and can be referred to before anybody confirms it") {
    Browser browser;
    for (const char* name : {"new 1", "new 2", "new 3", "new 4"}) {
        Change made = change(Verb::create, kAsset, id(name), 0, {{"name", text(name)}, {"kind", text("process")}, {"unit", text(id("school_a"))}});
        made.id = id(std::string("make ") + name);
        browser.replica.add(kept(static_cast<std::int64_t>(browser.replica.outbox().size()) + 1, made));
    }
    const auto rows = browser.replica.rows(kAsset);
    REQUIRE(rows.size() == 5);
    for (std::size_t i = 0; i + 1 < rows.size(); ++i) CHECK(rows[i]->id < rows[i + 1]->id);
    browser.replica.add(kept(9, change(Verb::update, kAsset, id("grades"), 1, {{"part_of", text(id("new 1"))}})));
    const auto uses = browser.replica.uses_of(kAsset, id("new 1"));
    REQUIRE(uses.size() == 1);
    CHECK(uses[0].record->id == id("grades"));
    CHECK(uses[0].field->name == "part_of");
}

TEST_CASE("a record removed here is no row any more, but is found while it is unconfirmed") {
    Browser browser;
    Change gone = change(Verb::remove, kAssetSystem, id("link"), 1);
    browser.replica.add(kept(1, gone));
    CHECK(browser.replica.rows(kAssetSystem).empty());
    REQUIRE(browser.replica.find(kAssetSystem, id("link")));
    CHECK(browser.replica.find(kAssetSystem, id("link"))->removed);
    CHECK(browser.replica.uses_of(kAsset, id("grades")).empty());
    Page page = later(999);
    page.gone.push_back({"asset_system", id("link")});
    (void)browser.replica.take_answers({{gone.id, 999, {}}});
    CHECK(browser.replica.take_page(page).size() == 1);
    CHECK(browser.replica.find(kAssetSystem, id("link")) == nullptr);
}

TEST_CASE("a preview says what would become of a change and alters nothing") {
    Browser browser;
    const std::uint64_t version = browser.replica.version();
    const auto shown = browser.replica.preview(naming("Slutbetyg"), kNow);
    REQUIRE(shown);
    CHECK(shown->text("name") == "Slutbetyg");
    CHECK(browser.name() == "Betyg");
    CHECK(browser.replica.version() == version);
    CHECK(outcome(browser.replica.preview(naming(""), kNow)) == "invalid name=problem.required");
    browser.replica.add(kept(1, naming("a")));
    CHECK(browser.name() == "a");  // a preview before does not hinder what comes after
}

TEST_CASE("what goes out of sight leaves the device, and a change to it waits for the server's answer") {
    Browser browser;
    browser.replica.add(kept(1, naming("Slutbetyg")));
    Page page = later(999);
    page.gone.push_back({"asset", id("grades")});
    page.gone.push_back({"guild", "of a newer server"});
    (void)browser.replica.take_page(page);
    CHECK(browser.replica.find(kAsset, id("grades")) == nullptr);
    CHECK(browser.replica.rows(kAsset).empty());
    CHECK(browser.replica.to_send().changes.size() == 1);
}

TEST_CASE("a reset forgets what was held, an ordinary page does not") {
    Browser browser;
    (void)browser.replica.take_page(later(999));
    CHECK(browser.replica.rows(kUnit).size() == 5);
    browser.replica.add(kept(1, naming("Slutbetyg")));
    Page reset = later(1000);
    reset.is_reset = true;
    reset.epoch = "second";
    (void)browser.replica.take_page(reset);
    CHECK(browser.replica.rows(kUnit).empty());
    CHECK(browser.replica.agrees(0));
    CHECK(browser.replica.epoch() == "second");
    CHECK(browser.replica.to_send().changes.size() == 1);
    browser.replica.forget();
    CHECK(browser.replica.cursor() == 0);
    CHECK(browser.replica.epoch().empty());
    CHECK(browser.replica.to_send().changes.size() == 1);
    (void)browser.replica.take_page(whole(browser.server));
    CHECK(browser.name() == "Slutbetyg");
}

TEST_CASE("whoever loses a right sees at once that the change no longer plays, and keeps it") {
    Browser browser;
    browser.replica.add(kept(1, naming("Slutbetyg")));
    browser.replica.become(holder(Role::manager, "board_a", "owner"));
    CHECK(browser.name() == "Betyg");
    CHECK(browser.replica.count(Pending::State::kept) == 1);
    browser.replica.become(kOwner);
    CHECK(browser.name() == "Slutbetyg");
}

TEST_CASE("a push takes the oldest changes first and no more than the limit") {
    Browser browser;
    std::vector<Pending> many;
    for (std::int64_t i = static_cast<std::int64_t>(kPushLimit) + 20; i > 0; --i) many.push_back(kept(i, naming("x", std::to_string(i).c_str())));
    browser.replica.load_outbox(many);
    const auto sending = browser.replica.to_send().changes;
    REQUIRE(sending.size() == kPushLimit);
    CHECK(sending[0].id == id("1"));
    CHECK(sending.back().id == id(std::to_string(kPushLimit)));
}

TEST_CASE("a push stays below what a server takes at once, but one change is always sent") {
    Browser browser;
    std::vector<Pending> large;
    for (std::int64_t i = 1; i <= 60; ++i) large.push_back(kept(i, naming(std::string(20'000, 'x').c_str(), std::to_string(i).c_str())));
    large.push_back(kept(99, naming(std::string(kPushBytes, 'x').c_str(), "99")));
    browser.replica.load_outbox(large);
    for (std::size_t sent = 0; sent < large.size();) {
        const auto sending = browser.replica.to_send().changes;
        REQUIRE_FALSE(sending.empty());
        CHECK((sending.size() == 1 || dump(push_to_json(sending)).size() < kPushBytes + 1000));
        std::vector<Answer> answers;
        for (const Change& change : sending) answers.push_back({change.id, 100, {}});
        sent += browser.replica.take_answers(answers).size();
    }
    CHECK(browser.replica.to_send().changes.empty());
}

TEST_CASE("the outbox of another tab is taken up in its order") {
    Browser browser;
    browser.replica.add(kept(1, naming("a", "1")));
    browser.replica.load_outbox({kept(2, naming("b", "2")), kept(1, naming("a", "1"))});
    CHECK(browser.name() == "b");
    CHECK(browser.replica.outbox()[0].number == 1);
    browser.replica.load_outbox({});  // the other tab had them refused, and the person dropped them
    CHECK(browser.name() == "Betyg");
}

TEST_CASE("an entry that another tab already brought is not taken up twice") {
    Browser browser;
    browser.replica.load_outbox({kept(1, note("mitt", "1")), kept(2, note("den andra flikens", "2"))});
    browser.replica.add(kept(1, note("mitt", "1")));
    CHECK(browser.replica.outbox().size() == 2);
    CHECK(browser.notes() == 2);
    browser.replica.load_outbox({kept(5, note("e", "5"))});
    browser.replica.add(kept(4, note("d", "4")));
    CHECK(browser.replica.to_send().changes[0].id == id("4"));
}

TEST_CASE("what another tab saw confirmed still shows here until our own pull brings it") {
    Browser browser;
    const std::int64_t rev = browser.replica.cursor() + 1;
    browser.replica.add(kept(1, naming("Slutbetyg")));
    (void)browser.replica.take_answers({{id("change"), rev, {}}});
    browser.replica.load_outbox({});
    CHECK(browser.name() == "Slutbetyg");
    (void)browser.replica.take_page(later(rev, {browser.renamed("Slutbetyg", rev)}));
    CHECK(browser.replica.outbox().empty());
    CHECK(browser.name() == "Slutbetyg");
}

TEST_CASE("what another tab sent and we have pulled already does not show twice") {
    Browser browser;
    const std::int64_t rev = browser.replica.cursor() + 1;
    browser.replica.add(kept(1, note("Ringt skolan", "1")));
    const Record pulled = browser.asset();
    (void)browser.replica.take_page(later(rev, {pulled}));
    Pending sent = kept(1, note("Ringt skolan", "1"));
    sent.state = Pending::State::sent;
    sent.rev = rev;
    browser.replica.load_outbox({sent});
    CHECK(browser.notes() == 1);
}

TEST_CASE("what was confirmed still shows halfway through the pages, while the record itself is to come on a later one") {
    Browser browser;
    browser.replica.add(kept(1, note("hej", "first")));
    browser.replica.add(kept(2, naming("Nytt", "second")));
    (void)browser.replica.take_answers({{id("first"), 101, {}}, {id("second"), 103, {}}});
    Page half = later(102);
    half.has_more = true;
    CHECK(browser.replica.take_page(half).empty());
    CHECK(browser.notes() == 1);
    CHECK(browser.name() == "Nytt");
    SUBCASE("also in another tab that starts from what this one held") {
        Replica other(kCatalog, kOwner);
        CHECK(other.take_page(browser.replica.snapshot()).empty());
        other.load_outbox(browser.replica.outbox());
        CHECK(other.outbox().size() == 2);
        CHECK(std::get<Notes>(other.find(kAsset, id("grades"))->values[position(kAsset, "notes")]).size() == 1);
    }
    SUBCASE("until the last page is there") {
        Record record = browser.renamed("Nytt", 103);
        record.values[position(kAsset, "notes")] = Notes{{"2026-11-23T09:00:00Z", kOwner.person, "hej"}};
        CHECK(browser.replica.take_page(later(103, {record})) == std::vector<std::int64_t>{1, 2});
        CHECK(browser.notes() == 1);
    }
}

TEST_CASE("a snapshot starts another replica where this one was, without what may not be kept on the device") {
    Browser browser;
    browser.replica.add(kept(1, naming("Slutbetyg")));
    const Page snapshot = browser.replica.snapshot();
    CHECK(snapshot.cursor == browser.replica.cursor());
    Replica other(kCatalog, kOwner);
    (void)other.take_page(*page_from_json(kCatalog, *parse_json(dump(page_to_json(snapshot)))));
    CHECK(other.cursor() == browser.replica.cursor());
    CHECK(other.epoch() == browser.replica.epoch());
    for (const Entity* entity : kCatalog) {
        CAPTURE(std::string(entity->name));
        CHECK(other.rows(*entity).size() == (entity->kept_on_device ? browser.replica.rows(*entity).size() : 0));
    }
    CHECK(other.find(kAsset, id("grades"))->text("name") == "Betyg");  // the outbox is kept apart
}

TEST_CASE("a register that may not be kept on the device is not in the snapshot") {
    static constexpr Entity kSecret{
        .name = "asset", .fields = kAsset.fields, .title = kAsset.title, .place = "unit", .access = kAsset.access, .kept_on_device = false};
    static constexpr const Entity* kOnly[] = {&kUnit, &kSecret};
    Replica replica(kOnly, kOwner);
    Record record{kSecret}, unit{kUnit};
    record.id = id("secret");
    unit.id = id("kommun");
    (void)replica.take_page(later(5, {record, unit}));
    CHECK(replica.rows(kSecret).size() == 1);
    REQUIRE(replica.snapshot().records.size() == 1);
    CHECK(replica.snapshot().records[0].id == id("kommun"));
}

TEST_CASE("what refers to a record is found by field, own unconfirmed changes included") {
    Replica replica(kCatalog, holder(Role::coordinator, "kommun"));
    Municipality store;
    Page page{.epoch = "e", .is_reset = true, .cursor = 100};
    for (const auto& [key, record] : store.records) page.records.push_back(record);
    (void)replica.take_page(std::move(page));
    REQUIRE(replica.referring(kAssetSystem, "asset", id("grades")).size() == 1);
    CHECK(replica.referring(kAssetSystem, "system", id("grades")).empty());
    CHECK(replica.referring(kAssetSystem, "nothing", id("grades")).empty());
    CHECK(replica.count(kAssetSystem) == 1);
}
