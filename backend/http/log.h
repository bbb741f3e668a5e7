#pragma once
// One JSON line per happening on standard error. Never bodies, cookies, tokens, passwords or query strings.
#include "core/json.h"

namespace lisa {

class Log {
public:
    enum class Detail : std::uint8_t { everything, events_only, nothing };
    explicit Log(Detail detail) : m_detail(detail) {}

    /// Something worth knowing: {"time","event",…facts}.
    void event(std::string_view name, Json facts = Json::object());
    struct Request {
        std::string_view method{}, path{}, address{}, person{};
        int status = 0;
        std::int64_t ms = 0;
        std::size_t bytes = 0;
    };
    /// An answered request, without address where who asks is nobody's business: {"time","method","path","status","ms","bytes","address","person"?}.
    void request(const Request& answered);

private:
    Detail m_detail;
};

}  // namespace lisa
