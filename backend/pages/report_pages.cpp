#include "pages/report_pages.h"

#include <algorithm>

#include "domain/file_kind.h"
#include "http/gate.h"
#include "i18n/catalog_words.h"
#include "pages/qr.h"
#include "report/html.h"
#include "report/problems.h"
#include "report/size.h"
#include "schema/validate.h"

namespace lisa {
namespace {

constexpr std::string_view kFile = "file";

std::string_view said(const Visit& visit, Tr message) { return say(visit.language, message); }
std::string_view said(const Visit& visit, std::string_view key) { return say(visit.language, key); }

std::string tag(std::string_view name, std::string_view of) {
    return of.empty() ? std::string(name) : std::string(name) + " class=\"" + std::string(of) + "\"";
}

std::string p(std::string_view text, std::string_view of = {}) { return html_element(tag("p", of), text) + "\n"; }

std::string link(std::string_view text, std::string_view address, std::string_view of = {}) {
    return html_element(tag("a", of) + " href=\"" + html_escaped(address) + "\"", text);
}

std::string line(const std::string& markup, std::string_view of = {}) { return "<" + tag("p", of) + ">" + markup + "</p>\n"; }

std::string h1(std::string_view text) { return html_element("h1 tabindex=\"-1\"", text) + "\n"; }
std::string h2(std::string_view text) { return html_element("h2", text) + "\n"; }

/// The same page in the other language.
std::string other_language(const Visit& visit, std::string_view path) {
    Visit other = visit;
    other.language = visit.language == Language::swedish ? Language::english : Language::swedish;
    const std::string lang = other.language == Language::swedish ? "sv" : "en";
    return line(html_element("a lang=\"" + lang + "\" hreflang=\"" + lang + "\" href=\"" + html_escaped(visit_address(other, path)) + "\"",
                             said(visit, "open.other_language"_tr)),
                "aside");
}

const Field* asked_field(std::string_view question) { return find_field(kEvent, question); }

/// The control of a question, by the type of the field that it fills.
std::string control(const Visit& visit, const Field& field, const std::string& name, const std::string& typed, const std::string& attributes) {
    const std::string value = html_escaped(typed), most = " maxlength=\"" + std::to_string(length_limit(field)) + "\"";
    const std::string start = " id=\"" + name + "\" name=\"" + name + "\"" + attributes;
    if (field.type == Type::prose) return "<textarea" + start + most + " rows=\"4\">" + value + "</textarea>";
    if (field.type == Type::moment) return "<input type=\"datetime-local\"" + start + " value=\"" + value + "\">";
    if (field.type != Type::choice) return "<input" + start + most + " value=\"" + value + "\">";
    std::string choices = "<select" + start + "><option value=\"\">" + html_escaped(said(visit, "form.not_chosen"_tr)) + "</option>";
    for (std::string_view option : field.options)
        choices += html_element("option value=\"" + std::string(option) + "\"" + (option == typed ? " selected" : ""),
                                said(visit, option_key(kEvent, field, option).view()));
    return choices + "</select>";
}

/// Label, help, the control and what is wrong with it.
std::string question(const Visit& visit, const std::string& name, const Answers& answers, std::size_t file_limit) {
    const Field* field = asked_field(name);
    std::string problem;
    for (const Problem& one : answers.problems)
        if (one.field == name) problem = problem_words(visit, one);
    const auto found = answers.typed.find(name);
    const std::string typed = found == answers.typed.end() ? std::string() : found->second;
    std::string attributes = " aria-describedby=\"" + name + "-help " + name + "-problem\"";
    if (field && field->required && field->type != Type::moment) attributes += " required";
    if (!problem.empty()) attributes += " aria-invalid=\"true\"";
    std::string label = html_escaped(said(visit, "open.ask." + name));
    if (field && field->required && field->type != Type::moment) label += " " + html_element("small", said(visit, "form.required"_tr));
    const std::string size = size_text(static_cast<std::int64_t>(file_limit), visit.language);
    std::string out = "<label for=\"" + name + "\">" + label + "</label>\n";
    out += html_element("p id=\"" + name + "-help\" class=\"help\"", fill(said(visit, "open.help." + name), {{"size", size}})) + "\n";
    out += field ? control(visit, *field, name, typed, attributes)
                 : "<input type=\"file\" id=\"file\" name=\"file\" accept=\"" + std::string(file_ends()) + "\"" + attributes + ">";
    return out + "\n" +
           html_element("p id=\"" + name + "-problem\" class=\"problem\" role=\"alert\"" + std::string(problem.empty() ? " hidden" : ""), problem) + "\n";
}

std::string receipt(const Visit& visit, const std::string& code) {
    return p(said(visit, "open.thanks_text"_tr)) + h2(said(visit, "open.code"_tr)) + "<p><output id=\"code\">" + html_escaped(code) + "</output></p>\n" +
           p(said(visit, "open.code_text"_tr)) + line(link(said(visit, "open.follow"_tr), visit_address(visit, kFollowPath))) +
           line(link(said(visit, "report.more"_tr), visit_address(visit, kReportPath)));
}

/// Puts something in the place of what stands between two marks; false when they are not there.
bool put(std::string& frame, std::string_view open, std::string_view close, const std::string& content) {
    const std::size_t start = frame.find(open), from = start == frame.npos ? start : start + open.size();
    const std::size_t until = frame.find(close, from);
    if (until == frame.npos) return false;
    frame.replace(from, until - from, content);
    return true;
}

}  // namespace

std::string visit_address(const Visit& visit, std::string_view path, std::string_view more) {
    std::string address = std::string(path) + "?lang=" + (visit.language == Language::swedish ? "sv" : "en");
    if (!visit.named.empty()) address += "&enhet=" + visit.named;
    if (!more.empty()) address += "&" + std::string(more);
    return address;
}

ReportPage gate_page(const Visit& visit) {
    std::string body = p(said(visit, "open.lead"_tr), "lead");
    if (!visit.unit.empty()) body += p(fill(said(visit, "open.unit"_tr), {{"unit", visit.unit}}));
    body += h2(said(visit, "report.gate"_tr)) + p(said(visit, "report.gate_lead"_tr)) + "<ul>\n";
    for (Tr what : {"report.gate_classified"_tr, "report.gate_analysis"_tr, "report.gate_system"_tr}) body += html_element("li", said(visit, what)) + "\n";
    body += "</ul>\n" + line(link(said(visit, "report.gate_no"_tr), visit_address(visit, kReportPath, "steg=form"), "button"));
    body += line(link(said(visit, "report.gate_yes"_tr), visit_address(visit, kReportPath, "steg=ring"), "button quiet"));
    body += line(link(said(visit, "open.follow_sent"_tr), visit_address(visit, kFollowPath)));
    body += line(link(said(visit, "open.has_account"_tr), "/rapportera")) + other_language(visit, kReportPath);
    return {std::string(said(visit, "nav.report"_tr)), std::move(body)};
}

ReportPage call_page(const Visit& visit, const std::vector<std::string>& channels) {
    std::string body = html_element("p class=\"notice\" role=\"alert\"", said(visit, "report.closed"_tr)) + "\n";
    body += p(said(visit, "report.call_switchboard"_tr), "lead");
    for (const std::string& channel : channels) body += p(channel);
    body += p(said(visit, "report.call_how"_tr)) + line(link(said(visit, "report.back"_tr), visit_address(visit, kReportPath)));
    return {std::string(said(visit, "report.call"_tr)), std::move(body)};
}

ReportPage form_page(const Visit& visit, const Answers& answers, std::size_t file_limit) {
    const std::string size = size_text(static_cast<std::int64_t>(file_limit), visit.language);
    // What the script says, in the language of the page.
    const std::pair<std::string, std::string> told[] = {{"limit", std::to_string(file_limit)},
                                                        {"too-large", fill(said(visit, "open.too_large"_tr), {{"size", size}})},
                                                        {"sending", std::string(said(visit, "open.sending"_tr))},
                                                        {"kept", std::string(said(visit, "open.kept"_tr))},
                                                        {"broken", std::string(said(visit, "open.unreadable"_tr))},
                                                        {"thanks", std::string(said(visit, "open.thanks"_tr))}};
    std::string body;
    if (!visit.unit.empty()) body += p(fill(said(visit, "open.unit"_tr), {{"unit", visit.unit}}));
    if (!answers.problems.empty()) body += html_element("p class=\"notice bad\" role=\"alert\"", said(visit, "open.mistake"_tr)) + "\n";
    for (const Problem& problem : answers.problems)
        if (!is_asked(problem.field)) body += html_element("p class=\"problem\" role=\"alert\"", problem_words(visit, problem)) + "\n";
    body += "<p id=\"status\" role=\"status\" tabindex=\"-1\"></p>\n";
    body += html_element("button type=\"button\" id=\"drop\" class=\"quiet\" hidden", said(visit, "open.drop"_tr)) + "\n";
    body += "<form id=\"report\" method=\"post\" action=\"" + html_escaped(visit_address(visit, kReportPath)) + "\" enctype=\"multipart/form-data\"";
    for (const auto& [name, text] : told) body += " data-" + name + "=\"" + html_escaped(text) + "\"";
    body += ">\n<input type=\"hidden\" name=\"key\" value=\"" + html_escaped(answers.key) + "\">\n";
    for (std::string_view name : kOpenQuestions) body += question(visit, std::string(name), answers, file_limit);
    body += question(visit, std::string(kFile), answers, file_limit);
    body += html_element("button type=\"submit\"", said(visit, "report.send"_tr)) + "\n</form>\n";
    body += "<section id=\"receipt\" hidden>\n" + receipt(visit, {}) + "</section>\n";
    body += line(link(said(visit, "report.is_secret"_tr), visit_address(visit, kReportPath, "steg=ring")), "aside");
    return {std::string(said(visit, "nav.report"_tr)), std::move(body)};
}

ReportPage receipt_page(const Visit& visit, const std::string& code) { return {std::string(said(visit, "open.thanks"_tr)), receipt(visit, code)}; }

ReportPage follow_page(const Visit& visit, const std::string& problem) {
    std::string body = p(said(visit, "open.follow_lead"_tr), "lead");
    body += "<form method=\"post\" action=\"" + html_escaped(visit_address(visit, kFollowPath)) + "\">\n";
    body += html_element("label for=\"code\"", said(visit, "open.follow_code"_tr)) + "\n<input id=\"code\" name=\"code\" class=\"code\" autocomplete=\"off\" " +
            "autocapitalize=\"characters\" spellcheck=\"false\" maxlength=\"40\" required aria-describedby=\"code-problem\"" +
            (problem.empty() ? "" : " aria-invalid=\"true\"") + ">\n";
    body += html_element("p id=\"code-problem\" class=\"problem\" role=\"alert\"" + std::string(problem.empty() ? " hidden" : ""), problem) + "\n";
    body += html_element("button type=\"submit\"", said(visit, "open.follow_show"_tr)) + "\n</form>\n";
    return {std::string(said(visit, "open.follow"_tr)),
            body + line(link(said(visit, "report.back"_tr), visit_address(visit, kReportPath))) + other_language(visit, kFollowPath)};
}

ReportPage standing_page(const Visit& visit, const OpenStanding& standing) {
    std::string body = html_element("p class=\"lead\" id=\"standing\"", said(visit, WordKey{"open", "status", standing.status}.view())) + "\n";
    body += h2(said(visit, "open.led_to"_tr));
    body += standing.feedback.empty() ? p(said(visit, "open.no_feedback"_tr)) : html_element("p class=\"told\" id=\"feedback\"", standing.feedback) + "\n";
    return {std::string(said(visit, "open.follow"_tr)), body + line(link(said(visit, "report.more"_tr), visit_address(visit, kReportPath)))};
}

ReportPage notice_page(const Visit& visit, std::string_view title, const std::string& text) {
    return {std::string(title),
            html_element("p class=\"notice bad\" role=\"alert\"", text) + "\n" + line(link(said(visit, "report.back"_tr), visit_address(visit, kReportPath)))};
}

ReportPage off_page(const Visit& visit) {
    return {std::string(said(visit, "open.off"_tr)), p(said(visit, "open.off_text"_tr)) + line(link(said(visit, "open.sign_in"_tr), "/rapportera", "button"))};
}

ReportPage poster_page(const Visit& visit, const std::string& address) {
    std::string body = p(said(visit, "open.poster_text"_tr), "lead") + p(said(visit, "open.poster_scan"_tr));
    body += qr_svg(address, fill(said(visit, "open.poster_picture"_tr), {{"address", address}})) + "\n" + p(address, "address");
    if (!visit.unit.empty()) body += p(fill(said(visit, "open.unit"_tr), {{"unit", visit.unit}}));
    return {std::string(said(visit, "open.poster"_tr)), body + p(said(visit, "open.poster_secret"_tr), "help")};
}

std::string problem_words(const Visit& visit, const Problem& problem) {
    const std::string text = problem_text(kEvent, problem, visit.language);
    const Field* field = asked_field(problem.field);
    return !field || is_asked(problem.field) ? text : std::string(said(visit, field_key(kEvent, *field).view())) + ": " + text;
}

bool is_asked(std::string_view field) {
    return field == kFile || std::find(std::begin(kOpenQuestions), std::end(kOpenQuestions), field) != std::end(kOpenQuestions);
}

std::string framed(const ReportPage& page, const std::string& frame, Language language) {
    const std::string main = "\n" + h1(page.title) + page.body, lang = language == Language::swedish ? "sv" : "en";
    std::string out = frame;
    const bool has_places =
        put(out, "<html lang=\"", "\"", lang) && put(out, "<title>", "</title>", html_escaped(page.title) + " – Lisa") && put(out, "<main>", "</main>", main);
    return has_places ? out : html_page(page.title, main, language);
}

}  // namespace lisa
