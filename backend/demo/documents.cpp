// Guidelines, instructions and routines with their sections. The policy is not among them: the municipality imports its own.
#include "catalogue.h"
#include "demo/world.h"

namespace lisa::demo {
namespace {

void add_document(World& world, const Row& row, std::string& old_title, std::string& old_id) {
    Script& script = world.script;
    Chance& chance = script.chance();
    const std::size_t unit = world.unit(row.text("unit"));
    std::size_t writer = kNobody;
    for (std::size_t i = 0; i < world.people.size() && writer == kNobody; ++i)
        if (world.people[i].position == row.text("position")) writer = i;
    const std::string who = world.id_of(writer), state = row.text("state"), chief = world.id_of(world.holder("chief_executive", 0));

    Patch patch;
    patch.put("title", row.text("title")).put("kind", row.text("kind")).put("version", state == "draft" || state == "in_review" ? "0.1" : "1.0");
    patch.put("unit", world.units[unit].id).put("responsible", who).put("summary", row.text("summary")).add("audience", row.texts("audience"));
    patch.add("tags", {"informationssäkerhet"});
    if (!old_id.empty() && old_title == row.text("title")) patch.put("replaces", old_id);
    const std::string id = script.create(who, "document", std::move(patch));
    std::int64_t number = 0;
    for (const Row& section : row.rows("sections")) {
        Patch part;
        part.put("document", id).number("number", ++number).number("level", 1).put("heading", section.text("heading")).put("body", section.text("body"));
        const std::string paragraph = script.create(who, "section", std::move(part));
        world.paragraphs.push_back({paragraph, section.texts("controls"), section.texts("tasks"), section.texts("requirements")});
    }
    world.documents.push_back(id);
    if (state == "draft") return;
    script.step(who, "document", id, "submit");
    if (state == "in_review") return;
    const std::int64_t decided = state == "superseded" ? -700 : chance.between(-320, -300);
    Patch decision;
    decision.put("adopted_by", row.text("adopted_by")).put("decided_on", script.day(decided)).put("starts_on", script.day(decided + 14));
    decision.put("registry_number", "KS " + script.year(decided) + "/" + std::to_string(chance.between(10, 780)));
    if (state != "superseded") decision.put("review_on", script.day(decided + 730 - chance.between(0, 500)));
    script.update(chief, "document", id, std::move(decision));
    script.step(chief, "document", id, "adopt");
    if (state != "superseded") {
        world.adopted.push_back({id, row.texts("audience")});
        return;
    }
    old_title = row.text("replaced_by");
    old_id = id;
}

}  // namespace

void add_section_links(World& world) {
    world.script.start(70, 30);
    const std::string coordinator = world.id_of(world.holder("coordinator", 0));
    const auto tie = [&](const Paragraph& from, const char* register_name, const std::vector<std::string>& keys) {
        for (const std::string& key : keys)
            world.script.create(coordinator, "section_link", std::move(Patch().put("section", from.id).put(register_name, catalogue_id(register_name, key))));
    };
    for (const Paragraph& paragraph : world.paragraphs) {
        tie(paragraph, "control", paragraph.controls);
        tie(paragraph, "task", paragraph.tasks);
        tie(paragraph, "requirement", paragraph.requirements);
    }
}

void add_documents(World& world) {
    world.script.start(330, 10);
    std::string old_title, old_id;
    const Row documents(world.tables.documents);
    for (const Row& row : documents.rows("documents"))
        if (row.text("state") == "superseded") add_document(world, row, old_title, old_id);
    for (const Row& row : documents.rows("documents"))
        if (row.text("state") != "superseded") add_document(world, row, old_title, old_id);
    if (!old_id.empty()) world.script.step(world.id_of(world.holder("chief_executive", 0)), "document", old_id, "supersede");
}

}  // namespace lisa::demo
