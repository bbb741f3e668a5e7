// The browser's program: the functions that the shell calls (lisa_*), and the frame that ties host, mirror and canvas.
#include <emscripten.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cstring>

#include "app/host.h"
#include "i18n/words.h"
#include "platform/browser.h"
#include "platform/gl.h"
#include "platform/packed.h"
#include "platform/scroll.h"
#include "semantics/mirror_json.h"

extern "C" void lisa_open_heap();

namespace {

using namespace lisa;

/// Everything the exports work on. It lives as long as the page.
struct Program {
    platform::Browser browser;
    platform::Gl gl;
    platform::Scroll scroll;
    semantics::Tree tree;
    semantics::MirrorJson mirror;
    semantics::Events events;
    semantics::Focus focus;
    std::unique_ptr<app::Host> host;
    std::string inbox;
    ImGuiMouseCursor cursor = ImGuiMouseCursor_Arrow;
    double last_frame_ms = 0;
    bool is_text = false;  ///< read, not drawn

    std::string_view received(int size) const { return std::string_view(inbox).substr(0, static_cast<std::size_t>(size)); }
};

Program& program() {
    static Program the_program;
    return the_program;
}

constexpr float kBodyPx = 15;
/// Inter's share of the line below the baseline. Moved down by it, an icon sits on the middle of the text beside it.
constexpr float kIconDrop = 680.0f / 3408.0f;

void* copy_for_imgui(std::string_view bytes) {
    void* copy = ImGui::MemAlloc(bytes.size());
    std::memcpy(copy, bytes.data(), bytes.size());
    return copy;
}

void add_font(std::string_view bytes, bool merges) {
    ImFontConfig look;
    look.MergeMode = merges;
    look.PixelSnapH = false;
    if (merges) look.GlyphOffset = {0, kBodyPx * kIconDrop};
    ImGui::GetIO().Fonts->AddFontFromMemoryTTF(copy_for_imgui(bytes), static_cast<int>(bytes.size()), kBodyPx, &look);
}

const char* css_cursor(ImGuiMouseCursor shape) {
    switch (shape) {
        case ImGuiMouseCursor_TextInput: return "text";
        case ImGuiMouseCursor_ResizeAll: return "move";
        case ImGuiMouseCursor_ResizeNS: return "ns-resize";
        case ImGuiMouseCursor_ResizeEW: return "ew-resize";
        case ImGuiMouseCursor_ResizeNESW: return "nesw-resize";
        case ImGuiMouseCursor_ResizeNWSE: return "nwse-resize";
        case ImGuiMouseCursor_Hand: return "pointer";
        case ImGuiMouseCursor_NotAllowed: return "not-allowed";
        default: return "default";
    }
}

void show_cursor(Program& it) {
    const ImGuiMouseCursor shape = ImGui::GetMouseCursor();
    if (shape == it.cursor) return;
    it.cursor = shape;
    it.browser.cursor(css_cursor(shape));
}

}  // namespace

int main() { lisa_open_heap(); }

