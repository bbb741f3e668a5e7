#include "http/log.h"

#include <unistd.h>

#include <algorithm>

#include "clock.h"
#include "core/date.h"

namespace lisa {
namespace {

void write_line(std::string line) {
    line += '\n';
    // One call for each line keeps lines whole without a lock that every request would queue at.
    (void)!::write(STDERR_FILENO, line.data(), line.size());
}

/// The text as JSON; most need no escaping.
std::string quoted(std::string_view text) {
    const bool is_plain = std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < 127 && c != '"' && c != '\\'; });
    return is_plain ? '"' + std::string(text) + '"' : dump(Json(std::string(text)));
}

}  // namespace

void Log::event(std::string_view name, Json facts) {
    if (m_detail == Detail::nothing) return;
    facts["event"] = std::string(name);
    facts["time"] = utc_text(now_ms());
    write_line(dump(facts));
}

void Log::request(const Request& answered) {
    if (m_detail != Detail::everything) return;
    // Put together by hand: a line for each request as a JSON value would cost as much as the answer.
    std::string line = R"({"time":")" + utc_text(now_ms()) + R"(","method":)" + quoted(answered.method) + R"(,"path":)" + quoted(answered.path) +
                       R"(,"status":)" + std::to_string(answered.status) + R"(,"ms":)" + std::to_string(answered.ms) + R"(,"bytes":)" +
                       std::to_string(answered.bytes) + R"(,"address":)" + quoted(answered.address);
    if (!answered.person.empty()) line += R"(,"person":)" + quoted(answered.person);
    write_line(std::move(line) + "}");
}

}  // namespace lisa
