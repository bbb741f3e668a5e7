#pragma once
// What one deed brings with it: the values that a form begins with, and the change that follows a step.
#include <map>
#include <optional>
#include <string>

#include "access/access.h"

namespace lisa {

using Values = std::map<std::string, Value>;

/// What the form of a new record begins with for a person: an exception is asked for in one's own name, where one works.
Values beginning_of(const Entity& entity, const Actor& who);

/// What a person fills in to do something with a record: the button "deed.NAME", and the values that the form begins with.
struct Filling {
    std::string_view name{};
    Values values{};
};

/// The filling that is due for a record now: the decision of a risk that is treated, or was accepted and is another now; the next
/// round of a recurring task; the review of a system; a sentence of a document, judged anew.
std::optional<Filling> filling_of(const Record& record, const std::string& me, const std::string& today);

/// What a step does to another record: a decided classification gives its levels to the asset (K1), a signed control moves its point on (F3).
struct FollowUp {
    const Entity* entity = nullptr;
    std::string record{};
    Values values{};
};
std::optional<FollowUp> follow_up(const Record& record, std::string_view step, const std::string& today);

}  // namespace lisa
