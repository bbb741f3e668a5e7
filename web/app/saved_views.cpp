#include "app/saved_views.h"

#include <algorithm>

#include "app/app.h"
#include "app/undo.h"
#include "core/json.h"
#include "core/text.h"
#include "domain/saved_view.h"

namespace lisa::app {
namespace {

constexpr std::size_t kViewsBytes = 4000;  // what the server keeps under one key, with a little room
constexpr std::size_t kNameLimit = 60;

}  // namespace

std::string views_key(const Entity& entity) { return "views." + std::string(entity.name); }

std::vector<OwnView> own_views_from(std::string_view text) {
    std::vector<OwnView> views;
    const auto json = parse_json(text);
    if (!json || !json->is_array()) return views;
    for (const Json& one : *json) {
        const std::string *name = text_member(one, "name"), *query = text_member(one, "query");
        if (name && query) views.push_back({*name, *query});
    }
    return views;
}

std::string text_of(const std::vector<OwnView>& views) {
    if (views.empty()) return {};
    Json json = Json::array();
    for (const OwnView& view : views) json.push_back({{"name", view.name}, {"query", view.query}});
    return dump(json);
}

std::vector<ViewRow> shared_views(Replica& replica, const Entity& entity) {
    std::vector<ViewRow> rows;
    for (const Record* record : replica.rows(kSavedView)) {
        if (record->get(saved_view::register_name) != entity.name || !is_meant_for(*record, replica.who(), replica)) continue;
        const auto places = places_of(*record, replica);
        const auto may = [&](Right right) { return places && allowed(replica.who(), right, kSavedView, *places); };
        rows.push_back({.key = record->id,
                        .name = record->get(saved_view::name),
                        .query = record->get(saved_view::query),
                        .record = record->id,
                        .unit = record->get(saved_view::unit),
                        .may_change = may(Right::update),
                        .may_remove = may(Right::remove)});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const ViewRow& a, const ViewRow& b) { return collation_key(a.name) < collation_key(b.name); });
    return rows;
}

std::string App::view_problem(const std::string& name, const std::vector<OwnView>& views, std::size_t but) const {
    if (trim(name).empty()) return "views.name_missing";
    if (length(name) > kNameLimit) return "views.name_long";
    for (std::size_t i = 0; i < views.size(); ++i)
        if (i != but && fold(views[i].name) == fold(trim(name))) return "views.name_taken";
    return {};
}

std::string App::shown_query(const Entity& entity) {
    ListQuery query = query_of(m_state.registers[std::string(entity.name)], entity);
    query.is_removed = false;  // a view is one of the register
    query.at.clear();          // a view is about all of the list
    return text_of(query);
}

bool App::keep_views(const Entity& entity, const std::vector<OwnView>& views, Tr said) {
    const std::string key = views_key(entity), before = m_platform.remembered(key), text = text_of(views);
    if (text.size() > kViewsBytes) {
        say(std::string(lisa::say(m_state.language, "views.too_many"_tr)), {}, {}, true);
        return false;
    }
    m_platform.remember(key, text);
    say_done(std::string(lisa::say(m_state.language, said)), [this, key, before] {
        m_platform.remember(key, before);
        say(std::string(lisa::say(m_state.language, "views.back"_tr)));
    });
    return true;
}

void App::save_view(const Entity& entity) {
    ViewsBox& box = m_state.views;
    std::vector<OwnView> views = own_views_from(m_platform.remembered(views_key(entity)));
    box.problem = view_problem(box.name, views, views.size());
    if (length(m_state.registers[std::string(entity.name)].filter) > kFilterLimit) box.problem = "views.filter_long";
    if (!box.problem.empty()) return m_platform.announce(lisa::say(m_state.language, box.problem), true);
    views.push_back({std::string(trim(box.name)), shown_query(entity)});
    if (keep_views(entity, views, "views.saved"_tr)) box.name.clear();
}

