#include "sync/protocol.h"
#include "core/json.h"

#include "schema/json.h"
#include "tests/shared/golden.h"
#include "tests/shared/memory.h"
#include "tests/shared/samples.h"

#include <doctest/doctest.h>

using namespace lisa;
using namespace lisa::test;

namespace {

std::vector<Change> changes() {
    Change made = change(Verb::create, kAsset, id("grades"), 0, {{"name", text("Betyg")}, {"kind", text("information_set")}, {"unit", text(id("school_a"))}});
    Change edit = change(Verb::update, kAsset, id("grades"), 12,
                         {{"description", kCleared},
                          {"integrity", number(3)},
                          {"is_public_record", Value{true}},
                          {"notes", NoteEdit{"Ringt skolan"}},
                          {"tags", SetEdit{{"skola"}, {"utkast"}}}});
    Change move = step(kAsset, id("grades"), 13, "put_to_use");
    Change gone = change(Verb::remove, kAsset, id("maps"), 9), back = change(Verb::restore, kAsset, id("maps"), 10);
    std::vector<Change> all{made, edit, move, gone, back};
    for (std::size_t i = 0; i < all.size(); ++i) all[i].id = id("change " + std::to_string(i));
    return all;
}

std::vector<Answer> answers() {
    return {{id("change 0"), 11, {}},
            {id("change 1"), 0, Error{Fault::conflict, {{"description", "problem.conflict"}, {"integrity", "problem.conflict"}}, "for the log only"}},
            {id("change 2"), 0, fault(Fault::missing, "", "problem.missing")}};
}

Page page() {
    Page page;
    page.epoch = "5f3a";
    page.is_reset = true;
    page.cursor = 14;
    page.visible = 2;
    Record unit{kUnit};
    unit.id = id("kommun");
    unit.rev = 1;
    unit.values[position(kUnit, "name")] = text("Köpings kommun");
    unit.values[position(kUnit, "kind")] = text("municipality");
    unit.values[position(kUnit, "is_controller")] = true;
    unit.values[position(kUnit, "supervisors")] = Set{"IMY", "MCF"};
    unit.hidden = std::uint64_t{1} << position(kUnit, "notes");
    Record asset{kAsset};
    asset.id = id("grades");
    asset.rev = 13;
    asset.values[position(kAsset, "name")] = text("Betyg");
    asset.values[position(kAsset, "integrity")] = number(3);
    asset.values[position(kAsset, "notes")] = Notes{{"2026-11-23T14:05:00Z", id("anna"), "Ringt skolan"}};
    page.records = {unit, asset};
    page.gone = {{"asset", id("maps")}};
    return page;
}

/// What goes over the wire is what the golden file holds, and the golden file can be read back.
Json as_golden(const std::string& name, const Json& json) {
    const std::string present = json.dump(2) + '\n', kept = golden("protocol/" + name, present);
    CHECK(first_difference(kept, present) == "");
    const auto back = parse_json(kept);
    REQUIRE(back);
    return *back;
}

Json frame(Json list) { return {{"protocol", kProtocol}, {"changes", std::move(list)}}; }

Json page_with(const char* name, Json value) {
    Json json = page_to_json(page());
    json[name] = std::move(value);
    return json;
}

}  // namespace

TEST_CASE("a push is what its golden file says and comes back as it went in") {
    const auto back = push_from_json(kCatalog, as_golden("push.json", push_to_json(changes())));
    REQUIRE(back);
    const std::vector<Change> sent = changes();
    REQUIRE(back->size() == sent.size());
    for (std::size_t i = 0; i < sent.size(); ++i) {
        REQUIRE((*back)[i]);
        CHECK(*(*back)[i] == sent[i]);
    }
}

TEST_CASE("answers are what their golden file says, and the detail of an error never leaves the machine") {
    const Json json = as_golden("answers.json", answers_to_json(answers()));
    CHECK(dump(json).find("for the log only") == std::string::npos);
    const auto back = answers_from_json(json);
    REQUIRE(back);
    const std::vector<Answer> sent = answers();
    REQUIRE(back->size() == sent.size());
    for (std::size_t i = 0; i < sent.size(); ++i) {
        CHECK((*back)[i].id == sent[i].id);
        CHECK((*back)[i].rev == sent[i].rev);
        REQUIRE((*back)[i].error.has_value() == sent[i].error.has_value());
        if (!sent[i].error) continue;
        CHECK((*back)[i].error->fault == sent[i].error->fault);
        CHECK((*back)[i].error->problems == sent[i].error->problems);
    }
}

TEST_CASE("a page is what its golden file says and comes back as it went in") {
    const auto back = page_from_json(kCatalog, as_golden("page.json", page_to_json(page())));
    REQUIRE(back);
    const Page sent = page();
    CHECK(back->epoch == sent.epoch);
    CHECK(back->is_reset);
    CHECK_FALSE(back->has_more);
    CHECK(back->cursor == sent.cursor);
    CHECK(back->visible == sent.visible);
    CHECK(back->records == sent.records);
    REQUIRE(back->gone.size() == 1);
    CHECK(back->gone[0].entity == "asset");
    CHECK(back->gone[0].id == id("maps"));
}

