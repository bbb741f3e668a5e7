// Everything is fetched again while something is shown already.
#include <doctest/doctest.h>

#include "domain/catalog.h"
#include "sync/replica.h"

using namespace lisa;

namespace {

std::string id_of(int number) { return "01920000-0000-7000-8000-00000000000" + std::to_string(number); }

/// A page with some units, by their numbers.
Page page_of(std::initializer_list<int> units, std::string_view epoch, bool is_reset, bool has_more) {
    Page page{.epoch = std::string(epoch), .is_reset = is_reset, .cursor = 10};
    page.has_more = has_more;
    for (const int number : units) {
        Record record{kUnit};
        record.id = id_of(number);
        record.rev = number;
        page.records.push_back(std::move(record));
    }
    return page;
}

}  // namespace

TEST_CASE("what is fetched anew takes the place of what is shown when all of it has come") {
    Replica replica(kCatalog, {});
    (void)replica.take_page(page_of({1, 2}, "e", true, false));
    replica.fetch_anew();
    CHECK(replica.epoch().empty());
    CHECK(replica.cursor() == 0);
    CHECK(replica.rows(kUnit).size() == 2);
    (void)replica.take_page(page_of({2}, "e", true, true));
    CHECK(replica.rows(kUnit).size() == 2);         // shown meanwhile
    CHECK(replica.snapshot().records.size() == 1);  // what the cursor is about
    (void)replica.take_page(page_of({3, 4}, "e", false, false));
    CHECK(replica.find(kUnit, id_of(1)) == nullptr);
    CHECK(replica.rows(kUnit).size() == 3);
    CHECK(replica.agrees(3));
}

TEST_CASE("when the rights altered meanwhile, what is shown is forgotten at once") {
    Replica replica(kCatalog, {});
    (void)replica.take_page(page_of({1, 2}, "e", true, false));
    replica.fetch_anew();
    (void)replica.take_page(page_of({}, "of other rights", true, true));
    CHECK(replica.rows(kUnit).empty());
    CHECK(replica.epoch() == "of other rights");
}

TEST_CASE("who begins from nothing sees each page as it comes") {
    Replica replica(kCatalog, {});
    (void)replica.take_page(page_of({1}, "e", true, true));
    CHECK(replica.rows(kUnit).size() == 1);
    (void)replica.take_page(page_of({2}, "e", false, false));
    CHECK(replica.rows(kUnit).size() == 2);
}
