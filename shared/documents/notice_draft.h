#pragma once
// A draft to an authority: what its form asks, in its order, each answer to be copied field by field. What is not known says so
// and holds nothing up, since the law lets a first notice be incomplete.
#include <span>
#include <string>
#include <vector>

#include "insight/insight.h"

namespace lisa {

struct DraftLine {
    std::string label{}, text{};  ///< no text: not known
};

struct DraftPart {
    std::string heading{};
    std::vector<DraftLine> lines{};
};

struct NoticeDraft {
    std::string title{}, lead{};
    std::string deadline{};  ///< until when, and when the draft was made
    std::vector<DraftPart> parts{};
    /// How many answers are not known.
    int unknown() const;
};

/// A part of a form by the fields of a record; the words of the heading, and the names of the fields in their order.
struct DraftFields {
    std::string_view heading{};
    std::span<const std::string_view> fields{};
};

/// Who notifies: the unit with what article 30.1 a or a registration says about it, and who can be reached there.
DraftPart sender_part(const Record& record, std::string_view heading, const Around& around);

/// Where such a notice is left (authority_channel); without lines where no way is known.
DraftPart channel_part(std::string_view duty, const Around& around);

/// A record's fields as a part. What is empty and beside the point is left out; what the reader may not see is not known.
DraftPart fields_part(const Record& record, const DraftFields& about, bool (*is_beside_the_point)(const Record&, std::string_view field, const Around&),
                      const Around& around);

/// One HTML page, to print or to have beside the authority's form.
std::string draft_page(const NoticeDraft& draft, const Around& around);

}  // namespace lisa
