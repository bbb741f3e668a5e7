#pragma once
// A letter that reminds somebody of what is due. Letters are read by others on their way, so it says what kind of thing it is, how
// many and until when; what it is about is read in Lisa.
#include <span>
#include <string>

#include "i18n/words.h"

namespace lisa {

/// So many things of one kind that are due at the same time.
struct DigestLine {
    std::string rule{};  ///< "measure.due_on": the words are "due.RULE"
    std::string due{};   ///< the Swedish day, or the moment in UTC
    std::int64_t count = 0;
};

struct Digest {
    std::string subject{};
    std::string body{};  ///< plain text, lines end with \n
};

/// The letter as it is to be read at `now` (UTC), with a link that leads to Lisa.
Digest digest_of(std::span<const DigestLine> lines, std::string_view link, std::string_view now, Language language);

}  // namespace lisa
