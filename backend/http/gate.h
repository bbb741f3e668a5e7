#pragma once
// What a request must be before any route sees it: for this server, from this site's own pages.
#include <httplib.h>

#include <optional>
#include <string>

namespace lisa {

/// Where the server is reached from outside.
struct Address {
    std::string listen = "127.0.0.1";
    int port = 8080;
    std::string origin{};  ///< "https://lisa.kommun.se" when TLS is in front; empty on plain loopback

    bool has_tls() const { return !origin.empty(); }
};

/// Whether the name or number is this machine's own loopback.
bool is_loopback(std::string_view host);

/// What is wrong with the address; empty when it is safe to listen there.
std::string complaint(const Address& address);

/// Where files are handed in: the one address that takes bytes which are not JSON, and more of them.
inline constexpr const char* kFilesPath = "/api/files";

/// Where people report without an account, and where they follow what they reported: forms of plain HTML, which no script of ours
/// has to send.
inline constexpr const char* kReportPath = "/anmal";
inline constexpr const char* kFollowPath = "/anmal/folj";

/// What the server takes besides JSON.
struct Doors {
    std::size_t file_limit = 0;       ///< most bytes of a file
    bool takes_open_reports = false;  ///< whether those two forms are there
};

/// Status with which the request is turned away (400, 403, 411, 413, 415), or 0. `port` is the one really listened on.
int refusal(const httplib::Request& request, const Address& address, int port, const Doors& doors);

/// The session token that the browser sent; empty when there is none.
std::string token_of(const httplib::Request& request, const Address& address);
void set_token(httplib::Response& response, const Address& address, const std::string& token);
void clear_token(httplib::Response& response, const Address& address);

}  // namespace lisa
