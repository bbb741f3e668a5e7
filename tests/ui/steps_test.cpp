// One step for several rows of a list.
#include <set>

#include "ui/program.h"

using namespace lisa;
using namespace lisa::test;
using Aria = semantics::Role;

namespace {

Value text(std::string_view value) { return Value{std::string(value)}; }

std::string uid(int i) {
    char id[40];
    std::snprintf(id, sizeof id, "01920000-0000-7000-8000-%012x", 0xB000 + i);
    return id;
}

Record system(int i, std::string_view name, std::string_view state, std::string_view unit = kBoard) {
    return made(kSystem, uid(i), {{"name", text(name)}, {"kind", text("application")}, {"status", text(state)}, {"unit", text(unit)}, {"owner", text(kMe)}});
}

std::vector<Record> systems() { return {system(1, "Alfa", "in_operation"), system(2, "Beta", "in_operation"), system(3, "Gamma", "planned")}; }

/// A breach that waits for a decision, with what that asks for as far as it is known.
Record open_breach(int i, std::string_view name, std::string_view reason = "") {
    Record record = made(kBreach, uid(i),
                         {{"name", text(name)},
                          {"status", text("open")},
                          {"unit", text(kBoard)},
                          {"discovered_at", text("2026-11-20T08:00:00Z")},
                          {"risk", text("no_risk")},
                          {"risk_reason", text("Ingen har läst det")}});
    if (!reason.empty()) record.values[position(kBreach, "decision_reason")] = text(reason);
    return record;
}

/// Picks rows by the keyboard alone: Space on each.
void pick(Program& program, std::initializer_list<std::string_view> names) {
    for (std::string_view name : names) REQUIRE(program.press(Aria::link, name, semantics::key_space));
}

/// The entries of the outbox as changes.
std::vector<Json> changes(const Program& program) {
    std::vector<Json> all;
    for (const auto& [number, entry] : program.platform.outbox) all.push_back(*parse_json(entry));
    return all;
}

}  // namespace

TEST_CASE("A8 rows picked by the keyboard take one step together, in one deed, and all of it is taken back") {
    Program program("coordinator", kRoot, 0, "/register/system", 1280, 800, systems());
    pick(program, {"Alfa", "Beta", "Gamma"});
    REQUIRE(program.click(Aria::button, "Ta steg"));
    check_tree(program.screen);
    CHECK(program.screen.node(Aria::dialog, "Ta ett steg med 3 poster"));
    REQUIRE(program.type(Aria::select, "Steg", "phase_out"));
    check_tree(program.screen);
    CHECK(says(program, "2 av 3 poster kan ta steget."));
    CHECK(says(program, "Alfa, Beta"));
    CHECK(says(program, "Gamma: Läget är Planerat, och därifrån går inte steget."));
    CHECK(program.platform.outbox.empty());
    REQUIRE(program.click(Aria::button, "Börja avveckla: 2 poster"));
    const std::vector<Json> sent = changes(program);
    REQUIRE(sent.size() == 2);
    std::set<std::string> deeds;
    for (const Json& entry : sent) {
        CHECK(entry["change"]["verb"] == "step");
        CHECK(entry["change"]["step"] == "phase_out");
        deeds.insert(entry["deed"].get<std::string>());
    }
    CHECK(deeds.size() == 1);
    CHECK(says(program, "Börja avveckla: klart för 2 poster."));
    CHECK(says(program, "Under avveckling"));
    CHECK(program.screen.node(Aria::dialog, "") == nullptr);
    REQUIRE(program.click(Aria::button, "Ångra"));
    CHECK(changes(program).size() == 4);
    CHECK(changes(program).back()["change"]["step"] == "take_back");
    CHECK_FALSE(says(program, "Under avveckling"));
}

