#include "auth/account.h"

#include "store/crypto.h"
#include "tests/backend/town.h"

using namespace lisa;
using namespace lisa::test;

namespace {

/// An account of anna's, and a unit of work to play in.
struct Desk {
    Town town{};
    Work work = std::move(*town.storage->begin(kStart));
    Database& database = work.database();
    Desk() { REQUIRE(add_account(database, id("anna"), "Anna.Andersson", kStart)); }
    bool is_in(const std::string& token, std::int64_t now) { return find_session(database, token, now)->has_value(); }
};

}  // namespace

TEST_CASE("user names are found without regard to case and belong to one person") {
    Desk desk;
    CHECK((*find_account(desk.database, " anna.ANDERSSON "))->person == id("anna"));
    CHECK_FALSE(*find_account(desk.database, "anna"));
    CHECK(test::outcome(add_account(desk.database, id("bertil"), "ANNA.andersson", kStart)) == "conflict username=problem.exists");
    CHECK(test::outcome(add_account(desk.database, id("anna"), "other", kStart)) == "conflict username=problem.exists");
    for (const char* name : {"", "a", " x", "x\ny", "\xff\xfe"}) CHECK_FALSE(add_account(desk.database, id("bertil"), name, kStart));
}

TEST_CASE("a session ends after two idle hours, after twelve in any case, and when it is ended") {
    Desk desk;
    const std::string token = *begin_session(desk.database, id("anna"), kStart);
    CHECK(token.size() == 43);
    CHECK(desk.is_in(token, kStart + kSessionIdleMs - 1));
    CHECK_FALSE(desk.is_in(token, kStart + kSessionIdleMs));
    std::int64_t now = kStart;
    while (now < kStart + kSessionLongestMs - kSessionIdleMs / 2) {
        now += kSessionIdleMs / 2;
        const auto session = *find_session(desk.database, token, now);
        if (session) REQUIRE(touch_session(desk.database, *session, now));
    }
    CHECK_FALSE(desk.is_in(token, kStart + kSessionLongestMs));
    const std::string other = *begin_session(desk.database, id("anna"), kStart);
    REQUIRE(end_session(desk.database, other));
    CHECK_FALSE(desk.is_in(other, kStart));
    CHECK_FALSE(desk.is_in("", kStart));
    CHECK_FALSE(desk.is_in(std::string(100'000, 'x'), kStart));
}

TEST_CASE("tokens are kept only as hashes") {
    Desk desk;
    const std::string token = *begin_session(desk.database, id("anna"), kStart), link = *make_invite(desk.database, id("anna"), kStart);
    auto query = desk.database.query("SELECT (SELECT token FROM session), (SELECT token FROM invite)");
    REQUIRE(*query->step());
    CHECK(query->blob(0).bytes == sha256(token));
    CHECK(query->blob(1).bytes == sha256(link));
}

TEST_CASE("a new password ends every session of the person and of nobody else") {
    Desk desk;
    REQUIRE(add_account(desk.database, id("bertil"), "bertil", kStart));
    const std::string a = *begin_session(desk.database, id("anna"), kStart), b = *begin_session(desk.database, id("bertil"), kStart);
    REQUIRE(set_password(desk.database, id("anna"), "kept", kStart));
    CHECK_FALSE(desk.is_in(a, kStart));
    CHECK(desk.is_in(b, kStart));
    CHECK_FALSE(set_password(desk.database, id("nobody"), "kept", kStart));
}

TEST_CASE("a person has a limited number of sessions; the oldest ends") {
    Desk desk;
    const std::string first = *begin_session(desk.database, id("anna"), kStart);
    std::string last;
    for (std::size_t i = 0; i < kSessionsPerPerson; ++i) last = *begin_session(desk.database, id("anna"), kStart + 1 + static_cast<std::int64_t>(i));
    CHECK_FALSE(desk.is_in(first, kStart + 100));
    CHECK(desk.is_in(last, kStart + 100));
}

TEST_CASE("a one-time link works once, for seven days, and not after a newer one") {
    Desk desk;
    const std::string first = *make_invite(desk.database, id("anna"), kStart), second = *make_invite(desk.database, id("anna"), kStart);
    CHECK_FALSE(*find_invite(desk.database, first, kStart));
    CHECK(**find_invite(desk.database, second, kStart + kInviteMs - 1) == id("anna"));
    CHECK_FALSE(*find_invite(desk.database, second, kStart + kInviteMs));
    REQUIRE(use_invite(desk.database, second, kStart));
    CHECK_FALSE(*find_invite(desk.database, second, kStart));
    CHECK(test::outcome(use_invite(desk.database, second, kStart)) == "invalid =problem.link_used");
}

TEST_CASE("first start makes one administrator with a link, and only once") {
    Folder folder;
    auto storage = Storage::open(folder.path("a.db"), kCatalog, Database::Mode::create);
    const auto token = first_start(**storage, kStart);
    REQUIRE(token);
    REQUIRE(*token);
    CHECK_FALSE(*first_start(**storage, kStart));
    auto view = (*storage)->read();
    const auto person = find_invite(view->database(), **token, kStart);
    REQUIRE(*person);
    const Actor who = *actor_of(view->store(), **person, kStart);
    CHECK(allowed_somewhere(who, Right::create, kAssignment));
    CHECK(*root_unit(view->store()) == who.grants.front().unit);
}
