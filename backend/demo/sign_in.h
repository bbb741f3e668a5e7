#pragma once
// Who can sign in to the example, and the note that says so.
#include <string>
#include <vector>

#include "core/result.h"
#include "demo/world.h"

namespace lisa::demo {

/// Sixteen letters and digits that are hard to mistake for each other, in groups of four.
std::string new_password();

/// What stands in the note: address, password, and each user name with name and role.
std::string sign_in_text(const std::vector<SignIn>& people, const std::string& password);

/// Writes a file that only its owner may read.
Result<Done> write_private(const std::string& path, const std::string& text);

}  // namespace lisa::demo
