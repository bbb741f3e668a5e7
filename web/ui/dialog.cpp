#include "ui/dialog.h"

#include <imgui_internal.h>

#include <algorithm>

namespace lisa::ui {

Dialog::Dialog(Ui& ui, std::string_view key, std::string_view title, float css_width, float& height)
    : m_ui(ui), m_height(height), m_outer(ui.container), m_ordinal(ui.ordinal) {
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const std::string name = "##dialog." + std::string(key);
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(screen);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, IM_COL32(10, 18, 26, 110));
    ImGui::Begin(name.c_str(), nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav);
    ImGui::PopStyleColor();
    ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());

    const float margin = ui.px(16), padding = ui.px(24);
    const float width = std::min(screen.x - 2 * margin, ui.px(css_width));
    const float tall = std::min(screen.y - 2 * margin, height + 2 * padding);
    const Box box{(screen.x - width) / 2, std::max(margin, (screen.y - tall) / 3), width, tall};
    for (int i = 4; i > 0; --i)
        paint(ui, {box.x - ui.px(static_cast<float>(i) * 2), box.y, box.w + ui.px(static_cast<float>(i) * 4), box.h + ui.px(static_cast<float>(i) * 3)},
              IM_COL32(0, 0, 0, 12), 14);
    paint(ui, box, ui.theme.surface, 10);
    outline(ui, box, ui.theme.hairline, 10);

    Node node = make_node(Aria::dialog, id_of("dialog"), title, box);
    node.states = semantics::modal;
    node.keys = semantics::key_escape;
    was_dismissed = ui.events.key(node.id) == semantics::key_escape;
    ui.container = node.id;
    ui.ordinal = 0;
    ui.tree.open(std::move(node));

    ImGui::SetCursorScreenPos({box.x, box.y + padding});
    ImGui::BeginChild("content", {box.w, box.h - 2 * padding}, ImGuiChildFlags_None, ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground);
    const ImVec2 start = ImGui::GetCursorScreenPos();
    column = {start.x + padding, start.y, box.w - 2 * padding};
    m_top = start.y;
    const float close = ui.row_height();
    Column head{column.x, column.y, column.w - close};
    heading(ui, head, 1, title);
    const Box cross{column.x + column.w - close, column.y + ui.px(4), close, close};
    was_dismissed = button_at(ui, cross, "close", ui.say("dialog.close"_tr), {.kind = Kind::quiet, .icon = "x"_icon, .shows_label = false}) || was_dismissed;
    column.y = std::max(head.y, cross.bottom()) + ui.px(8);
}

Dialog::~Dialog() {
    const float height = column.y - m_top;
    if (std::abs(height - m_height) > 0.5f && m_ui.wants_frame) *m_ui.wants_frame = true;
    m_height = height;
    ImGui::SetCursorScreenPos({column.x, column.y});
    ImGui::Dummy({1, 0});
    ImGui::EndChild();
    m_ui.tree.close();
    m_ui.container = m_outer;
    m_ui.ordinal = m_ordinal;
    ImGui::End();
}

}  // namespace lisa::ui
