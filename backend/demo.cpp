#include "demo.h"

#include <map>

#include "catalogue.h"
#include "core/date.h"
#include "demo/sign_in.h"
#include "demo/world.h"
#include "sync/actor.h"

namespace lisa {
namespace {

constexpr std::uint64_t kSeed = 2114;

/// Revision of a record that is there; 0 for one that is being made.
Result<std::int64_t> base_of(const Change& change, SqlStore& store) {
    const Entity* entity = find_entity(store.catalog(), change.entity);
    if (change.verb == Verb::create || !entity) return std::int64_t{0};
    return TRY(store.load(*entity, change.record)).rev;
}

/// The error with the change that it is about, for the log.
Error named(Error error, const Change& change) {
    error.detail += " (demo: " + std::string(verb_name(change.verb)) + " " + change.entity + " " + change.record + ")";
    for (const Problem& problem : error.problems) error.detail += " " + problem.field + ":" + problem.message;
    return error;
}

/// Carries out the story through apply(), each deed with the rights of who did it, at its moment; the catalogues come in between.
Result<Done> play(const demo::World& world, Loader& loader, const std::string& catalogues) {
    SqlStore& store = loader.store();
    std::map<std::string, Actor> actors;  // with their rights of today; the seats are made before anybody uses them
    bool is_loaded = false;
    for (const demo::Deed& deed : world.script.deeds()) {
        if (!is_loaded && deed.at_ms >= world.catalogues_ms) {
            store.set_now({utc_text(world.catalogues_ms)});
            TRY(load_catalogues(loader.work(), catalogues, world.catalogues_ms));
            is_loaded = true;
        }
        Change change = deed.change;
        change.base = TRY(base_of(change, store));
        if (deed.who.empty()) change.client = kSystemPerson;
        else if (!actors.contains(deed.who)) actors[deed.who] = TRY(actor_of(store, deed.who, loader.now()));
        const Actor who = deed.who.empty() ? TRY(system_actor(store, change)) : actors[deed.who];
        const Moment moment{utc_text(deed.at_ms)};
        store.set_now(moment);
        if (auto applied = apply(change, who, moment, store); !applied) return named(std::move(applied.error()), change);
    }
    store.set_now({utc_text(loader.now())});
    return Done{};
}

/// The database's file; empty when it lives in memory.
Result<std::string> file_of(Database& database) {
    Query query = TRY(database.query("SELECT file FROM pragma_database_list WHERE name = 'main'"));
    return TRY(query.step()) ? query.text(0) : std::string{};
}

}  // namespace

Result<Done> load_demo(Loader& loader, const std::string& assets) {
    const demo::Tables tables = TRY(demo::read_tables(assets));
    const demo::World world = demo::tell(tables, kSeed, loader.now());
    TRY(play(world, loader, assets + "/../catalogs"));
    const std::string password = demo::new_password();
    for (const demo::SignIn& person : world.sign_ins) TRY(loader.account(person.person, person.user, password));
    const std::string file = TRY(file_of(loader.store().database()));
    if (file.empty()) return Done{};
    return demo::write_private(file + ".sign-in.txt", demo::sign_in_text(world.sign_ins, password));
}

}  // namespace lisa
