#pragma once
// The door between the platform's frame loop (web/main.cpp, or a test) and the program.
#include <memory>
#include <string>
#include <string_view>

#include "platform/platform.h"
#include "semantics/events.h"
#include "semantics/tree.h"

namespace lisa::app {

/// The sheet on which the program lays itself out to be read as text, in CSS pixels: one column, so high that nothing scrolls.
inline constexpr float kSheetWidth = 560, kSheetHeight = 100'000;

/// What /api/me said, what the address bar holds and what the person chose before.
struct Start {
    std::string me{};        ///< body of GET /api/me, or what was kept of it when there is no network
    std::string path{};      ///< "/register/asset?id=…"
    std::string language{};  ///< "sv" or "en"
    std::string client{};    ///< this browser profile's id
    bool online = true;
};

/// The program. One object owns everything; drawing only reads.
class Host {
public:
    virtual ~Host() = default;
    /// Draws one frame into the current ImGui frame and the tree. `events` are those since the last frame.
    virtual void frame(semantics::Tree& tree, const semantics::Events& events, semantics::Focus focus) = 0;
    /// Whether something is moving, so that another frame is wanted at once.
    virtual bool animating() const = 0;
    /// The person used back, forward or a link.
    virtual void navigate(std::string_view path) = 0;
    /// One of shortcuts() was pressed, e.g. "ctrl+k".
    virtual void shortcut(std::string_view name) = 0;
    /// The key combinations that the program wants for itself; the browser keeps all others. Comma-separated.
    virtual std::string shortcuts() const = 0;
    virtual void online(bool yes) = 0;
    /// Whether the frames are read as text, on the sheet, and not drawn.
    virtual void show_as_text(bool yes) = 0;
    /// Which colours to draw with, as ui::theme_from() reads them: what the person chose, else what the system asks for.
    virtual void theme(std::string_view name) = 0;
};

std::unique_ptr<Host> make_host(platform::Platform& platform, const Start& start);

}  // namespace lisa::app
