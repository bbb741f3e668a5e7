#include "documents/digest.h"

#include "core/date.h"
#include "report/when.h"

namespace lisa {
namespace {

bool is_late(const DigestLine& line, std::string_view now) { return is_moment(line.due) ? line.due < now : line.due < swedish_date(now); }

/// "Senast 2026-12-01, om 8 dagar": the day, and how long it is till then or since.
std::string when_text(const DigestLine& line, std::string_view now, Language language) {
    if (is_moment(line.due)) {
        const std::int64_t left = minutes_between(now, line.due);
        const std::string span = span_text(left < 0 ? -left : left, language), at = swedish_time(line.due);
        return fill(say(language, left < 0 ? "mail.moment_passed"_tr : "mail.moment_left"_tr), {{"time", at}, {"span", span}});
    }
    const std::int64_t left = days_between(swedish_date(now), line.due);
    const Tr key = left == 0 ? "mail.day_today"_tr : left < 0 ? "mail.day_passed"_tr : "mail.day_left"_tr;
    return fill(say(language, key), {{"date", line.due}, {"count", std::to_string(left < 0 ? -left : left)}});
}

}  // namespace

Digest digest_of(std::span<const DigestLine> lines, std::string_view link, std::string_view now, Language language) {
    std::int64_t count = 0, late = 0;
    std::string list;
    for (const DigestLine& line : lines) {
        count += line.count;
        if (is_late(line, now)) late += line.count;
        const std::string what(say(language, "due." + line.rule));
        list += fill(say(language, "mail.line"_tr), {{"what", what}, {"count", std::to_string(line.count)}, {"when", when_text(line, now, language)}}) + "\n";
    }
    const std::string all = std::to_string(count);
    Digest digest{fill(say(language, late > 0 ? "mail.subject_late"_tr : "mail.subject"_tr), {{"count", all}, {"late", std::to_string(late)}}), {}};
    digest.body = fill(say(language, "mail.lead"_tr), {{"count", all}}) + "\n\n" + list + "\n" +
                  fill(say(language, "mail.link"_tr), {{"link", std::string(link)}}) + "\n\n" + std::string(say(language, "mail.why_so_little"_tr)) + "\n\n" +
                  std::string(say(language, "mail.turn_off"_tr)) + "\n";
    return digest;
}

}  // namespace lisa
