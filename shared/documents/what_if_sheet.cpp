#include "documents/what_if_sheet.h"

#include "documents/notice_draft.h"
#include "insight/what_if.h"

namespace lisa {

std::string what_if_sheet(const Record& system, const Around& around) {
    NoticeDraft sheet{around.title(system) + ": " + around.words("tab.what_if"),
                      around.words("what_if.lead"),
                      fill(around.words("notice.taken"), {{"now", around.today}}),
                      {}};
    for (const WhatIfPart& part : what_if(system, around)) {
        DraftPart& lines = sheet.parts.emplace_back(DraftPart{what_if_heading(part.name, around), {}});
        for (const WhatIfLine& line : part.lines) lines.lines.push_back({line.label, line.text});
        if (!part.remark.empty()) lines.lines.push_back({around.words("what_if.note"), part.remark});
    }
    return draft_page(sheet, around);
}

}  // namespace lisa
