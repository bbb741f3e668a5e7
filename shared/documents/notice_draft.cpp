#include "documents/notice_draft.h"

#include <algorithm>

#include "documents/processing_record.h"
#include "domain/catalog.h"
#include "i18n/catalog_words.h"
#include "report/html.h"

namespace lisa {
namespace {

std::string label_of(const Around& around, const Entity& entity, std::string_view field) { return around.words(WordKey{"field", entity.name, field}.view()); }

std::string html_line(const DraftLine& line, const Around& around) {
    const std::string text = line.text.empty() ? "<dd class=\"missing\">" + html_escaped(around.words("notice.unknown")) : "<dd>" + html_escaped(line.text);
    return "<dt>" + html_escaped(line.label) + "</dt>" + text + "</dd>\n";
}

}  // namespace

int NoticeDraft::unknown() const {
    int count = 0;
    for (const DraftPart& part : parts)
        for (const DraftLine& line : part.lines) count += line.text.empty() ? 1 : 0;
    return count;
}

DraftPart sender_part(const Record& record, std::string_view heading, const Around& around) {
    const Record* unit = around.find(kUnit, record.text("unit"));
    const RecordFrame frame = unit ? frame_of(*unit, around.rows(kAssignment), around.reader, around.today) : RecordFrame{};
    const Record* contact = around.find(kPerson, record.text("responsible"));
    const auto detail = [&](std::string_view field) { return contact ? contact->text(field) : std::string(); };
    return {around.words(heading),
            {{label_of(around, *record.entity, "unit"), unit ? around.title(*unit) : std::string()},
             {label_of(around, kUnit, "organisation_number"), frame.organisation_number},
             {label_of(around, kUnit, "address"), frame.address},
             {label_of(around, kUnit, "email"), frame.email},
             {around.words("notice.contact"), contact ? around.title(*contact) : std::string()},
             {around.words("notice.contact_email"), detail("email")},
             {around.words("notice.contact_phone"), detail("phone")},
             {around.words(WordKey{"role", "privacy_officer"}.view()), frame.officer},
             {around.words("notice.officer_email"), frame.officer_email}}};
}

DraftPart channel_part(std::string_view duty, const Around& around) {
    DraftPart part{around.words("notice.channel"), {}};
    for (const Record* channel : around.rows(kAuthorityChannel)) {
        if (channel->get(authority_channel::duty) != duty) continue;
        for (std::string_view name : {"name", "portal", "link", "phone", "description", "source", "checked_on"})
            if (const std::string text = channel->text(name); !text.empty()) part.lines.push_back({label_of(around, kAuthorityChannel, name), text});
    }
    return part;
}

DraftPart fields_part(const Record& record, const DraftFields& about, bool (*is_beside_the_point)(const Record&, std::string_view field, const Around&),
                      const Around& around) {
    DraftPart part{around.words(about.heading), {}};
    for (std::string_view name : about.fields) {
        const std::size_t at = position(*record.entity, name);
        if (is_blank(record.values[at]) && is_beside_the_point(record, name, around)) continue;
        part.lines.push_back({label_of(around, *record.entity, name), record.is_hidden(at) ? std::string() : show(record, at, around.reader)});
    }
    return part;
}

std::string draft_page(const NoticeDraft& draft, const Around& around) {
    std::string body = "<h1>" + html_escaped(draft.title) + "</h1>\n<p>" + html_escaped(draft.lead) + "</p>\n";
    body += "<p class=\"controller\">" + html_escaped(draft.deadline) + "</p>\n";
    for (const DraftPart& part : draft.parts) {
        if (part.lines.empty()) continue;
        body += "<h2>" + html_escaped(part.heading) + "</h2>\n<dl>\n";
        for (const DraftLine& line : part.lines) body += html_line(line, around);
        body += "</dl>\n";
    }
    return html_page(draft.title, body, around.reader.language);
}

}  // namespace lisa
