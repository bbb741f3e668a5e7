#pragma once
// One function for each kind of record that Lisa works something out about. insight.cpp holds the table of them.
#include <span>

#include "domain/gap.h"
#include "insight/insight.h"

namespace lisa {

void asset_insight(const Record& record, const Around& around, Insight& insight);
void classification_insight(const Record& record, const Around& around, Insight& insight);
void system_insight(const Record& record, const Around& around, Insight& insight);
void risk_insight(const Record& record, const Around& around, Insight& insight);
void analysis_insight(const Record& record, const Around& around, Insight& insight);
void matrix_insight(const Record& record, const Around& around, Insight& insight);
void measure_insight(const Record& record, const Around& around, Insight& insight);
void control_insight(const Record& record, const Around& around, Insight& insight);
void control_plan_insight(const Record& record, const Around& around, Insight& insight);
void control_point_insight(const Record& record, const Around& around, Insight& insight);
void control_result_insight(const Record& record, const Around& around, Insight& insight);
void task_insight(const Record& record, const Around& around, Insight& insight);
void exception_insight(const Record& record, const Around& around, Insight& insight);
void objective_insight(const Record& record, const Around& around, Insight& insight);
void event_insight(const Record& record, const Around& around, Insight& insight);
void notification_insight(const Record& record, const Around& around, Insight& insight);
void breach_insight(const Record& record, const Around& around, Insight& insight);
void registration_insight(const Record& record, const Around& around, Insight& insight);
void processing_insight(const Record& record, const Around& around, Insight& insight);
void privacy_check_insight(const Record& record, const Around& around, Insight& insight);
void unit_insight(const Record& record, const Around& around, Insight& insight);
void person_insight(const Record& record, const Around& around, Insight& insight);
void document_insight(const Record& record, const Around& around, Insight& insight);

/// The newest decided classification of an asset, or null.
const Record* decided_classification(const Record& asset, const Around& around);

/// Why a system has a level, a sentence for each kind of reason; and why it has its whole class.
std::vector<std::string> reasons_of(const Inherited& from, const Around& around);
std::string class_reasons(const Inheritance& class_of, const Around& around);

/// The paragraphs of governing documents that a control or a task carries out, which its field of section_link says.
void add_paragraphs(const Record& record, const Around& around, Insight& insight);
/// A line for each clock of a case: until when, since when or how it was stopped, and what it counts from.
void add_clocks(const std::vector<Clock>& clocks, const Around& around, Insight& insight);
/// How a clock stands, in words: "till i morgon 14:20".
std::string clock_text(const Clock& clock, const Around& around);
/// Says which of these fields, on which a notice rests, are not filled in.
void add_lacking(const Record& record, std::span<const std::string_view> needed, const Around& around, Insight& insight);

/// What belongs to a part of the organisation and to all below it, register by register.
void add_belongings(const Record& unit, const Around& around, Insight& insight);
/// Whether an operator under cybersäkerhetslagen lacks what it is to register.
void add_registration(const Record& unit, const Around& around, Insight& insight);
/// What is done because of a record: its measures, and how many of them remain.
void add_measures(const Record& cause, const Around& around, Insight& insight);
/// What is wrong with the processor agreement of a system, in words.
void processor_agreement_insight(const Record& system, const Around& around, Insight& insight);

/// "2 Betydande skada": a level with its word.
std::string level_text(const Around& around, std::string_view scale, std::int64_t level);
/// The words of a field, and its key in a sentence.
std::string field_words(const Around& around, const Entity& entity, std::string_view field);
/// "Ägare, Motivering": the words of some fields of a record.
std::string field_list(const Around& around, const Entity& entity, const std::vector<std::string>& fields);

}  // namespace lisa
