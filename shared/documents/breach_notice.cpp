#include "documents/breach_notice.h"

#include <iterator>
#include <span>

#include "core/date.h"
#include "documents/processing_record.h"
#include "domain/breach_clock.h"
#include "domain/catalog.h"
#include "i18n/catalog_words.h"
#include "report/html.h"
#include "report/when.h"

namespace lisa {
namespace {

constexpr std::string_view kNotice[] = {"notice", "registry_number", "reference"};
constexpr std::string_view kTimes[] = {"occurred_at", "is_ongoing", "ended_at", "discovered_at", "discovered_how", "known_at", "delay_reason"};
constexpr std::string_view kCourse[] = {"kinds", "course", "cause", "description", "processing", "supplier"};
constexpr std::string_view kAffected[] = {"data_subjects", "people_count", "data_kinds", "has_protected_identity", "entries_count", "data_description"};
constexpr std::string_view kHarm[] = {"consequences", "risk", "risk_reason"};
constexpr std::string_view kMeasures[] = {"measures_taken", "measures_planned"};
constexpr std::string_view kPeople[] = {"informing", "informed_on", "informed_how", "not_informed_reason"};

struct Part {
    std::string_view heading;
    std::span<const std::string_view> fields;
};
/// After the controller, as the e-service of IMY goes through them.
constexpr Part kParts[] = {
    {"notice.kind", kNotice}, {"notice.times", kTimes},       {"notice.course", kCourse}, {"notice.affected", kAffected},
    {"notice.harm", kHarm},   {"notice.measures", kMeasures}, {"notice.people", kPeople},
};

std::string line(const Around& around, std::string_view label, const std::string& text) {
    const std::string shown = text.empty() ? "<dd class=\"missing\">" + html_escaped(around.words("notice.unknown")) : "<dd>" + html_escaped(text);
    return "<dt>" + html_escaped(label) + "</dt>" + shown + "</dd>\n";
}

std::string label_of(const Around& around, const Entity& entity, std::string_view field) { return around.words(WordKey{"field", entity.name, field}.view()); }

std::string heading(const Around& around, std::string_view key) { return "<h2>" + html_escaped(around.words(key)) + "</h2>\n<dl>\n"; }

/// Whether the question does not arise: a reason for what is not late, a day for what is not done.
bool is_beside_the_point(const Record& breach, std::string_view field, const BreachClock& clock) {
    const std::string informing = breach.get(breach::informing);
    if (field == "delay_reason") return clock.standing != BreachClock::Standing::late && clock.standing != BreachClock::Standing::notified_late;
    if (field == "informed_on" || field == "informed_how") return informing == "not_informed";
    if (field == "not_informed_reason") return informing == "informed";
    return field == "ended_at" && breach.values[position(kBreach, "is_ongoing")] == Value{true};
}

std::string controller(const Record& breach, const Around& around) {
    const Record* unit = around.find(kUnit, breach.text("unit"));
    const RecordFrame frame = unit ? frame_of(*unit, around.rows(kAssignment), around.reader, around.today) : RecordFrame{};
    const Record* contact = around.find(kPerson, breach.text("responsible"));
    const auto detail = [&](std::string_view field) { return contact ? contact->text(field) : std::string(); };
    std::string out = heading(around, "notice.controller");
    out += line(around, label_of(around, kBreach, "unit"), unit ? around.title(*unit) : std::string());
    out += line(around, label_of(around, kUnit, "organisation_number"), frame.organisation_number);
    out += line(around, label_of(around, kUnit, "address"), frame.address);
    out += line(around, label_of(around, kUnit, "email"), frame.email);
    out += line(around, around.words("notice.contact"), contact ? around.title(*contact) : std::string());
    out += line(around, around.words("notice.contact_email"), detail("email"));
    out += line(around, around.words("notice.contact_phone"), detail("phone"));
    out += line(around, around.words(WordKey{"role", "privacy_officer"}.view()), frame.officer);
    out += line(around, around.words("notice.officer_email"), frame.officer_email);
    return out + "</dl>\n";
}

}  // namespace

std::string breach_notice(const Record& breach, const Around& around) {
    const BreachClock clock = breach_clock(breach, around.now);
    const std::string title = fill(around.words("notice.title"), {{"name", around.title(breach)}});
    std::string body = "<h1>" + html_escaped(title) + "</h1>\n<p>" + html_escaped(around.words("notice.lead")) + "</p>\n";
    body += "<p class=\"controller\">" +
            html_escaped(fill(around.words("notice.deadline"), {{"time", swedish_time(clock.notify_by)}, {"now", swedish_time(around.now)}})) + "</p>\n";
    body += controller(breach, around);
    for (const Part& part : kParts) {
        body += heading(around, part.heading);
        for (std::string_view name : part.fields) {
            const std::size_t at = position(kBreach, name);
            if (is_blank(breach.values[at]) && is_beside_the_point(breach, name, clock)) continue;
            body += line(around, label_of(around, kBreach, name), breach.is_hidden(at) ? std::string() : show(breach, at, around.reader));
        }
        body += "</dl>\n";
    }
    return html_page(title, body, around.reader.language);
}

}  // namespace lisa
