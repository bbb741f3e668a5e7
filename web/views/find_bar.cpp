// Searching the page that is shown (Ctrl Shift F): a bar above it, and a frame around every hit. Browsers find the same words
// with their own search, but cannot show them in a picture.
#include "core/text.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;

/// A field narrower than this, in CSS pixels, gets a line of its own.
constexpr float kLeastField = 140;

void look_at(app::View& view, int hit) {
    Find& find = view.state.find.words;
    if (find.count == 0) return;
    find.current = (hit + find.count) % find.count;
    find.brings = true;
    if (view.ui.wants_frame) *view.ui.wants_frame = true;
}

}  // namespace

float find_bar(app::View& view, Box box) {
    Ui& ui = view.ui;
    app::FindBar& bar = view.state.find;
    if (!bar.is_open || ui.is_text) return 0;
    Find& find = bar.words;
    const float size = ui.row_height(), gap = ui.px(8), buttons = 3 * (size + ui.px(4)), said = ui.px(90);
    const bool is_stacked = box.w - buttons - said - 4 * gap < ui.px(kLeastField);
    const float height = (is_stacked ? 2 * (size + gap) : size + gap) + gap;
    const Box frame{box.x, box.y, box.w, height};
    paint(ui, frame, ui.theme.surface);
    paint(ui, {frame.x, frame.bottom() - 1, frame.w, 1}, ui.theme.hairline);
    Container region(ui, Aria::search, "find", ui.say("find.title"_tr), frame);

    const std::string count = find.words.empty() ? std::string{}
                              : find.count == 0
                                  ? std::string(ui.say("find.none"_tr))
                                  : fill(ui.say("find.count"_tr), {{"number", std::to_string(find.current + 1)}, {"count", std::to_string(find.count)}});
    const Box field{frame.x + 2 * gap, frame.y + gap, frame.w - 4 * gap - (is_stacked ? 0 : buttons + said + gap), size};
    const std::uint32_t id = id_of("words");
    constexpr std::uint32_t kKeys = semantics::key_enter | semantics::key_escape;
    const semantics::Event* pressed = ui.events.find(id, semantics::Event::Kind::key);
    if (search_field(ui, field, "words", ui.say("find.words"_tr), find.words, kKeys)) {
        find.folded = fold(trim(find.words));
        find.current = 0;
        find.brings = true;
    }
    if (bar.is_fresh) ui.platform.focus(id);
    bar.is_fresh = false;
    const float y = is_stacked ? field.bottom() + gap : field.y;
    float x = frame.right() - 2 * gap - buttons + ui.px(4);
    const Box status{x - said - gap, y, said, size};
    draw_text_in(ui, status, count, {Size::small, Weight::regular, ui.theme.muted});
    ui.tree.at(add_node(ui, status, Aria::status, count)).states |= semantics::polite;
    const auto tool = [&](std::string_view key, Tr label, Icon icon) {
        const Box place{x, y, size, size};
        x += size + ui.px(4);
        return button_at(ui, place, key, ui.say(label), {.kind = Kind::quiet, .icon = icon, .shows_label = false});
    };
    const bool is_back = pressed && pressed->key == semantics::key_enter && pressed->shift;
    if (tool("before", "find.before"_tr, "chevron-up"_icon) || is_back) look_at(view, find.current - 1);
    else if (tool("next", "find.next"_tr, "chevron-down"_icon) || (pressed && pressed->key == semantics::key_enter)) look_at(view, find.current + 1);
    if (tool("close", "dialog.close"_tr, "x"_icon) || (pressed && pressed->key == semantics::key_escape))
        view.commands.push_back([](app::App& app) { app.find_on_page(false); });
    return height;
}

}  // namespace lisa::views
