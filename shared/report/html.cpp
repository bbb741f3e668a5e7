#include "report/html.h"

namespace lisa {
namespace {

constexpr std::string_view kStyle = R"(
:root { color-scheme: light; }
body { font: 11pt/1.45 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; color: #1a1a1a; background: #fff; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.8rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.35rem; margin: 2rem 0 .5rem; border-bottom: 2px solid #1a1a1a; }
h3 { font-size: 1.1rem; margin: 1.5rem 0 .5rem; }
.controller { font-size: 1.2rem; margin: 0 0 1rem; }
dl { display: grid; grid-template-columns: minmax(11rem, 17rem) 1fr; gap: .25rem 1rem; margin: 0; }
dt { font-weight: 600; }
dd { margin: 0; white-space: pre-line; overflow-wrap: anywhere; }
.article { font-weight: 400; font-size: .85em; color: #555; white-space: nowrap; }
.missing { color: #a10000; font-weight: 600; }
.missing::before { content: "\26A0\00A0"; }
table { border-collapse: collapse; width: 100%; margin: .75rem 0; font-size: .92em; }
caption { text-align: left; font-weight: 600; padding: .25rem 0; }
th, td { border: 1px solid #999; padding: .25rem .4rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; white-space: pre-line; }
thead th { background: #eee; }
nav ul { list-style: none; margin: 0; padding: 0; }
ul.checks { margin: .5rem 0 0; padding-left: 1.25rem; }
a { color: #003f87; }
@page { size: A4; margin: 18mm 16mm; }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 9.5pt; }
  a { color: inherit; text-decoration: none; }
  h2, h3, caption { break-after: avoid; }
  dt, dd, tr, li { break-inside: avoid; }
  thead { display: table-header-group; }
}
)";
}  // namespace

std::string html_escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (char c : text) switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default: out += c;
        }
    return out;
}

std::string html_element(std::string_view tag, std::string_view text) {
    const std::string_view name = tag.substr(0, tag.find(' '));
    return "<" + std::string(tag) + ">" + html_escaped(text) + "</" + std::string(name) + ">";
}

std::string html_page(std::string_view title, std::string_view body, Language language) {
    const std::string name = html_escaped(title);
    std::string page = "<!DOCTYPE html>\n<html lang=\"" + std::string(language == Language::swedish ? "sv" : "en") + "\">\n<head>\n<meta charset=\"utf-8\">\n";
    page +=
        "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" + name + "</title>\n<style>" + std::string(kStyle) + "</style>\n</head>\n<body>\n";
    page += std::string(body) + "</body>\n</html>\n";
    return page;
}

std::string html_pair(std::string_view label, std::string_view text) { return html_element("dt", label) + html_element("dd", text) + "\n"; }

std::string html_table(std::string_view caption, std::span<const std::string> head, std::span<const std::vector<std::string>> rows) {
    std::string out = "<table>\n" + html_element("caption", caption) + "\n<thead><tr>";
    for (const std::string& name : head) out += html_element("th scope=\"col\"", name);
    out += "</tr></thead>\n<tbody>\n";
    for (const std::vector<std::string>& row : rows) {
        out += "<tr>";
        for (std::size_t i = 0; i < row.size(); ++i) out += html_element(i == 0 ? "th scope=\"row\"" : "td", row[i]);
        out += "</tr>\n";
    }
    return out + "</tbody>\n</table>\n";
}

}  // namespace lisa
