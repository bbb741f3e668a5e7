// How Lisa looks and behaves for the person (A5, A7): chosen on a page of its own, remembered, in force at once.
#include "app/preferences.h"

#include "ui/program.h"

using namespace lisa;
using namespace lisa::test;
using Aria = semantics::Role;

namespace {

float height_of(const Program& program, Aria role, std::string_view name) {
    const semantics::Node* node = program.screen.node(role, name);
    return node ? node->rect.h : 0;
}

}  // namespace

TEST_CASE("A5 what one chooses is remembered under its key, and the first choice forgets it") {
    Program program("employee", kRoot, 0, "/anpassa");
    for (const app::Preference& preference : app::kPreferences) {
        CAPTURE(preference.key);
        const std::string label(say(Language::swedish, preference.label)), key(preference.key);
        for (const app::PreferenceValue& value : preference.values) {
            REQUIRE(program.type(Aria::select, label, value.value));
            CHECK(program.platform.memory[key] == value.value);
            CHECK(program.screen.node(Aria::select, label)->value == value.value);
        }
        CHECK(preference.values.front().value.empty());
    }
    check_tree(program.screen);
}

TEST_CASE("A5 size, density and spacing of the text take effect in the next frame") {
    Program program("employee", kRoot, 0, "/anpassa");
    const float usual = height_of(program, Aria::select, "Täthet"), heading = height_of(program, Aria::heading, "Anpassa");
    REQUIRE(program.type(Aria::select, "Täthet", "compact"));
    CHECK(height_of(program, Aria::select, "Täthet") < usual);
    CHECK(height_of(program, Aria::select, "Täthet") >= 24);
    REQUIRE(program.type(Aria::select, "Avstånd i texten", "wide"));
    CHECK(height_of(program, Aria::heading, "Anpassa") > heading);
    REQUIRE(program.type(Aria::select, "Textstorlek", "200"));
    CHECK(height_of(program, Aria::heading, "Anpassa") > 1.9f * heading);
    CHECK(program.platform.memory["text_scale"] == "200");
    REQUIRE(program.click(Aria::button, "Återställ"));
    for (const auto& [key, value] : program.platform.memory) CHECK_MESSAGE(value.empty(), key);
    CHECK(height_of(program, Aria::select, "Täthet") == usual);
    CHECK(height_of(program, Aria::heading, "Anpassa") == heading);
}

TEST_CASE("A5 spaced letters are further apart, and close up again") {
    Program program("employee", kRoot, 0, "/anpassa");
    const auto width = [&] { return ImGui::GetIO().Fonts->Fonts[0]->CalcTextSizeA(18, FLT_MAX, 0, "Informationssäkerhet").x; };
    const float usual = width();
    REQUIRE(program.type(Aria::select, "Avstånd i texten", "wide"));
    CHECK(width() > usual + 15);
    REQUIRE(program.type(Aria::select, "Avstånd i texten", ""));
    CHECK(width() == doctest::Approx(usual));
}

TEST_CASE("A5 what was remembered in another version, or is nonsense, counts as not chosen") {
    FakePlatform platform;
    for (const char* text : {"", "abc", "9999999999999999", "-5"}) {
        platform.memory["text_scale"] = text;
        const float scale = app::look_from(platform).text_scale;
        CHECK(scale >= 0.8f);
        CHECK(scale <= 2.f);
    }
    platform.memory["density"] = "huge";
    CHECK_FALSE(app::look_from(platform).is_compact);
    Program program("employee", kRoot, 0, "/anpassa");
    program.platform.memory["theme"] = "pink";
    program.screen.settle(*program.host);
    CHECK(program.screen.node(Aria::select, "Färger")->value.empty());
}

TEST_CASE("A5 the language is a choice among the others") {
    Program program("employee", kRoot, 0, "/anpassa");
    REQUIRE(program.type(Aria::select, "Språk / Language", "en"));
    CHECK(program.screen.node(Aria::heading, "Preferences") != nullptr);
    CHECK(program.platform.memory["language"] == "en");
}
