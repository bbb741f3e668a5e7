// Whether a governing document is followed, on the screen (F7).
#include "domain/duty_text.h"
#include "ui/program.h"

using namespace lisa;
using namespace lisa::test;
using Aria = semantics::Role;

namespace {

constexpr std::string_view kText = "01920000-0000-7000-8000-0000000000f1", kPart = "01920000-0000-7000-8000-0000000000f2",
                           kJudged = "01920000-0000-7000-8000-0000000000f3";

Value text(std::string_view value) { return Value{std::string(value)}; }

std::vector<Record> a_policy(bool is_judged) {
    std::vector<Record> records{
        made(kDocument, kText, {{"title", text("Policy")}, {"kind", text("policy")}, {"unit", text(kRoot)}, {"status", text("adopted")}}),
        made(kSection, kPart,
             {{"heading", text("Mål")},
              {"document", text(kText)},
              {"number", Value{std::int64_t{1}}},
              {"body", text("Informationen ska klassas. Alla ska gå utbildning.")}})};
    if (!is_judged) return records;
    Record one = made(kDutyJudgement, kJudged,
                      {{"sentence", text("Alla ska gå utbildning.")},
                       {"section", text(kPart)},
                       {"outcome", text("partly")},
                       {"motive", text("Hälften har gått den.")},
                       {"judged_on", text("2025-11-01")},
                       {"judged_by", text(kMe)}});
    one.set(duty_judgement::sentence_key, duties_in("Mål", "Alla ska gå utbildning.").front().key);
    records.push_back(one);
    return records;
}

std::string tab() { return "/register/document/" + std::string(kText) + "/skall-krav"; }

}  // namespace

TEST_CASE("F7 what the registers prove is counted and opens what is lacking, the rest is judged in one's own name") {
    Program program("coordinator", kRoot, 3, tab(), 1280, 1600, a_policy(false));
    CHECK(says(program, "2 meningar med ”ska”."));
    CHECK(says(program, "Följs inte"));
    CHECK(says(program, "Klassade: Informationstillgångar: 0 av 3"));
    CHECK(program.screen.node(Aria::link, "Tillgång 1") != nullptr);
    CHECK(says(program, "Inte bedömt"));
    check_tree(program.screen);
    REQUIRE(program.click(Aria::button, "Bedöm"));
    CHECK(says(program, "Alla ska gå utbildning."));
    REQUIRE(program.type(Aria::select, "Följs den?", "partly"));
    REQUIRE(program.type(Aria::textarea, "Motivering", "Hälften har gått den."));
    REQUIRE(program.click(Aria::button, "Spara"));
    REQUIRE(program.platform.outbox.size() == 1);
    const std::string& sent = program.platform.outbox.begin()->second;
    CHECK(sent.find("\"judged_by\":\"" + std::string(kMe) + "\"") != std::string::npos);
    CHECK(sent.find("\"sentence\":\"Alla ska gå utbildning.\"") != std::string::npos);
    CHECK(sent.find("\"judged_on\":\"2026-11-24\"") != std::string::npos);
    check_tree(program.screen);
}

TEST_CASE("F7 an old judgement says who, when and why, and is made anew") {
    Program program("coordinator", kRoot, 0, tab(), 360, 1600, a_policy(true));
    CHECK(says(program, "Följs delvis"));
    CHECK(says(program, "Bedömt av Anna Exempel den 2025-11-01"));
    CHECK(says(program, "Hälften har gått den."));
    CHECK(says(program, "Bedömningen gällde till 2026-11-01."));
    check_tree(program.screen);
    REQUIRE(program.click(Aria::button, "Bedöm igen"));
    CHECK(program.screen.node(Aria::date, "Bedömt den")->value == "2026-11-24");
    check_tree(program.screen);
}

TEST_CASE("F7 who may not judge sees how it is and no button") {
    Program program("employee", kBoard, 3, tab(), 1280, 1600, a_policy(false));
    CHECK(says(program, "Kan inte räknas ut för dig"));
    CHECK(program.screen.node(Aria::button, "Bedöm") == nullptr);
    check_tree(program.screen);
}
