#include "domain/event_entry.h"

#include "domain/moments.h"

namespace lisa::detail {

void check_event_entry(const Situation& now, std::vector<Problem>& problems) {
    constexpr Key<std::string> kMoments[] = {event_entry::at};
    check_moments(now, kMoments, {}, problems);
    const std::string kind = now.after.get(event_entry::kind);
    if (kind == "told" || kind == "heard") need(now.after, event_entry::counterpart, problems);
}

}  // namespace lisa::detail
