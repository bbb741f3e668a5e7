#pragma once
// What follows about a record from what it is tied to: inherited class, gaps, contradictions, what is missing. Worked out
// when somebody looks, never stored, so that it is never out of date.
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "access/access.h"
#include "domain/clock.h"
#include "domain/inheritance.h"
#include "report/show.h"

namespace lisa {

/// One thing worked out, with the reason for it.
struct Fact {
    std::string label{}, text{};
    int level = -1;  ///< where the fact is a level
    std::vector<std::string> because{};
    std::vector<const Record*> records{};    ///< what is counted, each to be opened
    const Entity* list = nullptr;            ///< register where they stand
    std::optional<Clock::Standing> clock{};  ///< where the fact is a time limit: how it stands
};

struct Insight {
    std::vector<Fact> facts{};
    std::vector<std::string> remarks{};  ///< sentences about what should be mended
    bool is_empty() const { return facts.empty() && remarks.empty(); }
};

/// The records around the one looked at, as this person sees them.
struct Around {
    const Reader& reader;
    const Actor& who;  ///< what they may not see is not counted as missing
    std::string today{};
    std::string now{};  ///< the same to the second, UTC
    /// Every record of a register, and those whose ref `field` is `id`.
    std::function<std::vector<const Record*>(const Entity&)> rows{};
    Referring referring{};
    FindById find{};

    std::string words(std::string_view key) const { return std::string(say(reader.language, key)); }
    std::string title(const Record& record) const { return title_of(record, reader); }
};

/// Nothing for who sees the record only because it came from them: it is for those who keep it.
Insight insight_of(const Record& record, const Around& around);

/// The class of a system as the information and the systems around it make it, and its own levels.
Inheritance class_of_system(const Record& system, const Around& around);

/// Whether the person may see a register in the whole municipality. What is worked out rests on what is seen.
bool sees_all(const Around& around, const Entity& entity);

/// Whether the person may see it where this record belongs: if not, that there is none says nothing.
bool sees_at(const Around& around, const Entity& entity, const Record& record);

/// The fields that a complete record of a class has, and that are not filled in (A9).
std::vector<std::string> missing_fields(const Record& record, const Levels& levels);

/// How many of the fields that a complete record has are filled in, of how many that this person sees (A9).
struct Completeness {
    int filled = 0, wanted = 0;
};
Completeness completeness_of(const Record& record, const Levels& levels);

}  // namespace lisa