void App::replace_view(const Entity& entity, const ViewRow& row) {
    m_state.views.opened.clear();
    if (!row.record.empty()) return alter_shared(row.record, "query", shown_query(entity), "views.replaced"_tr);
    std::vector<OwnView> views = own_views_from(m_platform.remembered(views_key(entity)));
    if (row.own >= views.size()) return;
    views[row.own].query = shown_query(entity);
    (void)keep_views(entity, views, "views.replaced"_tr);
}

void App::rename_view(const Entity& entity, const ViewRow& row) {
    ViewsBox& box = m_state.views;
    std::vector<OwnView> views = own_views_from(m_platform.remembered(views_key(entity)));
    box.deed_problem = view_problem(box.text, row.record.empty() ? views : std::vector<OwnView>{}, row.own);
    if (!box.deed_problem.empty()) return m_platform.announce(lisa::say(m_state.language, box.deed_problem), true);
    const std::string name(trim(box.text));
    box.opened.clear();
    if (!row.record.empty()) return alter_shared(row.record, "name", name, "views.renamed"_tr);
    if (row.own >= views.size()) return;
    views[row.own].name = name;
    (void)keep_views(entity, views, "views.renamed"_tr);
}

void App::remove_view(const Entity& entity, const ViewRow& row) {
    m_state.views.opened.clear();
    if (!row.record.empty()) {
        const Change change = blank_change(Verb::remove, kSavedView, row.record);
        auto back = reversed({change}, m_state.replica);
        return send(change, std::string(lisa::say(m_state.language, "views.removed"_tr)), [this, back = std::move(back)] { take_back(back); });
    }
    std::vector<OwnView> views = own_views_from(m_platform.remembered(views_key(entity)));
    if (row.own >= views.size()) return;
    views.erase(views.begin() + static_cast<std::ptrdiff_t>(row.own));
    (void)keep_views(entity, views, "views.removed"_tr);
}

void App::share_view(const Entity& entity, const ViewRow& row) {
    const std::string key = views_key(entity), before = m_platform.remembered(key);
    std::vector<OwnView> views = own_views_from(before);
    if (row.own >= views.size()) return;
    Change change = blank_change(Verb::create, kSavedView, m_platform.new_id());
    const auto fill_in = [&](std::string_view field, std::string value) { change.patch[std::string(field)] = Edit{Value{std::move(value)}}; };
    fill_in("name", views[row.own].name);
    fill_in("register_name", std::string(entity.name));
    if (!views[row.own].query.empty()) fill_in("query", views[row.own].query);
    fill_in("unit", m_state.views.unit);
    if (const auto preview = m_state.replica.preview(change, {now()}); !preview) {
        m_state.views.deed_problem = preview.error().problems.empty() ? "problem.broken" : preview.error().problems.front().message;
        return m_platform.announce(lisa::say(m_state.language, m_state.views.deed_problem), true);
    }
    m_state.views.opened.clear();
    const Record* unit = m_state.replica.find(*find_entity(m_state.replica.catalog(), "unit"), m_state.views.unit);
    const std::string where = unit ? title_of(*unit, {m_state.replica, m_state.language}) : "";
    auto back = reversed({change}, m_state.replica);
    views.erase(views.begin() + static_cast<std::ptrdiff_t>(row.own));
    send_all(
        {std::move(change)}, fill(lisa::say(m_state.language, "views.is_shared"_tr), {{"unit", where}}),
        [this, back = std::move(back), key, before] {
            m_platform.remember(key, before);
            take_back(back);
        },
        [this, key, left = text_of(views)](bool is_kept) {
            if (is_kept) m_platform.remember(key, left);
        });
}

void App::alter_shared(const std::string& id, std::string_view field, std::string value, Tr said) {
    Change change = blank_change(Verb::update, kSavedView, id);
    change.patch[std::string(field)] = Edit{value.empty() ? Value{} : Value{std::move(value)}};
    auto back = reversed({change}, m_state.replica);
    send(std::move(change), std::string(lisa::say(m_state.language, said)), [this, back = std::move(back)] { take_back(back); });
}

}  // namespace lisa::app
