// Every view for everyone: what one can point at is named, where it is drawn and large enough; what assistive technology reads of
// the main views is kept as golden files.
#include "tests/shared/golden.h"
#include "ui/program.h"

using namespace lisa;
using namespace lisa::test;
using Aria = semantics::Role;

namespace {

struct View {
    std::string_view name, path, shortcut{};
};

const View kViews[] = {{"home", "/"},
                       {"list", "/register/asset"},
                       {"overview", "/register/asset/01920000-0000-7000-8000-000000001000"},
                       {"fields", "/register/asset/01920000-0000-7000-8000-000000001000/falt"},
                       {"links", "/register/unit/01920000-0000-7000-8000-000000000002/kopplingar"},
                       {"history", "/register/asset/01920000-0000-7000-8000-000000001000/historik"},
                       {"map", "/register/asset/01920000-0000-7000-8000-000000001000/karta"},
                       {"outbox", "/vantar"},
                       {"figures", "/laget"},
                       {"may_i", "/far-jag"},
                       {"organisation", "/organisation"},
                       {"import", "/importera/asset"},
                       {"preferences", "/anpassa"},
                       {"accessibility", "/tillganglighet"},
                       {"unknown", "/ingenstans"},
                       {"help", "/register/asset", "f1"},
                       {"palette", "/", "ctrl+k"},
                       {"find", "/", "ctrl+shift+f"}};

/// The program at a view, after its dialog was opened.
struct Shown : Program {
    Shown(const View& view, float width, float height) : Program("coordinator", kRoot, 3, view.path, width, height) { show(view); }
    void show(const View& view) {
        if (!view.shortcut.empty()) host->shortcut(view.shortcut);
        screen.settle(*host);
    }
};

/// What a screen reader gets of a tree: one line a node, indented by its depth.
std::string read_out(const semantics::Tree& tree) {
    constexpr std::pair<std::uint32_t, std::string_view> kStates[] = {
        {semantics::disabled, "disabled"}, {semantics::required, "required"},   {semantics::invalid, "invalid"},       {semantics::checked, "checked"},
        {semantics::selected, "selected"}, {semantics::expanded, "expanded"},   {semantics::current, "current"},       {semantics::modal, "modal"},
        {semantics::polite, "polite"},     {semantics::sorted_up, "ascending"}, {semantics::sorted_down, "descending"}};
    std::string text;
    for (const semantics::Node& node : tree.nodes()) {
        for (std::int32_t at = node.parent; at >= 0; at = tree.nodes()[static_cast<std::size_t>(at)].parent) text += "  ";
        text += semantics::role_name(node.role);
        if (!node.name.empty()) text += " \"" + node.name + "\"";
        if (!node.value.empty()) text += " = " + node.value;
        if (node.level > 0) text += ", level " + std::to_string(node.level);
        if (node.position > 0) text += ", " + std::to_string(node.position) + " of " + std::to_string(node.size);
        for (const auto& [state, word] : kStates)
            if (node.states & state) text.append(", ").append(word);
        if (!node.description.empty()) text += "; " + node.description;
        text += "\n";
    }
    return text;
}

}  // namespace

TEST_CASE("A5 WCAG 2.5.8 3.3.2 4.1.2 whatever one can point at is named, in its place and 24 pixels large, however Lisa is adapted") {
    constexpr std::pair<std::string_view, std::string_view> kWishes[] = {{"", ""}, {"density", "compact"}, {"spacing", "wide"}, {"text_scale", "200"}};
    for (const View& view : kViews)
        for (const float width : {1280.f, 360.f})
            for (const auto& [key, value] : kWishes) {
                CAPTURE(view.name);
                CAPTURE(width);
                CAPTURE(key);
                Shown program(view, width, 800);
                if (!key.empty()) {
                    program.platform.memory[std::string(key)] = std::string(value);
                    program.open();
                    program.show(view);
                }
                check_tree(program.screen);
            }
}

TEST_CASE("A5 for a finger, buttons and fields are 44 pixels high") {
    for (const View& view : kViews) {
        CAPTURE(view.name);
        Shown program(view, 390, 800);
        ImGui::GetIO().AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
        ImGui::GetIO().AddMousePosEvent(1, 1);
        program.screen.settle(*program.host);
        for (const semantics::Node& node : program.screen.tree().nodes()) {
            const bool is_target = node.role == Aria::button || node.role == Aria::textbox || node.role == Aria::searchbox || node.role == Aria::select ||
                                   node.role == Aria::combobox || node.role == Aria::tab || node.role == Aria::date || node.role == Aria::checkbox;
            if (!is_target || (node.states & semantics::unseen)) continue;
            CHECK_MESSAGE(node.rect.h >= 43.5f, semantics::role_name(node.role), " \"", node.name, "\" is ", node.rect.h, " high");
        }
    }
}

TEST_CASE("A5 what a screen reader gets of the main views is as it was reviewed") {
    for (const View& view : kViews) {
        CAPTURE(view.name);
        Shown program(view, 1280, 800);
        const std::string present = read_out(program.screen.tree());
        CHECK(first_difference(golden("views/" + std::string(view.name) + ".txt", present), present) == "");
    }
}