TEST_CASE("A8 the steps that can be chosen follow the records while the dialog is open") {
    Program program("coordinator", kRoot, 0, "/register/system", 1280, 800, systems());
    pick(program, {"Gamma"});
    REQUIRE(program.click(Aria::button, "Ta steg"));
    CHECK(program.screen.node(Aria::button, "Börja införa: 1 post"));
    Record retired = system(3, "Gamma", "retired");
    retired.rev = 2;
    program.platform.server = [&](std::string_view, std::string_view where, const std::string&) -> platform::Reply {
        if (!where.starts_with("/api/changes")) return {0, ""};
        return {200, dump(page_to_json(Page{.epoch = "e", .cursor = 11, .records = {retired}}))};
    };
    program.platform.poke();
    program.screen.settle(*program.host);
    CHECK(says(program, "Ingen av posterna har ett steg som du kan ta."));
}

TEST_CASE("A8 a step without a way back says so before, and is not offered to be undone") {
    Program program("coordinator", kRoot, 2, "/register/asset");
    pick(program, {"Tillgång 0", "Tillgång 1"});
    REQUIRE(program.click(Aria::button, "Ta steg"));
    CHECK(program.screen.node(Aria::select, "Steg")->value == "put_to_use");  // the only one that there is
    REQUIRE(program.type(Aria::combobox, "Informationsägare", "anna"));       // what is in use has an owner
    REQUIRE(program.click(Aria::option, "Anna Exempel"));
    CHECK(says(program, "kan inte ångras efteråt"));
    REQUIRE(program.click(Aria::button, "Ta i bruk: 2 poster"));
    const std::vector<Json> sent = changes(program);
    REQUIRE(sent.size() == 2);
    for (const Json& entry : sent) CHECK(entry["change"]["patch"]["owner"] == kMe);
    CHECK(program.screen.node(Aria::button, "Ångra") == nullptr);
}

TEST_CASE("A8 what a step asks for is filled in once, and written only where it is lacking") {
    Program program("information_owner", kRoot, 0, "/register/breach", 1280, 800,
                    {open_breach(1, "Ett"), open_breach(2, "Två", "Redan skrivet"), open_breach(3, "Tre")});
    pick(program, {"Ett", "Två", "Tre"});
    REQUIRE(program.click(Aria::button, "Ta steg"));
    REQUIRE(program.type(Aria::select, "Steg", "decide_not"));
    check_tree(program.screen);
    CHECK(says(program, "3 av 3 poster kan ta steget."));
    const semantics::Node* motive = program.screen.node(Aria::textarea, "Motivering av att inte anmäla");
    REQUIRE(motive);
    CHECK((motive->states & semantics::required) != 0);
    CHECK((motive->states & semantics::invalid) == 0);
    const std::string run = "Besluta att inte anmäla: 3 poster";
    REQUIRE(program.click(Aria::button, run));  // nothing is filled in yet
    CHECK(program.platform.outbox.empty());
    motive = program.screen.node(Aria::textarea, "Motivering av att inte anmäla");
    REQUIRE(motive);
    CHECK((motive->states & semantics::invalid) != 0);
    CHECK(program.platform.focused == motive->id);
    REQUIRE(program.type(Aria::textarea, "Motivering av att inte anmäla", "Krypterad och återfunnen"));
    REQUIRE(program.screen.node(Aria::textarea, "Motivering av att inte anmäla"));  // it stays while it is written
    REQUIRE(program.click(Aria::button, run));
    const std::vector<Json> sent = changes(program);
    REQUIRE(sent.size() == 3);
    int written = 0;
    for (const Json& entry : sent) written += entry["change"].contains("patch") && entry["change"]["patch"].contains("decision_reason") ? 1 : 0;
    CHECK(written == 2);
}

TEST_CASE("A8 what cannot be cured by filling in is said as the reason, and asks for nothing") {
    Record risky = open_breach(1, "Stöld");
    risky.values[position(kBreach, "risk")] = text("high_risk");
    Program program("information_owner", kRoot, 0, "/register/breach", 1280, 800, {risky});
    pick(program, {"Stöld"});
    REQUIRE(program.click(Aria::button, "Ta steg"));
    REQUIRE(program.type(Aria::select, "Steg", "decide_not"));
    CHECK(says(program, "0 av 1 post kan ta steget."));
    CHECK(says(program, "Med den här risken måste incidenten anmälas."));
    CHECK(program.screen.node(Aria::textarea, "Motivering av att inte anmäla") == nullptr);
    const semantics::Node* run = program.screen.node(Aria::button, "Besluta att inte anmäla: 0 poster");
    REQUIRE(run);
    CHECK((run->states & semantics::disabled) != 0);
}

