#pragma once
// Clients with a connection each, which ask one server again and again for a while.
#include <httplib.h>

#include <functional>
#include <string>
#include <vector>

namespace lisa::bench {

/// What a spell of asking came to.
struct Spell {
    double per_second = 0;
    double p99_ms = 0;
    int refused = 0;          ///< answers other than 200, or none
    std::string last_body{};  ///< of one of the answers
};

/// One request of client `client`; the answer as httplib gives it.
using Ask = std::function<httplib::Result(httplib::Client&, int client)>;

/// So many clients ask at the same time for so long.
Spell ask_for(double seconds, int clients, int port, const Ask& ask);

/// A client with a connection that stays, as a browser has: it takes gzip and is given the bytes as they came.
void be_browser(httplib::Client& client);
httplib::Headers browser_headers(const std::string& cookie);

}  // namespace lisa::bench
