#pragma once
// Answers as JSON: one place that turns an Error into a status, compresses, and sets the headers every answer has.
#include <httplib.h>

#include "core/json.h"
#include "core/result.h"

namespace lisa {

int status_of(Fault fault);

/// Sends a JSON body, compressed when that pays.
void send_json(const httplib::Request& request, httplib::Response& response, int status, const Json& body);
void send_error(const httplib::Request& request, httplib::Response& response, const Error& error);
/// {"problem":key} for the plain HTML pages around the canvas.
void send_problem(const httplib::Request& request, httplib::Response& response, int status, std::string_view key);

/// The headers of every answer. HSTS only where TLS is in front.
enum class Transport : std::uint8_t { plain_loopback, tls_in_front };
void set_common_headers(httplib::Response& response, Transport transport);

}  // namespace lisa
