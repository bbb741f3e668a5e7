// What can be done with a record, as buttons: its steps, and what can be made out of it.
#include "core/date.h"
#include "domain/catalog.h"
#include "domain/follow_up.h"
#include "domain/internal_control.h"
#include "domain/starter.h"
#include "i18n/catalog_words.h"
#include "views/screens.h"

namespace lisa::views {
namespace {

using namespace ui;

void steps(app::View& view, ButtonRow& row, const Record& record, const Places& where) {
    const Entity& entity = *record.entity;
    if (entity.state.empty()) return;
    const std::string now = record.text(entity.state);
    for (const Step& step : entity.steps)
        if (step.from == now && may_step(view.state.replica.who(), step, where))
            if (row.add("step." + std::string(step.name), view.ui.say(step_key(entity, step).view())))
                view.commands.push_back([record, name = std::string(step.name)](app::App& app) { app.step(record, name); });
}

/// What can be made out of a record besides its steps.
void deeds(app::View& view, ButtonRow& row, const Record& record, const Places& where) {
    using app::App;
    const Actor& who = view.state.replica.who();
    const Entity* const of = record.entity;
    const auto may = [&](Right right, const Entity& entity) { return allowed(who, right, entity, where); };
    const auto may_somewhere = [&](Right right, const Entity& entity) { return allowed_somewhere(who, right, entity); };
    const auto may_create = [&](const Entity& entity) { return may_somewhere(Right::create, entity); };
    // A button, and what is done with the record when it is pressed.
    const auto offer = [&](bool is_offered, std::string_view key, std::string_view words, const ButtonLook& look, auto act) {
        if (is_offered && row.add(key, view.ui.say(words), look)) view.commands.push_back([copy = record, act](App& app) { act(app, copy); });
    };
    const std::int64_t now_ms = view.ui.platform.now_ms();

    if (const auto filling = filling_of(record, who.person, swedish_date(now_ms)); filling)
        offer(may(Right::update, *of), filling->name, WordKey{"deed", filling->name}.view(), {},
              [values = filling->values](App& app, const Record& one) { app.fill_in(one, values); });
    offer(of == &kPerson && may_somewhere(Right::update, kAssignment), "hand_over", "handover.open", {},
          [](App& app, const Record&) { app.open(app::Overlay::hand_over); });
    offer(of == &kAsset && may_create(kClassification), "classify", "deed.classify", {}, [](App& app, const Record& one) {
        app.create(kClassification, {{"asset", Value{one.id}}});
    });
    offer(of == &kSystem && may_somewhere(Right::read, kRequirement), "procurement", "deed.procurement", {.icon = "download"_icon},
          [](App& app, const Record& one) { app.download_procurement(one); });
    offer(of == &kUnit && may(Right::read, kProcessing), "record", "deed.record", {.icon = "download"_icon},
          [](App& app, const Record& one) { app.download_record(one); });
    const bool is_handled = of == &kEvent && may(Right::update, kEvent);
    offer(is_handled && may_create(kEventEntry), "deed.log", "deed.log", {}, [now_ms](App& app, const Record& one) {
        app.create(kEventEntry, {{"event", Value{one.id}}, {"at", Value{utc_text(now_ms)}}});
    });
    offer(is_handled && may_create(kEventLink), "deed.link", "deed.link", {}, [](App& app, const Record& one) {
        app.create(kEventLink, {{"event", Value{one.id}}});
    });
    offer(of == &kBreach || of == &kNotification || of == &kRegistration, "notice", "deed.notice", {.icon = "printer"_icon},
          [](App& app, const Record& one) { app.download_notice(one); });
    if (auto values = measure_for(record, where); !values.empty())
        offer(may_create(kMeasure), "new_measure", "deed.new_measure", {.icon = "plus"_icon},
              [values](App& app, const Record&) { app.create(kMeasure, values); });
    offer(of == &kRiskMatrix && may_create(kRiskMatrix), "next_version", "deed.next_version", {},
          [](App& app, const Record& one) { app.create(kRiskMatrix, next_version(one)); });
    offer(of == &kControlPlan && may_create(kControlPoint), "new_point", "deed.new_point", {.icon = "plus"_icon}, [](App& app, const Record& one) {
        app.create(kControlPoint, {{"plan", Value{one.id}}});
    });
    offer(of == &kControlPlan && may(Right::read, kControlResult), "control_report", "deed.control_report", {.icon = "printer"_icon},
          [](App& app, const Record& one) { app.download_control_report(one); });
    offer(of == &kControlPoint && may_create(kControlResult), "new_result", "deed.new_result", {.icon = "plus"_icon},
          [person = who.person, now_ms](App& app, const Record& one) {
              auto values = result_for(one, swedish_date(now_ms));
              values["signed_by"] = Value{person};
              app.create(kControlResult, std::move(values));
          });
    const bool must_wait = record.rev == 0 || !view.state.attaching.getting.empty();
    offer(of == &kAttachment, "get", "files.get", {.icon = "download"_icon, .is_disabled = must_wait}, [](App& app, const Record& one) { app.get_file(one); });
    offer(of == &kInformationType && may_create(kAsset), "use_type", "deed.use_type", {}, [](App& app, const Record& one) {
        auto values = asset_from_type(one);
        values["information_type"] = Value{one.id};
        app.create(kAsset, std::move(values));
    });
    offer(of == &kInformationType && may_create(kProcessing) && !processing_from_type(record).empty(), "use_for_processing", "deed.use_for_processing", {},
          [](App& app, const Record& one) { app.create(kProcessing, processing_from_type(one), &kProcessingData, processing_data_from_type(one)); });
}

}  // namespace

void record_deeds(app::View& view, Column& column, const Record& record) {
    const auto found = places_of(record, view.state.replica);
    const Places where = found ? *found : Places{};
    ButtonRow row(view.ui, column);
    steps(view, row, record, where);
    deeds(view, row, record, where);
}

}  // namespace lisa::views
