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
    {"Content-Security-Policy", kPolicy},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Embedder-Policy", "require-corp"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"},
};

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

void send_json(const httplib::Request& request, httplib::Response& response, int status, const Json& body) {
    std::string text = dump(body);
    response.status = status;
    if (text.size() > kWorthCompressing && request.get_header_value(kEncodings).find("gzip") != std::string::npos) {
        if (std::string small = gzipped(text); !small.empty()) {
            text = std::move(small);
            response.set_header("Content-Encoding", "gzip");
        }
        response.set_header("Vary", "Accept-Encoding");
    }
    response.set_content(std::move(text), "application/json");
}

void send_error(const httplib::Request& request, httplib::Response& response, const Error& error) {
    send_json(request, response, status_of(error.fault), error_to_json(error));
}

void send_problem(const httplib::Request& request, httplib::Response& response, int status, std::string_view key) {
    send_json(request, response, status, {{"problem", std::string(key)}});
}

void set_common_headers(httplib::Response& response, Transport transport) {
    for (const auto& [name, value] : kHeaders) response.set_header(name, value);
    if (transport == Transport::tls_in_front) response.set_header("Strict-Transport-Security", "max-age=31536000");
    if (!response.has_header("Cache-Control")) response.set_header("Cache-Control", "no-store");
}

}  // namespace lisa
