#pragma once
// Draws what ImGui laid out with WebGL2. It owns the whole context, so that it never asks for state: each question
// (glGet…) would wait for the graphics process, which costs more than drawing.
#include <imgui.h>

#include <cstdint>

namespace lisa::platform {

class Gl {
public:
    /// Takes over the canvas with this CSS selector. False if the browser gives no WebGL2.
    bool open(const char* canvas);
    /// Makes everything that lives in the context, at first and after the browser took the context away and gave it back.
    void restore();
    /// Says that the context is gone: nothing is drawn until restore().
    void lose() { m_is_open = false; }
    void draw(const ImDrawData& data);

private:
    void update(ImTextureData& texture);
    void draw_list(const ImDrawList& list, const ImDrawData& data);
    void point_to(std::uint32_t first_vertex);

    bool m_is_open = false;
    std::uint32_t m_program = 0, m_vertices = 0, m_indices = 0;
    std::int32_t m_projection = -1;
};

}  // namespace lisa::platform
