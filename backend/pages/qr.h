#pragma once
// A QR code (ISO/IEC 18004) as a drawing in the page itself.
#include <string>

namespace lisa {

/// The text as an SVG element with the quiet margin that readers want, named for who cannot see it; empty when the text is too long.
std::string qr_svg(const std::string& text, const std::string& name);

}  // namespace lisa
