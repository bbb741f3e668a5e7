#include "domain/classification.h"

#include <algorithm>

#include "change/situation.h"
#include "core/date.h"
#include "core/text.h"
#include "schema/scale.h"

namespace lisa {
namespace {

constexpr auto kAssetStatus = key<std::string>(kAsset, "status");
constexpr auto kClassifiedOn = key<std::string>(kAsset, "classified_on");
constexpr auto kReviewOn = key<std::string>(kAsset, "review_on");
/// In the order of kAspects, then traceability.
constexpr Key<std::int64_t> kAssetLevels[] = {key<std::int64_t>(kAsset, "confidentiality"), key<std::int64_t>(kAsset, "integrity"),
                                              key<std::int64_t>(kAsset, "availability"), key<std::int64_t>(kAsset, "traceability")};

std::optional<std::int64_t> highest(const Record& record, const classification::Aspect& aspect) {
    std::optional<std::int64_t> most;
    for (const auto& harm : aspect.harms)
        if (const auto level = level_of(record, harm); level && (!most || *level > *most)) most = level;
    return most;
}

bool has_text(const Record& record, Key<std::string> field) { return !trim(record.get(field)).empty(); }

}  // namespace

namespace detail {

void derive_classification(Record& record, Lookup&) {
    for (const auto& aspect : classification::kAspects) {
        const auto level = highest(record, aspect);
        record.values[aspect.level.index] = level ? Value{*level} : Value{};
    }
}

void check_classification(const Situation& now, std::vector<Problem>& problems) {
    for (Problem& problem : security_gate(now.after)) problems.push_back(std::move(problem));
    if (now.before.text("status") == "decided")
        for (std::size_t i = 0; i < kClassification.fields.size(); ++i) {
            const Field& field = kClassification.fields[i];
            const std::string_view name = field.name;
            const bool goes_on = name == "notes" || name == "review_on" || name == kClassification.state || field.computed;
            if (!goes_on && now.before.values[i] != now.after.values[i]) problems.push_back({std::string(name), "problem.decided"});
        }
    if (!now.enters("decided")) return;
    for (std::string& field : missing_for_decision(now.after)) problems.push_back({std::move(field), "problem.required"});
}

}  // namespace detail

bool classification::is_open(const Record& record) {
    const std::string now = record.get(classification::status);
    return now == "draft" || now == "proposed";
}

std::optional<std::int64_t> level_of(const Record& record, Key<std::int64_t> field) {
    const auto* level = std::get_if<std::int64_t>(&record.values[field.index]);
    return level ? std::optional(*level) : std::nullopt;
}

std::vector<Explanation> explain(const Record& record) {
    std::vector<Explanation> out;
    for (const auto& aspect : classification::kAspects) {
        Explanation explanation{aspect.name, highest(record, aspect), {}};
        for (std::size_t i = 0; explanation.level && i < aspect.harms.size(); ++i)
            if (level_of(record, aspect.harms[i]) == explanation.level) explanation.because.push_back(classification::kHarms[i]);
        out.push_back(std::move(explanation));
    }
    return out;
}

std::vector<std::string> missing_for_decision(const Record& record) {
    std::vector<std::string> missing;
    const auto ask = [&](std::size_t field, bool is_there) {
        if (!is_there && !record.is_hidden(field)) missing.emplace_back(kClassification.fields[field].name);
    };
    ask(classification::held_on.index, is_date(record.get(classification::held_on)));
    ask(classification::is_security_protected.index, !record.get(classification::is_security_protected));
    for (const auto& aspect : classification::kAspects) {
        const bool is_withheld = std::any_of(aspect.harms.begin(), aspect.harms.end(), [&](const auto& harm) { return record.is_hidden(harm.index); });
        ask(aspect.level.index, is_withheld || highest(record, aspect));
        ask(aspect.motive.index, has_text(record, aspect.motive));
    }
    return missing;
}

std::vector<Problem> security_gate(const Record& record) {
    const bool is_flagged = record.get(classification::is_security_protected);
    std::vector<Problem> problems;
    const auto judge_level = [&](Key<std::int64_t> field) {
        const auto level = level_of(record, field);
        if (!level || (!is_flagged && *level <= kHighestLevel)) return;
        problems.push_back({std::string(kClassification.fields[field.index].name), "problem.security_protected"});
    };
    const auto judge_motive = [&](Key<std::string> field) {
        if (is_flagged && has_text(record, field)) problems.push_back({std::string(kClassification.fields[field.index].name), "problem.security_protected"});
    };
    for (const auto& aspect : classification::kAspects) {
        for (const auto& harm : aspect.harms) judge_level(harm);
        judge_motive(aspect.motive);
    }
    judge_level(classification::traceability_level);
    judge_motive(classification::traceability_motive);
    return problems;
}

bool is_classified(const Record& asset) {
    return std::all_of(std::begin(kAssetLevels), std::begin(kAssetLevels) + std::size(classification::kAspects),
                       [&](const auto& level) { return level_of(asset, level).has_value(); });
}

bool is_due(const Record& asset, std::string_view today) {
    if (asset.removed || asset.get(kAssetStatus) == "disposed") return false;
    if (!is_classified(asset)) return true;
    if (const std::string review = asset.get(kReviewOn); is_date(review)) return review < today;
    const std::string last = asset.get(kClassifiedOn);
    return !is_date(last) || add_months(last, 12) < today;
}

bool differs(const Record& asset, const Record& record) {
    for (std::size_t i = 0; i < std::size(classification::kAspects); ++i)
        if (const auto level = highest(record, classification::kAspects[i]); level && level != level_of(asset, kAssetLevels[i])) return true;
    const auto traceability = level_of(record, classification::traceability_level);
    return traceability && traceability != level_of(asset, kAssetLevels[3]);
}

}  // namespace lisa
