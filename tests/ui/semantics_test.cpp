#include <doctest/doctest.h>

#include "semantics/events.h"
#include "semantics/lint.h"
#include "semantics/tree.h"

using namespace lisa::semantics;

namespace {

Node button(std::uint32_t id, std::string name) { return {.id = id, .role = Role::button, .name = std::move(name), .rect = {0, 0, 80, 36}}; }

/// The only fault of a tree with this one node, or what else was found.
std::string fault_of(Node node) {
    Tree tree;
    tree.begin();
    tree.add(std::move(node));
    const auto found = faults(tree);
    return found.size() == 1 ? found.front() : std::to_string(found.size()) + " faults";
}

bool says(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a node lies under the innermost open container") {
    Tree tree;
    tree.begin();
    const int main = tree.open({.id = 1, .role = Role::main});
    const int list = tree.open({.id = 2, .role = Role::list});
    const int item = tree.add({.id = 3, .role = Role::listitem});
    tree.close();
    const int after = tree.add(button(4, "Spara"));
    tree.close();
    CHECK(tree.at(main).parent == -1);
    CHECK(tree.at(list).parent == main);
    CHECK(tree.at(item).parent == list);
    CHECK(tree.at(after).parent == main);
    CHECK(tree.balanced());
    CHECK(tree.find(3) == &tree.at(item));
    CHECK(tree.find(99) == nullptr);
}

TEST_CASE("each click and key meets what the ones before it led to") {
    using Kind = Event::Kind;
    Events queue;
    const auto push = [&](Kind kind, std::uint32_t id, std::uint32_t key = 0) { queue.push({.kind = kind, .id = id, .key = key}); };
    const auto frames = [&] {
        std::vector<std::size_t> counts;
        while (!queue.empty()) counts.push_back(queue.take_frame().all().size());
        return counts;
    };
    push(Kind::focus, 1), push(Kind::key, 2, key_right);
    CHECK(frames() == std::vector<std::size_t>{1, 1});
    push(Kind::key, 2, key_right), push(Kind::key, 2, key_right), push(Kind::key, 2, key_home);
    CHECK(frames() == std::vector<std::size_t>{1, 1, 1});
    push(Kind::focus, 1), push(Kind::activate, 1), push(Kind::blur, 1), push(Kind::focus, 3);
    CHECK(frames() == std::vector<std::size_t>{4});
    push(Kind::input, 1), push(Kind::commit, 1), push(Kind::key, 2, key_enter);
    CHECK(frames() == std::vector<std::size_t>{3});
    CHECK(frames().empty());
}

TEST_CASE("a node without an id gets the same one every frame, and siblings get different ones") {
    const auto ids = [] {
        Tree tree;
        tree.begin();
        tree.open({.id = 7, .role = Role::main});
        tree.add({.role = Role::paragraph, .name = "Ett"});
        tree.add({.role = Role::paragraph, .name = "Två"});
        tree.close();
        tree.add({.role = Role::paragraph, .name = "Tre"});
        return std::vector<std::uint32_t>{tree.at(1).id, tree.at(2).id, tree.at(3).id};
    };
    const auto first = ids();
    CHECK(first == ids());
    CHECK(first[0] != first[1]);
    CHECK(first[1] != first[2]);
    CHECK(first[0] != first[2]);
    CHECK(first[0] != 0);
}

TEST_CASE("a container without a height is as high as what is in it") {
    Tree tree;
    tree.begin();
    const int list = tree.open({.id = 1, .role = Role::list, .rect = {0, 100, 300, 0}});
    tree.open({.id = 2, .role = Role::listitem, .rect = {0, 110, 300, 0}});
    tree.add({.id = 3, .role = Role::paragraph, .name = "Ett", .rect = {0, 110, 300, 20}});
    tree.close();
    const int fixed = tree.open({.id = 4, .role = Role::listitem, .rect = {0, 130, 300, 10}});
    tree.add({.id = 5, .role = Role::paragraph, .name = "Två", .rect = {0, 130, 300, 50}});
    tree.close();
    tree.close();
    CHECK(tree.at(list).rect.h == 40);
    CHECK(tree.find(2)->rect.h == 20);
    CHECK(tree.at(fixed).rect.h == 10);
}

TEST_CASE("begin forgets the frame before") {
    Tree tree;
    tree.begin();
    tree.open(button(1, "Kvar"));
    tree.begin();
    CHECK(tree.nodes().empty());
    CHECK(tree.balanced());
}

TEST_CASE("the second click of a double click counts on what the first one hit, and on nothing that came in its place") {
    Events queue;
    const auto click = [&](std::uint32_t id, bool is_twice) { queue.push({.kind = Event::Kind::activate, .id = id, .is_twice = is_twice}); };
    const auto seen = [&] {
        std::vector<std::uint32_t> ids;
        while (!queue.empty()) {
            const Events frame = queue.take_frame();
            for (const Event& event : frame.all()) ids.push_back(event.id);
        }
        return ids;
    };
    using Ids = std::vector<std::uint32_t>;
    click(1, false), click(1, true);
    CHECK(seen() == Ids{1, 1});
    click(2, false);
    CHECK(seen() == Ids{2});
    click(3, true);  // the next step lies where the first one was
    CHECK(seen().empty());
    click(2, true);
    CHECK(seen() == Ids{2});
    click(3, false);  // meant, and pressed by itself
    CHECK(seen() == Ids{3});
    queue.push({.kind = Event::Kind::key, .id = 9, .key = key_enter});
    click(3, true);
    CHECK(seen() == Ids{9, 3});
}

TEST_CASE("the value typed last counts, and other nodes hear nothing of it") {
    Events events;
    events.push({.kind = Event::Kind::input, .id = 5, .text = "a"});
    events.push({.kind = Event::Kind::input, .id = 5, .text = "ab"});
    events.push({.kind = Event::Kind::key, .id = 5, .key = key_down});
    REQUIRE(events.input(5) != nullptr);
    CHECK(*events.input(5) == "ab");
    CHECK(events.input(6) == nullptr);
    CHECK(events.key(5) == key_down);
    CHECK(events.key(6) == 0);
    CHECK_FALSE(events.activated(5));
    events = {};
    CHECK(events.empty());
}

TEST_CASE("every role has its own word") {
    for (int a = 0; a <= static_cast<int>(Role::file); ++a) {
        CHECK_FALSE(role_name(static_cast<Role>(a)).empty());
        for (int b = 0; b < a; ++b) CHECK(role_name(static_cast<Role>(a)) != role_name(static_cast<Role>(b)));
    }
    CHECK(role_name(Role::file) == "file");
    CHECK(role_name(Role::heading) == "heading");
}

TEST_CASE("what one acts on is interactive, what one reads is not") {
    for (const Role role : {Role::tab, Role::option, Role::treeitem, Role::link, Role::button, Role::textbox, Role::file}) CHECK(is_interactive(role));
    for (const Role role : {Role::banner, Role::row, Role::tabpanel, Role::listbox, Role::heading, Role::image}) CHECK_FALSE(is_interactive(role));
}

TEST_CASE("a sound tree has no faults") {
    Tree tree;
    tree.begin();
    tree.open({.id = 1, .role = Role::main, .name = "Risker"});
    tree.add({.id = 2, .role = Role::heading, .name = "Risker", .level = 1});
    tree.add(button(3, "Ny risk"));
    tree.close();
    CHECK(faults(tree).empty());
}

TEST_CASE("the linter names each fault") {
    CHECK(says(fault_of(button(1, "")), "has no name"));
    CHECK(says(fault_of({.id = 1, .role = Role::heading, .name = "Risker"}), "has no level"));
    CHECK(says(fault_of({.id = 1, .role = Role::link, .name = "Hem", .rect = {0, 0, 40, 24}}), "leads nowhere"));
    CHECK(says(fault_of({.id = 1, .role = Role::button, .name = "x", .rect = {0, 0, 20, 20}}), "too small"));
    CHECK(says(fault_of({.id = 1, .role = Role::listbox, .name = "Förslag", .active = 9}), "not there"));

    Tree outline;
    outline.begin();
    outline.add({.id = 1, .role = Role::heading, .name = "Risker", .level = 1});
    outline.add({.id = 2, .role = Role::heading, .name = "Motiv", .level = 3});
    REQUIRE(faults(outline).size() == 1);
    CHECK(says(faults(outline).front(), "skips a level"));

    Tree loose;
    loose.begin();
    loose.open({.id = 1, .role = Role::list, .name = "Att göra"});
    loose.add({.id = 2, .role = Role::listitem, .name = "Granska"});
    loose.add(button(3, "Visa alla"));
    loose.close();
    REQUIRE(faults(loose).size() == 1);
    CHECK(says(faults(loose).front(), "no item of it"));

    Tree tree;
    tree.begin();
    tree.open(button(1, "Spara"));
    tree.add(button(1, "Avbryt"));
    const auto found = faults(tree);
    REQUIRE(found.size() == 2);
    CHECK(says(found[0], "not closed"));
    CHECK(says(found[1], "another node"));
}
