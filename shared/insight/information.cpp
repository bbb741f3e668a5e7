// Information and systems: the class that follows, with its reason; what has left the typical levels; what is due again.
#include <algorithm>

#include "domain/catalog.h"
#include "domain/classification.h"
#include "domain/gap.h"
#include "domain/starter.h"
#include "i18n/catalog_words.h"
#include "insight/parts.h"

namespace lisa {
namespace {

void explain_levels(const Record& record, const Around& around, Insight& insight) {
    for (const Explanation& one : explain(record)) {
        if (!one.level) continue;
        Fact fact{field_words(around, kClassification, one.aspect), level_text(around, "level", *one.level), static_cast<int>(*one.level), {}};
        for (std::string_view harm : one.because)
            fact.because.push_back(fill(around.words("insight.because_harm"), {{"harm", around.words(WordKey{"harm", harm}.view())}}));
        insight.facts.push_back(std::move(fact));
    }
}

constexpr std::size_t kMostNames = 4;

/// "Betyg, Kartor och 2 till": what gave a level by one kind of tie; empty for none.
std::string names_of(const Inherited& from, Tie tie, const Around& around) {
    std::string names;
    std::size_t count = 0;
    for (const Source& source : from.because)
        if (source.tie == tie && ++count <= kMostNames) names += (names.empty() ? "" : ", ") + around.title(*source.record);
    if (count > kMostNames) names += " " + fill(around.words("insight.and_more"), {{"count", std::to_string(count - kMostNames)}});
    return names;
}

void inherited_fact(std::string_view aspect, const Inherited& from, const Around& around, Insight& insight) {
    if (!from.level) return;
    insight.facts.push_back(
        {field_words(around, kSystem, aspect), level_text(around, "level", *from.level), static_cast<int>(*from.level), reasons_of(from, around)});
    if (from.lacks_motive) insight.remarks.push_back(fill(around.words("insight.no_motive"), {{"aspect", field_words(around, kSystem, aspect)}}));
}

void gap_fact(const Record& system, const Inheritance& class_of, const Around& around, Insight& insight) {
    const std::vector<const Record*> requirements = around.rows(kRequirement);
    const std::vector<const Record*> statuses = around.referring(kRequirementStatus, "system", system.id);
    if (requirements.empty() || !sees_at(around, kRequirementStatus, system)) return;
    const Gap found = gap(class_of.levels(), requirements, statuses);
    const auto number = [](int value) { return std::to_string(value); };
    const GapCounts& counts = found.counts;
    Fact fact{around.words("insight.requirements"),
              fill(around.words("insight.requirements_text"), {{"met", number(counts.met)}, {"all", std::to_string(found.rows.size())}}),
              -1,
              {}};
    fact.because.push_back(fill(around.words("insight.requirements_rest"),
                                {{"partly", number(counts.partly)}, {"not_met", number(counts.not_met)}, {"not_assessed", number(counts.not_assessed)}}));
    insight.facts.push_back(std::move(fact));
}

}  // namespace

const Record* decided_classification(const Record& asset, const Around& around) {
    const Record* newest = nullptr;
    for (const Record* one : around.referring(kClassification, "asset", asset.id))
        if (one->text("status") == "decided" && (!newest || one->get(classification::held_on) > newest->get(classification::held_on))) newest = one;
    return newest;
}

void asset_insight(const Record& record, const Around& around, Insight& insight) {
    if (const Record* newest = decided_classification(record, around)) {
        if (differs(record, *newest)) insight.remarks.push_back(around.words("insight.differs"));
        else explain_levels(*newest, around, insight);
    }
    if (is_due(record, around.today)) insight.remarks.push_back(around.words("insight.classify"));
    if (const Record* type = around.find(kInformationType, record.text("information_type"))) {
        const std::vector<std::string> others = deviations(record, *type);
        if (!others.empty() && record.text("deviation_motive").empty())
            insight.remarks.push_back(fill(around.words("insight.deviates"), {{"type", around.title(*type)}, {"aspects", field_list(around, kAsset, others)}}));
    }
}

void classification_insight(const Record& record, const Around& around, Insight& insight) {
    explain_levels(record, around, insight);
    if (const auto missing = missing_for_decision(record); !missing.empty() && record.text("status") != "withdrawn")
        insight.remarks.push_back(fill(around.words("insight.not_decidable"), {{"fields", field_list(around, kClassification, missing)}}));
}

std::vector<std::string> reasons_of(const Inherited& from, const Around& around) {
    constexpr std::pair<Tie, std::string_view> kReasons[] = {
        {Tie::information, "insight.from_assets"}, {Tie::part, "insight.from_parts"}, {Tie::dependent, "insight.from_dependents"}};
    std::vector<std::string> reasons;
    if (from.is_own) reasons.push_back(around.words("insight.own_level"));
    for (const auto& [tie, key] : kReasons)
        if (const std::string names = names_of(from, tie, around); !names.empty())
            reasons.push_back(fill(around.words(key), {{"level", std::to_string(*from.asked)}, {"assets", names}, {"systems", names}}));
    return reasons;
}

std::string class_reasons(const Inheritance& class_of, const Around& around) {
    const std::pair<std::string_view, const Inherited*> aspects[] = {
        {"confidentiality", &class_of.confidentiality}, {"integrity", &class_of.integrity}, {"availability", &class_of.availability}};
    std::string text;
    for (const auto& [aspect, from] : aspects) {
        if (!from->level) continue;
        text += (text.empty() ? "" : " ") + field_words(around, kSystem, aspect) + " " + std::to_string(*from->level) + ".";
        for (const std::string& reason : reasons_of(*from, around)) text += " " + reason;
    }
    return text;
}

Inheritance class_of_system(const Record& system, const Around& around) { return inherit(system, around.referring, around.find); }

void system_insight(const Record& record, const Around& around, Insight& insight) {
    const Inheritance class_of = class_of_system(record, around);
    inherited_fact("confidentiality", class_of.confidentiality, around, insight);
    inherited_fact("integrity", class_of.integrity, around, insight);
    inherited_fact("availability", class_of.availability, around, insight);
    if (const Inherited& time = class_of.recovery_time_hours; time.level)
        insight.facts.push_back({field_words(around, kSystem, "recovery_time_hours"), std::to_string(*time.level), -1, {}});
    if (!sees_all(around, kAssetSystem)) insight.facts.push_back({around.words("insight.basis"), around.words("insight.basis_partly"), -1, {}});
    const bool holds_something = !information_in(record, around.referring, around.find).empty() || !around.referring(kSystem, "part_of", record.id).empty();
    if (!holds_something) insight.remarks.push_back(around.words("insight.no_information"));
    if (awaits_review(record, around.today)) insight.remarks.push_back(around.words("insight.review_system"));
    gap_fact(record, class_of, around, insight);
    processor_agreement_insight(record, around, insight);
}

}  // namespace lisa
