#include "schema/json.h"
#include "tests/backend/http/desk.h"

using namespace lisa;
using namespace lisa::test;

TEST_CASE("F9 GET /api/as-of tells of the registers asked for, page by page") {
    Desk desk;
    const std::string cookie = desk.sign_in("chief");
    const auto told = desk.get("/api/as-of?day=2026-11-23&registers=asset,system", cookie);
    CHECK(told.status == 200);
    const Json page = body_of(told);
    CHECK(page["records"].size() == 3);
    CHECK(page["first"] == "2026-11-23");
    CHECK_FALSE(page.contains("next"));
    const std::string until = std::to_string(page["until"].get<std::int64_t>());
    const auto rest = desk.get("/api/as-of?day=2026-11-23&registers=asset,system&until=" + until + "&register=system", cookie);
    CHECK(body_of(rest)["records"].size() == 1);
    CHECK(body_of(desk.get("/api/as-of?day=2026-11-23", cookie))["records"].size() > 10);
    CHECK(body_of(desk.get("/api/as-of?day=2026-11-22", cookie))["records"].empty());
}

TEST_CASE("F9 GET /api/as-of is for who is signed in, and refuses what makes no sense") {
    Desk desk;
    const std::string cookie = desk.sign_in("chief");
    CHECK(desk.get("/api/as-of?day=2026-11-23").status == 401);
    for (const char* query : {"", "?day=", "?day=2026-11-24", "?day=2026-02-30", "?day=2026-11-23&registers=", "?day=2026-11-23&registers=asset,asset",
                              "?day=2026-11-23&registers=account", "?day=2026-11-23&registers=asset&register=system", "?day=2026-11-23&until=-1",
                              "?day=2026-11-23&until=9999", "?day=2026-11-23&after=%27%20OR%201=1"}) {
        CAPTURE(query);
        CHECK(desk.get(std::string("/api/as-of") + query, cookie).status == 422);
    }
}
