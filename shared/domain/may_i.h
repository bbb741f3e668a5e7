#pragma once
// "Får jag …?" (P4): the answer that the handling rules give for information of a class that is to go a certain way.
#include <optional>
#include <span>
#include <string_view>

#include "schema/record.h"

namespace lisa {

struct Verdict {
    std::string_view answer{};     ///< yes, with_conditions, ask or no
    const Record* rule = nullptr;  ///< the rule that decided; null when the class is not known well enough to decide
    bool operator==(const Verdict&) const = default;
};

/// The strictest answer of the rules that apply, no before ask before with_conditions before yes. Of rules with the same answer
/// the one that names the kind of personal data decides, then the one for fewer levels, then the first.
///
/// A rule applies when it is for the way, its levels hold the confidentiality (a blank end is open), and it names the kind of
/// personal data or none at all. Removed rules and rules without an answer are passed over; an answer that this program does
/// not know counts as "ask".
///
/// Where the class is not known the answer never is milder than "ask": no confidentiality, or one outside 0 to 3, gives "ask";
/// so do personal data that are blank or not assessed, where some rule for a kind is stricter than those for all kinds.
/// Nothing when no rule says anything about it. The caller passes the rules that reach the asker's part of the organisation.
std::optional<Verdict> may_i(std::string_view way, std::optional<std::int64_t> confidentiality, std::string_view personal_data,
                             std::span<const Record* const> rules);

}  // namespace lisa
