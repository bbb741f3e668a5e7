#include "http/log.h"

#include <cstdio>

#include "clock.h"
#include "core/date.h"

namespace lisa {

void Log::event(std::string_view name, Json facts) {
    if (m_detail == Detail::nothing) return;
    facts["event"] = std::string(name);
    write(std::move(facts));
}

void Log::request(Json facts) {
    if (m_detail == Detail::everything) write(std::move(facts));
}

void Log::write(Json line) {
    line["time"] = utc_text(now_ms());
    const std::string text = dump(line) + "\n";
    const std::lock_guard lock(m_mutex);
    std::fwrite(text.data(), 1, text.size(), stderr);
}

}  // namespace lisa
