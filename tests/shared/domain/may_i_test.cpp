#include "domain/may_i.h"

#include <doctest/doctest.h>

#include <deque>

#include "domain/handling_rule.h"

using namespace lisa;

namespace {

/// Rules in the order in which they were added.
struct Rules {
    std::deque<Record> kept{};

    const Record* add(std::string_view way, std::string_view answer, std::int64_t least, std::int64_t greatest, Set kinds = {}) {
        Record rule(kHandlingRule);
        rule.set(handling_rule::way, std::string(way));
        rule.set(handling_rule::answer, std::string(answer));
        rule.set(handling_rule::least_confidentiality, least);
        rule.set(handling_rule::greatest_confidentiality, greatest);
        rule.set(handling_rule::personal_data, std::move(kinds));
        return &kept.emplace_back(std::move(rule));
    }
    std::optional<Verdict> ask(std::string_view way, std::optional<std::int64_t> level, std::string_view data) const {
        std::vector<const Record*> rules;
        for (const Record& rule : kept) rules.push_back(&rule);
        return may_i(way, level, data, rules);
    }
    std::string answer(std::string_view way, std::optional<std::int64_t> level, std::string_view data) const {
        const auto verdict = ask(way, level, data);
        return verdict ? std::string(verdict->answer) : "nothing";
    }
};

}  // namespace

TEST_CASE("P4 the rule for the way and the level answers") {
    Rules rules;
    const Record* open = rules.add("usb_stick", "yes", 0, 0);
    const Record* closed = rules.add("usb_stick", "no", 2, 3);
    rules.add("email_external", "ask", 0, 3);
    CHECK(rules.ask("usb_stick", 0, "none") == Verdict{"yes", open});
    CHECK(rules.ask("usb_stick", 2, "none") == Verdict{"no", closed});
    CHECK(rules.ask("usb_stick", 3, "none") == Verdict{"no", closed});
    CHECK(rules.answer("email_external", 0, "none") == "ask");
}

TEST_CASE("P4 the strictest of the rules that apply decides") {
    Rules rules;
    rules.add("chat", "yes", 0, 3);
    CHECK(rules.answer("chat", 1, "none") == "yes");
    rules.add("chat", "with_conditions", 0, 3);
    CHECK(rules.answer("chat", 1, "none") == "with_conditions");
    rules.add("chat", "ask", 0, 3);
    CHECK(rules.answer("chat", 1, "none") == "ask");
    rules.add("chat", "no", 0, 3);
    CHECK(rules.answer("chat", 1, "none") == "no");
    rules.add("chat", "yes", 1, 1, {"none"});
    CHECK(rules.answer("chat", 1, "none") == "no");
}

TEST_CASE("P4 a rule that names the kind of personal data counts as well as one without") {
    Rules rules;
    const Record* all = rules.add("email_internal", "with_conditions", 0, 1);
    const Record* special = rules.add("email_internal", "no", 0, 3, {"criminal", "special_category"});
    CHECK(rules.ask("email_internal", 1, "ordinary") == Verdict{"with_conditions", all});
    CHECK(rules.ask("email_internal", 1, "special_category") == Verdict{"no", special});
    CHECK(rules.ask("email_internal", 3, "criminal") == Verdict{"no", special});
    CHECK_FALSE(rules.ask("email_internal", 3, "ordinary"));
}

TEST_CASE("P4 of equal answers the more exact rule gives the reason") {
    Rules rules;
    rules.add("post", "with_conditions", 0, 3);
    const Record* narrow = rules.add("post", "with_conditions", 1, 2);
    rules.add("post", "with_conditions", 1, 2);
    const Record* named = rules.add("post", "with_conditions", 0, 3, {"extra_protected"});
    CHECK(rules.ask("post", 1, "none")->rule == narrow);
    CHECK(rules.ask("post", 1, "extra_protected")->rule == named);
}

TEST_CASE("P4 information that has no class yet is to be asked about") {
    Rules rules;
    rules.add("ai_public", "yes", 0, 3);
    CHECK(rules.ask("ai_public", std::nullopt, "none") == Verdict{"ask", nullptr});
    CHECK(rules.ask("ai_public", -1, "none") == Verdict{"ask", nullptr});
    CHECK(rules.ask("ai_public", 4, "none") == Verdict{"ask", nullptr});
}

TEST_CASE("P4 personal data that nobody assessed never get a milder answer than some kind would") {
    Rules rules;
    const Record* all = rules.add("phone_call", "yes", 0, 1);
    for (std::string_view unknown : {"", "not_assessed"}) CHECK(rules.ask("phone_call", 0, unknown) == Verdict{"yes", all});
    rules.add("phone_call", "with_conditions", 0, 1, {"criminal"});
    for (std::string_view unknown : {"", "not_assessed"}) CHECK(rules.ask("phone_call", 0, unknown) == Verdict{"ask", nullptr});
    CHECK(rules.ask("phone_call", 0, "none") == Verdict{"yes", all});
    rules.add("phone_call", "yes", 2, 2, {"ordinary"});
    CHECK(rules.ask("phone_call", 2, "") == Verdict{"ask", nullptr});
    const Record* never = rules.add("phone_call", "no", 0, 3);
    CHECK(rules.ask("phone_call", 0, "not_assessed") == Verdict{"no", never});
    Rules named;
    const Record* rule = named.add("post", "with_conditions", 0, 3, {"not_assessed"});
    CHECK(named.ask("post", 1, "not_assessed") == Verdict{"with_conditions", rule});
}

TEST_CASE("P4 nothing is said where no rule says anything") {
    Rules rules;
    rules.add("post", "yes", 0, 1);
    rules.add("", "no", 0, 3);
    CHECK_FALSE(rules.ask("", 0, "none"));
    CHECK_FALSE(rules.ask("pigeon", 0, "none"));
    CHECK_FALSE(rules.ask("pigeon", std::nullopt, "none"));
    CHECK_FALSE(rules.ask("post", 2, "none"));
    CHECK_FALSE(may_i("post", 0, "none", {}));
}

TEST_CASE("P4 rules that are removed, blank or something else are passed over") {
    Rules rules;
    rules.add("post", "no", 0, 3);
    rules.kept.back().removed = true;
    rules.add("post", "", 0, 3);
    const Record stray, asset(kAsset);
    const Record* bare[] = {nullptr, &stray, &asset, &rules.kept[0], &rules.kept[1]};
    CHECK_FALSE(may_i("post", 0, "none", bare));
}

TEST_CASE("P4 a rule without ends is for every level, and swapped ends mean the levels between") {
    Rules rules;
    Record open(kHandlingRule);
    open.set(handling_rule::way, std::string("post"));
    open.set(handling_rule::answer, std::string("with_conditions"));
    rules.kept.push_back(open);
    for (std::int64_t level = 0; level <= 3; ++level) CHECK(rules.answer("post", level, "none") == "with_conditions");
    rules.add("post", "no", 3, 2);
    CHECK(rules.answer("post", 1, "none") == "with_conditions");
    CHECK(rules.answer("post", 2, "none") == "no");
    CHECK(rules.answer("post", 3, "none") == "no");
}

TEST_CASE("P4 an answer from a newer program counts as ask") {
    Rules rules;
    rules.add("post", "yes", 0, 3);
    const Record* rule = rules.add("post", "only_on_mondays", 0, 3);
    CHECK(rules.ask("post", 0, "none") == Verdict{"ask", rule});
    rules.add("post", "no", 0, 3);
    CHECK(rules.answer("post", 0, "none") == "no");
}
