#pragma once
// Reading a policy as people send it: text copied out of a PDF, with hard line breaks, bullets and stray page numbers.
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "change/change.h"

namespace lisa {

struct PolicySection {
    std::string heading{};  ///< empty for text before the first heading
    std::string body{};     ///< paragraphs separated by an empty line; a bullet is a line that begins with "• "
};

struct PolicyText {
    std::string title{};
    std::vector<PolicySection> sections{};
    std::vector<std::string> left_out{};  ///< page numbers: not shown, but kept in the document's source text
};

/// Largest file that is taken, in bytes: what the document's source text holds. And most sections.
inline constexpr std::size_t kPolicyFileLimit = 400'000;
inline constexpr std::size_t kPolicySectionLimit = 1'000;

/// The text with its headings as sections, line breaks inside paragraphs and bullets mended. UTF-8, with or without BOM.
/// Problems: problem.file_empty, problem.file_too_large, problem.file_not_text (binary or another encoding).
Result<PolicyText> read_policy(std::string_view file);

/// The changes that make a document with sections of the text: first the document, then each section in order.
/// `unit` is who answers for it, `new_id` makes ids; `source_name` is the file's name.
std::vector<Change> policy_changes(const PolicyText& text, std::string_view file, std::string_view source_name, const std::string& unit,
                                   const std::string& client, const std::function<std::string()>& new_id);

}  // namespace lisa
