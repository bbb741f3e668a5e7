// Role by register by right, as real changes through both ends: the server's push and the browser's preview (A2).
#include "core/date.h"
#include "sync/replica.h"
#include "tests/backend/town.h"

using namespace lisa;
using namespace lisa::test;

namespace {

/// Registers that people make records in by a change alone; the rows of a scale come with its file, and attachments with their content
/// (tests/backend/store/content_test.cpp).
std::vector<const Entity*> registers() {
    std::vector<const Entity*> found(std::begin(kCatalog), std::end(kCatalog));
    std::erase(found, &kConsequenceLevel);
    std::erase(found, &kAttachment);
    return found;
}

constexpr std::string_view kSentence = "Alla ska veta.";  // what a duty_judgement is about
constexpr std::string_view kBoards[] = {"board_a", "board_b"};

std::string plain_id(const Entity& entity, std::string_view board) { return id("plain " + std::string(entity.name) + " of " + std::string(board)); }

/// What a new record of the register needs so that it belongs to the board; what it refers to is made first.
class Plain {
public:
    explicit Plain(Town& town) : m_town(town) {}

    /// For a record that `person` makes.
    Patch patch(const Entity& entity, std::string_view board, const std::string& person) {
        Patch values;
        for (const Field& field : entity.fields)
            if (field.name == entity.place || field.required) values[std::string(field.name)] = value(entity, field, board, person);
        if (&entity == &kSection) values["body"] = text(kSentence);
        return values;
    }

    /// The board's record of the register, made at its first use.
    const std::string& record(const Entity& entity, std::string_view board) {
        auto [made, is_new] = m_made.try_emplace({std::string(entity.name), std::string(board)}, plain_id(entity, board));
        if (is_new) m_town.make(entity, made->second, patch(entity, board, std::string(kSystemPerson)));
        return made->second;
    }

private:
    Edit value(const Entity& entity, const Field& field, std::string_view board, const std::string& person) {
        switch (field.type) {
            case Type::ref:
                if (field.ref == "unit") return text(id(board));
                // One confirms and judges for oneself alone; else anybody may be named.
                if (field.ref == "person") {
                    const bool is_for_oneself = &entity == &kAcknowledgement || &entity == &kDutyJudgement;
                    return person == kSystemPerson && !is_for_oneself ? text(record(kPerson, board)) : text(person);
                }
                return text(record(*find_entity(kCatalog, field.ref), board));
            case Type::date: return text("2026-01-01");
            case Type::moment: return text("2026-01-01T08:00:00Z");
            case Type::choice: return text(field.options.front());
            case Type::integer: return number(field.min);
            case Type::boolean: return Value{true};
            case Type::set: return SetEdit{{std::string(field.options.empty() ? "x" : field.options.front())}, {}};
            default:
                if (field.name == "sentence") return text(kSentence);
                return text(&entity == &kSavedView && field.name == "register_name" ? "unit" : "x");
        }
    }

    Town& m_town;
    std::map<std::pair<std::string, std::string>, std::string> m_made;
};

/// An open text of the record that no rule watches, altered.
Patch touch(const Entity& entity, const Record& now) {
    for (const Field& field : entity.fields)
        if (field.type == Type::text && field.format == Format::plain && field.merge == Merge::plain && field.seen_from == Clearance::open && !field.computed)
            return {{std::string(field.name), text(now.text(field.name) == "y" ? "z" : "y")}};
    return {};
}

bool is_want_of_right(Fault fault) { return fault == Fault::forbidden || fault == Fault::missing; }

/// A change, and whether its maker holds the right that it needs.
struct Attempt {
    Change change;
    bool is_entitled = false;
    std::string name;
};

Actor actor(Town& town, const std::string& person) {
    auto view = town.storage->read();
    REQUIRE(view);
    auto who = actor_of(view->store(), person, town.now);
    REQUIRE(who);
    return *who;
}

Places places_in(Town& town, const Record& record) {
    auto view = town.storage->read();
    REQUIRE(view);
    auto places = places_of(record, view->store());
    REQUIRE(places);
    return *places;
}

/// Every verb on a record of each board in each register.
std::vector<Attempt> attempts_of(Town& town, Plain& plain, const char* person, const Actor& who) {
    std::vector<Attempt> attempts;
    for (const Entity* entity : registers())
        for (std::string_view board : kBoards) {
            const Record stored = town.load(*entity, plain.record(*entity, board));
            const Places places = places_in(town, stored);
            const std::string name = std::string(person) + ", " + std::string(entity->name) + " of " + std::string(board) + ", ";
            // Where a new part of the organisation hangs is what counts for making it.
            const Places above = is_tree(*entity) ? Places(places.begin() + 1, places.end()) : places;
            attempts.push_back({town.draft(Verb::create, *entity, id(name), plain.patch(*entity, board, id(person))),
                                allowed(who, Right::create, *entity, above), name + "create"});
            if (Patch patch = touch(*entity, stored); !patch.empty())
                attempts.push_back(
                    {town.draft(Verb::update, *entity, stored.id, std::move(patch)), allowed(who, Right::update, *entity, places), name + "update"});
        }
    return attempts;
}

}  // namespace

