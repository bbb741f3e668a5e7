#pragma once
// The notices of an incident (H3; cybersäkerhetslagen 2 kap. 5, 6 and 8 §§) to copy field by field into the authority's portal.
#include "documents/notice_draft.h"

namespace lisa {

/// Upplysning, incidentanmälan, lägesrapport and slutrapport.
enum class NoticeStage : std::uint8_t { warning, notification, progress, final };
inline constexpr NoticeStage kNoticeStages[] = {NoticeStage::warning, NoticeStage::notification, NoticeStage::progress, NoticeStage::final};

/// The name in the key of its words: "notice.stage.NAME".
std::string_view stage_name(NoticeStage stage);

/// What is to be sent next: the first of the three that the law asks for that has no receipt.
NoticeStage next_stage(const Record& notification);

/// What is known for a stage. The order is that of a published form for the same directive (verinice, NIS 2), since the Swedish
/// portal's own has not been read; it is one table.
NoticeDraft notification_notice(const Record& notification, NoticeStage stage, const Around& around);

}  // namespace lisa
