#include "domain/attachment.h"

#include "report/show.h"
#include "tests/shared/memory.h"

#include <doctest/doctest.h>

using namespace lisa;
using namespace lisa::test;

namespace {

const Actor kOwner = holder(Role::information_owner, "board_a", "owner");      // updates assets there
const Actor kReader = holder(Role::manager, "board_a", "reader");              // reads them
const Actor kElsewhere = holder(Role::information_owner, "board_b", "other");  // sees none of board_a's

Patch file(const char* register_name, const char* record, const char* name = "intervju.pdf", const char* kind = "pdf") {
    return {{"name", text(name)}, {"register_name", text(register_name)}, {"record", text(id(record))}, {"media_type", text(kind)},
            {"size", number(7)},  {"sha256", text(std::string(64, 'a'))}};
}

std::string attach(Memory& store, const Actor& who, const Patch& patch, const char* name = "file") {
    return outcome(apply(change(Verb::create, kAttachment, id(name), 0, patch), who, kNow, store));
}

std::string act(Memory& store, Verb verb, const Actor& who, Patch patch = {}) {
    return outcome(apply(fresh(store, verb, kAttachment, id("file"), std::move(patch)), who, kNow, store));
}

/// A store in which the file hangs on the grades.
struct Attached : Municipality {
    Attached() { REQUIRE(attach(*this, kOwner, file("asset", "grades")) == "ok"); }
};

}  // namespace

TEST_CASE("A2 who may change a record attaches files to it, who reads it does not, and who sees it not learns nothing") {
    Municipality store;
    CHECK(attach(store, kReader, file("asset", "grades")) == "forbidden =problem.forbidden");
    CHECK(attach(store, kElsewhere, file("asset", "grades")) == attach(store, kElsewhere, file("asset", "nothing")));
    CHECK(attach(store, kElsewhere, file("asset", "grades")) == "invalid record=problem.reference");
    CHECK(attach(store, {id("nobody"), {}}, file("asset", "grades")) == "invalid record=problem.reference");
    CHECK(attach(store, kOwner, file("asset", "maps")) == "invalid record=problem.reference");
    CHECK(attach(store, kOwner, file("system", "register")) == "forbidden =problem.forbidden");  // sees it, may not change it
    CHECK(attach(store, kOwner, file("asset", "grades")) == "ok");
}

TEST_CASE("A2 what is attached follows the rights of its record: to see, to describe, to remove and to bring back") {
    Attached store;
    for (const auto& [verb, patch] :
         {std::pair{Verb::update, Patch{{"description", text("Från intervjun")}}}, {Verb::remove, Patch{}}, {Verb::restore, Patch{}}}) {
        CAPTURE(std::string(verb_name(verb)));
        CHECK(act(store, verb, kReader, patch) == "forbidden =problem.forbidden");
        CHECK(act(store, verb, kElsewhere, patch) == "missing =problem.missing");
        CHECK(act(store, verb, kOwner, patch) == "ok");
    }
    const Record& attached = store.at(kAttachment, id("file"));
    const auto sees = [&](const Actor& who) { return redact(attached, who, *places_of(attached, store)).has_value(); };
    CHECK(sees(kOwner));
    CHECK(sees(kReader));
    CHECK_FALSE(sees(kElsewhere));
    // The record moves to another board, and the file with it.
    store.put(kAsset, id("grades"), {{"name", text("Betyg")}, {"kind", text("information_set")}, {"unit", text(id("board_b"))}});
    CHECK_FALSE(sees(kOwner));
    CHECK(sees(kElsewhere));
    CHECK(act(store, Verb::remove, kOwner) == "missing =problem.missing");
    CHECK(act(store, Verb::remove, kElsewhere) == "ok");
}

