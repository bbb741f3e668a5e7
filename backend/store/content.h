#pragma once
// The bytes of attached files, each content once, under its hash. They lie in the database like everything else: a copy of the file is a
// copy of all, and since a record of the journal names the hash, what proves the journal proves them.
#include <optional>

#include "schema/record.h"
#include "store/sqlite.h"

namespace lisa {

/// How long bytes stay that nobody attached after handing them in, and those of which every attachment was removed: until then that can
/// be taken back.
inline constexpr std::int64_t kUnusedMs = 7 * 86'400'000ll, kRemovedMs = 30 * 86'400'000ll;

/// Most bytes that one person may hand in without attaching them.
inline constexpr std::int64_t kUnusedBytes = 100 << 20;

/// What is known of bytes by their hash, which is 64 hexadecimal digits as in records.
struct Content {
    std::int64_t size = 0;
    bool is_blank = false;  ///< the bytes are destroyed; hash and size stay, so that they can still be told from any others
};

/// Keeps bytes that a person handed in as a file of that kind; once, however often they come. What was blank has its bytes again.
Result<Done> keep_content(Database& database, const std::string& hash, std::string_view bytes, std::string_view kind, const std::string& person,
                          std::int64_t now_ms);
Result<std::optional<Content>> find_content(Database& database, const std::string& hash);
/// The bytes themselves; problem.file_gone when they are blank, problem.missing when they never were.
Result<std::string> read_content(Database& database, const std::string& hash);

/// Bytes of everything that is kept, and of what this person handed in that no record names.
Result<std::int64_t> bytes_kept(Database& database);
Result<std::int64_t> bytes_unused(Database& database, const std::string& person);

/// Whether the content that an attachment names is there as it says and, when the attachment is new, was handed in by this person: a hash
/// that somebody came to know opens nothing. Problems: problem.file_missing, problem.file_gone.
Result<Done> vouch_for(Database& database, const Record& record, bool is_new, const std::string& person);

/// Blanks what has been removed for kRemovedMs, and forgets what was handed in and not attached within kUnusedMs; zeros are written over the
/// bytes. Returns how many contents were destroyed; copies made before have them still, and so has the write-ahead log until
/// Storage::checkpoint().
Result<std::int64_t> sweep_contents(Database& database, std::int64_t now_ms);

/// Adds what does not agree: bytes with their hash and size, attachments with their content, which is destroyed only after they were
/// removed. Returns how many contents there are.
Result<std::int64_t> verify_contents(Database& database, std::vector<std::string>& faults);

}  // namespace lisa
