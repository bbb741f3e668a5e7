#pragma once
// Policy, guidelines and instructions as versioned documents (P1), and the sections they consist of.
#include "schema/record.h"

namespace lisa {
namespace detail {

inline constexpr std::string_view kDocumentKinds[] = {"policy", "guideline", "instruction", "routine", "plan", "decision"};
inline constexpr std::string_view kDocumentStates[] = {"draft", "in_review", "adopted", "superseded", "repealed"};
inline constexpr std::string_view kDocumentAudiences[] = {"employee", "elected", "pupil", "contractor", "manager"};
inline constexpr Roles kWriters = Role::coordinator | Role::privacy_officer | Role::it_manager | Role::manager;

inline constexpr Field kDocumentFields[] = {
    {.name = "title", .group = "basics", .required = true, .max = 160, .listed = true, .searched = true},
    {.name = "kind", .type = Type::choice, .required = true, .options = kDocumentKinds, .listed = true},
    {.name = "version", .max = 20, .listed = true},
    {.name = "status", .type = Type::choice, .options = kDocumentStates, .merge = Merge::guarded, .listed = true},
    {.name = "unit", .type = Type::ref, .required = true, .ref = "unit", .listed = true},
    {.name = "responsible", .type = Type::ref, .ref = "person", .listed = true},
    {.name = "audience", .type = Type::set, .options = kDocumentAudiences},
    {.name = "applies_in", .type = Type::ref, .ref = "unit"},  // blank: everywhere
    {.name = "summary", .type = Type::prose, .max = 2000, .searched = true},
    {.name = "adopted_by", .group = "decision", .max = 120, .merge = Merge::guarded},
    {.name = "decided_on", .type = Type::date, .merge = Merge::guarded},
    {.name = "registry_number", .max = 40, .merge = Merge::guarded, .searched = true},  // diarienummer
    {.name = "starts_on", .type = Type::date, .group = "period", .merge = Merge::guarded},
    {.name = "ends_on", .type = Type::date, .not_before = "starts_on", .merge = Merge::guarded},
    {.name = "review_on", .type = Type::date, .merge = Merge::guarded, .listed = true},
    {.name = "replaces", .type = Type::ref, .ref = "document"},
    {.name = "link", .group = "source", .max = 400, .format = Format::link},
    {.name = "source_name", .max = 200},
    {.name = "source_text", .type = Type::prose, .max = 400'000},  // the imported file, word for word
    {.name = "tags", .type = Type::set, .searched = true},
    {.name = "notes", .type = Type::notes, .group = "notes", .seen_from = Clearance::internal},
};
inline constexpr std::string_view kDocumentTitle[] = {"title"};
inline constexpr Step kDocumentSteps[] = {
    {.name = "submit", .from = "draft", .to = "in_review", .who = kWriters},
    {.name = "send_back", .from = "in_review", .to = "draft", .who = kWriters},
    {.name = "adopt", .from = "in_review", .to = "adopted", .who = Role::coordinator | Role::chief_executive},
    {.name = "supersede", .from = "adopted", .to = "superseded", .who = Role::coordinator | Role::chief_executive},
    {.name = "repeal", .from = "adopted", .to = "repealed", .who = Role::coordinator | Role::chief_executive},
};

inline constexpr Field kSectionFields[] = {
    {.name = "heading", .group = "basics", .required = true, .max = 160, .listed = true, .searched = true},
    {.name = "document", .type = Type::ref, .required = true, .ref = "document", .listed = true},
    {.name = "number", .type = Type::integer, .required = true, .min = 1, .max = 9999, .listed = true},  // order in the document
    {.name = "level", .type = Type::integer, .min = 1, .max = 4},
    {.name = "body", .type = Type::prose, .max = 400'000, .searched = true},
};
inline constexpr std::string_view kSectionTitle[] = {"heading"};

}  // namespace detail

inline constexpr Entity kDocument{
    .name = "document",
    .icon = "file-text",
    .fields = detail::kDocumentFields,
    .title = detail::kDocumentTitle,
    .place = "unit",
    .access = {.read = {.anywhere = kEveryone},
               .create = {.within = detail::kWriters},
               .update = {.within = detail::kWriters | Role::chief_executive},
               .remove = {.within = Role::coordinator}},
    .state = "status",
    .steps = detail::kDocumentSteps,
};

inline constexpr Entity kSection{
    .name = "section",
    .icon = "book-open",
    .fields = detail::kSectionFields,
    .title = detail::kSectionTitle,
    .place = "document",
    .access = {.read = {.anywhere = kEveryone},
               .create = {.within = detail::kWriters},
               .update = {.within = detail::kWriters},
               .remove = {.within = Role::coordinator}},
    .in_menu = false,
    .takes_files = false,
};

namespace document {
inline constexpr auto audience = key<Set>(kDocument, "audience");
inline constexpr auto applies_in = key<std::string>(kDocument, "applies_in");
}  // namespace document

namespace section {
inline constexpr auto heading = key<std::string>(kSection, "heading");
inline constexpr auto document = key<std::string>(kSection, "document");
inline constexpr auto number = key<std::int64_t>(kSection, "number");
inline constexpr auto level = key<std::int64_t>(kSection, "level");
inline constexpr auto body = key<std::string>(kSection, "body");
}  // namespace section

}  // namespace lisa
