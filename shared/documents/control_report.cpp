#include "documents/control_report.h"

#include "domain/catalog.h"
#include "domain/internal_control.h"
#include "i18n/catalog_words.h"
#include "insight/parts.h"
#include "report/html.h"

namespace lisa {
namespace {

constexpr std::string_view kDecision[] = {"year", "status", "responsible", "risk_basis", "risk_analysis", "decided_on", "decided_by", "registry_number"};
constexpr std::string_view kPoint[] = {"risk_text", "risk", "control", "method", "sample", "limits", "frequency", "responsible", "due_on"};
constexpr std::string_view kResult[] = {"checked_on", "sample_checked", "deviations", "outcome", "finding", "action", "signed_by", "signed_at"};
constexpr std::string_view kMeasureFields[] = {"name", "status", "owner", "due_on", "done_on"};

std::string facts(const Record& record, std::span<const std::string_view> fields, const Around& around) {
    std::string pairs;
    for (std::string_view field : fields)
        if (const std::string text = show_marked(record, position(*record.entity, field), around.reader); !text.empty())
            pairs += html_pair(field_words(around, *record.entity, field), text);
    return pairs.empty() ? pairs : "<dl>\n" + pairs + "</dl>\n";
}

std::string measures(const Record& result, const Around& around) {
    const std::vector<const Record*> found = around.referring(kMeasure, "control_result", result.id);
    if (found.empty()) return {};
    std::vector<std::string> head;
    std::vector<std::vector<std::string>> rows;
    for (std::string_view field : kMeasureFields) head.push_back(field_words(around, kMeasure, field));
    for (const Record* one : found) {
        std::vector<std::string>& row = rows.emplace_back();
        for (std::string_view field : kMeasureFields) row.push_back(show_marked(*one, position(kMeasure, field), around.reader));
    }
    return html_table(around.words(entities_key(kMeasure).view()), head, rows);
}

/// "Gul: brister": the result in words; what nobody has controlled says that, and who may not see results is told that.
std::string outcome_words(const PointStanding& one, const Around& around) {
    if (!one.result) return around.words(sees_at(around, kControlResult, *one.point) ? "report.control.none" : "show.out_of_sight");
    return show_marked(*one.result, control_result::outcome.index, around.reader);
}

std::string summary(std::span<const PointStanding> standings, const Around& around) {
    const std::string head[] = {around.words(entity_key(kControlPoint).view()), field_words(around, kControlResult, "outcome"),
                                field_words(around, kControlResult, "sample_checked"), field_words(around, kControlResult, "deviations"),
                                field_words(around, kControlPoint, "due_on")};
    std::vector<std::vector<std::string>> rows;
    for (const PointStanding& one : standings) {
        const auto number = [&](Key<std::int64_t> field) { return one.result ? std::to_string(one.result->get(field)) : std::string("–"); };
        std::string due = one.point->get(control_point::due_on);
        if (one.is_late) due += " " + around.words("report.control.late");
        rows.push_back({around.title(*one.point), outcome_words(one, around), number(control_result::sample_checked), number(control_result::deviations), due});
    }
    return html_table(around.words("report.control.summary"), head, rows);
}

}  // namespace

std::string control_report(const Record& plan, const Around& around) {
    const std::vector<const Record*> points = around.referring(kControlPoint, "plan", plan.id);
    const std::vector<PointStanding> standings = standings_of(points, around.rows(kControlResult), around.today);
    const ControlCounts counts = counts_of(standings);
    const Record* unit = around.find(kUnit, plan.get(control_plan::unit));
    const std::string title = around.title(plan);
    std::string body =
        html_element("h1", title) + "\n" + html_element("p class=\"controller\"", (unit ? around.title(*unit) + ", " : "") + around.today) + "\n";
    body += facts(plan, kDecision, around);
    if (standings.empty()) return html_page(title, body + html_element("p", around.words("insight.control_no_points")) + "\n", around.reader.language);
    const bool sees = sees_at(around, kControlResult, plan);
    body += html_element("h2", around.words("report.control.summary")) + "\n";
    body += html_element("p", sees ? fill(around.words("insight.control_counts"), {{"green", std::to_string(counts.green)},
                                                                                   {"yellow", std::to_string(counts.yellow)},
                                                                                   {"red", std::to_string(counts.red)},
                                                                                   {"none", std::to_string(counts.none)}})
                                   : around.words("report.sheet.perhaps_more")) +
            "\n";
    body += summary(standings, around);
    for (std::string_view field : {"reported_on", "conclusion"}) {
        const std::string_view one[] = {field};
        body += facts(plan, one, around);
    }
    body += html_element("h2", around.words(entities_key(kControlPoint).view())) + "\n";
    for (const PointStanding& one : standings) {
        body += "<article>\n" + html_element("h3", around.title(*one.point)) + "\n" + facts(*one.point, kPoint, around);
        body += one.result ? facts(*one.result, kResult, around) + measures(*one.result, around) : html_element("p", outcome_words(one, around)) + "\n";
        body += "</article>\n";
    }
    return html_page(title, body, around.reader.language);
}

}  // namespace lisa
