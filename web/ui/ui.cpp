#include "ui/ui.h"

#include <imgui_internal.h>

namespace lisa::ui {

void paint(const Ui& ui, Box box, ImU32 colour, float css_rounding) {
    ImGui::GetWindowDrawList()->AddRectFilled({box.x, box.y}, {box.right(), box.bottom()}, colour, ui.px(css_rounding));
}

void outline(const Ui& ui, Box box, ImU32 colour, float css_rounding, float thickness) {
    ImGui::GetWindowDrawList()->AddRect({box.x, box.y}, {box.right(), box.bottom()}, colour, ui.px(css_rounding), 0, thickness);
}

void ring(const Ui& ui, Box box, float css_rounding) {
    const float gap = ui.px(2), thickness = ui.px(2);
    const float out = gap + thickness / 2;
    ImGui::GetWindowDrawList()->AddRect({box.x - out, box.y - out}, {box.right() + out, box.bottom() + out}, ui.theme.focus, ui.px(css_rounding) + out, 0,
                                        thickness);
}

std::uint32_t id_of(std::string_view key) { return ImGui::GetID(key.data(), key.data() + key.size()); }

semantics::Rect to_rect(Box box) { return {box.x, box.y, box.w, box.h}; }

semantics::Rect clip_rect() {
    const ImRect clip = ImGui::GetCurrentWindow()->ClipRect;
    return {clip.Min.x, clip.Min.y, clip.GetWidth(), clip.GetHeight()};
}

void bring_into_view(const Ui& ui, Box box) {
    ImGuiWindow* window = ImGui::GetCurrentWindow();
    ImRect rect({box.x, box.y}, {box.right(), box.bottom()});
    if (window->ClipRect.Contains(rect)) return;
    rect.Expand(ui.px(8));
    ImGui::ScrollToRect(window, rect, ImGuiScrollFlags_KeepVisibleEdgeY | ImGuiScrollFlags_KeepVisibleEdgeX);
    if (ui.wants_frame) *ui.wants_frame = true;
}

namespace {

Touch touch_of(Ui& ui, Box box, std::uint32_t id, bool is_disabled, float css_rounding) {
    Touch touch;
    touch.is_focused = ui.focus.id == id;
    touch.was_activated = !is_disabled && ui.events.activated(id);
    const ImRect rect({box.x, box.y}, {box.right(), box.bottom()});
    if (ui.events.focused(id) || (ui.has_shrunk && touch.is_focused)) bring_into_view(ui, box);
    if (!ImGui::ItemAdd(rect, id, nullptr, ImGuiItemFlags_NoNav | (is_disabled ? ImGuiItemFlags_Disabled : 0))) return touch;
    bool hovered = false, held = false;
    ImGui::ButtonBehavior(rect, id, &hovered, &held, ImGuiButtonFlags_NoNavFocus);
    touch.is_hovered = hovered && !is_disabled;
    touch.is_held = held && !is_disabled;
    if (touch.is_hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (touch.is_focused && ui.focus.visible) ring(ui, box, css_rounding);
    return touch;
}

}  // namespace

Touch interact(Ui& ui, Box box, Node node, float css_rounding) {
    const std::uint32_t id = node.id;
    const bool is_disabled = node.states & semantics::disabled;
    node.rect = to_rect(box);
    node.clip = clip_rect();
    ui.tree.add(std::move(node));
    return touch_of(ui, box, id, is_disabled, css_rounding);
}

Touch interact(Ui& ui, Box box, std::uint32_t id, float css_rounding) { return touch_of(ui, box, id, false, css_rounding); }

Node make_node(Aria role, std::uint32_t id, std::string_view name, Box box) {
    Node node;
    node.id = id;
    node.role = role;
    node.name = std::string(name);
    node.rect = to_rect(box);
    node.clip = clip_rect();
    return node;
}

int add_node(Ui& ui, Box box, Aria role, std::string_view name, int level) {
    // Known by its place among its siblings, so that the mirror keeps the element when the words change.
    const std::uint32_t place[] = {ui.ordinal++, static_cast<std::uint32_t>(role)};
    Node node = make_node(role, ImHashData(place, sizeof place, ui.container), name, box);
    node.level = level;
    return ui.tree.add(std::move(node));
}

Container::Container(Ui& ui, Node node) : m_ui(ui), m_outer(ui.container), m_ordinal(ui.ordinal) {
    ui.container = node.id;
    ui.ordinal = 0;
    m_index = ui.tree.open(std::move(node));
}

Container::Container(Ui& ui, Aria role, std::string_view key, std::string_view name, Box box) : Container(ui, make_node(role, id_of(key), name, box)) {}

Container::~Container() {
    m_ui.tree.close();
    m_ui.container = m_outer;
    m_ui.ordinal = m_ordinal;
}

Scroll::Scroll(Ui& ui, std::string_view key, Box box, float css_padding) : m_padding(ui.px(css_padding)) {
    ImGui::SetCursorScreenPos({box.x, box.y});
    ImGui::BeginChild(std::string(key).c_str(), {box.w, box.h}, ImGuiChildFlags_None, ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground);
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const float bar = ImGui::GetCurrentWindow()->ScrollbarY ? 0 : ImGui::GetStyle().ScrollbarSize;  // keeps its room when absent
    column = {start.x + m_padding, start.y + m_padding, ImGui::GetContentRegionAvail().x - 2 * m_padding - bar};
}

Scroll::~Scroll() {
    ImGui::SetCursorScreenPos({column.x, column.y + m_padding});
    ImGui::Dummy({1, 0});
    ImGui::EndChild();
}

}  // namespace lisa::ui
