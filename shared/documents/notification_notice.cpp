#include "documents/notification_notice.h"

#include "core/date.h"
#include "domain/notification_clock.h"
#include "i18n/catalog_words.h"

namespace lisa {
namespace {

constexpr std::string_view kSent[] = {"registry_number", "reference", "warning_reference", "authority_reference", "progress_reference"};
constexpr std::string_view kFirst[] = {"discovered_at", "known_at", "kinds", "course", "description", "is_malicious", "crosses_border", "crosses_border_text"};
constexpr std::string_view kSetting[] = {"sectors", "supplier", "involved", "site", "discovered_how", "kinds"};
constexpr std::string_view kTimes[] = {"occurred_at", "discovered_at", "known_at", "is_ongoing", "ended_at"};
constexpr std::string_view kAttack[] = {"course", "description", "motive", "is_malicious", "police_report", "indicators"};
constexpr std::string_view kImpact[] = {"system", "affected", "consequences", "people_count", "significance", "significance_reason", "severity"};
constexpr std::string_view kTold[] = {"recipients_informed", "public_informed", "other_authorities"};
constexpr std::string_view kMeasures[] = {"measures_taken", "measures_planned"};
constexpr std::string_view kBorder[] = {"crosses_border", "crosses_border_text"};
constexpr std::string_view kLate[] = {"delay_reason"};
constexpr std::string_view kCause[] = {"cause", "cause_text", "handled_at"};

constexpr DraftFields kWarning[] = {{"notice.course", kFirst}, {"notice.late", kLate}};
constexpr DraftFields kNotification[] = {{"notice.kind", kSent},         {"notice.setting", kSetting}, {"notice.times", kTimes},
                                         {"notice.course", kAttack},     {"notice.impact", kImpact},   {"notice.told", kTold},
                                         {"notice.measures", kMeasures}, {"notice.border", kBorder},   {"notice.late", kLate}};
constexpr DraftFields kFinal[] = {{"notice.kind", kSent},   {"notice.times", kTimes},   {"notice.course", kAttack},
                                  {"notice.cause", kCause}, {"notice.impact", kImpact}, {"notice.measures", kMeasures},
                                  {"notice.told", kTold},   {"notice.border", kBorder}, {"notice.late", kLate}};

std::span<const DraftFields> fields_of(NoticeStage stage) {
    if (stage == NoticeStage::warning) return kWarning;
    return stage == NoticeStage::final ? std::span<const DraftFields>(kFinal) : std::span<const DraftFields>(kNotification);
}

/// Whether the question does not arise: an earlier receipt that there is none of, a reason for what is not late.
bool is_beside_the_point(const Record& record, std::string_view field, const Around& around) {
    if (field == "registry_number" || field == "reference" || field.ends_with("_reference")) return true;
    if (field == "crosses_border_text") return record.text("crosses_border") != "yes";
    if (field == "delay_reason") {
        for (const Clock& clock : notification_clocks(record, around.now))
            if (clock.is_late()) return false;
        return true;
    }
    return (field == "ended_at" || field == "handled_at") && record.values[position(lisa::kNotification, "is_ongoing")] == Value{true};
}

}  // namespace

std::string_view stage_name(NoticeStage stage) {
    constexpr std::string_view kNames[] = {"warning", "notification", "progress", "final"};
    return kNames[static_cast<std::size_t>(stage)];
}

NoticeStage next_stage(const Record& record) {
    const std::vector<Clock> clocks = notification_clocks(record, {});
    if (!clocks[0].is_stopped() && !clocks[1].is_stopped()) return NoticeStage::warning;
    return clocks[1].is_stopped() ? NoticeStage::final : NoticeStage::notification;
}

NoticeDraft notification_notice(const Record& record, NoticeStage stage, const Around& around) {
    const std::string kind = around.words(WordKey{"notice", "stage", stage_name(stage)}.view());
    NoticeDraft draft{fill(around.words("notice.title_stage"), {{"stage", kind}, {"name", around.title(record)}}), around.words("notice.lead_incident")};
    const std::vector<Clock> clocks = notification_clocks(record, around.now);
    const Clock& clock = clocks[stage == NoticeStage::warning ? 0 : stage == NoticeStage::notification ? 1 : 2];
    draft.deadline = clock.due.empty() ? fill(around.words("notice.taken"), {{"now", swedish_time(around.now)}})
                                       : fill(around.words("notice.deadline"), {{"time", swedish_time(clock.due)}, {"now", swedish_time(around.now)}});
    draft.parts.push_back(channel_part("incident", around));
    draft.parts.push_back(sender_part(record, "notice.operator", around));
    for (const DraftFields& part : fields_of(stage)) draft.parts.push_back(fields_part(record, part, is_beside_the_point, around));
    return draft;
}

}  // namespace lisa
