#include "platform/gl.h"

#include <GLES3/gl3.h>
#include <emscripten/html5.h>

#include <cstddef>

namespace lisa::platform {

namespace {

constexpr char kVertexShader[] = R"(#version 300 es
layout(location = 0) in vec2 position;
layout(location = 1) in vec2 texel;
layout(location = 2) in vec4 colour;
uniform vec4 projection;
out vec2 at;
out vec4 tint;
void main() {
    at = texel;
    tint = colour;
    gl_Position = vec4(position * projection.xy + projection.zw, 0, 1);
})";

constexpr char kFragmentShader[] = R"(#version 300 es
precision mediump float;
in vec2 at;
in vec4 tint;
uniform sampler2D atlas;
out vec4 pixel;
void main() { pixel = tint * texture(atlas, at); })";

GLuint compile(GLenum kind, const char* source) {
    const GLuint shader = glCreateShader(kind);
    glShaderSource(shader, 1, &source, nullptr);
    glCompileShader(shader);
    return shader;
}

const void* offset(std::size_t bytes) { return reinterpret_cast<const void*>(bytes); }

GLuint name_of(const ImTextureData& texture) { return static_cast<GLuint>(texture.TexID); }

void create(ImTextureData& texture) {
    GLuint name = 0;
    glGenTextures(1, &name);
    glBindTexture(GL_TEXTURE_2D, name);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, texture.Width, texture.Height, 0, GL_RGBA, GL_UNSIGNED_BYTE, texture.GetPixels());
    texture.SetTexID(static_cast<ImTextureID>(name));
    texture.SetStatus(ImTextureStatus_OK);
}

}  // namespace

bool Gl::open(const char* canvas) {
    EmscriptenWebGLContextAttributes wanted;
    emscripten_webgl_init_context_attributes(&wanted);
    wanted.alpha = false;
    wanted.depth = false;
    wanted.stencil = false;
    wanted.antialias = false;
    wanted.majorVersion = 2;
    wanted.enableExtensionsByDefault = false;
    const auto context = emscripten_webgl_create_context(canvas, &wanted);
    if (context <= 0 || emscripten_webgl_make_context_current(context) != EMSCRIPTEN_RESULT_SUCCESS) return false;
    restore();
    return true;
}

void Gl::restore() {
    m_program = glCreateProgram();
    glAttachShader(m_program, compile(GL_VERTEX_SHADER, kVertexShader));
    glAttachShader(m_program, compile(GL_FRAGMENT_SHADER, kFragmentShader));
    glLinkProgram(m_program);
    glUseProgram(m_program);
    m_projection = glGetUniformLocation(m_program, "projection");
    glGenBuffers(1, &m_vertices);
    glGenBuffers(1, &m_indices);
    glBindBuffer(GL_ARRAY_BUFFER, m_vertices);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, m_indices);
    for (GLuint place = 0; place < 3; ++place) glEnableVertexAttribArray(place);
    glEnable(GL_BLEND);
    glBlendFunc(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA);
    glEnable(GL_SCISSOR_TEST);
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status == ImTextureStatus_Destroyed) continue;
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_WantCreate);
    }
    m_is_open = true;
}

void Gl::update(ImTextureData& texture) {
    if (texture.Status == ImTextureStatus_WantCreate) return create(texture);
    if (texture.Status == ImTextureStatus_WantUpdates) {
        glBindTexture(GL_TEXTURE_2D, name_of(texture));
        glPixelStorei(GL_UNPACK_ROW_LENGTH, texture.Width);
        for (const ImTextureRect& part : texture.Updates) {
            glTexSubImage2D(GL_TEXTURE_2D, 0, part.x, part.y, part.w, part.h, GL_RGBA, GL_UNSIGNED_BYTE, texture.GetPixelsAt(part.x, part.y));
        }
        glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
        texture.SetStatus(ImTextureStatus_OK);
    }
    if (texture.Status == ImTextureStatus_WantDestroy && texture.UnusedFrames > 0) {
        const GLuint name = name_of(texture);
        glDeleteTextures(1, &name);
        texture.SetTexID(ImTextureID_Invalid);
        texture.SetStatus(ImTextureStatus_Destroyed);
    }
}

/// WebGL2 cannot add a base to indices: lists of more than 65,536 vertices move the pointers instead.
void Gl::point_to(std::uint32_t first_vertex) {
    const std::size_t start = first_vertex * sizeof(ImDrawVert);
    glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, sizeof(ImDrawVert), offset(start + offsetof(ImDrawVert, pos)));
    glVertexAttribPointer(1, 2, GL_FLOAT, GL_FALSE, sizeof(ImDrawVert), offset(start + offsetof(ImDrawVert, uv)));
    glVertexAttribPointer(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, sizeof(ImDrawVert), offset(start + offsetof(ImDrawVert, col)));
}

void Gl::draw_list(const ImDrawList& list, const ImDrawData& data) {
    const ImVec2 scale = data.FramebufferScale;
    const int height = static_cast<int>(data.DisplaySize.y * scale.y + 0.5f);
    glBufferData(GL_ARRAY_BUFFER, list.VtxBuffer.size_in_bytes(), list.VtxBuffer.Data, GL_STREAM_DRAW);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, list.IdxBuffer.size_in_bytes(), list.IdxBuffer.Data, GL_STREAM_DRAW);
    std::uint32_t pointed_to = 0;
    point_to(0);
    ImTextureID bound = ImTextureID_Invalid;
    for (const ImDrawCmd& command : list.CmdBuffer) {
        if (command.UserCallback != nullptr) {
            if (command.UserCallback != ImDrawCallback_ResetRenderState) command.UserCallback(&list, &command);
            continue;
        }
        const int left = static_cast<int>((command.ClipRect.x - data.DisplayPos.x) * scale.x);
        const int top = static_cast<int>((command.ClipRect.y - data.DisplayPos.y) * scale.y);
        const int right = static_cast<int>((command.ClipRect.z - data.DisplayPos.x) * scale.x);
        const int bottom = static_cast<int>((command.ClipRect.w - data.DisplayPos.y) * scale.y);
        if (right <= left || bottom <= top) continue;
        glScissor(left, height - bottom, right - left, bottom - top);
        if (command.VtxOffset != pointed_to) point_to(pointed_to = command.VtxOffset);
        if (const ImTextureID wanted = command.GetTexID(); wanted != bound) {
            bound = wanted;
            glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(wanted));
        }
        glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount), GL_UNSIGNED_SHORT, offset(command.IdxOffset * sizeof(ImDrawIdx)));
    }
}

void Gl::draw(const ImDrawData& data) {
    if (!m_is_open) return;
    if (data.Textures != nullptr) {
        for (ImTextureData* texture : *data.Textures) {
            if (texture->Status != ImTextureStatus_OK) update(*texture);
        }
    }
    const int width = static_cast<int>(data.DisplaySize.x * data.FramebufferScale.x + 0.5f);
    const int height = static_cast<int>(data.DisplaySize.y * data.FramebufferScale.y + 0.5f);
    glViewport(0, 0, width, height);
    const ImVec2 size = data.DisplaySize, at = data.DisplayPos;
    glUniform4f(m_projection, 2 / size.x, -2 / size.y, -1 - 2 * at.x / size.x, 1 + 2 * at.y / size.y);
    for (const ImDrawList* list : data.CmdLists) draw_list(*list, data);
}

}  // namespace lisa::platform
