// From matched rows to changes: records that are made or altered, and the steps that take them to their state.
#include <algorithm>
#include <unordered_map>

#include "change/steps.h"
#include "change/trial.h"
#include "import/match.h"

namespace lisa {
namespace {

using Ids = std::unordered_map<std::string, std::string>;  ///< of new records, by line_reference()

bool is_new(const MatchedRow& row) { return row.fate == RowFate::create; }

bool writes(const MatchedRow& row) { return is_new(row) || !row.patch.empty(); }

/// What makes or alters the record of a row. Its references to rows before it lead to their records.
Change change_of(const Matching& matching, const MatchedRow& row, const ImportMaker& maker, Ids& ids) {
    Change change;
    change.id = maker.new_id();
    change.client = maker.client;
    change.verb = is_new(row) ? Verb::create : Verb::update;
    change.entity = std::string(matching.entity->name);
    change.record = is_new(row) ? maker.new_id() : row.record;
    change.base = row.base;
    change.patch = row.patch;
    if (is_new(row)) ids[line_reference(row.line)] = change.record;
    for (auto& [name, edit] : change.patch) {
        auto* value = std::get_if<Value>(&edit);
        auto* text = value ? std::get_if<std::string>(value) : nullptr;
        if (!text || find_field(*matching.entity, name)->ref != matching.entity->name) continue;
        if (const auto known = ids.find(*text); known != ids.end()) *text = known->second;
    }
    return change;
}

Change step_of(const Change& first, std::string_view name, const ImportMaker& maker) {
    Change change;
    change.id = maker.new_id();
    change.client = first.client;
    change.verb = Verb::step;
    change.entity = first.entity;
    change.record = first.record;
    change.base = first.base;
    change.step = std::string(name);
    return change;
}

/// Looks for the ways of the rows of one file.
class Wayfinder {
public:
    Wayfinder(Matching& matching, const Preview& preview, Store& store, const Actor& who, const Moment& now)
        : m_matching(matching), m_entity(*matching.entity), m_preview(preview), m_trial(store), m_who(who), m_now(now) {}

    void look(MatchedRow& row) {
        const Change first = change_of(m_matching, row, m_maker, m_ids);
        if (writes(row)) {
            const auto written = apply(first, m_who, m_now, m_trial);
            if (!written) return refuse(row, written.error());
        }
        if (row.state.empty()) return;
        const auto record = m_trial.load(m_entity, first.record);
        if (!record) return refuse(row, record.error());
        const auto places = places_of(*record, m_trial);
        if (!places) return refuse(row, places.error());
        const auto leads_there = [&](const auto& may) { return way(m_entity, row.from, row.state, may); };
        if (!leads_there([](const Step&) { return true; })) return complain(row, m_state, "problem.import.state_unreachable");
        const auto steps = leads_there([&](const Step& step) { return may_step(m_who, step, *places); });
        if (!steps) return complain(row, m_state, "problem.import.state_forbidden");
        for (const Step* step : *steps) {
            const auto taken = apply(step_of(first, step->name, m_maker), m_who, m_now, m_trial);
            if (!taken) {
                complain(row, m_state, "problem.import.state_demands");
                return refuse(row, taken.error());
            }
            row.steps.emplace_back(step->name);
        }
    }

private:
    void refuse(MatchedRow& row, const Error& error) {
        for (const Problem& problem : error.problems) complain(row, position(m_entity, problem.field), problem.message);
    }

    void complain(MatchedRow& row, std::size_t field, std::string_view message) {
        row.fate = RowFate::faulty;
        row.steps.clear();
        row.problems.push_back({row.line, field == kNoField ? std::string() : m_preview.headers[field], field, std::string(message), {}});
    }

    Matching& m_matching;
    const Entity& m_entity;
    const Preview& m_preview;
    Trial m_trial;
    const Actor& m_who;
    const Moment& m_now;
    const std::size_t m_state = position(m_entity, m_entity.state);
    int m_made = 0;
    const ImportMaker m_maker{{}, [this] { return "tried " + std::to_string(++m_made); }};
    Ids m_ids;
};

}  // namespace

std::vector<Change> to_changes(const Matching& matching, const ImportMaker& maker) {
    std::vector<Change> changes;
    const bool is_open = std::any_of(matching.order.begin(), matching.order.end(), [&](std::size_t at) {
        const MatchedRow& row = matching.rows[at];
        return !row.state.empty() && row.steps.empty();
    });
    if (is_open || matching.count(RowFate::faulty) > 0) return changes;
    Ids ids;
    for (std::size_t at : matching.order) {
        const MatchedRow& row = matching.rows[at];
        const Change first = change_of(matching, row, maker, ids);
        if (writes(row)) changes.push_back(first);
        for (const std::string& step : row.steps) changes.push_back(step_of(first, step, maker));
    }
    return changes;
}

void find_ways(Matching& matching, const Preview& preview, Store& store, const Actor& who, const Moment& now) {
    const bool has_states = std::any_of(matching.order.begin(), matching.order.end(), [&](std::size_t at) { return !matching.rows[at].state.empty(); });
    if (!has_states) return;
    Wayfinder finder(matching, preview, store, who, now);
    for (std::size_t at : matching.order) finder.look(matching.rows[at]);
    std::erase_if(matching.order, [&](std::size_t at) { return matching.rows[at].fate == RowFate::faulty; });
}

}  // namespace lisa
