#include "tests/backend/town.h"

#include <sqlite3.h>
#include <unistd.h>

#include "store/content.h"
#include "store/crypto.h"

namespace lisa::test {

Folder::Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "lisa-test-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    m_path = pattern;
}

Folder::~Folder() {
    std::error_code ignored;
    std::filesystem::permissions(m_path, std::filesystem::perms::owner_all, ignored);
    std::filesystem::remove_all(m_path, ignored);
}

std::string browser_of(const std::string& person) { return id("browser of " + person); }

Town::Town() {
    reopen();
    const auto unit = [&](const char* name, const char* kind, const char* parent) {
        Patch patch{{"name", text(name)}, {"kind", text(kind)}};
        if (*parent) patch["parent"] = text(id(parent));
        make(kUnit, id(name), patch);
    };
    unit("kommun", "municipality", "");
    unit("board_a", "board", "kommun");
    unit("board_b", "board", "kommun");
    unit("school_a", "unit", "board_a");
    unit("school_b", "unit", "board_b");
    hire("chief", "coordinator", "kommun");
    hire("anna", "information_owner", "board_a");
    hire("bertil", "information_owner", "board_b");
    hire("cecilia", "", "school_a");
    hire("pupil", "", "school_a", "pupil");
    make(kAsset, id("grades"),
         {{"name", text("Betyg")},
          {"kind", text("information_set")},
          {"unit", text(id("school_a"))},
          {"owner", text(id("anna"))},
          {"motive", text("hemligt motiv")}});
    make(kAsset, id("maps"), {{"name", text("Kartor")}, {"kind", text("information_set")}, {"unit", text(id("board_b"))}});
    make(kSystem, id("register"),
         {{"name", text("Elevregister")}, {"kind", text("application")}, {"unit", text(id("board_a"))}, {"weaknesses", text("gammal")}});
    make(kAssetSystem, id("link"), {{"asset", text(id("grades"))}, {"system", text(id("register"))}, {"relation", text("stored")}});
    make(kDocument, id("policy"), {{"title", text("Policy")}, {"kind", text("policy")}, {"unit", text(id("kommun"))}});
    make(kSection, id("aim"), {{"heading", text("Syfte")}, {"document", text(id("policy"))}, {"number", number(1)}});
}

void Town::reopen() {
    storage.reset();
    auto opened = Storage::open(file(), kCatalog, Database::Mode::create);
    REQUIRE_MESSAGE(opened, (opened ? "" : opened.error().detail));
    storage = std::move(*opened);
}

std::int64_t Town::make(const Entity& entity, const std::string& record, Patch patch) {
    auto work = storage->begin(now);
    REQUIRE(work);
    Change change = creation(entity, record, std::move(patch), now);
    const auto made = apply_as_system(*work, change);
    REQUIRE_MESSAGE(made, test::outcome(made));
    const std::int64_t rev = work->store().last_rev();
    REQUIRE(work->commit());
    return rev;
}

std::int64_t Town::edit(const Entity& entity, const std::string& record, Patch patch) {
    auto work = storage->begin(now);
    REQUIRE(work);
    Change change = creation(entity, record, std::move(patch), now);
    change.verb = Verb::update;
    change.base = INT64_MAX;
    if (const auto present = work->store().load(entity, record)) change.base = present->rev;
    const auto made = apply_as_system(*work, change);
    REQUIRE_MESSAGE(made, test::outcome(made));
    const std::int64_t rev = work->store().last_rev();
    REQUIRE(work->commit());
    return rev;
}

void Town::hire(const char* name, const char* role, const char* unit, const char* audience) {
    make(kPerson, id(name), {{"given_name", text(name)}, {"family_name", text("Andersson")}, {"audience", text(audience)}, {"unit", text(id(unit))}});
    if (*role) make(kAssignment, id(std::string("seat of ") + name), {{"role", text(role)}, {"unit", text(id(unit))}, {"person", text(id(name))}});
}

Change Town::draft(Verb verb, const Entity& entity, const std::string& record, Patch patch, const std::string& client) {
    std::int64_t base = 0;
    if (verb != Verb::create) base = load(entity, record).rev;
    Change made = change(verb, entity, record, base, std::move(patch), client);
    made.id = id("change " + std::to_string(++m_changes));
    return made;
}

std::string Town::hand_in(const char* person, const std::string& bytes, std::string_view kind) {
    std::string hash = hex(sha256(bytes));
    auto work = storage->begin(now);
    REQUIRE(work);
    REQUIRE(keep_content(work->database(), hash, bytes, kind, id(person), now));
    REQUIRE(work->commit());
    return hash;
}

Change Town::attachment(const std::string& record, const Entity& host, const std::string& host_id, const std::string& bytes) {
    return draft(Verb::create, kAttachment, record,
                 {{"name", text("anteckning.txt")},
                  {"register_name", text(host.name)},
                  {"record", text(host_id)},
                  {"media_type", text("text")},
                  {"size", number(static_cast<std::int64_t>(bytes.size()))},
                  {"sha256", text(hex(sha256(bytes)))}});
}

std::vector<Answer> Town::push(const char* person, const std::vector<Change>& changes) {
    std::vector<Change> sent = changes;
    for (Change& change : sent)
        if (change.client.empty()) change.client = browser_of(person);
    auto pushed = lisa::push(*storage, id(person), push_to_json(sent), now);
    REQUIRE_MESSAGE(pushed, test::outcome(pushed));
    return pushed->answers;
}

Answer Town::push(const char* person, const Change& change) { return push(person, std::vector{change}).front(); }

std::string Town::outcome(const char* person, const Change& change) {
    const Answer answer = push(person, change);
    return answer.error ? test::outcome(Result<Done>(*answer.error)) : "ok";
}

Page Town::pull(const char* person, std::int64_t since, const std::string& epoch) {
    auto view = storage->read();
    REQUIRE(view);
    const auto who = actor_of(view->store(), id(person), now);
    REQUIRE(who);
    auto page = lisa::pull(view->store(), *who, since, epoch);
    REQUIRE_MESSAGE(page, test::outcome(page));
    return std::move(*page);
}

Record Town::load(const Entity& entity, const std::string& record) {
    auto view = storage->read();
    REQUIRE(view);
    auto loaded = view->store().load(entity, record);
    REQUIRE_MESSAGE(loaded, test::outcome(loaded));
    return *loaded;
}

std::int64_t Town::last() {
    auto view = storage->read();
    REQUIRE(view);
    return *last_seq(view->database());
}

void Town::meddle(const std::string& sql) {
    storage.reset();
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open(file().c_str(), &handle) == SQLITE_OK);
    char* message = nullptr;
    const int code = sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, &message);
    const std::string words = message ? message : "";
    sqlite3_free(message);
    sqlite3_close(handle);
    REQUIRE_MESSAGE(code == SQLITE_OK, words);
}

}  // namespace lisa::test
