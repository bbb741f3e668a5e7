#pragma once
// The registers as they were at the end of a day, for a person of today (F9). What is told of a record is what the person sees in it both
// ways: by their present rights where the record was then, in the organisation as it then was, and by their present rights over the
// record as it now is. What either refuses is left out; so is what was removed since, but for those who see its past (sync/sight.h), and
// what was disposed of, for everybody.
#include <map>

#include "store/past.h"
#include "store/store.h"

namespace lisa {

/// What a person sees of a day.
struct AsOf {
    std::vector<Record> records{};                        ///< by register in the order asked for, then by id; withheld fields emptied and marked
    std::map<std::string, std::int64_t> removed_since{};  ///< by register: how many more there would be, had they not been removed since
};

/// All of the registers at the end of a Swedish day, "2026-06-30": one pass through the journal of each. For what is worked out about
/// the day without anybody's rights there is Past itself.
Result<AsOf> records_as_of(SqlStore& store, const std::vector<const Entity*>& registers, std::string_view day, const Actor& who);

/// Where a page of it begins.
struct AsOfPlace {
    std::int64_t until = 0;  ///< the change that the first page told of; 0: this is the first page
    std::size_t at = 0;      ///< place of the register in the list of those that were asked for
    std::string after{};     ///< the id that was looked at last
};

/// {"until","records":[…],"removed_since":{register: count},"next"?:{"register","after"},"first"?}: the same in pages as full as those of a pull; "first" is
/// the day of the first change ever. Problems: problem.protocol for a day that is none or is to come, and a place that is none.
Result<Json> as_of_page(SqlStore& store, const std::vector<const Entity*>& registers, std::string_view day, std::string_view today, const AsOfPlace& from,
                        const Actor& who);

}  // namespace lisa
