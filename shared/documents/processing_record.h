#pragma once
// A board's whole record of processing (D7, GDPR article 30) as one HTML document that stands on its own: to print, to send to the
// supervisory authority, to put in the registry.
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "report/show.h"

namespace lisa {

/// The rows of processing_data that belong to a processing, in the order to print them.
using DataOf = std::function<std::vector<const Record*>(const Record& processing)>;

/// What article 30.1 a asks about the controller besides its name; what is empty is named as missing. A representative
/// (article 27) is left out: only a controller outside the union has one.
struct RecordFrame {
    std::string organisation_number{}, address{}, email{}, phone{};
    std::string officer{};                         ///< name of the data protection officer
    std::string officer_email{}, officer_phone{};  ///< asked for only where there is an officer
    std::string drawn_up_on{};                     ///< the day of the print, "2026-11-23"; left out when empty
};

/// The frame as the registers have it: each detail from the unit or the nearest above that has it, and whoever holds the
/// nearest seat of data protection officer on the day, a deputy where nobody does.
RecordFrame frame_of(const Record& unit, std::span<const Record* const> seats, const Reader& reader, std::string_view today);

/// The document: the holder, numbers, contents, then every processing that is not removed with the letters of the article, first those as
/// controller (30.1), then those as processor (30.2). Required things that are empty are marked, and what the reader may not see says so.
std::string record_of_processing(std::string_view controller, std::span<const Record* const> processings, const DataOf& data_of, const Reader& reader,
                                 const RecordFrame& frame = {});

}  // namespace lisa
