#pragma once
// The widgets. Each draws itself, adds its node and tells what the person did. None knows a register by name.
#include <span>
#include <vector>

#include "ui/ui.h"

namespace lisa::ui {

// Reading -------------------------------------------------------------------------------------------------------------

void heading(Ui& ui, Column& column, int level, std::string_view text);
/// A heading that looks smaller or larger than its level in the page's outline.
void heading(Ui& ui, Column& column, int level, std::string_view text, Size size);
void paragraph(Ui& ui, Column& column, std::string_view text, TextStyle style = {});

enum class Tone : std::uint8_t { plain, info, good, warning, danger };
/// What a tone looks like; plain has no icon.
struct ToneLook {
    ImU32 ink, paper;
    Icon icon;
};
ToneLook look_of(const Theme& theme, Tone tone);
/// A short word in a coloured pill with an icon; returns its width. The tone is never the only sign.
float badge(Ui& ui, ImVec2 at, std::string_view text, Tone tone);
/// A framed message with an icon; read out at once when it is an alert.
void notice(Ui& ui, Column& column, std::string_view text, Tone tone, Aria role = Aria::status);

// Acting --------------------------------------------------------------------------------------------------------------

enum class Kind : std::uint8_t { primary, secondary, quiet, danger };

struct ButtonLook {
    Kind kind = Kind::secondary;
    Icon icon{};
    bool is_disabled = false;
    bool shows_label = true;         ///< false: icon only, the label is still its name
    std::string_view description{};  ///< why it is disabled, or what more it does
    std::uint32_t states = 0;
};

float button_width(const Ui& ui, std::string_view label, const ButtonLook& look);
bool button_at(Ui& ui, Box box, std::string_view key, std::string_view label, const ButtonLook& look);
/// A button of its natural width at the left of the column.
bool button(Ui& ui, Column& column, std::string_view key, std::string_view label, const ButtonLook& look = {});

/// Buttons beside each other that wrap to the next line when there is no room.
class ButtonRow {
public:
    ButtonRow(Ui& ui, Column& column) : m_ui(ui), m_column(column), m_x(column.x) {}
    ~ButtonRow();
    bool add(std::string_view key, std::string_view label, const ButtonLook& look = {});

private:
    Ui& m_ui;
    Column& m_column;
    float m_x;
    bool m_is_empty = true;
};

/// A link of text. True when it was followed inside the program.
bool link_at(Ui& ui, Box box, std::string_view key, std::string_view text, std::string_view href, TextStyle style = {});
/// The same in a column, over several lines where it is narrow.
bool link(Ui& ui, Column& column, std::string_view key, std::string_view text, std::string_view href, TextStyle style = {});

struct TabItem {
    std::string_view key, label;
};
/// A row of tabs; returns the one chosen now. The label says what they are parts of.
std::size_t tabs(Ui& ui, Column& column, std::string_view key, std::string_view label, std::span<const TabItem> items, std::size_t current);

// Filling in ----------------------------------------------------------------------------------------------------------

/// What stands around a control.
struct FieldLook {
    std::string_view label{};
    std::string_view help{};
    std::string problem{};  ///< in words; empty when all is well
    bool is_required = false;
    bool is_disabled = false;
    int limit = 0;            ///< longest text in characters
    std::string_view hint{};  ///< see semantics::Node::hint
    std::string_view placeholder{};
};

/// The label above a control; the control's height follows, then help and problem.
void field_head(Ui& ui, Column& column, const FieldLook& look);
void field_foot(Ui& ui, Column& column, const FieldLook& look);

/// True when `text` was altered in this frame.
bool text_field(Ui& ui, Column& column, std::string_view key, const FieldLook& look, std::string& text, Aria role = Aria::textbox);
bool text_area(Ui& ui, Column& column, std::string_view key, const FieldLook& look, std::string& text, int least_lines = 3);
/// A search box without label above; the label is its name.
bool search_field(Ui& ui, Box box, std::string_view key, std::string_view label, std::string& text, std::uint32_t keys = 0);

struct Option {
    std::string value, label;
};
bool select(Ui& ui, Column& column, std::string_view key, const FieldLook& look, std::span<const Option> options, std::string& value);
/// A number from 0 to `max` that one drags to, or sets with the arrows; `said` is the value in words, `marks` are drawn below it.
bool slider(Ui& ui, Column& column, std::string_view key, const FieldLook& look, int max, std::string_view said, std::span<const int> marks, int& value);
bool checkbox(Ui& ui, Column& column, std::string_view key, const FieldLook& look, bool& value);
/// One checkbox an option, under a common label.
bool checkboxes(Ui& ui, Column& column, std::string_view key, const FieldLook& look, std::span<const Option> options, std::vector<std::string>& chosen);

/// What is typed into a combobox and which suggestion is current.
struct ComboState {
    std::string typed{};
    bool is_open = false;
    int current = 0;
};
/// Picks one of many by typing. `suggest` gives the options for what is typed, best first, at most eight.
bool combobox(Ui& ui, Column& column, std::string_view key, const FieldLook& look, ComboState& state, std::string_view shown, std::string& value,
              const std::function<std::vector<Option>(std::string_view typed)>& suggest);

/// A button that opens the file chooser; the platform hands over the bytes by its id.
std::uint32_t file_button(Ui& ui, Column& column, std::string_view key, std::string_view label, std::string_view accept);

}  // namespace lisa::ui
