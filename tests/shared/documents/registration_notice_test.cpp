// What an operator tells the authority, answer by answer, and what Lisa says beside it (H9).
#include "documents/registration_notice.h"

#include "shared/insight/world.h"

using namespace lisa;
using namespace lisa::test;

namespace {

struct Operator : World {
    Operator() {
        set(kUnit, "kommun", "operator_kind", text("essential"));
        set(kUnit, "kommun", "phone", text("0221-9"));
        add(kAuthorityChannel, "channel", {{"name", text("MCF")}, {"duty", text("registration")}, {"source", text("Lagen")}, {"unit", text(id("kommun"))}});
    }
    void enter() {
        add(kRegistration, "reg",
            {{"legal_name", text("Köpings kommun")},
             {"unit", text(id("kommun"))},
             {"operator_kind", text("essential")},
             {"phone", text("0221-1")},
             {"ip_ranges", text("192.0.2.0/24")}});
    }
};

std::string all(const NoticeDraft& draft) {
    std::string text;
    for (const DraftPart& part : draft.parts) {
        text += part.heading + "\n";
        for (const DraftLine& line : part.lines) text += line.label + ": " + line.text + "\n";
    }
    return text;
}

}  // namespace

TEST_CASE("H9: the draft says where it is left and every field, and counts what is not known") {
    Operator world;
    world.enter();
    const NoticeDraft draft = registration_notice(world.at(kRegistration, id("reg")), world.around());
    const std::string text = all(draft);
    for (const char* line : {"MCF", "Namn på den juridiska personen: Köpings kommun", "Verksamhetsutövare: Väsentlig", "Telefon: 0221-1",
                             "IP-adresser: 192.0.2.0/24", "Adress: \n"})
        CHECK_MESSAGE(text.find(line) != std::string::npos, line);
    CHECK(text.find("Andra EU-länder") == std::string::npos);
    CHECK(draft.unknown() > 0);
    CHECK(draft_page(draft, world.around()).find("uppgift saknas") != std::string::npos);
}

TEST_CASE("H9: Lisa tells of an operator without registration, of one not told, and of what the organisation's register says otherwise") {
    Operator world;
    CHECK(remarks(world.insight(kUnit, "kommun"), "insight.no_registration"));
    CHECK_FALSE(remarks(world.insight(kUnit, "board_a"), "insight.no_registration"));
    world.enter();
    CHECK_FALSE(remarks(world.insight(kUnit, "kommun"), "insight.no_registration"));
    const Insight insight = world.insight(kRegistration, "reg");
    CHECK(remarks(insight, "insight.not_registered"));
    CHECK(remarks(insight, "insight.registered_otherwise", {{"fields", "Telefon"}}));
    world.set(kRegistration, "reg", "told_at", text("2026-11-20T08:00:00Z"));
    world.set(kRegistration, "reg", "reference", text("MCF-1"));
    CHECK(fact(world.insight(kRegistration, "reg"), "clock.registration") != nullptr);
}
