#include "app/event_cases.h"

#include "documents/breach_notice.h"
#include "documents/registration_notice.h"
#include "domain/catalog.h"

namespace lisa::app {

std::vector<Case> cases_of(const Record& event, const Replica& replica) {
    CaseRecords records;
    records.links = replica.referring(kEventLink, "event", event.id);
    records.systems = replica.rows(kSystem);
    records.processings = replica.rows(kProcessing);
    records.processing_data = replica.rows(kProcessingData);
    records.breaches = replica.referring(kBreach, "event", event.id);
    records.notifications = replica.referring(kNotification, "event", event.id);
    records.unit = [&](const std::string& id) -> const Record* {
        const Record* unit = replica.find(kUnit, id);
        return unit && !unit->removed ? unit : nullptr;
    };
    return lisa::cases_of(event, records);
}

std::string key_of(const Case& one) { return std::string(one.entity->name) + "." + one.unit->id; }

bool may_open(const Case& one, Replica& replica) {
    const auto places = replica.places_above(kUnit, one.unit->id);
    return places && allowed(replica.who(), Right::create, *one.entity, *places);
}

NoticeStage stage_of(const DraftView& view, const Record& notification) {
    if (view.id == notification.id)
        for (NoticeStage stage : kNoticeStages)
            if (stage_name(stage) == view.stage) return stage;
    return next_stage(notification);
}

NoticeDraft notice_of(const Record& record, const DraftView& view, const Around& around) {
    if (record.entity == &kBreach) return breach_notice(record, around);
    return record.entity == &kRegistration ? registration_notice(record, around) : notification_notice(record, stage_of(view, record), around);
}

}  // namespace lisa::app
