#pragma once
// What goes over the wire, written and read by both ends.
#include <optional>
#include <string>
#include <vector>

#include "change/change.h"

namespace lisa {

/// Changes when an old client could misread a new server. An old client is told to reload; its outbox stays.
inline constexpr std::int64_t kProtocol = 1;

/// Most changes in one push, and the sizes at which a page of a pull and a push are full.
inline constexpr std::size_t kPushLimit = 200;
inline constexpr std::size_t kPageBytes = 512 * 1024, kPushBytes = 512 * 1024;

/// Most pushes that one deed may take.
inline constexpr std::size_t kDeedParts = 128;

/// A deed is changes that are taken in together or not at all: an import, a hand-over, taking one back. It may need several
/// pushes; the server keeps the parts aside until it has all of them.
struct DeedPart {
    std::string deed{};     ///< an id made by the client
    std::int64_t part = 0;  ///< from 0
    std::int64_t of = 1;
    bool operator==(const DeedPart&) const = default;
};

/// Stands at the changes of a refused deed that were not at fault themselves.
inline constexpr std::string_view kHeldBack = "problem.deed";

/// The server's answer to one change of a push.
struct Answer {
    std::string id{};
    std::int64_t rev = 0;          ///< journal number when accepted
    std::optional<Error> error{};  ///< why it was refused
};

/// A record that is removed or no longer in this person's sight.
struct Gone {
    std::string entity{};
    std::string id{};
};

/// One page of what this person may see of what changed after `since`.
struct Page {
    std::string epoch{};      ///< stands for the person's rights; another one means: forget everything, start at 0
    bool is_reset = false;    ///< the client must forget what it holds before it takes this page
    std::int64_t cursor = 0;  ///< where the next pull starts
    bool has_more = false;
    std::vector<Record> records{};
    std::vector<Gone> gone{};
    std::optional<std::int64_t> visible{};  ///< last page only: how many records this person can see, as a check
};

/// The changes in their order, in pieces that each fit a push.
std::vector<std::vector<Change>> parts_of(const std::vector<Change>& changes);

/// {"protocol":1,"changes":[…],"deed"?:{"id","part","of"}}
Json push_to_json(const std::vector<Change>& changes, const std::optional<DeedPart>& part = {});

/// Which part of a deed a push is; nothing when its changes stand each for itself.
Result<std::optional<DeedPart>> deed_part_from_json(const Json& json);

/// The changes of a push, each parsed by itself so that one malformed change does not stop the others.
/// Fails as a whole when the frame is wrong: not an object, another protocol, too many changes.
Result<std::vector<Result<Change>>> push_from_json(Catalog catalog, const Json& json);

/// {"answers":[{"id","rev"} | {"id","fault","problems":[{"field","message"}]}]}
Json answers_to_json(const std::vector<Answer>& answers);
Result<std::vector<Answer>> answers_from_json(const Json& json);

/// {"protocol","epoch","reset"?,"cursor","more","records":[…],"gone":[{"e","id"}],"visible"?}
Json page_to_json(const Page& page);
Result<Page> page_from_json(Catalog catalog, const Json& json);

/// {"fault":"conflict","problems":[…]}; the detail never leaves the machine.
Json error_to_json(const Error& error);
Error error_from_json(const Json& json);

std::string_view fault_name(Fault fault);

}  // namespace lisa