TEST_CASE("H1 what a file is and what it belongs to is said once, and its name keeps saying it") {
    Attached store;
    for (const auto& [field, value] : std::map<std::string, Edit>{{"sha256", text(std::string(64, 'b'))},
                                                                  {"size", number(8)},
                                                                  {"media_type", text("png")},
                                                                  {"register_name", text("system")},
                                                                  {"record", text(id("maps"))}}) {
        CAPTURE(field);
        CHECK(act(store, Verb::update, kOwner, {{field, value}}) == "forbidden " + field + "=problem.field");
    }
    CHECK(act(store, Verb::update, kOwner, {{"name", text("Protokoll.PDF")}}) == "ok");
    for (const char* name : {"intervju.html", "intervju.pdf.js", "intervju", "intervju.png"})
        CHECK(act(store, Verb::update, kOwner, {{"name", text(name)}}) == "invalid name=problem.file_end");
    for (const char* name : {"../intervju.pdf", "a/b.pdf", ".pdf", "a\\b.pdf"})
        CHECK(act(store, Verb::update, kOwner, {{"name", text(name)}}) == "invalid name=problem.file_name");
}

TEST_CASE("H1 an attachment names a known kind, a hash and a record that takes files") {
    Municipality store;
    CHECK(attach(store, kOwner, file("asset", "grades", "a.html", "pdf")) == "invalid name=problem.file_end");
    CHECK(attach(store, kOwner, file("asset", "grades", "a.html", "html")).find("media_type=problem.choice") != std::string::npos);
    for (const char* hash : {"", "abc", "../../../../etc/passwd", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}) {
        Patch patch = file("asset", "grades");
        patch["sha256"] = text(hash);
        CHECK(attach(store, kOwner, patch).find("sha256=problem.") != std::string::npos);
    }
    const Actor chief = holder(Role::coordinator, "kommun", "chief");
    for (const auto& [register_name, record] : {std::pair{"unit", "board_a"}, {"person", "anna"}, {"section", "aim"}, {"asset_system", "link"}, {"guild", "x"}})
        CHECK(attach(store, chief, file(register_name, record)) == "invalid register_name=problem.file_register");
    Patch huge = file("asset", "grades");
    huge["size"] = number(static_cast<std::int64_t>(kFileLimitMost) + 1);
    CHECK(attach(store, kOwner, huge) == "invalid size=problem.range");
}

TEST_CASE("a record that files are attached to stays until they are removed, and a file comes back only to a record that is there") {
    Attached store;
    const Actor chief = holder(Role::coordinator, "kommun", "chief");
    REQUIRE(outcome(apply(fresh(store, Verb::remove, kAssetSystem, id("link")), chief, kNow, store)) == "ok");
    const auto record = [&](Verb verb) { return outcome(apply(fresh(store, verb, kAsset, id("grades")), kOwner, kNow, store)); };
    CHECK(record(Verb::remove) == "conflict =problem.used");
    REQUIRE(act(store, Verb::remove, kOwner) == "ok");
    CHECK(record(Verb::remove) == "ok");
    CHECK(act(store, Verb::restore, kOwner) == "invalid record=problem.reference");
    REQUIRE(record(Verb::restore) == "ok");
    CHECK(act(store, Verb::restore, kOwner) == "ok");
}

TEST_CASE("what the keeper of the store does not vouch for is refused: a content that nobody handed in") {
    struct Strict : Municipality {
        Result<Done> vouch(const Record&, const Change& change, const Actor&) override {
            return change.verb == Verb::create ? Result<Done>(fault(Fault::invalid, "name", "problem.file_missing")) : Done{};
        }
    } store;
    CHECK(attach(store, kOwner, file("asset", "grades")) == "invalid name=problem.file_missing");
}

TEST_CASE("an attachment is shown with what it belongs to in words") {
    Attached store;
    const Record& attached = store.at(kAttachment, id("file"));
    const Reader reader{store};
    CHECK(show(attached, attachment::register_name.index, reader) == "Informationstillgång");
    CHECK(show(attached, attachment::record.index, reader) == "Betyg");
    CHECK(title_of(attached, reader) == "intervju.pdf");
    store.records.erase({"asset", id("grades")});
    CHECK(show(attached, attachment::record.index, reader) == say(Language::swedish, "show.out_of_sight"_tr));
}
