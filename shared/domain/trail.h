#pragma once
// The audit trail (F5): who changed what, and who read what is sensitive.
#include "access/access.h"

namespace lisa {

/// Who reads the trail of what was done in their part of the organisation: those who answer for security and for personal data there, and
/// the auditors. It is about people at work, and so for no one else; they read it of the records that they may read.
inline constexpr Roles kTrailReaders = Role::coordinator | Role::privacy_officer | Role::auditor;

/// Whether the actor reads the trail of records that belong to these places.
bool reads_trail(const Actor& who, const Places& places);

}  // namespace lisa
