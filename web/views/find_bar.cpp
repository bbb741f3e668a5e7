// Searching the page that is shown (Ctrl Shift F): a bar above it, and a frame around every hit. Browsers find the same words
// with their own search, but cannot show them in a picture.
#include "core/text.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;

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
    const float size = ui.row_height(), height = size + ui.px(16);
    const Box frame{box.x, box.y, box.w, height};
    paint(ui, frame, ui.theme.surface);
    paint(ui, {frame.x, frame.bottom() - 1, frame.w, 1}, ui.theme.hairline);
    Container region(ui, Aria::search, "find", ui.say("find.title"_tr), frame);

    const std::string count = find.words.empty() ? std::string{}
                              : find.count == 0
                                  ? std::string(ui.say("find.none"_tr))
                                  : fill(ui.say("find.count"_tr), {{"number", std::to_string(find.current + 1)}, {"count", std::to_string(find.count)}});
    const float buttons = 3 * (size + ui.px(4)), left = frame.x + ui.px(16), room = frame.w - ui.px(32) - buttons;
    const float said = std::min(room / 3, ui.px(110)), y = frame.y + ui.px(8);
    const std::uint32_t id = id_of("words");
    constexpr std::uint32_t kKeys = semantics::key_enter | semantics::key_escape;
    const semantics::Event* pressed = ui.events.find(id, semantics::Event::Kind::key);
    if (search_field(ui, {left, y, room - said - ui.px(8), size}, "words", ui.say("find.words"_tr), find.words, kKeys)) {
        find.folded = fold(trim(find.words));
        find.current = 0;
        find.brings = true;
    }
    if (bar.is_fresh) ui.platform.focus(id);
    bar.is_fresh = false;
    const Box status{left + room - said, y, said, size};
    draw_text_in(ui, status, count, {Size::small, Weight::regular, ui.theme.muted});
    ui.tree.at(add_node(ui, status, Aria::status, count)).states |= semantics::polite;
    float x = left + room + ui.px(4);
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
