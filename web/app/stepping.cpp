#include "app/stepping.h"

#include <algorithm>
#include <utility>

#include "app/app.h"
#include "app/undo.h"
#include "change/steps.h"
#include "i18n/catalog_words.h"

namespace lisa::app {
namespace {

using Names = std::vector<std::string>;

bool is_among(const Names& names, const std::string& name) { return std::find(names.begin(), names.end(), name) != names.end(); }

/// Whether a problem of the record is cured by filling in what is blank there, and the person may do that.
bool may_fill(const Record& record, const std::string& name, const Actor& who, const Places& places) {
    const Entity& entity = *record.entity;
    const std::size_t at = position(entity, name);
    if (at == kNoField || name == entity.place || record.is_hidden(at) || !is_blank(record.values[at])) return false;
    const Field& field = entity.fields[at];
    return ui::is_filled_in(entity, field) && field.type != Type::notes && field.seen_from <= clearance_to_write(who, record, places) &&
           locked(record, field, who, places).empty();
}

/// Works the plan out record by record.
class Planner {
public:
    Planner(const Stepping& stepping, Replica& replica, const std::string& now)
        : m_stepping(stepping), m_replica(replica), m_now{now}, m_filled(ui::patch_of(Record{*stepping.entity}, stepping.draft)) {}

    StepPlan take() {
        for (const std::string& id : m_stepping.records)
            if (const Record* record = m_replica.find(*m_stepping.entity, id); record && !record->removed) look(*record);
        const Entity& entity = *m_stepping.entity;
        std::sort(m_plan.asked.begin(), m_plan.asked.end(), [&](const auto& a, const auto& b) { return position(entity, a) < position(entity, b); });
        std::vector<Change> all = m_plan.able;
        for (const StepPlan::Row& row : m_plan.waiting) all.push_back(change_of(*m_replica.find(entity, row.record), {}));
        m_plan.can_go_back = can_go_back(all, m_replica);
        return std::move(m_plan);
    }

private:
    /// What the record lacks shows bit by bit: what a step asks for may depend on what was filled in before.
    void look(const Record& record) {
        Names lacking;
        for (;;) {
            Change change = change_of(record, lacking);
            const auto after = m_replica.preview(change, m_now);
            if (after) {
                m_plan.able.push_back(std::move(change));
                return ask(lacking);
            }
            const std::vector<Problem>& problems = after.error().problems;
            const auto places = places_of(record, m_replica);
            const auto is_curable = [&](const Problem& problem) {
                return is_among(lacking, problem.field) || (places && may_fill(record, problem.field, m_replica.who(), *places));
            };
            if (!std::all_of(problems.begin(), problems.end(), is_curable)) return refuse(record, problems);
            const std::size_t before = lacking.size();
            for (const Problem& problem : problems)
                if (!is_among(lacking, problem.field)) lacking.push_back(problem.field);
            if (lacking.size() > before) continue;
            ask(lacking);
            const bool is_filled = std::all_of(lacking.begin(), lacking.end(), [&](const std::string& name) { return m_filled.contains(name); });
            if (is_filled) return refuse(record, problems);
            m_plan.waiting.push_back({record.id, problems});
            return;
        }
    }

    Change change_of(const Record& record, const Names& lacking) const {
        Change change;
        change.verb = Verb::step;
        change.entity = std::string(record.entity->name);
        change.record = record.id;
        change.base = record.rev;
        change.step = m_stepping.step;
        for (const std::string& name : lacking)
            if (const auto filled = m_filled.find(name); filled != m_filled.end()) change.patch.insert(*filled);
        return change;
    }

    void ask(const Names& names) {
        for (const std::string& name : names)
            if (!is_among(m_plan.asked, name)) m_plan.asked.push_back(name);
    }

    void refuse(const Record& record, const std::vector<Problem>& problems) { m_plan.unable.push_back({record.id, problems}); }

