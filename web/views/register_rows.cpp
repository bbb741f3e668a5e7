// Which rows a register's list has, and in which order.
#include <algorithm>

#include "app/around.h"
#include "insight/worked_out.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using app::Register;

/// The column sorted by, and those before it, which order what is equal.
std::vector<std::pair<int, bool>> order_of(const ui::TableState& table) {
    std::vector<std::pair<int, bool>> order = table.earlier;
    order.insert(order.begin(), {table.sort, table.is_descending});
    return order;
}

/// The version of what was removed that the rows follow from; 0 where they do not.
std::uint64_t removed_version(const app::View& view, const Entity& entity) {
    return shows_removed(view, entity) ? view.state.removed[std::string(entity.name)].version + 1 : 0;
}

bool is_stale(const Register& list, const app::View& view, const Entity& entity) {
    return list.version != view.state.replica.version() || list.computed_filter != list.filter || list.computed_figure != list.figure + list.scope ||
           list.computed_order != order_of(list.table) || list.computed_language != view.ui.language || list.computed_removed != removed_version(view, entity);
}

/// Every record that the list could show.
std::vector<const Record*> all_rows(const app::View& view, const Entity& entity) {
    if (!shows_removed(view, entity)) return view.state.replica.rows(entity);
    std::vector<const Record*> rows;
    for (const app::RemovedRecords::Row* row : app::still_removed(view.state.removed[std::string(entity.name)], entity, view.state.replica))
        rows.push_back(&row->record);
    return rows;
}

/// Bytes by which a column sorts. The last says how complete a record is, the least complete first, or when it was removed.
std::string column_key(const Record& record, std::span<const RegisterColumn> columns, int column, const app::View& view, const WorkedOut& worked) {
    const auto at = static_cast<std::size_t>(column);
    if (at < columns.size()) return sort_key(record, columns[at], view.reader, worked);
    if (shows_removed(view, *record.entity)) {
        const auto* row = removed_row(view, *record.entity, record.id);
        return row ? row->at : std::string{};
    }
    const Completeness found = completeness_of(record, levels_of(record, worked));
    char share[8];
    std::snprintf(share, sizeof share, "%04d", found.wanted > 0 ? found.filled * 1000 / found.wanted : 1000);
    return share;
}

void sort_by(std::vector<const Record*>& records, std::span<const RegisterColumn> columns, int column, bool is_descending, const app::View& view,
             const WorkedOut& worked) {
    std::vector<std::pair<std::string, const Record*>> keyed;
    keyed.reserve(records.size());
    for (const Record* record : records) keyed.emplace_back(column_key(*record, columns, column, view, worked), record);
    std::stable_sort(keyed.begin(), keyed.end(), [&](const auto& a, const auto& b) {
        if ((a.first == "\xFF") != (b.first == "\xFF")) return b.first == "\xFF";  // what is not filled in comes last both ways
        return is_descending ? b.first < a.first : a.first < b.first;
    });
    std::transform(keyed.begin(), keyed.end(), records.begin(), [](const auto& one) { return one.second; });
}

/// The current row and the picked ones stay those they were, as far as they are still in the list.
void keep_place(Register& list) {
    std::set<std::string> picked;
    for (std::size_t i = 0; i < list.rows.size(); ++i) {
        const std::string& id = list.rows[i]->id;
        if (id == list.table.current_id) list.table.current = static_cast<int>(i);
        if (list.table.picked.contains(id)) picked.insert(id);
    }
    list.table.picked = std::move(picked);
}

/// Brings the row that the address names into sight. Where the filter hides it, or it is gone, the list stays as it is.
void go_to_place(Register& list) {
    const auto found = std::find_if(list.rows.begin(), list.rows.end(), [&](const Record* record) { return record->id == list.place; });
    if (list.place.empty() || found == list.rows.end()) return;
    list.table.current = static_cast<int>(found - list.rows.begin());
    list.table.wants_sight = true;
    list.place.clear();
}

void compute(Register& list, const app::View& view, const Entity& entity) {
    const std::uint64_t removed = removed_version(view, entity);
    const bool is_other_data = list.version != view.state.replica.version() || list.computed_language != view.ui.language || list.computed_removed != removed;
    std::vector<const Record*> all = all_rows(view, entity);
    list.total = all.size();
    if (!list.figure.empty() && !shows_removed(view, entity)) {
        const std::vector<std::string> ids = app::counted(list.figure, list.scope, view.state.replica, view.ui.platform.now_ms());
        std::erase_if(all, [&](const Record* record) { return !std::binary_search(ids.begin(), ids.end(), record->id); });
    }
    if (is_other_data) {
        list.texts.clear();
        list.worked = work_out(entity, app::around(view.state.replica, view.reader, view.now_ms()));
    }
    if (!list.filter.empty()) {
        std::erase_if(all, [&](const Record* record) {
            auto [text, is_new] = list.texts.try_emplace(record);
            if (is_new) text->second = search_text(*record, view.reader, list.worked);
            return !matches(text->second, list.filter);
        });
    }
    const std::vector<RegisterColumn> columns = shown_columns(view, entity);
    const std::vector<std::pair<int, bool>> order = order_of(list.table);
    for (std::size_t i = order.size(); i-- > 0;) sort_by(all, columns, order[i].first, order[i].second, view, list.worked);
    list.rows = std::move(all);
    keep_place(list);
    go_to_place(list);
    if (view.state.is_ready) list.place.clear();
    list.version = view.state.replica.version();
    list.computed_removed = removed;
    list.computed_filter = list.filter;
    list.computed_figure = list.figure + list.scope;
    list.computed_order = order;
    list.computed_language = view.ui.language;
}

}  // namespace

int ramp_of(std::string_view scale, std::int64_t level) {
    if (scale == "level") return static_cast<int>(std::clamp<std::int64_t>(level, 0, 3));
    if (scale == "risk_level")
        return level <= 0 ? 0 : level >= 4 ? 3 : static_cast<int>(level - (level > 2 ? 1 : 0));  // very low, low, moderate and high, very high
    return -1;
}

std::vector<RegisterColumn> shown_columns(const app::View& view, const Entity& entity) {
    return shows_removed(view, entity) ? removed_columns(entity) : list_columns(entity);
}

bool shows_removed(const app::View& view, const Entity& entity) {
    const auto list = view.state.registers.find(std::string(entity.name));
    return list != view.state.registers.end() && list->second.shows_removed && allowed_somewhere(view.state.replica.who(), Right::remove, entity);
}

const app::RemovedRecords::Row* removed_row(const app::View& view, const Entity& entity, const std::string& id) {
    const auto removed = view.state.removed.find(std::string(entity.name));
    return removed == view.state.removed.end() ? nullptr : app::removed_row(removed->second, entity, view.state.replica, id);
}

const Register& rows_of(const app::View& view, const Entity& entity) {
    Register& list = view.state.registers[std::string(entity.name)];
    if (is_stale(list, view, entity)) compute(list, view, entity);
    return list;
}

}  // namespace lisa::views