TEST_CASE("A8 only steps of the person's role are offered, in the parts of the organisation where they hold it") {
    const std::vector<Record> two = {system(1, "Alfa", "in_operation", kArchive), system(2, "Beta", "in_operation", kRoot)};
    Program program("system_owner", kArchive, 0, "/register/system", 1280, 800, two);
    pick(program, {"Alfa", "Beta"});
    REQUIRE(program.click(Aria::button, "Ta steg"));
    CHECK(program.screen.node(Aria::select, "Steg")->value == "phase_out");
    CHECK(says(program, "1 av 2 poster kan ta steget."));
    CHECK(says(program, "Beta: Din roll tillåter inte det här."));
    REQUIRE(program.click(Aria::button, "Börja avveckla: 1 post"));
    CHECK(program.platform.outbox.size() == 1);
}

TEST_CASE("A8 who may only read is offered no step, and who has none for these rows is told so") {
    for (const char* role : {"employee", "auditor"}) {
        Program program(role, kRoot, 0, "/register/system", 1280, 800, systems());
        pick(program, {"Alfa"});
        CHECK(program.screen.node(Aria::button, "Ta steg") == nullptr);
    }
    Program program("coordinator", kRoot, 0, "/register/system", 1280, 800, {system(1, "Slut", "retired")});
    pick(program, {"Slut"});
    REQUIRE(program.click(Aria::button, "Ta steg"));
    CHECK(says(program, "Ingen av posterna har ett steg som du kan ta."));
    REQUIRE(program.click(Aria::button, "Avbryt"));
    CHECK(program.platform.outbox.empty());
}

TEST_CASE("K1 A8 a decision for several classifications gives each asset its levels, in the same deed") {
    std::vector<Record> all;
    for (int i = 0; i < 2; ++i) {
        Record record = made(kClassification, uid(10 + i), {{"asset", text(asset_id(i))}, {"status", text("proposed")}, {"held_on", text("2026-11-20")}});
        for (const char* aspect : {"confidentiality", "integrity", "availability"}) {
            record.values[position(kClassification, std::string(aspect) + "_law")] = std::int64_t{2};
            record.values[position(kClassification, std::string(aspect) + "_motive")] = text("Lagen kräver det");
        }
        Replica nothing(kCatalog, {});
        kClassification.derive(record, nothing);
        all.push_back(record);
    }
    Program program("information_owner", kRoot, 2, "/register/classification", 1280, 800, all);
    pick(program, {"Tillgång 0", "Tillgång 1"});
    REQUIRE(program.click(Aria::button, "Ta steg"));
    REQUIRE(program.type(Aria::select, "Steg", "decide"));
    CHECK(says(program, "2 av 2 poster kan ta steget."));
    REQUIRE(program.click(Aria::button, "Besluta: 2 poster"));
    const std::vector<Json> sent = changes(program);
    REQUIRE(sent.size() == 4);
    CHECK(sent[1]["change"]["entity"] == "asset");
    CHECK(sent[1]["change"]["patch"]["confidentiality"] == 2);
    CHECK(sent[0]["deed"] == sent[3]["deed"]);
}

TEST_CASE("A5 WCAG 1.4.10 what can be done with picked rows lies within a narrow window, also with the largest letters") {
    for (const char* percent : {"100", "200"}) {
        CAPTURE(percent);
        Program program("coordinator", kRoot, 2, "/register/asset", 360, 1400);
        program.platform.memory["text_scale"] = percent;
        program.open();
        pick(program, {"Tillgång 0"});
        check_tree(program.screen);
        for (const std::string_view tool : {"Ändra", "Ta steg", "Kopiera", "Exportera", "Ta bort", "Avmarkera"}) {
            CAPTURE(std::string(tool));
            const semantics::Node* node = program.screen.node(Aria::button, tool);
            REQUIRE(node != nullptr);
            CHECK(node->rect.x >= 0);
            CHECK(node->rect.x + node->rect.w <= 360);
        }
    }
}
