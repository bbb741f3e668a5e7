#include "domain/reorganisation.h"

namespace lisa {
namespace {

struct Meaning {
    std::string_view field, kind;
    bool needs_value;  ///< that the field was emptied says nothing
};
constexpr Meaning kMeanings[] = {{"name", "renamed", true}, {"parent", "moved", false}, {"successor", "merged", true}, {"ends_on", "ended", true}};

}  // namespace

std::vector<Reorganisation> reorganisations_of(std::string_view verb, const Altered& fields) {
    if (verb == "remove") return {{"removed", {}, {}}};
    if (verb == "restore") return {{"restored", {}, {}}};
    if (verb == "create") {
        const auto name = fields.find("name");
        return {{"founded", {}, name == fields.end() ? std::string{} : name->second.second}};
    }
    std::vector<Reorganisation> found;
    for (const Meaning& meaning : kMeanings)
        if (const auto field = fields.find(meaning.field); field != fields.end() && !(meaning.needs_value && field->second.second.empty()))
            found.push_back({meaning.kind, field->second.first, field->second.second});
    return found;
}

}  // namespace lisa
