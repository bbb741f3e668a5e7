#pragma once
// The frame around every screen: navigation, header, the screen itself, and what floats over it.
#include "app/state.h"

namespace lisa::views {

/// Draws the whole window.
void shell(app::View& view);

/// What the browser's tab and history call the present screen.
std::string title(const app::View& view);

}  // namespace lisa::views
