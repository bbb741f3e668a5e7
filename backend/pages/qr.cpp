#include "pages/qr.h"

#include <qrencode.h>

#include <memory>

#include "report/html.h"

namespace lisa {

std::string qr_svg(const std::string& text, const std::string& name) {
    constexpr int kQuiet = 4;
    const std::unique_ptr<QRcode, void (*)(QRcode*)> code(QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), QRcode_free);
    if (!code) return {};
    std::string dark;
    for (int y = 0; y < code->width; ++y)
        for (int x = 0; x < code->width; ++x)
            if (code->data[y * code->width + x] & 1) dark += "M" + std::to_string(x + kQuiet) + " " + std::to_string(y + kQuiet) + "h1v1h-1z";
    const std::string side = std::to_string(code->width + 2 * kQuiet);
    return "<svg class=\"qr\" role=\"img\" aria-label=\"" + html_escaped(name) + "\" viewBox=\"0 0 " + side + " " + side +
           "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + side + "v" + side + "H0z\"/><path fill=\"#000\" d=\"" + dark + "\"/></svg>";
}

}  // namespace lisa
