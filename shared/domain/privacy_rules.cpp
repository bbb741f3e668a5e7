#include "domain/privacy_rules.h"

#include <algorithm>
#include <cstdio>

#include "core/date.h"
#include "domain/processing_data.h"

namespace lisa {
namespace {

/// Fields that are criteria and whose message is check.dpia.NAME.
constexpr std::string_view kCriteria[] = {"scoring",           "automated_decisions", "systematic_monitoring", "sensitive_data", "large_scale",
                                          "matching_datasets", "vulnerable_people",   "new_technology",        "blocks_right"};

bool is_ticked(const Record& record, std::string_view field) {
    const std::size_t at = position(*record.entity, field);
    const auto* flag = at == kNoField ? nullptr : std::get_if<bool>(&record.values[at]);
    return flag && *flag;
}

/// Whether nothing stands there for everybody to see; what this reader may not see counts as something.
bool is_empty(const Record& record, std::string_view field) {
    const std::size_t at = position(*record.entity, field);
    return at == kNoField || (is_blank(record.values[at]) && !record.is_hidden(at));
}

bool holds(const Set& set, std::string_view element) { return std::find(set.begin(), set.end(), element) != set.end(); }

using Rows = std::span<const Record* const>;

template <class Test>
bool any_row(Rows rows, Test test) {
    return std::any_of(rows.begin(), rows.end(), [&](const Record* row) { return row && !row->removed && test(*row); });
}

/// Whether the processing or one of its rows has data of that kind.
bool has_kind(const Record& record, Rows data, std::string_view kind) {
    return holds(record.get(processing::data_kinds), kind) || any_row(data, [&](const Record& row) { return row.get(processing_data::kind) == kind; });
}

/// A category that is kept for good needs no time.
bool lacks_retention(const Record& row) { return is_empty(row, "retention") && row.get(processing_data::disposal) != "kept"; }

std::vector<std::string> empty_fields(const Record& record, Rows data) {
    std::vector<std::string> fields;
    const auto ask = [&](std::string_view field) {
        if (is_empty(record, field)) fields.emplace_back(field);
    };
    const auto has_row = [&](std::string_view field) { return any_row(data, [&](const Record& row) { return !is_empty(row, field); }); };
    if (record.get(processing::as_processor)) {
        ask("for_controller");
        ask("purpose");
    } else {
        ask("purpose");
        if (!has_row("data_subjects")) ask("data_subjects");
        if (!has_row("category")) ask("data_summary");
        if (is_empty(record, "recipients_internal") && is_empty(record, "processors")) ask("recipients_external");
    }
    ask("transfers");
    if (record.get(processing::transfers) == "third_country") ask("transfer_countries");
    ask("security_measures");
    return fields;
}

/// What only a controller answers for: the ground, the exceptions and the time.
void check_controller(const Record& record, Rows data, std::vector<std::string>& keys) {
    const Set bases = record.get(processing::legal_bases);
    if (is_empty(record, "legal_bases")) keys.emplace_back("check.processing.no_legal_basis");
    if ((holds(bases, "legal_obligation") || holds(bases, "public_task")) && is_empty(record, "legal_basis_text")) keys.emplace_back("check.processing.no_law");
    if (holds(bases, "consent")) keys.emplace_back("check.processing.consent_authority");
    if (holds(bases, "legitimate_interest")) keys.emplace_back("check.processing.interest_authority");
    const bool is_special = has_kind(record, data, "special_category"), is_criminal = has_kind(record, data, "criminal");
    if (is_special && is_empty(record, "article_9")) keys.emplace_back("check.processing.no_article_9");
    if (is_criminal && is_empty(record, "article_10_ground")) keys.emplace_back("check.processing.no_article_10");
    if ((is_special || is_criminal) && record.get(processing::threshold_assessed) && !record.get(processing::sensitive_data))
        keys.emplace_back("check.processing.threshold_mismatch");
    if (!any_row(data, [](const Record&) { return true; }) || any_row(data, lacks_retention)) keys.emplace_back("check.processing.no_retention");
}

void check_transfers(const Record& record, std::vector<std::string>& keys) {
    const std::string transfers = record.get(processing::transfers), mechanism = record.get(processing::transfer_mechanism);
    const bool is_third = transfers == "third_country";
    if (is_third && !record.is_hidden(processing::transfer_mechanism.index) && (mechanism.empty() || mechanism == "none"))
        keys.emplace_back("check.processing.no_mechanism");
    if (is_third && mechanism == "derogation" && is_empty(record, "transfer_note")) keys.emplace_back("check.processing.no_derogation_note");
    if (transfers == "none" && !is_blank(record.values[position(kProcessing, "transfer_countries")])) keys.emplace_back("check.processing.transfer_mismatch");
}

}  // namespace

std::vector<std::string> dpia_reasons(const Record& record) {
    std::vector<std::string> keys;
    for (std::string_view name : kCriteria)
        if (is_ticked(record, name)) keys.push_back("check.dpia." + std::string(name));
    if (record.get(processing::is_on_imy_list)) keys.emplace_back("check.dpia.is_on_imy_list");
    return keys;
}

std::string dpia_need(const Record& record) {
    const std::size_t reasons = dpia_reasons(record).size();
    if (reasons >= 2 || record.get(processing::is_on_imy_list)) return "yes";
    if (reasons == 1) return "consider";
    return record.get(processing::threshold_assessed) ? "no" : "not_assessed";
}

std::vector<std::string> missing_for_record(const Record& record, std::span<const Record* const> data) {
    std::vector<std::string> missing = empty_fields(record, data);
    if (!record.get(processing::as_processor)) check_controller(record, data, missing);
    check_transfers(record, missing);
    return missing;
}

std::string request_due(std::string_view received_on, bool extended) {
    std::string due = add_months(received_on, extended ? 3 : 1);
    return is_date(received_on) && is_date(due) ? due : std::string();
}

}  // namespace lisa
