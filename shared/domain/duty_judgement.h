#pragma once
// What somebody has judged of a sentence with "ska" that no register proves (F7): whether it is followed, why, and what shows it. It
// holds for a year, and for every version of the document in which the sentence stands unaltered under its heading. What the
// registers prove (duty_text.h) is worked out when somebody looks, and cannot be judged.
#include "schema/lookup.h"

namespace lisa {
namespace detail {

inline constexpr std::string_view kDutyOutcomes[] = {"met", "partly", "not_met", "not_applicable"};
inline constexpr Roles kDutyJudges = Role::coordinator | Role::privacy_officer | Role::chief_executive | Role::it_manager | Role::manager;

/// The key of the sentence, and until when it is judged.
void derive_duty_judgement(Record&, Lookup&);
/// The sentence stands there and is nothing that the registers prove; one judges in one's own name and not ahead of time.
void check_duty_judgement(const Situation&, std::vector<Problem>&);
/// What was judged stays what it is; another sentence is another judgement.
std::string_view duty_judgement_lock(const Record&, const Field&, const Actor&, const Places&);

inline constexpr Field kDutyJudgementFields[] = {
    {.name = "sentence", .group = "basics", .required = true, .max = 1000, .merge = Merge::guarded, .listed = true, .searched = true},
    {.name = "section", .type = Type::ref, .required = true, .ref = "section", .merge = Merge::guarded, .listed = true},
    {.name = "sentence_key", .max = 16, .computed = true},
    {.name = "outcome", .type = Type::choice, .group = "decision", .required = true, .options = kDutyOutcomes, .merge = Merge::guarded, .listed = true},
    {.name = "motive", .type = Type::prose, .required = true, .max = 4000, .merge = Merge::guarded, .seen_from = Clearance::internal},
    {.name = "judged_on", .type = Type::date, .required = true, .merge = Merge::guarded, .listed = true},
    {.name = "judged_by", .type = Type::ref, .required = true, .ref = "person", .merge = Merge::guarded, .listed = true},
    {.name = "holds_until", .type = Type::date, .computed = true, .listed = true},
    {.name = "evidence", .type = Type::ref, .group = "source", .ref = "evidence", .merge = Merge::guarded},
    {.name = "link", .max = 400, .merge = Merge::guarded, .format = Format::link},
    {.name = "notes", .type = Type::notes, .group = "notes", .seen_from = Clearance::internal},
};
inline constexpr std::string_view kDutyJudgementTitle[] = {"sentence"};

}  // namespace detail

inline constexpr Entity kDutyJudgement{
    .name = "duty_judgement",
    .icon = "scale",
    .fields = detail::kDutyJudgementFields,
    .title = detail::kDutyJudgementTitle,
    .place = "section",
    .access = {.read = {.anywhere = kStaff},
               .create = {.within = detail::kDutyJudges},
               .update = {.within = detail::kDutyJudges},
               .remove = {.within = Role::coordinator}},
    .derive = detail::derive_duty_judgement,
    .check = detail::check_duty_judgement,
    .locked = detail::duty_judgement_lock,
    .in_menu = false,
    .files_seen_from = Clearance::internal,
};

namespace duty_judgement {
inline constexpr auto sentence = key<std::string>(kDutyJudgement, "sentence");
inline constexpr auto section = key<std::string>(kDutyJudgement, "section");
inline constexpr auto sentence_key = key<std::string>(kDutyJudgement, "sentence_key");
inline constexpr auto outcome = key<std::string>(kDutyJudgement, "outcome");
inline constexpr auto judged_on = key<std::string>(kDutyJudgement, "judged_on");
inline constexpr auto judged_by = key<std::string>(kDutyJudgement, "judged_by");
inline constexpr auto holds_until = key<std::string>(kDutyJudgement, "holds_until");
}  // namespace duty_judgement

}  // namespace lisa
