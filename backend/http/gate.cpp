#include "http/gate.h"

#include "auth/account.h"
#include "core/text.h"
#include "http/form.h"
#include "http/listener.h"

namespace lisa {
namespace {

constexpr std::string_view kHttps = "https://";

/// "__Host-" binds the cookie to this host and to TLS. WebKit refuses Secure cookies over plain http even on loopback.
std::string cookie_name(const Address& address) { return address.has_tls() ? "__Host-lisa" : "lisa"; }

std::string cookie_tail(const Address& address) { return std::string("; Path=/; HttpOnly; SameSite=Strict") + (address.has_tls() ? "; Secure" : ""); }

bool is_unsafe(const std::string& method) { return method != "GET" && method != "HEAD"; }

bool has_body(const httplib::Request& request) { return request.has_header("Content-Length") && request.get_header_value("Content-Length") != "0"; }

/// The host without its port: "[::1]:8080" gives "[::1]".
std::string_view without_port(std::string_view host) {
    const std::size_t colon = host.rfind(':');
    return colon == host.npos || host.find(']', colon) != host.npos ? host : host.substr(0, colon);
}

/// A foreign name that somebody's DNS points at us must not reach us with that name's pages.
bool is_our_host(std::string_view host, const Address& address, int port) {
    if (address.has_tls() && host == std::string_view(address.origin).substr(kHttps.size())) return true;
    const std::string_view name = without_port(host);
    return is_loopback(name) && (address.has_tls() || host == std::string(name) + ":" + std::to_string(port));
}

bool is_our_origin(const std::string& origin, const httplib::Request& request, const Address& address) {
    return origin == (address.has_tls() ? address.origin : "http://" + request.get_header_value("Host"));
}

/// What the body of a request has to be.
struct Body {
    std::string_view type = "application/json";
    std::size_t limit = kBodyLimit;
    bool is_form = false;  ///< sent by the browser itself, which cannot set our header
};

Body expected(const httplib::Request& request, const Doors& doors) {
    if (request.method != "POST") return {};
    if (request.path == kFilesPath) return {"application/octet-stream", doors.file_limit};
    if (doors.takes_open_reports && request.path == kReportPath) return {"multipart/form-data", doors.file_limit + kFormLimit, true};
    if (doors.takes_open_reports && request.path == kFollowPath) return {"application/x-www-form-urlencoded", kFormLimit, true};
    return {};
}

}  // namespace

bool is_loopback(std::string_view host) { return host == "127.0.0.1" || host == "localhost" || host == "::1" || host == "[::1]"; }

std::string complaint(const Address& address) {
    if (address.port < 0 || address.port > 65535) return "the port must be between 0 and 65535";
    if (address.has_tls()) {
        const std::string_view host = std::string_view(address.origin).substr(std::min(kHttps.size(), address.origin.size()));
        const bool is_plain = host.find_first_of("/?#@ ") == host.npos && !host.empty();
        if (!address.origin.starts_with(kHttps) || !is_plain) return "--origin must be https:// and a host name, without a path: https://lisa.kommun.se";
    } else if (!is_loopback(address.listen)) {
        return "listening on " + address.listen + " needs --origin https://… and TLS in front: without it passwords would cross the network in clear";
    }
    return {};
}

int refusal(const httplib::Request& request, const Address& address, int port, const Doors& doors) {
    if (request.get_header_value_count("Host") != 1 || !is_our_host(request.get_header_value("Host"), address, port)) return 400;
    const Body body = expected(request, doors);
    if (request.get_header_value_u64("Content-Length") > body.limit) return 413;
    if (request.has_header("Transfer-Encoding")) return 411;  // only a body that says its length can be refused before it comes
    if (!is_unsafe(request.method)) return 0;
    if (request.method != "DELETE" && !request.has_header("Content-Length")) return 411;
    if (!body.is_form && request.get_header_value("X-Lisa") != "1") return 403;
    if (request.has_header("Origin") && !is_our_origin(request.get_header_value("Origin"), request, address)) return 403;
    if (request.has_header("Sec-Fetch-Site") && request.get_header_value("Sec-Fetch-Site") != "same-origin") return 403;
    if (has_body(request) || request.method != "DELETE") {
        std::string type = request.get_header_value("Content-Type");
        type = fold(trim(std::string_view(type).substr(0, type.find(';'))));
        if (type != body.type) return 415;
        if (request.has_header("Content-Encoding")) return 415;  // no compressed bodies: a small one could be a bomb
    }
    return 0;
}

std::string token_of(const httplib::Request& request, const Address& address) {
    if (request.get_header_value_count("Cookie") != 1) return {};
    const std::string cookies = request.get_header_value("Cookie"), name = cookie_name(address) + "=";
    for (std::size_t at = 0; at < cookies.size();) {
        const std::size_t end = std::min(cookies.find(';', at), cookies.size());
        const std::string_view cookie = trim(std::string_view(cookies).substr(at, end - at));
        if (cookie.starts_with(name)) return std::string(cookie.substr(name.size()));
        at = end + 1;
    }
    return {};
}

void set_token(httplib::Response& response, const Address& address, const std::string& token) {
    response.set_header("Set-Cookie", cookie_name(address) + "=" + token + "; Max-Age=" + std::to_string(kSessionLongestMs / 1000) + cookie_tail(address));
}

void clear_token(httplib::Response& response, const Address& address) {
    response.set_header("Set-Cookie", cookie_name(address) + "=; Max-Age=0" + cookie_tail(address));
}

}  // namespace lisa
