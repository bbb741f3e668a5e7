#include "documents/statements.h"

#include <algorithm>

#include "core/text.h"
#include "domain/control.h"
#include "i18n/catalog_words.h"
#include "report/html.h"
#include "report/scale.h"
#include "schema/scale.h"

namespace lisa {
namespace {

std::string phrase(const Reader& reader, std::string_view key) { return std::string(say(reader.language, key)); }

/// The value in words; for what the reader may not see, that it is so: a blank would be a claim.
std::string field_text(const Record& record, std::string_view field, const Reader& reader) {
    const std::size_t at = position(*record.entity, field);
    return record.is_hidden(at) ? phrase(reader, "show.out_of_sight") : show(record, at, reader);
}

std::string tagged(std::string_view tag, const std::string& text) {
    return "<" + std::string(tag) + ">" + html_escaped(text) + "</" + std::string(tag) + ">\n";
}

/// "Konfidentialitet 2 Betydande skada, …": the class that the document is about.
std::string class_text(const Levels& levels, const Reader& reader) {
    const std::pair<std::string_view, std::optional<std::int64_t>> aspects[] = {{"confidentiality", levels.confidentiality},
                                                                                {"integrity", levels.integrity},
                                                                                {"availability", levels.availability},
                                                                                {"traceability", levels.traceability}};
    std::string text;
    for (const auto& [aspect, level] : aspects) {
        if (!level) continue;
        text += (text.empty() ? "" : ", ") + phrase(reader, WordKey{"field.asset", aspect}.view()) + " " + scale_text(kLevelScale, *level, reader);
    }
    return text;
}

std::string titles(const std::vector<const Record*>& records, const Reader& reader) {
    std::string text;
    for (const Record* record : records) text += (text.empty() ? "" : "\n") + title_of(*record, reader);
    return text;
}

}  // namespace

std::string procurement_requirements(std::string_view subject, const Levels& levels, std::span<const Record* const> requirements, const Reader& reader,
                                     std::string_view today) {
    const std::vector<const Record*> chosen = requirements_for("procurement", levels, requirements);
    const std::string title = fill(phrase(reader, "report.procurement.title"), {{"subject", std::string(subject)}});
    std::string body = tagged("h1", title) + tagged("p", phrase(reader, "report.procurement.lead"));
    body += tagged("p", phrase(reader, "report.procurement.class") + " " + class_text(levels, reader)) + tagged("p", std::string(today));
    const Field& aspect = *find_field(kRequirement, "aspect");
    std::size_t number = 0;
    for (std::string_view option : aspect.options) {
        std::vector<std::vector<std::string>> rows;
        for (const Record* one : chosen)
            if (one->get(requirement::aspect) == option)
                rows.push_back(
                    {std::to_string(++number), one->get(requirement::code), one->get(requirement::procurement_text), field_text(*one, "annex_a", reader)});
        if (rows.empty()) continue;
        const std::string caption = phrase(reader, option_key(kRequirement, aspect, option).view());
        const std::string head[] = {phrase(reader, "report.procurement.number"),
                                    phrase(reader, field_key(kRequirement, *find_field(kRequirement, "code")).view()),
                                    phrase(reader, "report.procurement.shall"), "ISO/IEC 27001:2022, A"};
        body += tagged("h2", caption) + html_table(caption, head, rows);
    }
    if (number == 0) body += tagged("p", phrase(reader, "report.procurement.none"));
    return html_page(title, body, reader.language);
}

std::string statement_of_applicability(std::string_view municipality, std::span<const Record* const> controls, const OfControl& evidence,
                                       const OfControl& measures, const Reader& reader, std::string_view today) {
    constexpr std::string_view kFields[] = {"number", "name", "is_applicable", "reasons_for", "reason_text", "reason_against", "status"};
    std::vector<std::string> head;
    for (std::string_view field : kFields) head.push_back(phrase(reader, field_key(kControl, *find_field(kControl, field)).view()));
    head.push_back(phrase(reader, "entities.evidence"));
    head.push_back(phrase(reader, "entities.measure"));
    std::vector<const Record*> ordered(controls.begin(), controls.end());
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const Record* a, const Record* b) { return collation_key(a->text("number")) < collation_key(b->text("number")); });
    std::vector<std::vector<std::string>> rows;
    for (const Record* control : ordered) {
        std::vector<std::string> row;
        for (std::string_view field : kFields) row.push_back(field_text(*control, field, reader));
        row.push_back(titles(evidence(*control), reader));
        row.push_back(titles(measures(*control), reader));
        rows.push_back(std::move(row));
    }
    const std::string title = phrase(reader, "report.soa.title");
    const std::string body = tagged("h1", title) + "<p class=\"controller\">" + html_escaped(municipality) + "</p>\n" + tagged("p", std::string(today)) +
                             html_table(title, head, rows);
    return html_page(title, body, reader.language);
}

}  // namespace lisa
