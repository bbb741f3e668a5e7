// A classification workshop on a big screen (K6): the way in, the question with its words, and how the votes fell. Everything
// is drawn larger where there is room, to be read from the back of a room.
#include <algorithm>

#include "i18n/catalog_words.h"
#include "report/scale.h"
#include "schema/scale.h"
#include "views/screens.h"
#include "workshop/json.h"

namespace lisa::views {
namespace {

using namespace ui;
using workshop::Board;
using workshop::Phase;
using workshop::Spread;

constexpr float kWide = 900, kLarger = 1.35f, kHuge = 4, kHarmColumn = 220, kMedianColumn = 170;

/// Everything larger for as long as the object lives.
class Larger {
public:
    Larger(Ui& ui, float factor) : m_ui(ui), m_before(ui.scale) { ui.scale *= factor; }
    ~Larger() { m_ui.scale = m_before; }
    Larger(const Larger&) = delete;
    Larger& operator=(const Larger&) = delete;

private:
    Ui& m_ui;
    const float m_before;
};

TextStyle muted(const Ui& ui, Size size = Size::body) { return {size, Weight::regular, ui.theme.muted}; }
std::string number(int count) { return std::to_string(count); }

/// "2 – Betydande skada", as in the guided form.
std::string level_words(const app::View& view, int level) { return number(level) + " – " + scale_words(kLevelScale, level, view.reader); }

std::string_view aspect_word(const Ui& ui, std::size_t aspect) {
    return ui.say(WordKey{"field", kClassification.name, classification::kAspects[aspect].name}.view());
}
std::string_view harm_word(const Ui& ui, std::size_t harm) { return ui.say(WordKey{"harm", classification::kHarms[harm]}.view()); }

void deed_button(app::View& view, ButtonRow& row, const char* deed, Tr label, const ButtonLook& look = {}) {
    if (row.add(deed, view.ui.say(label), look)) view.commands.push_back([deed](app::App& app) { app.lead(deed); });
}

/// A status whose new text is read out.
void counting(Ui& ui, Column& column, const std::string& text, Size size) {
    const Box box = column.take(line_height(ui, size));
    draw_text(ui, {box.x, box.y}, text, {size, Weight::semibold});
    Node node = make_node(Aria::status, id_of("count"), text, box);
    node.states = semantics::polite;
    ui.tree.add(std::move(node));
}

void use_button(app::View& view, Column& column, const Record& record, Kind kind) {
    if (workshop::result_of(view.state.leading.board, "").empty()) return;
    if (button(view.ui, column, "use", view.ui.say("workshop.use"_tr), {.kind = kind, .icon = "clipboard-check"_icon}))
        view.commands.push_back([copy = record](app::App& app) { app.use_result(copy); });
    column.gap(view.ui.px(4));
    paragraph(view.ui, column, view.ui.say("workshop.use_help"_tr), muted(view.ui, Size::small));
}

void start(app::View& view, Column& column, Tr label) {
    Ui& ui = view.ui;
    paragraph(ui, column, ui.say("workshop.lead"_tr));
    column.gap(ui.px(8));
    paragraph(ui, column, ui.say("workshop.steps"_tr));
    column.gap(ui.px(16));
    if (button(ui, column, "begin", ui.say(label), {.kind = Kind::primary, .icon = "users"_icon}))
        view.commands.push_back([](app::App& app) { app.lead("begin"); });
}

/// The way in: address and code. "123 456" is easier to copy by eye than "123456".
void way_in(app::View& view, Column& column, float factor) {
    Ui& ui = view.ui;
    const app::Leading& leading = view.state.leading;
    paragraph(ui, column, ui.say("workshop.how"_tr), muted(ui));
    const Larger larger(ui, factor);
    const std::string code = leading.code.substr(0, 3) + " " + leading.code.substr(3);
    paragraph(ui, column, leading.address, {Size::body, Weight::semibold, ui.theme.primary});
    const Box box = column.take(line_height(ui, Size::display));
    draw_text(ui, {box.x, box.y}, code, {Size::display, Weight::semibold});
    add_node(ui, box, Aria::paragraph, fill(ui.say("workshop.code"_tr), {{"code", code}}));
}

void lobby(app::View& view, Column& column) {
    Ui& ui = view.ui;
    // As large as the longest line allows.
    const float width =
        std::max(text_width(ui, view.state.leading.address, {Size::body, Weight::semibold}), text_width(ui, "000 000", {Size::display, Weight::semibold}));
    way_in(view, column, std::clamp(column.w / width, 1.f, kHuge));
    column.gap(ui.px(16));
    counting(ui, column, fill(ui.say("workshop.joined"_tr), {{"count", number(view.state.leading.board.joined)}}), Size::display);
    column.gap(ui.px(16));
    ButtonRow row(ui, column);
    deed_button(view, row, "next", "workshop.begin"_tr, {.kind = Kind::primary});
    deed_button(view, row, "end", "workshop.end"_tr, {.kind = Kind::quiet});
}

/// What is asked: the kinds of harm with their questions, and the words of the levels.
void questions(app::View& view, Column& column, std::size_t aspect) {
    Ui& ui = view.ui;
    for (int level = 0; level < static_cast<int>(workshop::kLevels); ++level) {
        const auto at = static_cast<std::size_t>(level);
        const TextStyle style{Size::body, Weight::semibold, ui.theme.on_level[at]};
        const Box chip = column.take(line_height(ui, Size::body) + ui.px(4));
        const std::string text = level_words(view, level);
        paint(ui, {chip.x, chip.y, std::min(chip.w, text_width(ui, text, style) + ui.px(24)), chip.h - ui.px(2)}, ui.theme.level[at], 4);
        draw_text_in(ui, {chip.x + ui.px(10), chip.y, chip.w, chip.h - ui.px(2)}, text, style);
        add_node(ui, chip, Aria::paragraph, text);
    }
    column.gap(ui.px(12));
    for (std::size_t harm = 0; harm < workshop::kHarms; ++harm) {
        paragraph(ui, column, harm_word(ui, harm), {Size::body, Weight::semibold});
        paragraph(ui, column, workshop::question(ui.language, aspect, harm), muted(ui, Size::small));
        column.gap(ui.px(6));
    }
}

void voting(app::View& view, Column& column) {
    Ui& ui = view.ui;
    const Board& board = view.state.leading.board;
    counting(ui, column, fill(ui.say("workshop.voted"_tr), {{"voted", number(board.voted)}, {"joined", number(board.joined)}}), Size::display);
    paragraph(ui, column, ui.say("workshop.secret"_tr), muted(ui));
    column.gap(ui.px(12));
    {
        ButtonRow row(ui, column);
        const bool is_ready = board.voted >= workshop::kLeastVotes;
        const std::string_view why = is_ready ? "" : ui.say("problem.workshop_few");
        deed_button(view, row, "show", "workshop.show"_tr, {.kind = Kind::primary, .icon = "eye"_icon, .is_disabled = !is_ready, .description = why});
        deed_button(view, row, "end", "workshop.end"_tr, {.kind = Kind::quiet});
    }
    column.gap(ui.px(16));
    questions(view, column, static_cast<std::size_t>(board.aspect));
}

Node cell_node(Aria role, const std::string& key, std::string_view name, Box box, int column) {
    Node node = make_node(role, id_of(key), name, box);
    node.column = column;
    return node;
}

/// What the votes on a kind of harm agree on, in words: the median, and how far apart they are.
std::string verdict(const app::View& view, const Spread& spread) {
    const Ui& ui = view.ui;
    const auto middle = workshop::median(spread);
    if (!middle) return std::string(ui.say("workshop.no_median"_tr));
    const int low = *workshop::lowest(spread), high = *workshop::highest(spread);
    const std::string apart =
        low == high ? std::string(ui.say("workshop.agreed"_tr)) : fill(ui.say("workshop.range"_tr), {{"lowest", number(low)}, {"highest", number(high)}});
    return level_words(view, *middle) + ". " + apart;
}

/// The votes of a kind of harm: a piece of a bar per level, as wide as it has votes, with its digit and its number of votes.
void spread_row(app::View& view, Column& column, std::size_t harm, const workshop::Round& round, const workshop::Round* earlier, int row) {
    Ui& ui = view.ui;
    const Spread& spread = round[harm];
    const float left = std::min(ui.px(kHarmColumn), column.w * 0.3f), right = std::min(ui.px(kMedianColumn), column.w * 0.25f), height = ui.px(38);
    const std::string said = verdict(view, spread);
    std::string before;
    if (const auto middle = earlier ? workshop::median((*earlier)[harm]) : std::nullopt)
        before = fill(
            ui.say("workshop.earlier"_tr),
            {{"median", number(*middle)}, {"lowest", number(*workshop::lowest((*earlier)[harm]))}, {"highest", number(*workshop::highest((*earlier)[harm]))}});
    const float foot = line_height(ui, Size::small) * (before.empty() ? 1.f : 2.f);
    const Box box = column.take(height + foot + ui.px(10));
    const Box bar{box.x + left, box.y, box.w - left - right, height};
    ImGui::PushID(static_cast<int>(harm));
    Node line = make_node(Aria::row, id_of("row"), "", box);
    line.position = row;
    Container whole(ui, std::move(line));
    draw_text_in(ui, {box.x, box.y, left - ui.px(12), height}, harm_word(ui, harm), {Size::body, Weight::semibold});
    ui.tree.add(cell_node(Aria::rowheader, "harm", harm_word(ui, harm), {box.x, box.y, left, height}, 1));
    int all = spread.no_opinion;
    for (const int count : spread.counts) all += count;
    float x = bar.x;
    for (std::size_t level = 0; level <= workshop::kLevels; ++level) {
        const bool is_none = level == workshop::kLevels;
        const int count = is_none ? spread.no_opinion : spread.counts[level];
        const float width = bar.w * static_cast<float>(count) / static_cast<float>(std::max(all, 1));
        const Box piece{x, bar.y, width, bar.h};
        ui.tree.add(cell_node(Aria::cell, "level" + std::to_string(level), number(count), piece, static_cast<int>(level) + 2));
        x += width;
        if (count == 0) continue;
        paint(ui, {piece.x, piece.y, piece.w - ui.px(3), piece.h}, is_none ? ui.theme.raised : ui.theme.level[level], 4);
        const TextStyle style{Size::body, Weight::semibold, is_none ? ui.theme.muted : ui.theme.on_level[level]};
        const std::string digit = number(static_cast<int>(level)), times = " × " + number(count);
        const std::string word =
            is_none ? std::string(ui.say("workshop.no_opinion"_tr)) : scale_short_words(kLevelScale, static_cast<std::int64_t>(level), view.reader);
        const Box inside{piece.x + ui.px(8), piece.y, piece.w - ui.px(14), piece.h};
        const std::string full = (is_none ? "" : digit + " ") + word + times, brief = (is_none ? "?" : digit) + times;
        draw_text_in(ui, inside, text_width(ui, full, style) <= inside.w ? full : brief, style);
    }
    const Box end{bar.right() + ui.px(12), box.y, right - ui.px(12), height};
    const auto middle = workshop::median(spread);
    if (middle) draw_text_in(ui, end, std::string(ui.say("workshop.median"_tr)) + " " + number(*middle), {Size::large, Weight::semibold});
    draw_text(ui, {bar.x, bar.bottom() + ui.px(2)}, said, muted(ui, Size::small), bar.w);
    if (!before.empty()) draw_text(ui, {bar.x, bar.bottom() + ui.px(2) + line_height(ui, Size::small)}, before, muted(ui, Size::small), box.w - left);
    ui.tree.add(cell_node(Aria::cell, "verdict", before.empty() ? said : said + ". " + before, end, static_cast<int>(workshop::kLevels) + 3));
    ImGui::PopID();
}

void spreads(app::View& view, Column& column, const std::vector<workshop::Round>& rounds) {
    Ui& ui = view.ui;
    constexpr int kColumns = static_cast<int>(workshop::kLevels) + 3;
    Node node = make_node(Aria::table, id_of("spread"), ui.say("workshop.result"_tr), {column.x, column.y, column.w, 0});
    node.size = static_cast<int>(workshop::kHarms) + 1;
    node.column = kColumns;
    Container table(ui, std::move(node));
    {
        const Box head{column.x, column.y, column.w, 1};
        Node line = make_node(Aria::row, id_of("head"), "", head);
        line.position = 1;
        Container row(ui, std::move(line));
        for (int i = 1; i <= kColumns; ++i) {
            const std::string name = i == 1              ? std::string(ui.say("workshop.harm"_tr))
                                     : i == kColumns     ? std::string(ui.say("workshop.median"_tr))
                                     : i == kColumns - 1 ? std::string(ui.say("workshop.no_opinion"_tr))
                                                         : level_words(view, i - 2);
            Node cell = cell_node(Aria::columnheader, "head" + std::to_string(i), name, head, i);
            cell.states |= semantics::unseen;
            ui.tree.add(std::move(cell));
        }
    }
    const workshop::Round* earlier = rounds.size() > 1 ? &rounds[rounds.size() - 2] : nullptr;
    for (std::size_t harm = 0; harm < workshop::kHarms; ++harm) spread_row(view, column, harm, rounds.back(), earlier, static_cast<int>(harm) + 2);
}

void shown(app::View& view, Column& column, const Record& record) {
    Ui& ui = view.ui;
    const Board& board = view.state.leading.board;
    spreads(view, column, board.rounds[static_cast<std::size_t>(board.aspect)]);
    column.gap(ui.px(4));
    paragraph(ui, column, ui.say("workshop.talk"_tr));
    column.gap(ui.px(12));
    const bool is_last = workshop::is_last_aspect(board);
    {
        ButtonRow row(ui, column);
        if (!is_last) deed_button(view, row, "next", "workshop.next"_tr, {.kind = Kind::primary});
        deed_button(view, row, "again", "workshop.again"_tr);
        deed_button(view, row, "end", "workshop.end"_tr, {.kind = Kind::quiet});
    }
    column.gap(ui.px(12));
    use_button(view, column, record, is_last ? Kind::primary : Kind::secondary);
}

/// Aspect and round, and for who comes late the code.
void aspect_head(app::View& view, Column& column) {
    Ui& ui = view.ui;
    const app::Leading& leading = view.state.leading;
    const auto aspect = static_cast<std::size_t>(leading.board.aspect);
    heading(ui, column, 2,
            fill(ui.say("workshop.aspect"_tr),
                 {{"aspect", std::string(aspect_word(ui, aspect))}, {"number", std::to_string(aspect + 1)}, {"count", std::to_string(workshop::kAspects)}}),
            Size::display);
    const std::string round = fill(ui.say("workshop.round"_tr), {{"round", number(workshop::round_of(leading.board))}});
    paragraph(ui, column, round + "   " + leading.address + "   " + fill(ui.say("workshop.code"_tr), {{"code", leading.code}}), muted(ui));
    column.gap(ui.px(12));
}

void running(app::View& view, Column& column, const Record& record) {
    const Phase phase = view.state.leading.board.phase;
    if (phase == Phase::lobby) return lobby(view, column);
    aspect_head(view, column);
    if (phase == Phase::voting) voting(view, column);
    else shown(view, column, record);
}

}  // namespace

void workshop_tab(app::View& view, Column& column, const Record& record) {
    Ui& ui = view.ui;
    const app::Leading& leading = view.state.leading;
    const Larger larger(ui, column.w > ui.px(kWide) ? kLarger : 1.f);
    if (leading.is_offline) notice(ui, column, ui.say("workshop.offline"_tr), Tone::warning);
    if (!leading.problem.empty()) notice(ui, column, ui.say(leading.problem), Tone::warning, Aria::alert);
    if (leading.was_interrupted) notice(ui, column, ui.say("workshop.interrupted"_tr), Tone::warning);
    if (!leading.is_known || leading.classification != record.id) return;
    if (leading.code.empty()) {
        if (leading.problem.empty()) start(view, column, "workshop.start"_tr);
    } else if (leading.board.phase == Phase::ended) {
        const bool has_result = !workshop::result_of(leading.board, "").empty();
        notice(ui, column, ui.say(has_result ? "workshop.ended"_tr : "workshop.ended_empty"_tr), Tone::info);
        use_button(view, column, record, Kind::primary);
        column.gap(ui.px(16));
        start(view, column, "workshop.start_again"_tr);
    } else {
        running(view, column, record);
    }
    column.gap(ui.px(16));
    paragraph(ui, column, ui.say("workshop.security"_tr), muted(ui, Size::small));
    column.gap(ui.px(24));
    files_section(view, column, record);
}

}  // namespace lisa::views