TEST_CASE("A2 what a role may do in a register, the server takes and the browser offers, and nothing else") {
    Town town;
    Plain plain(town);
    for (const Entity* entity : registers())
        for (std::string_view board : kBoards) plain.record(*entity, board);
    int taken = 0, refused = 0;
    for (const RoleFacts& role : kRoles) {
        const std::string name = "role " + std::string(role.name);
        const bool is_audience = role.role <= Role::contractor;
        town.hire(name.c_str(), is_audience ? "" : std::string(role.name).c_str(), "board_a", is_audience ? std::string(role.name).c_str() : "employee");
        const Actor who = actor(town, id(name));
        Replica replica(kCatalog, who);
        for (bool has_more = true; has_more;) {
            Page page = town.pull(name.c_str(), replica.cursor(), replica.epoch());
            has_more = page.has_more;
            (void)replica.take_page(std::move(page));
        }
        for (const Attempt& attempt : attempts_of(town, plain, name.c_str(), who)) {
            INFO(attempt.name);
            const auto here = replica.preview(attempt.change, {utc_text(town.now)});
            const Answer there = town.push(name.c_str(), attempt.change);
            CHECK(here.operator bool() == !there.error.has_value());
            if (attempt.is_entitled) {
                if (there.error) CHECK_FALSE_MESSAGE(is_want_of_right(there.error->fault), test::outcome(Result<Done>(*there.error)));
                if (!here) CHECK_FALSE_MESSAGE(is_want_of_right(here.error().fault), test::outcome(here));
            } else CHECK(there.error.has_value());
            ++(there.error ? refused : taken);
        }
    }
    CHECK(taken > 150);
    CHECK(refused > 1500);
}

TEST_CASE("A2 who may remove from a register can, and nobody else") {
    Town town;
    Plain plain(town);
    for (const RoleFacts& role : kRoles) {
        if (role.role <= Role::contractor) continue;
        const std::string name = "role " + std::string(role.name);
        town.hire(name.c_str(), std::string(role.name).c_str(), "board_a");
        const Actor who = actor(town, id(name));
        for (const Entity* entity : registers()) {
            const std::string record = id(name + " removes " + std::string(entity->name));
            town.make(*entity, record, plain.patch(*entity, "board_a", std::string(kSystemPerson)));
            const bool is_entitled = allowed(who, Right::remove, *entity, places_in(town, town.load(*entity, record)));
            INFO(name << " " << entity->name);
            const Answer answer = town.push(name.c_str(), town.draft(Verb::remove, *entity, record));
            if (is_entitled) CHECK_FALSE(answer.error);
            else CHECK((answer.error && is_want_of_right(answer.error->fault)));
        }
    }
}

TEST_CASE("P2 each audience can read what they are to confirm and confirm it, in their own name only, at both ends") {
    Town town;
    for (const char* audience : {"employee", "elected", "pupil", "contractor"}) {
        INFO(audience);
        const std::string name = std::string("reader ") + audience, document = id(std::string("instruction for ") + audience);
        town.hire(name.c_str(), "", "school_a", audience);
        town.make(kDocument, document,
                  {{"title", text("Anvisning")},
                   {"kind", text("instruction")},
                   {"unit", text(id("kommun"))},
                   {"version", text("1")},
                   {"audience", SetEdit{{audience}, {}}}});
        const auto confirm = [&](const char* record, const std::string& person) {
            return town.draft(Verb::create, kAcknowledgement, id(name + record),
                              {{"document", text(document)},
                               {"version", text("1")},
                               {"person", text(person)},
                               {"unit", text(id("school_a"))},
                               {"understood_on", text("2026-11-23")}});
        };
        Replica replica(kCatalog, actor(town, id(name)));
        (void)replica.take_page(town.pull(name.c_str()));
        REQUIRE(replica.find(kDocument, document));
        CHECK(replica.preview(confirm(" mine", id(name)), {utc_text(town.now)}));
        CHECK(town.outcome(name.c_str(), confirm(" mine", id(name))) == "ok");
        CHECK_FALSE(replica.preview(confirm(" other", id("anna")), {utc_text(town.now)}));
        const std::string refusal = town.outcome(name.c_str(), confirm(" other", id("anna")));
        CHECK((refusal == "invalid person=problem.own_acknowledgement" || refusal == "invalid person=problem.reference"));
    }
}
