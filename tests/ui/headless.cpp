#include "ui/headless.h"

#include <imgui_internal.h>

#include <cstdio>
#include <fstream>
#include <iterator>

#include "tests/places.h"

namespace lisa::test {

std::map<std::uint32_t, semantics::Rect>& items_seen() {
    static std::map<std::uint32_t, semantics::Rect> items;
    return items;
}

std::string FakePlatform::new_id() {
    char text[40];
    std::snprintf(text, sizeof text, "01930000-0000-7000-8000-%012llx", static_cast<unsigned long long>(++m_ids));
    return text;
}

namespace {

std::vector<char> read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void answer_textures() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures)
        if (texture->Status == ImTextureStatus_WantCreate || texture->Status == ImTextureStatus_WantUpdates) {
            texture->SetTexID(1);
            texture->SetStatus(ImTextureStatus_OK);
        }
}

/// Leaves out what ImGui makes by itself: windows, and the bars that scroll them.
void forget_own_items() {
    for (ImGuiWindow* window : ImGui::GetCurrentContext()->Windows) {
        items_seen().erase(window->ID);
        items_seen().erase(window->ChildId);
        items_seen().erase(window->MoveId);
        items_seen().erase(window->GetID("#COLLAPSE"));
        for (const ImGuiAxis axis : {ImGuiAxis_X, ImGuiAxis_Y}) items_seen().erase(ImGui::GetWindowScrollbarID(window, axis));
    }
}

}  // namespace

Headless::Headless(float width, float height) {
    m_context = ImGui::CreateContext();
    ImGui::SetCurrentContext(m_context);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {width, height};
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
    ImGui::GetCurrentContext()->TestEngineHookItems = true;
    const std::string folder = generated_path("fonts/");
    m_fonts[0] = read(folder + "lisa-regular.ttf");
    m_fonts[1] = read(folder + "lisa-semibold.ttf");
    m_fonts[2] = read(folder + "lisa-icons.ttf");
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    for (int i : {0, 1}) {
        config.MergeMode = false;
        io.Fonts->AddFontFromMemoryTTF(m_fonts[i].data(), static_cast<int>(m_fonts[i].size()), 18, &config);
        config.MergeMode = true;
        io.Fonts->AddFontFromMemoryTTF(m_fonts[2].data(), static_cast<int>(m_fonts[2].size()), 18, &config);
    }
}

Headless::~Headless() {
    ImGui::SetCurrentContext(m_context);
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) texture->SetStatus(ImTextureStatus_Destroyed);
    ImGui::DestroyContext(m_context);
}

void Headless::frame(app::Host& host, const semantics::Events& events) {
    ImGui::SetCurrentContext(m_context);
    ImGui::GetIO().DeltaTime = 1.f / 60;
    answer_textures();
    items_seen().clear();
    ImGui::NewFrame();
    m_tree.begin();
    host.frame(m_tree, events, focus);
    ImGui::Render();
    forget_own_items();
}

void Headless::settle(app::Host& host, semantics::Events events) {
    frame(host, events);
    for (int i = 0; i < 12; ++i) {
        const bool is_moving = host.animating();
        frame(host, {});
        if (!is_moving && i > 1) break;
    }
}

const semantics::Node* Headless::node(semantics::Role role, std::string_view name) const {
    for (const semantics::Node& node : m_tree.nodes())
        if (node.role == role && node.name == name) return &node;
    for (const semantics::Node& node : m_tree.nodes())
        if (node.role == role && node.name.starts_with(name)) return &node;
    return nullptr;
}

bool Headless::click(app::Host& host, semantics::Role role, std::string_view name) {
    const semantics::Node* target = node(role, name);
    if (!target) return false;
    semantics::Events events;
    events.push({.kind = semantics::Event::Kind::activate, .id = target->id});
    settle(host, events);
    return true;
}

bool Headless::type(app::Host& host, semantics::Role role, std::string_view name, std::string_view text) {
    const semantics::Node* target = node(role, name);
    if (!target) return false;
    focus = {target->id, true};
    semantics::Events events;
    events.push({.kind = semantics::Event::Kind::input, .id = target->id, .text = std::string(text)});
    settle(host, events);
    return true;
}

bool Headless::press(app::Host& host, semantics::Role role, std::string_view name, semantics::Key key) {
    const semantics::Node* target = node(role, name);
    if (!target) return false;
    focus = {target->id, true};
    semantics::Events events;
    events.push({.kind = semantics::Event::Kind::key, .id = target->id, .key = key});
    settle(host, events);
    return true;
}

std::string Headless::words() const {
    std::string all;
    for (const semantics::Node& node : m_tree.nodes()) all += node.name + "\n" + node.value + "\n";
    return all;
}

}  // namespace lisa::test

// What ImGui calls for every item while the hooks are on (imgui_internal.h, "Test Engine specific hooks").
void ImGuiTestEngineHook_ItemAdd(ImGuiContext*, ImGuiID id, const ImRect& box, const ImGuiLastItemData*) {
    if (id != 0) lisa::test::items_seen()[id] = {box.Min.x, box.Min.y, box.GetWidth(), box.GetHeight()};
}
void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID, const char*, ImGuiItemStatusFlags) {}
void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}
const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) { return nullptr; }
