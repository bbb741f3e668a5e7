#pragma once
// Moves ImGui windows by as many pixels as the wheel or the finger moved, like any other page in the browser.
#include <imgui.h>

#include <cstddef>

struct ImGuiWindow;

namespace lisa::platform {

class Scroll {
public:
    /// Asks to move what lies under a point. `starts` begins a gesture, which chooses the window that moves until it ends.
    void by(ImVec2 at, ImVec2 pixels, bool starts);
    /// Moves the windows; after ImGui::NewFrame, before they are drawn.
    void apply();

private:
    struct Axis {
        ImGuiID window = 0;
        float wanted = 0;  ///< with the fraction of a pixel that ImGui drops
    };
    void move(std::size_t axis);

    ImVec2 m_at{}, m_pixels{};
    bool m_starts = false;
    Axis m_axes[2];
};

}  // namespace lisa::platform