TEST_CASE("pages of every register come back, first pages and last") {
    for (unsigned seed = 0; seed < 20; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        Page sent;
        sent.has_more = seed % 2 == 0;
        sent.cursor = seed;
        for (const Entity* entity : kCatalog) sent.records.push_back(thinned(filled(*entity, random), random));
        const auto back = page_from_json(kCatalog, *parse_json(dump(page_to_json(sent))));
        REQUIRE(back);
        CHECK(back->records == sent.records);
        CHECK(back->has_more == sent.has_more);
        CHECK_FALSE(back->is_reset);
        CHECK_FALSE(back->visible);
    }
}

TEST_CASE("another protocol is told to reload, both ways") {
    for (std::int64_t other : {kProtocol - 1, kProtocol + 1, INT64_MAX}) {
        Json push = push_to_json(changes());
        push["protocol"] = other;
        CHECK(outcome(push_from_json(kCatalog, push)) == "invalid =problem.reload");
        CHECK(outcome(page_from_json(kCatalog, page_with("protocol", other))) == "invalid =problem.reload");
    }
}

TEST_CASE("a frame that is no push is refused whole") {
    for (const char* text : {"null", "[]", "{}", "7", "\"push\"", R"({"protocol":1})", R"({"changes":[]})", R"({"protocol":"1","changes":[]})",
                             R"({"protocol":1,"changes":{}})", R"({"protocol":1,"changes":null})", R"({"protocol":1.0,"changes":[]})"}) {
        CAPTURE(std::string(text));
        CHECK(outcome(push_from_json(kCatalog, *parse_json(text))) == "invalid =problem.protocol");
    }
}

TEST_CASE("a push holds so many changes and no more") {
    const Json one = change_to_json(changes()[0]);
    const auto full = push_from_json(kCatalog, frame(Json(kPushLimit, one)));
    REQUIRE(full);
    CHECK(full->size() == kPushLimit);
    CHECK(outcome(push_from_json(kCatalog, frame(Json(kPushLimit + 1, one)))) == "invalid =problem.too_many");
    CHECK(outcome(push_from_json(kCatalog, frame(Json::array()))) == "ok");
}

TEST_CASE("one malformed change does not stop the others") {
    const Json one = change_to_json(changes()[0]);
    Json wrong = one;
    wrong["patch"]["name"] = 7;
    const auto push = push_from_json(kCatalog, frame({one, nullptr, wrong, Json::array(), one}));
    REQUIRE(push);
    std::vector<std::string> outcomes;
    for (const auto& each : *push) outcomes.push_back(outcome(each));
    CHECK(outcomes == std::vector<std::string>{"ok", "invalid =problem.protocol", "invalid name=problem.type", "invalid =problem.protocol", "ok"});
}

TEST_CASE("answers that make no sense are a fault of the machine") {
    for (const char* text : {"null", "[]", "{}", R"({"answers":{}})", R"({"answers":[7]})", R"({"answers":[{}]})", R"({"answers":[{"id":7,"rev":1}]})"}) {
        CAPTURE(std::string(text));
        CHECK(outcome(answers_from_json(*parse_json(text))) == "broken =problem.protocol");
    }
    const auto neither = answers_from_json(*parse_json(R"({"answers":[{"id":"x"}]})"));
    REQUIRE(neither);
    REQUIRE((*neither)[0].error);
    CHECK((*neither)[0].error->fault == Fault::broken);
}

TEST_CASE("a page that makes no sense is a fault of the machine") {
    for (const auto& [name, value] : std::vector<std::pair<const char*, Json>>{
             {"protocol", nullptr}, {"cursor", "14"}, {"cursor", 1.5}, {"epoch", 7}, {"records", Json::object()}, {"records", nullptr}, {"gone", "x"}}) {
        CAPTURE(std::string(name) + " = " + dump(value));
        CHECK(outcome(page_from_json(kCatalog, page_with(name, value))) == "broken =problem.protocol");
    }
    CHECK(outcome(page_from_json(kCatalog, nullptr)) == "broken =problem.protocol");
    CHECK(outcome(page_from_json(kCatalog, page_with("records", Json::array({Json{{"e", "guild"}}})))) == "invalid =problem.protocol");
}

TEST_CASE("every fault comes back from JSON, an unknown one is ours") {
    for (Fault kind : {Fault::invalid, Fault::forbidden, Fault::missing, Fault::conflict, Fault::offline, Fault::broken}) {
        CAPTURE(std::string(fault_name(kind)));
        const Error back = error_from_json(error_to_json(Error{kind, {{"a", "b"}, {"", "c"}}, "secret"}));
        CHECK(back.fault == kind);
        CHECK(back.problems == std::vector<Problem>{{"a", "b"}, {"", "c"}});
        CHECK(back.detail.empty());
    }
    CHECK(error_from_json({{"fault", "plague"}}).fault == Fault::broken);
    CHECK(error_from_json(Json::array()).fault == Fault::broken);
    CHECK(error_from_json({{"fault", "invalid"}, {"problems", {7, {{"field", 1}}, {{"field", "a"}, {"message", "b"}}}}}).problems ==
          std::vector<Problem>{{"a", "b"}});
}
