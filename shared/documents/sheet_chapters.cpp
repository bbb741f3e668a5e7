#include "documents/sheet_chapters.h"

#include <algorithm>

#include "domain/catalog.h"
#include "domain/gap.h"
#include "i18n/catalog_words.h"
#include "insight/parts.h"
#include "report/html.h"

namespace lisa {
namespace {

using Cells = std::vector<std::string>;

std::string chapter(std::string_view title) { return "<h2>" + html_escaped(title) + "</h2>\n"; }
std::string sentence(std::string_view text) { return "<p>" + html_escaped(text) + "</p>\n"; }

/// The field as a cell of a table.
std::string cell(const Record& record, std::string_view field, const Around& around) {
    std::string text = show_marked(record, position(*record.entity, field), around.reader);
    return text.empty() ? "–" : text;
}

/// Some fields of some records, in the words of their register.
std::string table(std::string_view caption, const Entity& entity, std::span<const std::string_view> fields, const std::vector<const Record*>& records,
                  const Around& around) {
    Cells head;
    std::vector<Cells> rows;
    for (std::string_view field : fields) head.push_back(field_words(around, entity, field));
    for (const Record* record : records) {
        Cells& row = rows.emplace_back();
        for (std::string_view field : fields) row.push_back(cell(*record, field, around));
    }
    return html_table(caption, head, rows);
}

/// The fields from one to before another that are filled in or withheld, as a list of facts; not `but`, nor logs.
std::string facts(const Record& record, std::size_t from, std::size_t until, std::string_view but, const Around& around) {
    std::string pairs;
    for (std::size_t i = from; i < until; ++i) {
        const Field& field = record.entity->fields[i];
        const std::string text = show_marked(record, i, around.reader);
        if (text.empty() || field.retired || field.type == Type::notes || field.name == but || field.name == record.entity->title.front()) continue;
        pairs += html_pair(field_words(around, *record.entity, field.name), text);
    }
    return pairs.empty() ? pairs : "<dl>\n" + pairs + "</dl>\n";
}

/// What ends a chapter of records of some registers: that some may be out of the reader's sight, or that there are none.
std::string end_of_list(bool is_empty, std::initializer_list<const Entity*> entities, const Around& around) {
    const bool is_whole = std::all_of(entities.begin(), entities.end(), [&](const Entity* entity) { return sees_all(around, *entity); });
    if (!is_whole) return sentence(around.words("report.sheet.perhaps_more"));
    return is_empty ? sentence(around.words("report.sheet.none")) : std::string{};
}

std::string measures_table(const std::vector<const Record*>& measures, const Around& around) {
    constexpr std::string_view kFields[] = {"name", "status", "priority", "owner", "due_on", "done_on", "effect"};
    return table(around.words(entities_key(kMeasure).view()), kMeasure, kFields, measures, around);
}

/// Likelihood, consequence and level without measures, today and after them.
std::string ratings(const Record& risk, const Around& around) {
    constexpr std::string_view kStages[] = {"matrix.inherent", "matrix.current", "matrix.residual"};
    const Cells head{around.words("matrix.stages"), around.words("report.sheet.likelihood"), around.words("report.sheet.consequence"),
                     around.words("report.sheet.level")};
    std::vector<Cells> rows;
    for (std::size_t i = 0; i < std::size(risk::kRatings); ++i) {
        const risk::Rating& rating = risk::kRatings[i];
        Cells& row = rows.emplace_back(Cells{around.words(kStages[i])});
        for (const auto& field : {rating.likelihood, rating.consequence, rating.level}) row.push_back(cell(risk, kRisk.fields[field.index].name, around));
    }
    return html_table(around.words("report.sheet.ratings"), head, rows);
}

std::string risk_article(const Record& risk, std::string_view by, const Around& around) {
    std::size_t first = risk.values.size(), after = 0;  // the ratings stand together in the register, and in a table of their own here
    for (const risk::Rating& rating : risk::kRatings)
        for (const auto& field : {rating.likelihood, rating.consequence, rating.level})
            first = std::min(first, field.index), after = std::max(after, field.index + 1);
    std::string out = "<article>\n<h3>" + html_escaped(around.title(risk)) + "</h3>\n" + facts(risk, 0, first, by, around) + ratings(risk, around) +
                      facts(risk, after, risk.values.size(), by, around);
    const std::vector<const Record*> measures = around.referring(kMeasure, "risk", risk.id);
    if (!measures.empty()) out += measures_table(measures, around);
    else if (sees_all(around, kMeasure)) out += sentence(around.words("report.sheet.no_measures"));
    return out + "</article>\n";
}

/// The risks whose ref `by` is the record, the worst first, and what is done about them.
std::string risks(const Record& record, std::string_view by, const Around& around) {
    std::vector<const Record*> found = around.referring(kRisk, by, record.id);
    std::stable_sort(found.begin(), found.end(), [](const Record* a, const Record* b) { return a->get(risk::current_level) > b->get(risk::current_level); });
    std::string out = chapter(around.words(entities_key(kRisk).view()));
    for (const Record* risk : found) out += risk_article(*risk, by, around);
    return out + end_of_list(found.empty(), {&kRisk, &kMeasure}, around);
}

/// The decision that an asset's class rests on, or what comes nearest to one.
std::string classification_of(const Record& asset, const Around& around) {
    const Record* found = decided_classification(asset, around);
    if (!found)
        for (const Record* one : around.referring(kClassification, "asset", asset.id))
            if (one->text("status") != "withdrawn" && (!found || one->get(classification::held_on) > found->get(classification::held_on))) found = one;
    std::string out = chapter(around.words("report.sheet.class"));
    if (found) out += facts(*found, 0, found->values.size(), "", around);
    return out + end_of_list(!found, {}, around);
}

/// What a system's class comes from.
std::string information_of(const Record& system, const Around& around) {
    constexpr std::string_view kFields[] = {"name", "confidentiality", "integrity", "availability", "motive", "classified_on"};
    const std::vector<const Record*> found = information_in(system, around.referring, around.find);
    std::string out = chapter(around.words("report.sheet.information"));
    if (!found.empty()) out += table(around.words(entities_key(kAsset).view()), kAsset, kFields, found, around);
    return out + end_of_list(found.empty(), {&kAssetSystem}, around);
}

Gap gap_of(const Record& system, const Around& around) {
    return gap(class_of_system(system, around).levels(), around.rows(kRequirement), around.referring(kRequirementStatus, "system", system.id));
}

constexpr std::string_view kStates[] = {"met", "partly", "not_met", "not_assessed", "not_applicable"};

std::string state_words(std::string_view state, const Around& around) { return around.words(WordKey{"option", "requirement_status", "status", state}.view()); }

/// Requirement by requirement.
std::string requirements_of(const Record& system, const Around& around) {
    std::string out = chapter(around.words("insight.requirements"));
    if (!sees_at(around, kRequirementStatus, system)) return out + sentence(around.words("gap.withheld"));
    const Gap found = gap_of(system, around);
    constexpr std::string_view kFields[] = {"requirement", "status", "how", "owner", "due_on"};
    Cells head;
    std::vector<Cells> rows;
    for (std::string_view field : kFields) head.push_back(field_words(around, kRequirementStatus, field));
    for (const GapRow& row : found.rows) {
        Cells& cells = rows.emplace_back(Cells{around.title(*row.requirement)});
        for (std::size_t i = 1; i < std::size(kFields); ++i)
            cells.push_back(row.status ? cell(*row.status, kFields[i], around) : i == 1 ? state_words("not_assessed", around) : "–");
    }
    return out + (rows.empty() ? sentence(around.words("report.sheet.none")) : html_table(around.words("insight.requirements"), head, rows));
}

/// How far the systems that have the information have come.
std::string requirements_of_systems(const Record& asset, const Around& around) {
    Cells head{around.words(entity_key(kSystem).view())};
    for (std::string_view state : kStates) head.push_back(state_words(state, around));
    std::vector<const Record*> systems;
    for (const Record* link : around.referring(kAssetSystem, "asset", asset.id))
        for (const std::string& id : {link->text("system"), link->get(asset_system::flows_to)})
            if (const Record* system = around.find(kSystem, id); system && std::find(systems.begin(), systems.end(), system) == systems.end())
                systems.push_back(system);
    std::vector<Cells> rows;
    for (const Record* system : systems) {
        Cells& row = rows.emplace_back(Cells{around.title(*system)});
        const bool is_seen = sees_at(around, kRequirementStatus, *system);
        const GapCounts counts = is_seen ? gap_of(*system, around).counts : GapCounts{};
        for (int count : {counts.met, counts.partly, counts.not_met, counts.not_assessed, counts.not_applicable})
            row.push_back(is_seen ? std::to_string(count) : around.words("show.out_of_sight"));
    }
    return chapter(around.words("insight.requirements")) +
           (rows.empty() ? sentence(around.words("report.sheet.none")) : html_table(around.words("report.sheet.by_system"), head, rows));
}

/// What is done in a system besides what is done about its risks.
std::string other_measures(const Record& system, const Around& around) {
    std::vector<const Record*> found = around.referring(kMeasure, "system", system.id);
    std::erase_if(found, [&](const Record* measure) {
        const Record* risk = around.find(kRisk, measure->get(measure::risk));
        return risk && risk->text("system") == system.id;
    });
    return found.empty() ? "" : chapter(around.words("report.sheet.other_measures")) + measures_table(found, around);
}

/// A register whose records are told in full in the chapters of what they refer to.
struct Told {
    const Entity* about;
    const Entity* entity;
    std::string_view by;
};
constexpr Told kTold[] = {
    {&kAsset, &kRisk, "asset"},           {&kSystem, &kRisk, "system"}, {&kSystem, &kMeasure, "system"}, {&kSystem, &kRequirementStatus, "system"},
    {&kRiskAnalysis, &kRisk, "analysis"},
};

}  // namespace

std::string sheet_chapters(const Record& record, const Around& around) {
    if (record.entity == &kAsset) return classification_of(record, around) + risks(record, "asset", around) + requirements_of_systems(record, around);
    if (record.entity == &kSystem)
        return information_of(record, around) + risks(record, "system", around) + other_measures(record, around) + requirements_of(record, around);
    return record.entity == &kRiskAnalysis ? risks(record, "analysis", around) : std::string{};
}

bool is_told_in_full(const Record& record, const Entity& entity, const Field& field) {
    return std::any_of(std::begin(kTold), std::end(kTold),
                       [&](const Told& told) { return told.about == record.entity && told.entity == &entity && told.by == field.name; });
}

}  // namespace lisa
