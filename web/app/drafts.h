#pragma once
// What was typed and not saved yet, as a text that the device keeps sealed: a session that ends, a page that is loaded anew and a
// browser that is closed lose nothing of it.
#include <map>
#include <string>
#include <string_view>

#include "ui/form.h"

namespace lisa::app {

/// The drafts in which something was typed; empty when there are none.
std::string text_of(const std::map<std::string, ui::Draft>& drafts);

/// The drafts of such a text. What this version does not know, a register or a field, is left out.
std::map<std::string, ui::Draft> drafts_from(std::string_view text, Catalog catalog);

}  // namespace lisa::app