extern "C" {

/// Where the shell writes the bytes that the next call is about.
EMSCRIPTEN_KEEPALIVE char* lisa_inbox(int size) {
    std::string& inbox = program().inbox;
    if (inbox.size() < static_cast<std::size_t>(size)) inbox.resize(static_cast<std::size_t>(size));
    return inbox.data();
}

/// Begins ImGui. Inbox: the fonts regular, semibold and icons.
EMSCRIPTEN_KEEPALIVE void lisa_open(int size) {
    const std::vector<std::string> parts = platform::unpack(program().received(size));
    if (parts.size() != 3) return;
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigWindowsMoveFromTitleBarOnly = true;
    io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors | ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
    for (const std::size_t text : {0u, 1u}) {
        add_font(parts[text], false);
        add_font(parts[2], true);
    }
}

/// Takes over the canvas with this CSS selector, to draw on it. 0 if the browser gives no WebGL2.
EMSCRIPTEN_KEEPALIVE int lisa_canvas(int size) { return program().gl.open(std::string(program().received(size)).c_str()) ? 1 : 0; }

/// Has the frames read as text, on the sheet, or drawn on the canvas, whose size then follows.
EMSCRIPTEN_KEEPALIVE void lisa_text(int yes) {
    Program& it = program();
    it.is_text = yes != 0;
    if (it.host) it.host->show_as_text(it.is_text);
    // Drawn again, frames wait until the canvas has its size.
    ImGui::GetIO().DisplaySize = it.is_text ? ImVec2(app::kSheetWidth, app::kSheetHeight) : ImVec2(0, 0);
}

/// Which colours to draw with. Inbox: a theme, as ui::theme_from() reads it.
EMSCRIPTEN_KEEPALIVE void lisa_theme(int size) {
    if (program().host) program().host->theme(program().received(size));
}

/// Starts the program. Inbox: me, path, language, client, "1" if there is a network, the language's texts, then key and value of
/// each choice kept.
EMSCRIPTEN_KEEPALIVE void lisa_start(int size) {
    Program& it = program();
    std::vector<std::string> parts = platform::unpack(it.received(size));
    if (parts.size() < 6) return;
    (void)load_words(parts[2] == "en" ? lisa::Language::english : lisa::Language::swedish, std::move(parts[5]));
    for (std::size_t index = 6; index + 1 < parts.size(); index += 2) it.browser.recall(parts[index], parts[index + 1]);
    it.host = app::make_host(it.browser, {.me = parts[0], .path = parts[1], .language = parts[2], .client = parts[3], .online = parts[4] == "1"});
}

/// Draws a frame. 1 if another is wanted at once.
EMSCRIPTEN_KEEPALIVE int lisa_frame(double now_ms) {
    Program& it = program();
    ImGuiIO& io = ImGui::GetIO();
    if (!it.host || io.DisplaySize.x < 1 || io.DisplaySize.y < 1) return 0;
    // After a rest the clock jumps; nothing that moves should.
    io.DeltaTime = static_cast<float>(std::clamp((now_ms - it.last_frame_ms) / 1000, 0.001, 0.05));
    it.last_frame_ms = now_ms;
    const semantics::Events events = it.events.take_frame();
    ImGui::NewFrame();
    it.scroll.apply();
    it.tree.begin();
    it.host->frame(it.tree, events, it.focus);
    ImGui::Render();
    if (!it.is_text) it.gl.draw(*ImGui::GetDrawData());
    if (const std::string json = it.mirror.update(it.tree); !json.empty()) it.browser.mirror(json);
    show_cursor(it);
    return it.host->animating() || !it.events.empty() ? 1 : 0;
}

/// The size of the canvas in CSS pixels, and device pixels in one of them.
EMSCRIPTEN_KEEPALIVE void lisa_resize(float width, float height, float density) {
    if (program().is_text) return;
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {width, height};
    io.DisplayFramebufferScale = {density, density};
}

/// What the pointer does: 0 moves, 1 presses, 2 lets go, 3 leaves or gives up. 1 if something that only the canvas knows
/// (a scroll bar, a splitter) lies under it or is held.
EMSCRIPTEN_KEEPALIVE int lisa_pointer(int what, float x, float y, int button, int is_touch) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseSourceEvent(is_touch != 0 ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
    if (what == 3) io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    else io.AddMousePosEvent(x, y);
    if (what == 1) io.AddMouseButtonEvent(button, true);
    if (what == 2 || (what == 3 && io.MouseDown[button])) io.AddMouseButtonEvent(button, false);
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    return context.HoveredId != 0 || context.ActiveId != 0 ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void lisa_scroll(float x, float y, float right, float down, int starts) { program().scroll.by({x, y}, {right, down}, starts != 0); }

/// An act on a node; `kind` is semantics::Event::Kind, bits 0 to 2 of `modifiers` are shift, control and the
/// second click of a double click. Inbox: the text.
EMSCRIPTEN_KEEPALIVE void lisa_event(int kind, std::uint32_t id, std::uint32_t key, int modifiers, int size) {
    Program& it = program();
    it.events.push({.kind = static_cast<semantics::Event::Kind>(kind),
                    .id = id,
                    .key = key,
                    .shift = (modifiers & 1) != 0,
                    .control = (modifiers & 2) != 0,
                    .is_twice = (modifiers & 4) != 0,
                    .text = std::string(it.received(size))});
}

EMSCRIPTEN_KEEPALIVE void lisa_focus(std::uint32_t id, int visible) { program().focus = {id, visible != 0}; }

/// The answer to a question. Inbox: its parts.
EMSCRIPTEN_KEEPALIVE void lisa_answer(int ticket, double number, int size) {
    // A copy, since the program may ask the next question, whose answer would be written over this one.
    const std::string packed(program().received(size));
    program().browser.answer(ticket, number, packed);
}

EMSCRIPTEN_KEEPALIVE void lisa_navigate(int size) {
    const std::string path(program().received(size));
    if (program().host) program().host->navigate(path);
}

EMSCRIPTEN_KEEPALIVE void lisa_shortcut(int size) {
    const std::string name(program().received(size));
    if (program().host) program().host->shortcut(name);
}

/// Asks the host for its key combinations; they come as a call of "shortcuts".
EMSCRIPTEN_KEEPALIVE void lisa_shortcuts() {
    if (!program().host) return;
    const std::string names = program().host->shortcuts();
    lisa_call("shortcuts", 0, 0, names.data(), names.size(), nullptr, 0);
}

EMSCRIPTEN_KEEPALIVE void lisa_online(int yes) {
    if (program().host) program().host->online(yes != 0);
}

/// The browser took the graphics context away (0) or gave it back (1).
EMSCRIPTEN_KEEPALIVE void lisa_context(int is_back) {
    if (is_back != 0) program().gl.restore();
    else program().gl.lose();
}

}  // extern "C"
