// Open reports (H1): forms of plain HTML for people without an account, off unless the administrator allows them. No session is looked
// at here, and no answer tells more than a sentence and what was written to whoever reported.
#include "auth/neighbourhood.h"
#include "auth/receipt.h"
#include "core/json.h"
#include "domain/catalog.h"
#include "http/form.h"
#include "http/stream.h"
#include "open_reports.h"
#include "pages/report_pages.h"
#include "report/size.h"
#include "routes/routes.h"
#include "store/crypto.h"

namespace lisa {
namespace {

using Request = httplib::Request;
using Response = httplib::Response;

constexpr const char* kPosterPath = "/anmal/affisch";
constexpr const char* kHtml = "text/html; charset=utf-8";
constexpr std::size_t kKeyBytes = 16, kShortestKey = 16, kLongestKey = 64, kLongestCode = 40;
constexpr int kBusySeconds = 5;

/// Swedish, but for who asks for English or whose browser speaks it first.
Language language_of(const Request& request) {
    if (request.has_param("lang")) return request.get_param_value("lang") == "en" ? Language::english : Language::swedish;
    return request.get_header_value("Accept-Language").starts_with("en") ? Language::english : Language::swedish;
}

Result<Visit> visit_of(Site& site, const Request& request) {
    Visit visit{language_of(request), {}, {}};
    const std::string named = request.get_param_value("enhet");
    if (!is_id(named)) return visit;
    View view = TRY(site.storage.read());
    const auto unit = view.store().load(kUnit, named);
    if (!unit && unit.error().fault != Fault::missing) return unit.error();
    if (!unit || unit->removed) return visit;
    return Visit{visit.language, named, unit->text("name")};
}

/// The visit, in the language alone when the registers cannot be read.
Visit visit_anyhow(Site& site, const Request& request) {
    auto visit = visit_of(site, request);
    return visit ? std::move(*visit) : Visit{language_of(request), {}, {}};
}

void show(const Site& site, Response& response, int status, const Visit& visit, const ReportPage& page) {
    response.status = status;
    response.set_header("Referrer-Policy", "same-origin");  // without it a form does not say from where it is sent
    response.set_content(framed(page, site.report_frame, visit.language), kHtml);
}

/// Whether the page's own script asks, which reads JSON.
bool is_script(const Request& request) { return request.get_header_value("Accept").starts_with("application/json"); }

/// Says in a sentence why nothing was taken in.
void refuse(const Site& site, const Request& request, Response& response, const Visit& visit, int status, Tr message, std::int64_t wait_s = 0) {
    const std::string text = fill(say(visit.language, message), {{"size", size_text(static_cast<std::int64_t>(site.settings.file_limit), visit.language)}});
    if (wait_s > 0) response.set_header("Retry-After", std::to_string(wait_s));
    if (is_script(request)) return send_json(request, response, status, {{"text", text}, {"retry_s", wait_s}});
    show(site, response, status, visit, notice_page(visit, say(visit.language, "open.not_taken"_tr), text));
}

void show_form(const Site& site, Response& response, int status, const Visit& visit, const Answers& answers) {
    response.set_header("Cache-Control", "private, no-cache");  // what was typed is there again for who goes back
    show(site, response, status, visit, form_page(visit, answers, site.settings.file_limit));
}

/// Lines about whom the authority is that the protective security manager tells.
Result<std::vector<std::string>> channels(Site& site) {
    View view = TRY(site.storage.read());
    Query query =
        TRY(view.database().query("SELECT name, description FROM authority_channel WHERE duty = 'security_protection' AND removed = 0 ORDER BY name"));
    std::vector<std::string> lines;
    while (TRY(query.step())) lines.push_back(query.is_null(1) ? query.text(0) : query.text(0) + ". " + query.text(1));
    return lines;
}

void show_gate(Site& site, const Request& request, Response& response) {
    const Visit visit = visit_anyhow(site, request);
    const std::string step = request.get_param_value("steg");
    if (step == "form") return show_form(site, response, 200, visit, {base64_url(random_bytes(kKeyBytes)), {}, {}});
    if (step != "ring") return show(site, response, 200, visit, gate_page(visit));
    const auto lines = channels(site);
    show(site, response, 200, visit, call_page(visit, lines ? *lines : std::vector<std::string>{}));
}

OpenForm open_form(Form form, const Visit& visit) {
    OpenForm open{form.take("key"), {{}, visit.named, form.take("seen_at")}, {std::move(form.file_name), std::move(form.file)}};
    for (std::string_view question : kOpenQuestions) open.report.answers[std::string(question)] = form.take(std::string(question));
    return open;
}

/// What has to be corrected, beside the fields and with all that was typed.
void show_mistakes(const Site& site, const Request& request, Response& response, const Visit& visit, const OpenForm& open, const Error& error) {
    if (!is_script(request)) return show_form(site, response, 422, visit, {open.key, open.report.answers, error.problems});
    Json problems = Json::array();
    for (const Problem& problem : error.problems) problems.push_back({{"field", problem.field}, {"text", problem_words(visit, problem)}});
    send_json(request, response, 422, {{"text", std::string(say(visit.language, "open.mistake"_tr))}, {"problems", std::move(problems)}});
}

/// Takes the form in and answers; what of its turn counts.
Turns::Kept take_in(Site& site, const Request& request, Response& response, const Visit& visit, Form form) {
    using enum Turns::Kept;
    const OpenForm open = open_form(std::move(form), visit);
    if (open.key.size() < kShortestKey || open.key.size() > kLongestKey) {
        refuse(site, request, response, visit, 400, "open.unreadable"_tr);
        return nothing;
    }
    const auto receipt = take_open_report(site.storage, site.secret, open, site.settings.file_quota, site.now());
    if (!receipt && receipt.error().fault == Fault::invalid) {
        show_mistakes(site, request, response, visit, open, receipt.error());
        return all;
    }
    if (!receipt) {
        site.log.event("failure", {{"path", kReportPath}, {"detail", receipt.error().detail}});
        refuse(site, request, response, visit, 500, "open.broken"_tr);
        return nothing;
    }
    if (receipt->seq > 0) site.pokes.committed(receipt->seq);
    if (is_script(request)) send_json(request, response, 200, {{"code", receipt->code}});
    else show(site, response, 200, visit, receipt_page(visit, receipt->code));
    return receipt->seq > 0 ? all : bytes;
}

/// Lets a small form that is refused come to its end: a browser that is cut off shows no answer.
void let_pass(const httplib::ContentReader& read, std::int64_t size) {
    if (size > static_cast<std::int64_t>(kBodyLimit)) return;
    (void)read([](const httplib::FormData&) { return true; }, [](const char*, std::size_t) { return true; });
}

void hand_in(Site& site, const Request& request, Response& response, const httplib::ContentReader& read) {
    const Visit visit = visit_anyhow(site, request);
    const auto size = static_cast<std::int64_t>(request.get_header_value_u64("Content-Length"));
    Turns::Turn turn = site.report_turns.take(request.remote_addr, size, site.now());
    if (turn.wait_ms() > 0) {
        site.log.event("open_reports_full");
        let_pass(read, size);
        return refuse(site, request, response, visit, 429, "open.busy"_tr, (turn.wait_ms() + 999) / 1000);
    }
    const auto held = site.report_memory.take(size);
    if (!held) {
        let_pass(read, size);
        return refuse(site, request, response, visit, 503, "open.busy"_tr, kBusySeconds);
    }
    if (size > static_cast<std::int64_t>(kBodyLimit)) Listener::allow_ms(kFileMs);
    auto form = read_form(read, site.settings.file_limit);
    if (!form) return refuse(site, request, response, visit, 400, "open.unreadable"_tr);
    turn.keep(take_in(site, request, response, visit, std::move(*form)));
}

/// Wrong codes are slowed down, counted by a hash of what was typed and not by itself. That a code is right, or was asked for before, lets
/// nobody through sooner: who waits cannot tell it from a wrong one.
void follow(Site& site, const Request& request, Response& response) {
    const Visit visit = visit_anyhow(site, request);
    const std::string typed = request.get_param_value("code").substr(0, kLongestCode);
    const std::string name = kept_code(site.secret, typed), near = neighbourhood(request.remote_addr);
    if (const std::int64_t wait = site.receipts.try_now(name, near, site.now()); wait > 0) {
        const std::string seconds = std::to_string((wait + 999) / 1000);
        response.set_header("Retry-After", seconds);
        return show(site, response, 429, visit, follow_page(visit, fill(say(visit.language, "open.follow_wait"_tr), {{"seconds", seconds}})));
    }
    auto standing = [&]() -> Result<std::optional<OpenStanding>> {
        View view = TRY(site.storage.read());
        return follow_open_report(view, site.secret, typed);
    }();
    if (!standing) {
        site.log.event("failure", {{"path", kFollowPath}, {"detail", standing.error().detail}});
        return refuse(site, request, response, visit, 500, "open.broken"_tr);
    }
    if (!*standing) return show(site, response, 404, visit, follow_page(visit, std::string(say(visit.language, "open.follow_unknown"_tr))));
    site.receipts.take_back(name, near);
    show(site, response, 200, visit, standing_page(visit, **standing));
}

void ask_code(Site& site, const Request& request, Response& response) {
    const Visit visit = visit_anyhow(site, request);
    show(site, response, 200, visit, follow_page(visit, {}));
}

void show_off(Site& site, const Request& request, Response& response) {
    const Visit visit{language_of(request), {}, {}};
    show(site, response, 404, visit, off_page(visit));
}

void show_poster(Site& site, const Request& request, Response& response) {
    const Visit visit = visit_anyhow(site, request);
    const Address& address = site.settings.address;
    const std::string origin = address.has_tls() ? address.origin : "http://" + request.get_header_value("Host");
    show(site, response, 200, visit, poster_page(visit, origin + kReportPath + (visit.named.empty() ? "" : "?enhet=" + visit.named)));
}

}  // namespace

void refuse_report(Site& site, const Request& request, Response& response, int status) {
    refuse(site, request, response, {language_of(request), {}, {}}, status, status == 413 ? "open.too_large"_tr : "open.unreadable"_tr);
}

void add_report_routes(Listener& listener, Site& site) {
    using Answer = void (*)(Site&, const Request&, Response&);
    const std::pair<const char*, Answer> pages[] = {{kReportPath, show_gate}, {kFollowPath, ask_code}, {kPosterPath, show_poster}};
    const bool is_on = site.settings.takes_open_reports;
    for (const auto& [path, page] : pages)
        listener.Get(path, [&site, answer = is_on ? page : show_off](const Request& request, Response& response) { answer(site, request, response); });
    if (!is_on) return;
    listener.Post(kFollowPath, [&site](const Request& request, Response& response) { follow(site, request, response); });
    listener.Post(kReportPath,
                  [&site](const Request& request, Response& response, const httplib::ContentReader& read) { hand_in(site, request, response, read); });
}

}  // namespace lisa
