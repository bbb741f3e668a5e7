#pragma once
// Documents to print and to send: one self-contained HTML page each, readable anywhere and by a screen reader.
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "i18n/words.h"

namespace lisa {

/// The text with the characters that HTML would read as markup replaced.
std::string html_escaped(std::string_view text);

/// An element around a text, which is escaped: "p class=\"help\"" as its opening tag.
std::string html_element(std::string_view tag, std::string_view text);

/// A whole page around a body of HTML: title, language, and a style of our own for screen and paper.
std::string html_page(std::string_view title, std::string_view body, Language language);

/// A line of a list of facts: what it is called, and what it says.
std::string html_pair(std::string_view label, std::string_view text);

/// A table with a caption; the first cell of a row is its heading. Cells are escaped here.
std::string html_table(std::string_view caption, std::span<const std::string> head, std::span<const std::vector<std::string>> rows);

}  // namespace lisa