    const Stepping& m_stepping;
    Replica& m_replica;
    const Moment m_now;
    const std::map<std::string, Edit> m_filled;
    StepPlan m_plan;
};

}  // namespace

const std::vector<std::string>& steps_for(Stepping& stepping, Replica& replica) {
    if (std::exchange(stepping.possible_version, replica.version()) == replica.version()) return stepping.possible;
    const Entity& entity = *stepping.entity;
    std::vector<bool> is_possible(entity.steps.size());
    for (const std::string& id : stepping.records) {
        const Record* record = replica.find(entity, id);
        const auto places = record && !record->removed ? places_of(*record, replica) : Result<Places>(Error{});
        if (!places) continue;
        const std::string now = record->text(entity.state);
        for (std::size_t i = 0; i < entity.steps.size(); ++i)
            if (entity.steps[i].from == now && may_step(replica.who(), entity.steps[i], *places)) is_possible[i] = true;
    }
    Names& names = stepping.possible;
    names.clear();
    for (std::size_t i = 0; i < entity.steps.size(); ++i)
        if (std::string name(entity.steps[i].name); is_possible[i] && !is_among(names, name)) names.push_back(std::move(name));
    return names;
}

const StepPlan& plan_of(Stepping& stepping, Replica& replica, const std::string& now) {
    const bool is_fresh =
        stepping.plan && stepping.version == replica.version() && stepping.computed_step == stepping.step && stepping.computed_values == stepping.draft.values;
    if (is_fresh) return *stepping.plan;
    stepping.version = replica.version();
    stepping.computed_step = stepping.step;
    stepping.computed_values = stepping.draft.values;
    stepping.plan = Planner(stepping, replica, now).take();
    return *stepping.plan;
}

void App::begin_steps(const Entity& entity) {
    m_state.stepping = {};
    m_state.stepping.entity = &entity;
    m_state.stepping.draft.entity = &entity;
    for (const Record* record : m_state.registers[std::string(entity.name)].meant()) m_state.stepping.records.push_back(record->id);
    if (const auto& names = steps_for(m_state.stepping, m_state.replica); names.size() == 1) m_state.stepping.step = names.front();
    open(Overlay::steps);
}

void App::run_steps() {
    if (must_wait()) return;
    Stepping& stepping = m_state.stepping;
    if (!stepping.entity || stepping.step.empty()) return;
    const StepPlan& plan = plan_of(stepping, m_state.replica, now());
    if (!plan.waiting.empty()) {
        stepping.draft.was_tried = stepping.draft.shows_problem = true;
        return m_platform.announce(lisa::say(m_state.language, "form.has_problems"_tr), true);
    }
    if (plan.able.empty()) return;
    std::vector<Change> steps;
    for (const Change& one : plan.able) {
        steps.push_back(blank_change(Verb::step, *stepping.entity, one.record));
        steps.back().step = one.step;
        steps.back().patch = one.patch;
    }
    const std::size_t count = steps.size();
    auto [changes, refused] = try_out(std::move(steps));
    if (refused) return complain(refused->first, refused->second);
    auto ended = keeping([this, name = std::string(stepping.entity->name)] {
        m_state.registers[name].table.picked.clear();
        m_state.stepping = {};
        if (m_state.overlay == Overlay::steps) m_state.overlay = Overlay::none;
    });
    if (!ended) return;
    const std::string words(lisa::say(m_state.language, WordKey{"step", stepping.entity->name, stepping.step}.view()));
    std::string said = fill(lisa::say(m_state.language, "steps.done"_tr), {{"step", words}, {"count", std::to_string(count)}});
    std::function<void()> undo;
    if (can_go_back(changes, m_state.replica)) undo = [this, back = reversed(changes, m_state.replica)] { take_back(back); };
    m_undos.clear();  // what came before a decision stands with it
    send_all(std::move(changes), std::move(said), std::move(undo), std::move(ended));
}

}  // namespace lisa::app
