#include "platform/scroll.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace lisa::platform {

namespace {

/// The innermost window under the point that can still move this way, and if there is none, none.
ImGuiWindow* window_to_move(ImVec2 at, std::size_t axis, float pixels) {
    ImGuiWindow* window = nullptr;
    ImGuiWindow* beneath = nullptr;
    ImGui::FindHoveredWindowEx(at, false, &window, &beneath);
    for (; window != nullptr; window = window->ParentWindow) {
        if ((window->Flags & ImGuiWindowFlags_NoScrollWithMouse) != 0) continue;
        const float room = pixels < 0 ? window->Scroll[axis] : window->ScrollMax[axis] - window->Scroll[axis];
        if (room > 0) return window;
        if ((window->Flags & ImGuiWindowFlags_ChildWindow) == 0) return nullptr;
    }
    return nullptr;
}

}  // namespace

void Scroll::by(ImVec2 at, ImVec2 pixels, bool starts) {
    m_at = at;
    m_pixels = {m_pixels.x + pixels.x, m_pixels.y + pixels.y};
    m_starts = m_starts || starts;
}

void Scroll::apply() {
    if (m_starts) m_axes[0] = m_axes[1] = {};
    move(0);
    move(1);
    m_pixels = {};
    m_starts = false;
}

void Scroll::move(std::size_t axis) {
    const float pixels = m_pixels[axis];
    if (pixels == 0) return;
    Axis& state = m_axes[axis];
    ImGuiWindow* window = state.window == 0 ? nullptr : ImGui::FindWindowByID(state.window);
    if (window == nullptr) {
        window = window_to_move(m_at, axis, pixels);
        if (window == nullptr) return;
        state = {window->ID, window->Scroll[axis]};
    }
    // Somebody else moved the window meanwhile: go on from where it is.
    if (std::abs(state.wanted - window->Scroll[axis]) > 1) state.wanted = window->Scroll[axis];
    state.wanted = std::clamp(state.wanted + pixels, 0.0f, std::max(window->ScrollMax[axis], 0.0f));
    if (axis == 0) ImGui::SetScrollX(window, state.wanted);
    else ImGui::SetScrollY(window, state.wanted);
}

}  // namespace lisa::platform
