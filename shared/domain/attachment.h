#pragma once
// Attachment (H1 and every register): a file that hangs on a record, with what is known of its content. The bytes lie apart, under their
// hash (backend/store/content.h); who attached it, and when, is in the journal.
#include "domain/file_kind.h"
#include "schema/record.h"

namespace lisa {
namespace detail {

/// The name must say the kind that the bytes were found to be, so that no file is opened as something else; the hash must be one.
void check_attachment(const Situation&, std::vector<Problem>&);

inline constexpr Field kAttachmentFields[] = {
    {.name = "name", .group = "basics", .required = true, .max = 200, .listed = true, .searched = true},
    {.name = "register_name", .required = true, .max = 40, .fixed = true, .listed = true},
    {.name = "record", .required = true, .max = 36, .fixed = true, .listed = true},
    {.name = "description", .type = Type::prose, .max = 1000, .searched = true},
    {.name = "media_type", .type = Type::choice, .group = "source", .required = true, .options = kFileKindNames, .fixed = true, .listed = true},
    {.name = "size", .type = Type::integer, .required = true, .min = 1, .max = static_cast<std::int64_t>(kFileLimitMost), .fixed = true, .listed = true},
    {.name = "sha256", .required = true, .max = 64, .fixed = true},
};
inline constexpr std::string_view kAttachmentTitle[] = {"name"};

}  // namespace detail

inline constexpr Entity kAttachment{
    .name = "attachment",
    .icon = "paperclip",
    .fields = detail::kAttachmentFields,
    .title = detail::kAttachmentTitle,
    .hangs_on = {.entity = "register_name", .record = "record"},
    .check = detail::check_attachment,
    .in_menu = false,
    .takes_files = false,
};

namespace attachment {
inline constexpr auto name = key<std::string>(kAttachment, "name");
inline constexpr auto register_name = key<std::string>(kAttachment, "register_name");
inline constexpr auto record = key<std::string>(kAttachment, "record");
inline constexpr auto description = key<std::string>(kAttachment, "description");
inline constexpr auto media_type = key<std::string>(kAttachment, "media_type");
inline constexpr auto size = key<std::int64_t>(kAttachment, "size");
inline constexpr auto sha256 = key<std::string>(kAttachment, "sha256");
}  // namespace attachment

/// Whether the text is a hash as it is written in records and addresses: 64 small hexadecimal digits.
bool is_sha256(std::string_view text);

}  // namespace lisa
