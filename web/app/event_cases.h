#pragma once
// The cases of an event, from what the replica holds.
#include "app/state.h"
#include "documents/notification_notice.h"
#include "domain/cases.h"

namespace lisa::app {

/// The cases that an event has opened or should open, as this person sees what it hit; `replica` must outlive them.
std::vector<Case> cases_of(const Record& event, const Replica& replica);

/// What stands for a case among those that are left out.
std::string key_of(const Case& one);

/// Whether the person may open the case.
bool may_open(const Case& one, Replica& replica);

/// The notice of a notification that is drafted.
NoticeStage stage_of(const DraftView& view, const Record& notification);

/// What the authority asks about a case or an operator, for the stage that is shown.
NoticeDraft notice_of(const Record& record, const DraftView& view, const Around& around);

}  // namespace lisa::app
