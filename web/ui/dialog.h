#pragma once
// A dialog over everything else. What lies behind is dimmed, out of reach and silent.
#include "ui/widgets.h"

namespace lisa::ui {

/// Open while the object lives; `column` is its content. Escape, or a click on the cross, sets was_dismissed.
class Dialog {
public:
    /// `height` is the content's height of the frame before and is updated, so that the dialog fits what it holds.
    Dialog(Ui& ui, std::string_view key, std::string_view title, float css_width, float& height);
    ~Dialog();
    Dialog(const Dialog&) = delete;
    Dialog& operator=(const Dialog&) = delete;
    Column column;
    bool was_dismissed = false;

private:
    Ui& m_ui;
    float& m_height;
    float m_top = 0;
    std::uint32_t m_outer, m_ordinal;
};

}  // namespace lisa::ui
