#include "documents/record_sheet.h"

#include "documents/sheet_chapters.h"
#include "domain/catalog.h"
#include "i18n/catalog_words.h"
#include "report/html.h"

namespace lisa {
namespace {

std::string heading(std::string_view text) { return "<h2>" + html_escaped(text) + "</h2>\n"; }

/// The fields that are filled in or withheld; a group that has none has no heading.
std::string facts(const Record& record, const Around& around) {
    const Entity& entity = *record.entity;
    std::string out, rows;
    std::string_view group;
    const auto close = [&] {
        if (!rows.empty()) out += (group.empty() ? "" : heading(around.words(WordKey{"group", group}.view()))) + "<dl>\n" + rows + "</dl>\n";
        rows.clear();
    };
    for (std::size_t i = 0; i < entity.fields.size(); ++i) {
        const Field& field = entity.fields[i];
        if (!field.group.empty() && field.group != group) close(), group = field.group;
        const std::string text = show_marked(record, i, around.reader);
        if (!text.empty() && !field.retired) rows += html_pair(around.words(field_key(entity, field).view()), text);
    }
    close();
    return out;
}

std::string seen(const Insight& insight, const Around& around) {
    if (insight.is_empty()) return {};
    std::string out = heading(around.words("insight.title"));
    if (!insight.facts.empty()) out += "<dl>\n";
    for (const Fact& fact : insight.facts) {
        out += "<dt>" + html_escaped(fact.label) + "</dt><dd>" + html_escaped(fact.text);
        for (const std::string& reason : fact.because) out += "<br>" + html_escaped(reason);
        for (const Record* one : fact.records) out += "<br>" + html_escaped(around.title(*one));
        out += "</dd>\n";
    }
    if (!insight.facts.empty()) out += "</dl>\n";
    for (const std::string& remark : insight.remarks) out += "<p class=\"missing\">" + html_escaped(remark) + "</p>\n";
    return out;
}

/// The records whose `field` leads to this one, as a table of what their list shows but for that.
std::string referring(const Record& record, const Entity& entity, const Field& field, const Around& around) {
    const std::vector<const Record*> found = around.referring(entity, field.name, record.id);
    if (found.empty()) return {};
    std::vector<std::size_t> columns;
    std::vector<std::string> head;
    for (std::size_t i = 0; i < entity.fields.size(); ++i) {
        if (!entity.fields[i].listed || entity.fields[i].retired || &entity.fields[i] == &field) continue;
        columns.push_back(i);
        head.push_back(around.words(field_key(entity, entity.fields[i]).view()));
    }
    std::vector<std::vector<std::string>> rows;
    for (const Record* one : found) {
        std::vector<std::string>& row = rows.emplace_back();
        for (std::size_t i : columns) row.push_back(show_marked(*one, i, around.reader));
    }
    const std::string caption = around.words(entities_key(entity).view()) + " (" + around.words(field_key(entity, field).view()) + ")";
    return html_table(caption, head, rows);
}

}  // namespace

std::string record_sheet(const Record& record, const Around& around) {
    const std::string title = around.title(record);
    std::string body = "<h1>" + html_escaped(title) + "</h1>\n<p class=\"controller\">" +
                       html_escaped(around.words(entity_key(*record.entity).view()) + ", " + around.today) + "</p>\n";
    body += facts(record, around);
    if (record.hidden) body += "<p>" + html_escaped(around.words("record.hidden")) + "</p>\n";
    body += seen(insight_of(record, around), around) + sheet_chapters(record, around);
    std::string tables;
    for (const Entity* entity : kCatalog)
        for (const Field& field : entity->fields)
            if ((field.ref == record.entity->name || field.name == entity->hangs_on.record) && !is_told_in_full(record, *entity, field))
                tables += referring(record, *entity, field, around);
    if (!tables.empty()) body += heading(around.words("tab.links")) + tables;
    return html_page(title, body, around.reader.language);
}

}  // namespace lisa
