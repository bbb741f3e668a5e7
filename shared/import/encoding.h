#pragma once
// The first step of an import (I5): bytes as Excel, the staff system and others save them, made into UTF-8.
#include <string>
#include <string_view>

#include "core/result.h"

namespace lisa {

/// Largest file that is taken, in bytes.
inline constexpr std::size_t kImportFileLimit = 20'000'000;

/// The text of a file without its byte order mark. UTF-16 is known by its mark; what is not UTF-8 is taken for Windows-1252.
/// Problems: problem.file_empty, problem.file_too_large, problem.import.binary (a workbook, a PDF, an image),
/// problem.import.damaged (the mark says one encoding and the bytes another).
Result<std::string> to_utf8(std::string_view bytes);

}  // namespace lisa
