// The draft of a notice to the authority (D3).
#include "documents/breach_notice.h"

#include <doctest/doctest.h>

#include "shared/golden.h"
#include "shared/insight/world.h"

using namespace lisa;
using namespace lisa::test;

namespace {

/// A breach of board A about which something is known, and something is not.
struct Draft : World {
    Draft() {
        add(kUnit, "board_a",
            {{"name", text("Barnnämnden")},
             {"kind", text("board")},
             {"parent", text(id("kommun"))},
             {"organisation_number", text("212000-2114")},
             {"is_controller", Value{true}}});
        who = holder(Role::privacy_administrator, "board_a");
        add(kBreach, "case",
            {{"name", text("Felskickat brev")},
             {"reference", text("PUI 2026-1")},
             {"unit", text(id("board_a"))},
             {"responsible", text(id("anna"))},
             {"discovered_at", text("2026-11-23T10:00:00Z")},
             {"known_at", text("2026-11-23T12:30:00Z")},
             {"kinds", Set{"confidentiality"}},
             {"course", text("misdirected")},
             {"description", text("Ett brev om <b>stöd</b> kom till fel port.")},
             {"people_count", number(1)},
             {"data_kinds", Set{"extra_protected"}},
             {"risk", text("risk")}});
    }
    std::string page(Language in = Language::swedish) {
        const Reader words{*this, in};
        const Around around{.reader = words,
                            .who = who,
                            .today = std::string(kToday),
                            .now = std::string(kToday) + "T13:00:00Z",
                            .rows = [this](const Entity& of) { return all(of); },
                            .referring = [](const Entity&, std::string_view, const std::string&) { return std::vector<const Record*>{}; },
                            .find = [this](const Entity& of, const std::string& which) -> const Record* {
                                const auto found = records.find({std::string(of.name), which});
                                return found == records.end() ? nullptr : &found->second;
                            }};
        return draft_page(breach_notice(at(kBreach, id("case")), around), around);
    }
};

std::size_t times(const std::string& text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
    return count;
}

}  // namespace

TEST_CASE("D3: the draft has the authority's questions in order, and says what is not known") {
    Draft store;
    const std::string present = store.page();
    CHECK(first_difference(golden("breach_notice.sv.html", present), present) == "");
    std::size_t last = 0;
    for (const char* heading : {"Personuppgiftsansvarig", "Anmälan", "Tidpunkter", "Vad som har hänt", "Vilka och vad som berörs", "Följder och risk",
                                "Åtgärder", "Information till de registrerade"}) {
        CAPTURE(std::string(heading));
        const std::size_t at = present.find("<h2>" + std::string(heading));
        CHECK(at != present.npos);
        CHECK(at > last);
        last = at;
    }
    CHECK(present.find("212000-2114") != present.npos);
    CHECK(present.find("<b>") == present.npos);
    CHECK(present.find("2026-11-26 13:30") != present.npos);  // the limit, on a Swedish clock
    const std::size_t unknown = times(present, "uppgift saknas");
    CHECK(unknown > 5);
    store.set(kBreach, "case", "consequences", text("Oro"));
    CHECK(times(store.page(), "uppgift saknas") == unknown - 1);
}

TEST_CASE("D3: a question that does not arise is left out of the draft") {
    Draft store;
    const std::string delay = phrase("field.breach.delay_reason"), why = phrase("field.breach.not_informed_reason");
    CHECK(store.page().find(delay) == std::string::npos);
    store.set(kBreach, "case", "known_at", text("2026-11-20T12:30:00Z"));
    CHECK(store.page().find(delay) != std::string::npos);
    store.set(kBreach, "case", "informing", text("informed"));
    CHECK(store.page().find(why) == std::string::npos);
    store.set(kBreach, "case", "informing", text("not_informed"));
    CHECK(store.page().find(why) != std::string::npos);
}

TEST_CASE("D3: what the reader may not see is not in the draft") {
    Draft store;
    Record& record = store.records.at({"breach", id("case")});
    record.hidden |= std::uint64_t{1} << position(kBreach, "description");
    CHECK(store.page().find("fel port") == std::string::npos);
}
