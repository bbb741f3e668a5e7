// The search of Lisa (Ctrl+K): what it offers, and what is said of it.
#include "ui/program.h"

using namespace lisa;
using namespace lisa::test;
using Aria = semantics::Role;

namespace {

/// The search with something typed.
struct Search : Program {
    Search(std::string_view role, std::string_view typed, int assets = 0) : Program(role, kBoard, assets) {
        host->shortcut("ctrl+k");
        screen.settle(*host);
        REQUIRE(type(Aria::searchbox, "Sök efter register, poster och avsnitt", typed));
        check_tree(screen);
    }
};

}  // namespace

TEST_CASE("A8 the search leads to the pages as to the registers, and only to those that the person may open") {
    Search search("employee", "rapp");
    REQUIRE(search.click(Aria::link, "Rapportera, Huvudmeny"));
    CHECK(search.platform.shown_address == "/rapportera");
    Search auditor("auditor", "rapp");
    CHECK(auditor.screen.node(Aria::link, "Rapportera, Huvudmeny") == nullptr);
}

TEST_CASE("A5 WCAG 4.1.3 which hit Enter leads to is said, of how many, and follows the arrows") {
    Search search("information_owner", "tillgång", 3);
    const auto said = [&](std::string_view words) {
        const semantics::Node* node = search.screen.node(Aria::status, words);
        return node && (node->states & semantics::polite) != 0;
    };
    CHECK(said("1 av 4: Informationstillgångar, Register"));
    REQUIRE(search.press(Aria::searchbox, "Sök efter register, poster och avsnitt", semantics::key_down));
    CHECK(said("2 av 4: Tillgång 0, Informationstillgång"));
    REQUIRE(search.type(Aria::searchbox, "Sök efter register, poster och avsnitt", "finns inte"));
    CHECK(said("Inga träffar"));
}
