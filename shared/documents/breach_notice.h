#pragma once
// What the authority's e-service asks about a personal-data breach (D3, GDPR article 33.3), in its order, to copy field by field.
#include "documents/notice_draft.h"

namespace lisa {

/// What is not known says so, since a first notice may be incomplete (article 33.4).
NoticeDraft breach_notice(const Record& breach, const Around& around);

}  // namespace lisa
