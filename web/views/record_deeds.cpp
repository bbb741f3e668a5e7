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
    const Actor& who = view.state.replica.who();
    const auto may_create = [&](const Entity& entity) { return allowed_somewhere(who, Right::create, entity); };
    if (const auto filling = filling_of(record, who.person, swedish_date(view.ui.platform.now_ms()));
        filling && allowed(who, Right::update, *record.entity, where))
        if (row.add(filling->name, view.ui.say(WordKey{"deed", filling->name}.view())))
            view.commands.push_back([copy = record, values = filling->values](app::App& app) { app.fill_in(copy, values); });
    const auto say = [&](std::string_view key) { return view.ui.say(key); };
    if (record.entity == &kPerson && allowed_somewhere(who, Right::update, kAssignment))
        if (row.add("hand_over", say("handover.open"))) view.commands.push_back([](app::App& app) { app.open(app::Overlay::hand_over); });
    if (record.entity == &kAsset && may_create(kClassification))
        if (row.add("classify", say("deed.classify")))
            view.commands.push_back([id = record.id](app::App& app) { app.create(kClassification, {{"asset", Value{id}}}); });
    if (record.entity == &kSystem && allowed_somewhere(who, Right::read, kRequirement))
        if (row.add("procurement", say("deed.procurement"), {.icon = "download"_icon}))
            view.commands.push_back([copy = record](app::App& app) { app.download_procurement(copy); });
    if (record.entity == &kUnit && allowed(who, Right::read, kProcessing, where))
        if (row.add("record", say("deed.record"), {.icon = "download"_icon}))
            view.commands.push_back([copy = record](app::App& app) { app.download_record(copy); });
    if (record.entity == &kEvent && allowed(who, Right::update, kEvent, where)) event_deeds(view, row, record);
    if (record.entity == &kBreach || record.entity == &kNotification || record.entity == &kRegistration)
        if (row.add("notice", say("deed.notice"), {.icon = "printer"_icon}))
            view.commands.push_back([copy = record](app::App& app) { app.download_notice(copy); });
    if (auto values = measure_for(record, where); !values.empty() && may_create(kMeasure))
        if (row.add("new_measure", say("deed.new_measure"), {.icon = "plus"_icon}))
            view.commands.push_back([values](app::App& app) { app.create(kMeasure, values); });
    if (record.entity == &kRiskMatrix && may_create(kRiskMatrix))
        if (row.add("next_version", say("deed.next_version")))
            view.commands.push_back([values = next_version(record)](app::App& app) { app.create(kRiskMatrix, values); });
    if (record.entity == &kControlPlan && may_create(kControlPoint))
        if (row.add("new_point", say("deed.new_point"), {.icon = "plus"_icon}))
            view.commands.push_back([id = record.id](app::App& app) { app.create(kControlPoint, {{"plan", Value{id}}}); });
    if (record.entity == &kControlPlan && allowed(who, Right::read, kControlResult, where))
        if (row.add("control_report", say("deed.control_report"), {.icon = "printer"_icon}))
            view.commands.push_back([copy = record](app::App& app) { app.download_control_report(copy); });
    if (record.entity == &kControlPoint && may_create(kControlResult))
        if (row.add("new_result", say("deed.new_result"), {.icon = "plus"_icon})) {
            auto values = result_for(record, swedish_date(view.ui.platform.now_ms()));
            values["signed_by"] = Value{who.person};
            view.commands.push_back([values](app::App& app) { app.create(kControlResult, values); });
        }
    if (record.entity == &kAttachment)
        if (row.add("get", say("files.get"), {.icon = "download"_icon, .is_disabled = record.rev == 0 || !view.state.attaching.getting.empty()}))
            view.commands.push_back([copy = record](app::App& app) { app.get_file(copy); });
    if (record.entity == &kInformationType && may_create(kAsset))
        if (row.add("use_type", say("deed.use_type")))
            view.commands.push_back([copy = record](app::App& app) {
                auto values = asset_from_type(copy);
                values["information_type"] = Value{copy.id};
                app.create(kAsset, std::move(values));
            });
    if (record.entity == &kInformationType && may_create(kProcessing) && !processing_from_type(record).empty())
        if (row.add("use_for_processing", say("deed.use_for_processing")))
            view.commands.push_back(
                [copy = record](app::App& app) { app.create(kProcessing, processing_from_type(copy), &kProcessingData, processing_data_from_type(copy)); });
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
