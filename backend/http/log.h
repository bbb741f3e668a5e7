#pragma once
// One JSON line per happening on standard error. Never bodies, cookies, tokens, passwords or query strings.
#include <mutex>

#include "core/json.h"

namespace lisa {

class Log {
public:
    enum class Detail : std::uint8_t { everything, events_only, nothing };
    explicit Log(Detail detail) : m_detail(detail) {}

    /// Something worth knowing: {"time","event",…facts}.
    void event(std::string_view name, Json facts = Json::object());
    void request(Json facts);

private:
    void write(Json line);
    Detail m_detail;
    std::mutex m_mutex;
};

}  // namespace lisa
