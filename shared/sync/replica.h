#pragma once
// What a browser holds: the records as last pulled, and the changes that the server has not confirmed, played over them
// by the same apply(). Nothing a person typed leaves it silently.
#include <map>
#include <set>
#include <unordered_map>

#include "sync/protocol.h"

namespace lisa {

/// A change on its way, and how far it has come: kept on this device, sent (the server answered), refused.
/// Confirmed ones, whose result has been pulled, are no longer here.
struct Pending {
    enum class State : std::uint8_t { kept, sent, refused };
    std::int64_t number = 0;  ///< its place in the durable outbox
    Change change{};
    std::string at{};  ///< when the person made it, UTC
    State state = State::kept;
    std::int64_t rev = 0;  ///< sent: the journal number it got
    Error error{};         ///< refused: why
    std::string deed{};    ///< what it belongs to, where it is taken in together with others or not at all

    /// Whether it was refused only because another change of its deed was.
    bool is_held_back() const;
};

/// What is sent next: all changes of one deed, or one push of changes that stand each for itself.
struct Sending {
    std::string deed{};
    std::vector<Change> changes{};
};

std::string pending_to_text(const Pending& pending);
Result<Pending> pending_from_text(Catalog catalog, std::int64_t number, std::string_view text);

/// A place where a record is referred to.
struct Use {
    const Record* record = nullptr;
    const Field* field = nullptr;
};

class Replica final : public Store {
public:
    Replica(Catalog catalog, Actor who) : m_catalog(catalog), m_who(std::move(who)) {}

    const Actor& who() const { return m_who; }
    void become(Actor who);
    std::int64_t cursor() const { return m_cursor; }
    const std::string& epoch() const { return m_epoch; }

    // Reading: what the person sees, own unconfirmed changes included.
    const Record* find(const Entity& entity, std::string_view id) const;
    /// Every record of the entity that is not removed, in the order of their ids.
    std::vector<const Record*> rows(const Entity& entity) const;
    /// How many those are.
    std::size_t count(const Entity& entity) const;
    /// Those whose ref `field` is `id`.
    std::vector<const Record*> referring(const Entity& entity, std::string_view field, std::string_view id) const;
    /// Grows whenever anything that is seen alters; what is computed from rows is computed again then.
    std::uint64_t version() const { return m_version; }
    std::vector<Use> uses_of(const Entity& entity, std::string_view id) const;
    /// The record without own unconfirmed changes: "theirs" of a conflict.
    const Record* pulled(const Entity& entity, std::string_view id) const;

    // Changing.
    /// What the change would make of the record. Alters nothing that is seen; problems are those that the server would find. A
    /// change that belongs to a refused deed may build upon the rest of it; then all is played anew, and what find() gave is void.
    Result<Record> preview(const Change& change, const Moment& now, std::string_view deed = {});
    /// Takes up a change that is safely in the outbox.
    void add(Pending pending);
    /// Takes up the whole outbox after another tab altered it.
    void load_outbox(std::vector<Pending> outbox);
    const std::vector<Pending>& outbox() const { return m_outbox; }
    std::size_t count(Pending::State state) const;
    /// Whether the record has a change in this state.
    bool has(Pending::State state, std::string_view record) const;

    // Syncing.
    /// The changes to send next, oldest first. A deed waits as long as one of its changes is refused, and so
    /// does what was done to its records afterwards.
    Sending to_send() const;
    /// Notes the server's answers; returns the entries that altered and must be written back to the outbox.
    std::vector<Pending> take_answers(const std::vector<Answer>& answers);
    /// Takes a page; returns the numbers of confirmed changes, which leave the outbox.
    std::vector<std::int64_t> take_page(Page page);
    /// Leaves out refused changes; the person decided so.
    void drop(const std::vector<std::int64_t>& numbers);
    /// Lets deeds go whose faulty changes are all mended or left out; returns the entries that altered.
    std::vector<Pending> release();
    /// The entries of a deed, in order.
    std::vector<const Pending*> deed(std::string_view id) const;
    /// Whether the count of what is held equals what the server says can be seen.
    bool agrees(std::int64_t visible) const;
    /// Starts again from nothing; the outbox stays.
    void forget();
    /// Has everything fetched again. What is held stays until all of it has come, unless the rights altered meanwhile.
    void fetch_anew();
    /// All that may be kept on the device, as one page.
    Page snapshot() const;

    // Store
    Catalog catalog() const override { return m_catalog; }
    Result<Record> load(const Entity& entity, const std::string& id) override;
    Result<std::vector<Record>> load_referring(const Entity& entity, std::string_view field, const std::string& id) override;
    Result<std::vector<std::string>> touched_since(const Record&, const Change&, const Actor&) override { return std::vector<std::string>{}; }
    Result<bool> is_used(const Record& record) override;
    Result<Done> save(const Record& before, const Record& after, const Change& change, const Actor& who) override;

private:
    using Shelf = std::map<std::string, Record, std::less<>>;
    bool is_pulled(const Pending& pending) const;
    std::set<std::string_view> records_that_wait() const;
    void replay();

    Catalog m_catalog;
    Actor m_who;
    std::unordered_map<const Entity*, Shelf> m_base, m_overlay;
    std::unordered_map<const Entity*, Shelf> m_incoming;  ///< of a fetch that will take the place of m_base
    bool m_is_replacing = false;                          ///< pages go to m_incoming
    std::string m_shown_epoch;                            ///< of what is held while all is fetched anew
    std::vector<Pending> m_outbox;
    std::int64_t m_cursor = 0;
    bool m_is_halfway = false;  ///< the server has more pages
    std::string m_epoch;
    std::uint64_t m_version = 1;
    mutable std::unordered_map<const Entity*, std::pair<std::uint64_t, std::size_t>> m_counts;  ///< by the version they were counted at
    bool m_is_preview = false;
    std::string_view m_shown_deed;  ///< a refused deed whose changes are played all the same, for a preview
};

}  // namespace lisa
