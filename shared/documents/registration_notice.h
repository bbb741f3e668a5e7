#pragma once
// What an operator tells the authority about itself, answer by answer (H9).
#include "documents/notice_draft.h"

namespace lisa {

/// Where it is left, and what is registered, to be copied field by field; until when a change has to be told.
NoticeDraft registration_notice(const Record& registration, const Around& around);

}  // namespace lisa
