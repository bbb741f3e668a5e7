// What was typed and not saved is kept on the device, and is there when the page is loaded anew.
#include "app/drafts.h"

#include "ui/program.h"

using namespace lisa;
using namespace lisa::test;
using Aria = semantics::Role;

namespace {

std::string form_of(int asset) { return "/register/asset/" + asset_id(asset) + "/falt"; }

/// Time passes until what was typed has been kept.
void rest(Program& program) {
    program.platform.clock += 1'000;
    program.screen.settle(*program.host);
}

}  // namespace

TEST_CASE("what was typed and not saved is there after the page was loaded anew, until it is saved") {
    Program program("coordinator", kRoot, 2, form_of(0));
    REQUIRE(program.type(Aria::textbox, "Namn", "Nytt namn"));
    rest(program);
    CHECK(program.platform.drafts.find("Nytt namn") != std::string::npos);
    program.open();
    REQUIRE(program.screen.node(Aria::textbox, "Namn") != nullptr);
    CHECK(program.screen.node(Aria::textbox, "Namn")->value == "Nytt namn");
    CHECK(program.platform.asks_before_leaving);
    REQUIRE(program.click(Aria::button, "Spara"));
    REQUIRE(program.platform.outbox.size() == 1);
    CHECK(program.platform.outbox.begin()->second.find("Nytt namn") != std::string::npos);
    rest(program);
    CHECK(program.platform.drafts.empty());
}

TEST_CASE("a record that is being made is there again too, and Mitt Lisa leads to it") {
    Program program("coordinator", kRoot, 0, "/register/asset");
    REQUIRE(program.click(Aria::button, "Ny"));
    REQUIRE(program.type(Aria::textbox, "Namn", "Halvfärdig"));
    rest(program);
    program.start.path = "/";
    program.open();
    REQUIRE(program.click(Aria::link, "Informationstillgång: Halvfärdig"));
    REQUIRE(program.screen.node(Aria::textbox, "Namn") != nullptr);
    CHECK(program.screen.node(Aria::textbox, "Namn")->value == "Halvfärdig");
}

TEST_CASE("what is thrown away is forgotten on the device as well") {
    Program program("coordinator", kRoot, 1, form_of(0));
    REQUIRE(program.type(Aria::textbox, "Namn", "Nytt namn"));
    rest(program);
    REQUIRE(program.click(Aria::button, "Ångra ändringar"));
    rest(program);
    CHECK(program.platform.drafts.empty());
}

TEST_CASE("drafts are read back as they were written, and what makes no sense in them is left out") {
    std::map<std::string, ui::Draft> drafts;
    ui::Draft draft;
    draft.entity = &kAsset;
    draft.id = asset_id(1);
    draft.is_new = true;
    draft.base = 7;
    draft.values = {
        {"name", Value{std::string("Å\"ä\n")}}, {"confidentiality", Value{std::int64_t{2}}}, {"forms", Value{Set{"film", "text"}}}, {"owner", Value{}}};
    draft.notes = {{"notes", "En rad"}};
    draft.words = {{"confidentiality", "2x"}};
    drafts[draft.id] = draft;
    drafts[asset_id(2)] = ui::Draft{.entity = &kAsset, .id = asset_id(2)};  // nothing typed
    const auto back = app::drafts_from(app::text_of(drafts), kCatalog);
    REQUIRE(back.size() == 1);
    const ui::Draft& read = back.at(draft.id);
    CHECK(read.entity == draft.entity);
    CHECK(read.is_new);
    CHECK(read.base == 7);
    CHECK(read.values == draft.values);
    CHECK(read.notes == draft.notes);
    CHECK(read.words == draft.words);

    for (const char* nonsense : {"", "x", "{}", "[1]", "[{}]", R"([{"entity":"asset","id":"../../etc"}])",
                                 R"([{"entity":"nothing","id":"01920000-0000-7000-8000-000000001001","values":{"name":"x"}}])",
                                 R"([{"entity":"asset","id":"01920000-0000-7000-8000-000000001001","values":{"no_field":"x","name":7}}])"}) {
        CAPTURE(nonsense);
        CHECK(app::drafts_from(nonsense, kCatalog).empty());
    }
}
