#include "app/pasting.h"

#include <algorithm>

#include "app/app.h"
#include "app/undo.h"
#include "domain/catalog.h"
#include "i18n/catalog_words.h"
#include "import/names.h"

namespace lisa::app {
namespace {

constexpr std::size_t kShownBytes = 100'000;  // a field with more pasted text than this is no help

/// Adds what the register's own rules and the references say: the same code as for any other change.
void add_refusals(Pasting& pasting, Replica& replica, const std::string& now) {
    for (const PastedRow& row : pasting.altered) {
        const auto is_known = [&](const ImportProblem& problem) { return problem.line == row.line; };
        if (std::any_of(pasting.problems.begin(), pasting.problems.end(), is_known)) continue;
        const auto preview = replica.preview(change_of(row), {now});
        if (preview) continue;
        for (const Problem& problem : preview.error().problems)
            pasting.problems.push_back({row.line, {}, position(*row.record->entity, problem.field), problem.message, {}});
    }
}

}  // namespace

void read_paste(PasteBox& box) {
    box.problem.clear();
    box.block.clear();
    box.pasting.reset();
    auto block = read_block(box.text);
    if (block) box.block = std::move(*block);
    else box.problem = block.error().problems.front().message;
}

Change change_of(const PastedRow& row) {
    Change change;
    change.verb = Verb::update;
    change.entity = std::string(row.record->entity->name);
    change.record = row.record->id;
    change.base = row.record->rev;
    change.patch = row.patch;
    return change;
}

const Pasting& pasting_of(PasteBox& box, Replica& replica, Language language, const std::string& now, const WorkedOut& worked) {
    if (box.pasting && box.version == replica.version()) return *box.pasting;
    const Reader reader{replica, language};
    PasteTarget target{box.entity, {}, box.columns, worked};
    std::vector<int> gone;  // lines whose record somebody took away while one looked
    for (const std::string& id : box.rows) {
        const Record* record = replica.find(*box.entity, id);
        if (record && !record->removed) target.rows.push_back(record);
        else if (target.rows.size() + gone.size() < box.block.size()) gone.push_back(static_cast<int>(target.rows.size() + gone.size()) + 1);
    }
    std::map<const Entity*, NameIndex> names;  // made for the registers that are really asked for
    const auto find = [&](const Entity& entity, const std::string& text) {
        auto [index, is_new] = names.try_emplace(&entity);
        if (is_new)
            for (const Record* record : replica.rows(entity)) index->second.add(*record, reader);
        return index->second.find(entity, text);
    };
    box.version = replica.version();
    box.pasting = paste(box.block, target, {kCatalog, find, &replica}, replica.who(), language);
    add_refusals(*box.pasting, replica, now);
    for (int line : gone) box.pasting->problems.push_back({line, {}, kNoField, "problem.removed", {}});
    return *box.pasting;
}

void App::open_paste(const Entity& entity) {
    Register& list = m_state.registers[std::string(entity.name)];
    const ui::TableState& table = list.table;
    if (table.current < 0 || list.rows.empty()) return say(std::string(lisa::say(m_state.language, "paste.no_cell"_tr)), {}, {}, true);
    m_state.paste = {};
    m_state.paste.entity = &entity;
    for (auto row = static_cast<std::size_t>(table.current); row < list.rows.size(); ++row) m_state.paste.rows.push_back(list.rows[row]->id);
    const std::vector<RegisterColumn> columns = list_columns(entity);
    for (auto column = static_cast<std::size_t>(table.column); column < static_cast<std::size_t>(table.shown); ++column)
        m_state.paste.columns.push_back(column < columns.size() ? columns[column] : RegisterColumn{});
    open(Overlay::paste);
}

void App::look_at_paste(const Entity& entity, std::string text) {
    if (must_wait()) return;
    open_paste(entity);
    if (m_state.overlay != Overlay::paste) return;
    m_state.paste.text = std::move(text);
    read_paste_box();
}

void App::read_paste_box() {
    if (must_wait()) return;
    read_paste(m_state.paste);
    if (m_state.paste.problem.empty()) return;
    if (m_state.paste.text.size() > kShownBytes) m_state.paste.text.clear();
    m_platform.announce(lisa::say(m_state.language, m_state.paste.problem), true);
}

void App::run_paste() {
    if (must_wait()) return;
    PasteBox& box = m_state.paste;
    const Pasting& pasting = pasting_of(box, m_state.replica, m_state.language, now(), m_state.registers[std::string(box.entity->name)].worked);
    if (!pasting.is_possible()) return;
    std::vector<Change> changes;
    for (const PastedRow& row : pasting.altered) {
        Change change = blank_change(Verb::update, *box.entity, row.record->id);
        change.patch = row.patch;
        changes.push_back(std::move(change));
    }
    auto ended = keeping([this] {
        m_state.paste = {};
        if (m_state.overlay == Overlay::paste) m_state.overlay = Overlay::none;
    });
    if (!ended) return;
    auto back = reversed(changes, m_state.replica);
    std::string said = fill(lisa::say(m_state.language, "paste.done"_tr), {{"count", std::to_string(pasting.cells())}});
    send_all(
        std::move(changes), std::move(said), [this, back = std::move(back)] { take_back(back); }, std::move(ended));
}

void App::import_pasted() {
    PasteBox box = std::exchange(m_state.paste, {});
    std::string headings;
    if (!box.pasting || !box.pasting->has_headings)
        for (std::size_t column = 0; column < box.columns.size(); ++column) {
            if (column > 0) headings += '\t';
            if (box.columns[column].field) headings += heading(*box.entity, box.columns[column], m_state.language);
        }
    if (!headings.empty()) headings += '\n';
    m_state.importing = {};
    m_state.importing.entity = box.entity;
    const std::string text = headings + box.text;
    if (text.size() <= kShownBytes) m_state.importing.pasted = text;
    read_rows(m_state.importing, text);
    go({.screen = Screen::import, .entity = box.entity});
}

}  // namespace lisa::app
