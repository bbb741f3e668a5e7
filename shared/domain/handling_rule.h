#pragma once
// Handling rule (P4): whether information of a class may go a certain way, on what conditions and why. may_i.h answers from them.
#include "domain/asset.h"

namespace lisa {
namespace detail {

inline constexpr std::string_view kHandlingWays[] = {
    "email_internal", "email_external", "email_encrypted", "chat",        "shared_file",   "public_cloud", "usb_stick",    "paper_print",         "post",
    "phone_call",     "text_message",   "ai_public",       "ai_approved", "travel_abroad", "own_device",   "social_media", "public_conversation", "e_service",
};
/// From the mildest to the strictest.
inline constexpr std::string_view kHandlingAnswers[] = {"yes", "with_conditions", "ask", "no"};

inline constexpr Field kHandlingRuleFields[] = {
    {.name = "way", .type = Type::choice, .group = "basics", .required = true, .options = kHandlingWays, .listed = true, .searched = true},
    {.name = "answer", .type = Type::choice, .required = true, .options = kHandlingAnswers, .merge = Merge::guarded, .listed = true},
    {.name = "conditions", .type = Type::prose, .max = 2000, .searched = true},
    {.name = "reason", .type = Type::prose, .max = 2000, .searched = true},
    {.name = "least_confidentiality", .type = Type::integer, .group = "class", .max = 3, .scale = "level", .merge = Merge::guarded, .listed = true},
    {.name = "greatest_confidentiality", .type = Type::integer, .max = 3, .scale = "level", .merge = Merge::guarded, .listed = true},
    {.name = "personal_data", .type = Type::set, .options = kPersonalData, .listed = true},
    {.name = "unit", .type = Type::ref, .group = "responsible", .required = true, .ref = "unit"},
    {.name = "section", .type = Type::ref, .group = "source", .ref = "section"},
    {.name = "paragraph", .max = 200, .searched = true},
    {.name = "notes", .type = Type::notes, .group = "notes", .seen_from = Clearance::internal},
};
inline constexpr std::string_view kHandlingRuleTitle[] = {"way", "answer"};

}  // namespace detail

inline constexpr Entity kHandlingRule{
    .name = "handling_rule",
    .icon = "signpost",
    .fields = detail::kHandlingRuleFields,
    .title = detail::kHandlingRuleTitle,
    .place = "unit",
    .access = {.read = {.anywhere = kEveryone},
               .create = {.within = Role::coordinator},
               .update = {.within = Role::coordinator},
               .remove = {.within = Role::coordinator}},
    .takes_files = false,
};

namespace handling_rule {
inline constexpr auto way = key<std::string>(kHandlingRule, "way");
inline constexpr auto answer = key<std::string>(kHandlingRule, "answer");
inline constexpr auto least_confidentiality = key<std::int64_t>(kHandlingRule, "least_confidentiality");
inline constexpr auto greatest_confidentiality = key<std::int64_t>(kHandlingRule, "greatest_confidentiality");
inline constexpr auto personal_data = key<Set>(kHandlingRule, "personal_data");
}  // namespace handling_rule

}  // namespace lisa
