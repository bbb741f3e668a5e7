// What is done with all rows of a list at once.
#include "app/app.h"
#include "core/date.h"
#include "i18n/catalog_words.h"
#include "report/csv.h"
#include "schema/json.h"

namespace lisa::app {

void App::export_csv(const Entity& entity) {
    m_state.overlay = Overlay::none;
    const Register& list = m_state.registers[std::string(entity.name)];
    std::vector<std::size_t> fields;
    for (std::size_t i = 0; i < entity.fields.size(); ++i)
        if (!entity.fields[i].retired && entity.fields[i].type != Type::notes) fields.push_back(i);
    const Reader reader{m_state.replica, m_state.language};
    m_platform.download(std::string(lisa::say(m_state.language, entities_key(entity).view())) + ".csv", "text/csv", to_csv(entity, fields, list.rows, reader));
}

void App::export_json(const Entity& entity) {
    m_state.overlay = Overlay::none;
    Json records = Json::array();
    for (const Record* record : m_state.registers[std::string(entity.name)].rows) records.push_back(record_to_json(*record));
    const Json file{{"entity", std::string(entity.name)}, {"date", swedish_date(m_platform.now_ms())}, {"records", std::move(records)}};
    m_platform.download(std::string(lisa::say(m_state.language, entities_key(entity).view())) + ".json", "application/json", dump(file));
}

void App::run_bulk(const Entity& entity) {
    m_state.overlay = Overlay::none;
    const std::map<std::string, Edit> patch = ui::patch_of(Record{entity}, m_state.bulk.draft);
    std::vector<Change> changes;
    std::size_t refused = 0;
    for (const Record* record : m_state.registers[std::string(entity.name)].rows) {
        Change change = blank_change(Verb::update, entity, record->id);
        change.patch = patch;
        if (m_state.replica.preview(change, {now()})) changes.push_back(std::move(change));
        else ++refused;
    }
    const auto number = [](std::size_t count) { return std::to_string(count); };
    if (changes.empty()) return say(std::string(lisa::say(m_state.language, "bulk.nothing"_tr)), {}, {}, true);
    std::string said = fill(lisa::say(m_state.language, refused > 0 ? "bulk.partly"_tr : "bulk.done"_tr), {{"count", number(changes.size())}, {"refused", number(refused)}});
    auto back = reversed(changes, m_state.replica, [this](Verb verb, const Entity& of, const std::string& id) { return blank_change(verb, of, id); });
    send_all(std::move(changes), std::move(said), [this, back = std::move(back)] { take_back(back); });
}

}  // namespace lisa::app
