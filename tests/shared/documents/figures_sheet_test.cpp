// The appendix of a board (F8).
#include "documents/figures_sheet.h"

#include "shared/figures/ground.h"

using namespace lisa;
using namespace lisa::test;

namespace {

std::string sheet(Ground& ground, const Scope& scope) { return figures_sheet("Nämnd <A>", ground.basis(), scope, ground.who, ground.reader); }

bool has(const std::string& page, std::string_view words) { return page.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("F8: the appendix says what it is about, when, every figure that is seen and what it means, and nothing unescaped") {
    Ground ground;
    classify(ground);
    const std::string page = sheet(ground, {.unit = id("board_a"), .person = {}});
    CHECK(has(page, "<h1>Läget: Nämnd &lt;A&gt;</h1>"));
    CHECK(has(page, "Så står det till 2026-11-25. Det som händer över tid räknas från 2025-11-25."));
    for (const Figure& figure : figures())  // all but the requests, which she does not read
        CHECK(has(page, phrase(WordKey{"figure_text", figure.key}.view())) == (figure.entity != &kPrivacyRequest));
    CHECK(has(page, "<th scope=\"row\">Klassad information</th><td>100 %</td><td>1 av 1</td>"));
    CHECK_FALSE(has(page, phrase("figures.partly")));
    CHECK_FALSE(has(page, "Kartor"));  // of another board
}

TEST_CASE("F8: what is to be dealt with stands by name, as many as one reads, and the rest as a number") {
    Ground ground;
    for (int i = 0; i < 25; ++i)
        ground.add(kAsset, "a" + std::to_string(i),
                   {{"name", text("Tillgång " + std::to_string(i))}, {"kind", text("process")}, {"unit", text(id("board_a"))}});
    const std::string page = sheet(ground, {.unit = id("board_a"), .person = {}});
    std::size_t named = 0;
    for (std::size_t at = page.find("<li>"); at != page.npos; at = page.find("<li>", at + 1)) ++named;
    CHECK(has(page, "<h3>" + phrase("figure.assets_due") + "</h3>"));
    CHECK(has(page, "och 6 till."));
    CHECK(named >= 21);
}

TEST_CASE("F8: who reads only a part gets that part, and a page that says so") {
    Ground ground;
    add_matrix(ground);
    add_risk(ground);
    ground.who = holder(Role::information_owner, "board_b");
    const std::string some = sheet(ground, {});
    CHECK(has(some, phrase("figures.partly")));
    CHECK(has(some, " *</td>"));
    ground.who = holder(Role::employee, "kommun");
    const std::string little = sheet(ground, {});
    CHECK_FALSE(has(little, phrase("figure.risks_open")));
    CHECK_FALSE(has(little, "Utpressningsvirus"));
}

TEST_CASE("H6: the months stand in the appendix once there is something in them") {
    Ground ground;
    CHECK_FALSE(has(sheet(ground, {}), "<caption>" + phrase("figures.trend") + "</caption>"));
    ground.add(kEvent, "e", {{"name", text("e")}, {"unit", text(id("board_a"))}, {"discovered_at", text("2026-11-01T10:00:00Z")}});
    const std::string page = sheet(ground, {});
    CHECK(has(page, "<caption>" + phrase("figures.trend") + "</caption>"));
    CHECK(has(page, "<th scope=\"row\">2026-11</th><td>1</td>"));
    CHECK(has(page, "<th scope=\"row\">2025-12</th><td>0</td>"));
}
