#pragma once
// Answers as JSON: one place that turns an Error into a status, compresses, and sets the headers every answer has.
#include <httplib.h>

#include "core/json.h"
#include "core/result.h"

namespace lisa {

int status_of(Fault fault);

/// A JSON body as it goes over the wire.
struct Encoded {
    std::string bytes{};
    bool is_gzip = false;
};
/// Whether the browser takes gzip.
bool takes_gzip(const httplib::Request& request);
/// Compressed when the other side takes that and it pays.
Encoded encode(const Json& body, bool takes_gzip);
void send_encoded(httplib::Response& response, int status, Encoded body);

/// Sends a JSON body, compressed when that pays.
void send_json(const httplib::Request& request, httplib::Response& response, int status, const Json& body);
void send_error(const httplib::Request& request, httplib::Response& response, const Error& error);
/// {"problem":key} for the plain HTML pages around the canvas.
void send_problem(const httplib::Request& request, httplib::Response& response, int status, std::string_view key);

/// The headers of every answer: what a page or a script may do, and for everything else that it may do nothing, unless its route says
/// more. HSTS only where TLS is in front.
enum class Transport : std::uint8_t { plain_loopback, tls_in_front };
void set_common_headers(httplib::Response& response, Transport transport);

}  // namespace lisa
