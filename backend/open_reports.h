#pragma once
// Open reports (H1): taken in once each, as an event with what it shows, and followed with the code of the receipt.
#include <optional>

#include "domain/open_report.h"
#include "store/storage.h"

namespace lisa {

/// A picture or another file that came with a report; no name: none came.
struct OpenFile {
    std::string name{}, bytes{};
};

/// What came of the form, whole.
struct OpenForm {
    std::string key{};  ///< made for this form; what has the same key and the same content is the same report
    OpenReport report{};
    OpenFile file{};
};

struct OpenReceipt {
    std::string code{};
    std::int64_t seq = 0;  ///< last journal number of what was written; 0: the report had come before
};

/// Takes the report in, whole or not at all; what is wrong with its file stands under the field "file". A part of the organisation that is
/// not there becomes the whole municipality. `file_quota`: bytes of all attached files together, of which open reports may bring a tenth.
Result<OpenReceipt> take_open_report(Storage& storage, std::string_view secret, const OpenForm& form, std::int64_t file_quota, std::int64_t now_ms);

/// What whoever has the code gets to know, and nothing else.
struct OpenStanding {
    std::string status{};    ///< state of the event
    std::string feedback{};  ///< what those who handled it wrote to whoever reported
};
Result<std::optional<OpenStanding>> follow_open_report(View& view, std::string_view secret, std::string_view typed);

/// The id of the part of the organisation that a link or a poster named, when it is there; else of the whole municipality.
Result<std::string> open_unit(SqlStore& store, const std::string& named);

}  // namespace lisa
