#pragma once
// The audit trail (F5): who changed what, and who read what is sensitive.
#include "access/access.h"
#include "core/json_fwd.h"

namespace lisa {

/// Who reads the trail of what was done in their part of the organisation: those who answer for security and for personal data there, and
/// the auditors. It is about people at work, and so for no one else; they read it of the records that they may read.
inline constexpr Roles kTrailReaders = Role::coordinator | Role::privacy_officer | Role::auditor;

/// Whether the actor reads the trail of records that belong to these places.
bool reads_trail(const Actor& who, const Places& places);

/// Whether the actor reads the trail somewhere. For the menu.
bool reads_trail_somewhere(const Actor& who);

/// Whether it is noted who opened a record of the register: what no device may keep is sensitive, and so may a file be that hangs on anything.
constexpr bool is_reading_noted(const Entity& entity) { return !entity.kept_on_device || hangs(entity); }

/// A record that somebody opened.
struct Opened {
    std::string entity{}, record{}, at{};  ///< the moment in UTC
    bool operator==(const Opened&) const = default;
};

/// Most of them in one message.
inline constexpr std::size_t kReadingsLimit = 200;

/// {"reads":[{"e","id","at"}]}, and the same the other way round; fails when it is another thing, or more of them.
Json readings_to_json(const std::vector<Opened>& readings);
Result<std::vector<Opened>> readings_from_json(const Json& json);

}  // namespace lisa
