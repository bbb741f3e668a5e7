#include "server.h"

#include "http/answer.h"
#include "http/form.h"
#include "mail/post.h"
#include "routes/routes.h"
#include "store/content.h"
#include "store/meta.h"
#include "store/readings.h"
#include "sync/deed.h"
#include "sync/pull.h"

namespace lisa {
namespace {

Error broken(std::string detail) { return Error{Fault::broken, {{"", "problem.storage"}}, std::move(detail)}; }

bool is_report(const httplib::Request& request) { return request.path.starts_with(kReportPath); }

/// Nobody shall be able to tell from the log who sent an open report: neither from its page, nor from what that page loads.
std::string_view logged_address(const httplib::Request& request) {
    const bool is_anonymous = is_report(request) || request.path.starts_with(kStaticPath);
    return is_anonymous ? std::string_view() : std::string_view(request.remote_addr);
}

/// What of a path goes into the log: no more than is needed, and never the code of a workshop.
std::string_view logged(std::string_view path) {
    constexpr std::string_view kWorkshop = "/verkstad";
    return path.substr(0, path.starts_with(kWorkshop) ? kWorkshop.size() : 200);
}

Log::Request line_of(const httplib::Request& request, const httplib::Response& response) {
    const auto passed = std::chrono::steady_clock::now() - request.start_time_;
    const auto* person = response.user_data.get<std::string>(kPersonMark);
    return {request.method,          logged(request.path),
            logged_address(request), person ? std::string_view(*person) : std::string_view(),
            response.status,         std::chrono::duration_cast<std::chrono::milliseconds>(passed).count(),
            response.body.size()};
}

constexpr std::int64_t kSweepEveryMs = 24 * 3'600'000;
constexpr std::chrono::hours kLookEvery{1};
constexpr std::int64_t kPostEveryMs = 60'000;

/// Destroys what is to be kept no longer of attached files, in the write-ahead log too, and forgets who read what long ago.
Result<Done> sweep(Site& site) {
    Work work = TRY(site.storage.begin(site.now()));
    const std::int64_t destroyed = TRY(sweep_contents(work.database(), site.now()));
    TRY(sweep_readings(work.database(), site.now()));
    TRY(work.commit());
    if (destroyed == 0) return Done{};
    site.log.event("swept", {{"contents", destroyed}});
    return site.storage.checkpoint();
}

}  // namespace

Result<std::unique_ptr<Server>> Server::open(Storage& storage, Settings settings) {
    if (std::string wrong = complaint(settings.address); !wrong.empty()) return broken(std::move(wrong));
    std::unique_ptr<Server> server(new Server(storage, std::move(settings)));
    Site& site = server->m_site;
    if (!site.settings.www.empty()) {
        auto files = Files::read(site.settings.www);
        if (!files) return std::move(files.error());
        site.files = std::move(*files);
        site.report_frame = site.files.text_of("/anmal.html");
    }
    {
        Work work = TRY(storage.begin(site.now()));
        site.secret = TRY(server_secret(work.database()));
        site.is_demo = TRY(read_meta(work.database(), kMetaDemo)).has_value();
        if (site.is_demo && site.settings.mail.is_on() && !site.settings.mail.is_here())
            return broken("the people of the example have invented addresses; their letters go to a server on this machine only");
        TRY(forget_all_deeds(work.database()));
        site.pokes.committed(TRY(last_seq(work.database())));
        TRY(work.commit());
    }
    TRY(sweep(site));
    server->m_swept_at = site.now();
    server->add_rules();
    const Address& address = site.settings.address;
    Listener& listener = server->m_listener;
    if (address.port == 0) site.port = listener.bind_to_any_port(address.listen);
    else if (listener.bind_to_port(address.listen, address.port)) site.port = address.port;
    else site.port = -1;
    if (site.port <= 0)
        return broken("port " + std::to_string(address.port) + " on " + address.listen + " is taken or not allowed; choose another with --port");
    return server;
}

Server::~Server() { stop(); }

std::string Server::url() const {
    const Address& address = m_site.settings.address;
    return address.has_tls() ? address.origin : "http://" + address.listen + ":" + std::to_string(m_site.port);
}

void Server::add_rules() {
    Site& site = m_site;
    const Transport transport = site.settings.address.has_tls() ? Transport::tls_in_front : Transport::plain_loopback;
    m_listener.set_request_limit_ms(site.settings.request_limit_ms);
    m_listener.set_payload_max_length(std::max(kBodyLimit, site.settings.file_limit + kFormLimit));  // what each route takes, the gate says
    // Only the proxy on this machine may say for whom it asks.
    if (site.settings.address.has_tls()) m_listener.set_trusted_proxies({"127.0.0.1", "::1"});
    m_listener.set_pre_routing_handler([&site](const httplib::Request& request, httplib::Response& response) {
        const Doors doors{site.settings.file_limit, site.settings.takes_open_reports};
        const int status = refusal(request, site.settings.address, site.port, doors);
        if (status == 0) return httplib::Server::HandlerResponse::Unhandled;
        site.log.event("refused", {{"address", std::string(logged_address(request))}, {"path", std::string(logged(request.path))}, {"status", status}});
        if (doors.takes_open_reports && is_report(request)) refuse_report(site, request, response, status);
        else send_problem(request, response, status, status == 413 ? "problem.file_too_large" : "problem.forbidden");
        return httplib::Server::HandlerResponse::Handled;
    });
    m_listener.set_post_routing_handler([transport](const httplib::Request&, httplib::Response& response) {
        set_common_headers(response, transport);
        if (response.status >= 400) Listener::close_after_answer();
    });
    m_listener.set_exception_handler(
        [&site](const httplib::Request& request, httplib::Response& response, std::exception_ptr) { fail(site, request, response, broken("a route threw")); });
    m_listener.set_logger([&site](const httplib::Request& request, const httplib::Response& response) { site.log.request(line_of(request, response)); });
    add_session_routes(m_listener, site);
    add_choice_routes(m_listener, site);
    add_password_routes(m_listener, site);
    add_change_routes(m_listener, site);
    add_event_routes(m_listener, site);
    add_history_routes(m_listener, site);
    add_as_of_routes(m_listener, site);
    add_attachment_routes(m_listener, site);
    add_trail_routes(m_listener, site);
    add_workshop_routes(m_listener, site);
    add_report_routes(m_listener, site);
    add_public_routes(m_listener, site);
}

void Server::keep_house() {
    for (Pokes::Mark seen = m_site.pokes.now(); !seen.is_stopping; seen = m_site.pokes.wait(seen, kLookEvery)) {
        if (m_site.now() - m_swept_at < kSweepEveryMs) continue;
        m_swept_at = m_site.now();
        if (const auto swept = sweep(m_site); !swept) m_site.log.event("failure", {{"path", "sweep"}, {"detail", swept.error().detail}});
    }
}

void Server::keep_post() {
    Site& site = m_site;
    Post post(site.storage, site.log, site.settings.mail, url() + "/", [&site] { return site.pokes.now().is_stopping; });
    const auto told = [&site](const Result<Done>& done) {
        if (!done) site.log.event("failure", {{"path", "mail"}, {"detail", done.error().detail}});
    };
    told(post.open(site.now()));
    std::int64_t rounded_at = 0;
    for (Pokes::Mark seen = site.pokes.now(); !seen.is_stopping; seen = site.pokes.wait(seen, std::chrono::milliseconds(kPostEveryMs))) {
        if (site.now() - rounded_at < kPostEveryMs) continue;
        rounded_at = site.now();
        told(post.round(site.now()));
    }
}

void Server::serve() {
    m_site.log.event("start", {{"url", url()}, {"demo", m_site.is_demo}});
    std::thread house([this] { keep_house(); });
    std::thread letters;
    if (m_site.settings.mail.is_on()) letters = std::thread([this] { keep_post(); });
    m_listener.listen_after_bind();
    m_site.pokes.stop();  // in case listening ended by itself
    house.join();
    if (letters.joinable()) letters.join();
    (void)m_site.storage.checkpoint();
    m_site.log.event("stop");
}

void Server::stop() {
    m_site.pokes.stop();
    m_listener.stop_listening();
}

}  // namespace lisa
