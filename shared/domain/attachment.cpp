#include "domain/attachment.h"

#include <algorithm>

#include "change/situation.h"

namespace lisa {
namespace detail {

void check_attachment(const Situation& now, std::vector<Problem>& problems) {
    const std::string name = now.after.get(attachment::name), kind = now.after.get(attachment::media_type);
    const FileKind* said = kind_of_name(name);
    if (!name.empty() && !is_file_name(name)) problems.push_back({"name", "problem.file_name"});
    else if (!name.empty() && (!said || said->name != kind)) problems.push_back({"name", "problem.file_end"});
    if (!is_sha256(now.after.get(attachment::sha256))) problems.push_back({"sha256", "problem.protocol"});
    const Entity* host = find_entity(now.store.catalog(), now.after.get(attachment::register_name));
    if (!host || !host->takes_files) problems.push_back({"register_name", "problem.file_register"});
}

}  // namespace detail

bool is_sha256(std::string_view text) {
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

}  // namespace lisa
