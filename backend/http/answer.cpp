#include "http/answer.h"

#include <zlib.h>

#include "http/listener.h"
#include "sync/protocol.h"

namespace lisa {
namespace {

constexpr std::size_t kWorthCompressing = 1024;
constexpr int kGzipLevel = 4;

constexpr const char* kPolicy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self'; style-src 'self'; font-src 'self'; "
    "manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'; "
    "require-trusted-types-for 'script'; trusted-types lisa";

constexpr std::pair<const char*, const char*> kHeaders[] = {
    {"X-Content-Type-Options", "nosniff"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
};

/// What only a document or a worker's script heeds.
constexpr std::pair<const char*, const char*> kPageHeaders[] = {
    {"Content-Security-Policy", kPolicy},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Embedder-Policy", "require-corp"},
    {"Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"},
};

bool is_page(const std::string& type) { return type.starts_with("text/html") || type.starts_with("text/javascript"); }

std::string gzipped(const std::string& text) {
    z_stream stream{};
    if (deflateInit2(&stream, kGzipLevel, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) return {};
    std::string out(deflateBound(&stream, text.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int code = deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return code == Z_STREAM_END ? out : std::string{};
}

}  // namespace

int status_of(Fault fault) {
    switch (fault) {
        case Fault::invalid: return 422;
        case Fault::forbidden: return 403;
        case Fault::missing: return 404;
        case Fault::conflict: return 409;
        case Fault::offline: return 503;
        case Fault::broken: return 500;
    }
    return 500;
}

bool takes_gzip(const httplib::Request& request) { return request.get_header_value(kEncodings).find("gzip") != std::string::npos; }

Encoded encode(const Json& body, bool takes_gzip) {
    std::string text = dump(body);
    if (!takes_gzip || text.size() <= kWorthCompressing) return {std::move(text)};
    std::string small = gzipped(text);
    if (small.empty()) return {std::move(text)};
    return {std::move(small), true};
}

void send_encoded(httplib::Response& response, int status, Encoded body) {
    response.status = status;
    if (body.is_gzip) response.set_header("Content-Encoding", "gzip");
    response.set_header("Vary", "Accept-Encoding");
    response.set_content(std::move(body.bytes), "application/json");
}

void send_json(const httplib::Request& request, httplib::Response& response, int status, const Json& body) {
    send_encoded(response, status, encode(body, takes_gzip(request)));
}

void send_error(const httplib::Request& request, httplib::Response& response, const Error& error) {
    send_json(request, response, status_of(error.fault), error_to_json(error));
}

void send_problem(const httplib::Request& request, httplib::Response& response, int status, std::string_view key) {
    send_json(request, response, status, {{"problem", std::string(key)}});
}

void set_common_headers(httplib::Response& response, Transport transport) {
    for (const auto& [name, value] : kHeaders) response.set_header(name, value);
    if (is_page(response.get_header_value("Content-Type"))) {
        for (const auto& [name, value] : kPageHeaders)
            if (!response.has_header(name)) response.set_header(name, value);
    } else if (!response.has_header("Content-Security-Policy")) {
        response.set_header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }
    if (transport == Transport::tls_in_front) response.set_header("Strict-Transport-Security", "max-age=31536000");
    if (!response.has_header("Cache-Control")) response.set_header("Cache-Control", "no-store");
}

}  // namespace lisa
