#pragma once
// Files on their way to the server, and those that could not be sent: they stay until they are, or the person gives them up, as long as
// the page is open. Without network no file is attached.
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/route.h"
#include "platform/platform.h"
#include "sync/replica.h"

namespace lisa::app {

struct Attaching {
    int number = 0;
    const Entity* entity = nullptr;  ///< of the record that it is meant for
    std::string record{}, name{}, bytes{};
    int percent = 0;        ///< sent so far
    std::string problem{};  ///< in words; empty while it is being sent
};

struct AttachingState {
    std::vector<Attaching> files{};
    std::int64_t limit = 0;  ///< bytes of one file, as the server says
    std::string getting{};   ///< id of the attachment that is being fetched, or empty
    int percent = 0;         ///< of it
    std::uint64_t version = 0;
    std::map<std::string, std::vector<const Record*>, std::less<>> attached{};  ///< by the record that they hang on, at `version`

    Attaching* find(int number);
    bool has(std::string_view record) const;
};

/// The attachments of a record, the first that was made first.
const std::vector<const Record*>& files_of(AttachingState& attaching, const Replica& replica, const Record& record);

/// Where one comes from to a record: its list, or the attachments of what it hangs on.
Route way_back(const Record& record, Replica& replica);

/// What the server found a file to be.
struct Found {
    std::string sha256{}, media_type{};
    std::int64_t size = 0;
};
std::optional<Found> found_from(const platform::Reply& reply);

/// Why the server, or the network, did not do it: a message key.
std::string problem_of(const platform::Reply& reply);

/// Where a file is handed in for a record.
std::string hand_in_path(const Attaching& file);

}  // namespace lisa::app
