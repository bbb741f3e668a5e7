#include "semantics/mirror_json.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

using namespace lisa::semantics;
using nlohmann::json;

namespace {

Tree tree_of(std::vector<Node> nodes) {
    Tree tree;
    tree.begin();
    for (Node& node : nodes) tree.add(std::move(node));
    return tree;
}

Node button(std::uint32_t id, std::string name, float x = 0) {
    return {.id = id, .role = Role::button, .name = std::move(name), .rect = {x, 10, 80, 36}, .clip = {0, 0, 800, 600}};
}

}  // namespace

TEST_CASE("the first tree is told whole") {
    Tree tree;
    tree.begin();
    tree.open({.id = 1, .role = Role::main});
    tree.add(button(2, "Spara", 12.5f));
    tree.close();
    MirrorJson mirror;
    const json told = json::parse(mirror.update(tree));
    CHECK(told["order"] == json{1, 0, 2, 1});
    REQUIRE(told["nodes"].size() == 2);
    CHECK(told["nodes"][1]["role"] == "button");
    CHECK(told["nodes"][1]["name"] == "Spara");
    CHECK(told["nodes"][1]["box"] == json{12.5, 10, 80, 36, 0, 0, 800, 600});
    CHECK_FALSE(told.contains("moved"));
}

TEST_CASE("nothing is told of a tree that stayed the same") {
    MirrorJson mirror;
    mirror.update(tree_of({button(1, "Spara")}));
    CHECK(mirror.update(tree_of({button(1, "Spara")})) == "");
}

TEST_CASE("a node that only moved is told by its rectangles") {
    MirrorJson mirror;
    mirror.update(tree_of({button(1, "Spara"), button(2, "Avbryt")}));
    const json told = json::parse(mirror.update(tree_of({button(1, "Spara"), button(2, "Avbryt", -3.25f)})));
    CHECK(told == json{{"moved", {2, -3.3, 10, 80, 36, 0, 0, 800, 600}}});
}

TEST_CASE("only the node with new words is told again") {
    MirrorJson mirror;
    mirror.update(tree_of({button(1, "Spara"), button(2, "Avbryt")}));
    Node pressed = button(2, "Avbryt");
    pressed.states = disabled;
    const json told = json::parse(mirror.update(tree_of({button(1, "Spara"), std::move(pressed)})));
    CHECK_FALSE(told.contains("order"));
    REQUIRE(told["nodes"].size() == 1);
    CHECK(told["nodes"][0]["id"] == 2);
    CHECK(told["nodes"][0]["states"] == disabled);
}

TEST_CASE("order is told when somebody came, went or changed places") {
    MirrorJson mirror;
    mirror.update(tree_of({button(1, "a"), button(2, "b")}));
    CHECK(json::parse(mirror.update(tree_of({button(2, "b"), button(1, "a")}))) == json{{"order", {2, 0, 1, 0}}});
    CHECK(json::parse(mirror.update(tree_of({button(2, "b")}))) == json{{"order", {2, 0}}});
    CHECK(json::parse(mirror.update(tree_of({})))["order"] == json::array());
    const json back = json::parse(mirror.update(tree_of({button(2, "b")})));
    CHECK(back["nodes"].size() == 1);
}

TEST_CASE("any text arrives as it was written") {
    const std::string hard = "\"\\ \n\t\x01 å é 漢 😀 </script>";
    MirrorJson mirror;
    Node node = button(1, hard);
    node.role = Role::select;
    node.value = hard;
    node.options = {"a", hard};
    const json told = json::parse(mirror.update(tree_of({node})));
    CHECK(told["nodes"][0]["name"] == hard);
    CHECK(told["nodes"][0]["value"] == hard);
    CHECK(told["nodes"][0]["options"] == json{"a", hard});
}

TEST_CASE("the second node with an id that is taken is left out") {
    MirrorJson mirror;
    const json told = json::parse(mirror.update(tree_of({button(1, "a"), button(1, "b"), button(2, "c")})));
    CHECK(told["order"] == json{1, 0, 2, 0});
    CHECK(told["nodes"].size() == 2);
    CHECK(mirror.update(tree_of({button(1, "a"), button(1, "b"), button(2, "c")})) == "");
}

TEST_CASE("rectangles that are not numbers do not break the text") {
    MirrorJson mirror;
    Node node = button(1, "a");
    node.rect = {-0.04f, -0.5f, std::numeric_limits<float>::infinity(), std::numeric_limits<float>::quiet_NaN()};
    const json told = json::parse(mirror.update(tree_of({node})));
    CHECK(told["nodes"][0]["box"] == json{0, -0.5, 0, 0, 0, 0, 800, 600});
}

TEST_CASE("after forgetting, the tree is told whole again") {
    MirrorJson mirror;
    mirror.update(tree_of({button(1, "a")}));
    mirror.forget();
    CHECK(json::parse(mirror.update(tree_of({button(1, "a")})))["nodes"].size() == 1);
}
