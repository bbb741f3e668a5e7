#pragma once
// A browser that edits an asset of its own, each time over what it was told last.
#include <string>

#include "bench/load.h"
#include "bench/town.h"

namespace lisa::bench {

class Editor {
public:
    /// Each editor is another person with another asset.
    Editor(const Town& town, int number);

    /// Pushes one change; `is_accepted` says whether the server took it.
    httplib::Result push(httplib::Client& client, bool& is_accepted);

private:
    std::string body();
    bool take(const std::string& text);

    int m_number, m_changes = 0;
    std::int64_t m_base;
    httplib::Headers m_headers;
};

}  // namespace lisa::bench
