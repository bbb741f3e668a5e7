// What is added to an event from its own page, besides the measures that any cause has.
#include "core/date.h"
#include "domain/catalog.h"
#include "i18n/catalog_words.h"
#include "views/screens.h"

namespace lisa::views {

using namespace ui;

void event_deeds(const app::View& view, ButtonRow& row, const Record& event) {
    struct Part {
        std::string_view key;
        const Entity* entity;
        std::map<std::string, Value> values;
    };
    const Part parts[] = {
        {"deed.log", &kEventEntry, {{"event", Value{event.id}}, {"at", Value{utc_text(view.ui.platform.now_ms())}}}},
        {"deed.link", &kEventLink, {{"event", Value{event.id}}}},
    };
    for (const Part& part : parts)
        if (allowed_somewhere(view.state.replica.who(), Right::create, *part.entity) && row.add(part.key, view.ui.say(part.key)))
            view.commands.push_back([entity = part.entity, values = part.values](app::App& app) { app.create(*entity, values); });
}

}  // namespace lisa::views
