// A few fields of a record at a time, in a draft of their own: the cell of a table, and the assessment beneath a risk matrix.
#include <algorithm>

#include "app/app.h"
#include "app/undo.h"
#include "domain/catalog.h"

namespace lisa::app {

void App::edit_cell(const Entity& entity, const CellPlace& place) {
    if (m_state.cell.draft.is_dirty()) {  // what is wrong there comes first
        m_state.cell.draft.shows_problem = true;
        return;
    }
    m_state.cell = {};
    const Record* record = m_state.replica.find(entity, place.record);
    const std::size_t at = position(entity, place.field);
    if (!record) return;
    const auto refuse = [this] { say(std::string(lisa::say(m_state.language, "cell.refused"_tr)), {}, {}, true); };
    if (at == kNoField) return refuse();  // what is worked out, not filled in
    const Field& field = entity.fields[at];
    const Actor& who = m_state.replica.who();
    const auto places = places_of(*record, m_state.replica);
    const bool is_allowed = places && allowed(who, Right::update, entity, *places) && field.seen_from <= clearance_to_write(who, *record, *places);
    if (!is_allowed || record->is_hidden(at) || !ui::is_filled_in(entity, field)) return refuse();
    if (const std::string_view why = locked(*record, field, who, *places); !why.empty())
        return say(std::string(lisa::say(m_state.language, why)), {}, {}, true);
    ui::Draft& draft = m_state.cell.draft;
    draft.entity = &entity;
    draft.id = record->id;
    draft.base = record->rev;
    draft.is_fresh = true;
    m_state.cell.field = place.field;
    Register& list = m_state.registers[std::string(entity.name)];
    const auto row = std::find_if(list.rows.begin(), list.rows.end(), [&](const Record* one) { return one->id == place.record; });
    list.table.current = static_cast<int>(row - list.rows.begin());
    list.table.column = list_place(entity, place.field);
    list.table.wants_focus = true;
}

void App::leave_cell(bool returns_focus) {
    if (!m_state.cell.draft.entity) return;
    m_state.registers[std::string(m_state.cell.draft.entity->name)].table.wants_focus = returns_focus;
    m_state.cell = {};
}

void App::save_cell(bool returns_focus, const std::optional<CellPlace>& next) {
    ui::Draft& draft = m_state.cell.draft;
    if (!draft.entity) return;
    const auto go_on = [this, returns_focus, next, entity = draft.entity] {
        leave_cell(returns_focus);
        if (next) edit_cell(*entity, *next);
    };
    save_beside(draft, go_on);
}

void App::save_assessment(const std::string& next) {
    ui::Draft& draft = m_state.assessing;
    const auto go_on = [this, next] {
        m_state.assessing = {};
        if (next.empty()) return;
        m_state.assessing.entity = &kRisk;
        m_state.assessing.id = next;
        m_state.assessing.is_fresh = true;
    };
    const bool is_there = draft.entity && m_state.replica.find(kRisk, draft.id);
    is_there ? save_beside(draft, go_on) : go_on();
}

void App::leave_assessment() { m_state.assessing = {}; }

void App::save_beside(ui::Draft& draft, std::function<void()> then) {
    if (const Record* stored = m_state.replica.find(*draft.entity, draft.id)) ui::forget_untouched(*stored, draft);
    if (!draft.is_dirty()) return then();
    auto change = change_of(draft);
    if (!change) return complain(blank_change(Verb::update, *draft.entity, draft.id), Error{Fault::invalid, draft.problems, {}});
    auto back = reversed({*change}, m_state.replica);
    (void)keep({std::move(*change)}, {}, [this, &draft, then = std::move(then), back = std::move(back)](bool is_kept) {
        if (!is_kept) {
            draft.problems = {{"", "problem.storage"}};
            return say(std::string(lisa::say(m_state.language, "problem.storage")), {}, {}, true);
        }
        then();
        say_done(std::string(lisa::say(m_state.language, m_state.is_connected ? "toast.saved"_tr : "toast.saved_here"_tr)), [this, back] { take_back(back); });
    });
}

}  // namespace lisa::app
