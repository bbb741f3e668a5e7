// Units, people and who holds which role.
#include <algorithm>
#include <map>
#include <set>

#include "demo/world.h"

namespace lisa::demo {
namespace {

/// Whether a part of the organisation is an authority or a legal entity of its own.
bool is_body(const std::string& kind) { return kind == "board" || kind == "company" || kind == "joint_body" || kind == "council"; }

/// Numbers that are reserved for fiction by the Swedish telephone authority.
std::string phone(Chance& chance) { return "0980-319 2" + std::to_string(chance.between(10, 99)); }

/// The name as it stands in a mail address: small letters without marks, a point for a space.
std::string mailbox(std::string_view name) {
    constexpr std::pair<std::string_view, char> kMarks[] = {{"å", 'a'}, {"ä", 'a'}, {"ö", 'o'}, {"é", 'e'}, {"Å", 'a'}, {"Ä", 'a'}, {"Ö", 'o'}};
    std::string out;
    while (!name.empty()) {
        const auto mark = std::find_if(std::begin(kMarks), std::end(kMarks), [&](const auto& row) { return name.starts_with(row.first); });
        if (mark != std::end(kMarks)) {
            out += mark->second;
            name.remove_prefix(mark->first.size());
            continue;
        }
        const char c = name.front();
        if (c >= 'A' && c <= 'Z') out += static_cast<char>(c - 'A' + 'a');
        else if (c >= 'a' && c <= 'z') out += c;
        else if (c == ' ') out += '.';
        name.remove_prefix(1);
    }
    return out;
}

/// Names that are plainly invented, none twice.
class Names {
public:
    Names(const World& world, Chance& chance)
        : m_given(texts(world, "given")), m_first(texts(world, "family_first")), m_last(texts(world, "family_last")), m_chance(chance) {
        for (const Person& person : world.people) m_taken.insert(person.name);
    }

    std::pair<std::string, std::string> take() {
        for (;;) {
            std::pair<std::string, std::string> name{m_chance.pick(m_given), m_chance.pick(m_first) + m_chance.pick(m_last)};
            if (m_taken.insert(name.first + " " + name.second).second) return name;
        }
    }

private:
    static std::vector<std::string> texts(const World& world, std::string_view name) { return Row(world.tables.names).texts(name); }

    std::vector<std::string> m_given, m_first, m_last;
    Chance& m_chance;
    std::set<std::string> m_taken;
};

void add_unit(World& world, const Row& row, const std::string& host) {
    Script& script = world.script;
    Unit unit;
    unit.key = row.text("key");
    unit.name = row.text("name");
    unit.short_name = row.text("short_name");
    unit.kind = row.text("kind");
    unit.staff = row.text("staff");
    unit.parent = world.unit(row.text("parent"));
    unit.board = is_body(unit.kind) ? world.units.size() : world.units.empty() ? 0 : world.units[unit.parent].board;
    Patch patch;
    patch.put("name", unit.name).put("kind", unit.kind).put("short_name", unit.short_name).put("description", row.text("description"));
    if (!world.units.empty()) patch.put("parent", world.units[unit.parent].id);
    patch.put("code", "E" + std::to_string(1000 + 10 * world.units.size()));
    patch.put("organisation_number", row.text("organisation_number")).yes("is_controller", row.has("is_controller"));
    patch.put("operator_kind", row.text("operator_kind")).add("supervisors", row.texts("supervisors"));
    if (row.text("operator_kind") == "essential") patch.put("registered_on", script.day(-280));
    patch.put("email", mailbox(unit.short_name.empty() ? unit.name : unit.short_name) + "@" + host).put("phone", phone(script.chance()));
    unit.id = script.create({}, "unit", std::move(patch));
    world.units.push_back(std::move(unit));
}

/// The first position of a unit's staff leads it.
std::size_t superior_in(const World& world, std::size_t unit) {
    const auto head = std::find_if(world.people.begin(), world.people.end(), [&](const Person& person) { return person.unit == unit; });
    return head == world.people.end() ? kNobody : static_cast<std::size_t>(head - world.people.begin());
}

void add_people_of(World& world, std::size_t unit, const Row& staff, Names& names, const std::string& host) {
    Script& script = world.script;
    Chance& chance = script.chance();
    for (const Row& row : staff.rows("people"))
        for (std::int64_t i = 0; i < row.number("count"); ++i) {
            const auto [given, family] = names.take();
            const std::string audience = row.has("audience") ? row.text("audience") : "employee";
            std::size_t superior = superior_in(world, unit);
            if (superior == kNobody) superior = superior_in(world, world.units[unit].parent);
            Patch patch;
            patch.put("given_name", given).put("family_name", family).put("audience", audience).put("unit", world.units[unit].id);
            patch.put("position", row.text("position")).put("email", mailbox(given + " " + family) + "@" + host);
            if (audience == "employee") {
                patch.put("phone", phone(chance)).put("superior", world.id_of(superior));
                patch.put("staff_id", "A" + std::to_string(10'000 + world.people.size())).put("starts_on", script.day(chance.between(-5000, -440)));
                if (i > 0 && chance.one_in(25)) patch.put("ends_on", script.day(chance.between(15, 90)));
            }
            if (audience == "contractor") patch.put("starts_on", script.day(-500)).put("ends_on", script.day(chance.between(200, 500)));
            Person person{{}, given + " " + family, row.text("position"), unit, audience};
            person.id = script.create({}, "person", std::move(patch));
            world.people.push_back(std::move(person));
        }
}

std::size_t scope_of(const World& world, const Person& person, const std::string& over) {
    if (over == "root") return 0;
    return over == "board" ? world.units[person.unit].board : person.unit;
}

/// Whether somebody who signs in holds a role for longer than the example is likely to be looked at.
bool must_stay(const World& world, std::size_t person) {
    return std::any_of(world.sign_ins.begin(), world.sign_ins.end(), [&](const SignIn& account) { return account.person == world.people[person].id; });
}

void add_seat(World& world, const Row& row, std::size_t person) {
    Script& script = world.script;
    Chance& chance = script.chance();
    Seat seat{{}, row.text("role"), scope_of(world, world.people[person], row.text("over")), person};
    const std::int64_t decided = chance.between(-1300, -440);
    const bool is_elected = seat.role == "board_member";
    Patch patch;
    patch.put("role", seat.role).put("unit", world.units[seat.unit].id).put("person", world.people[person].id);
    patch.put("deputy", world.id_of(world.person(world.people[person].unit, row.text("deputy"))));
    patch.put("starts_on", script.day(decided + 14)).put("decided_on", script.day(decided));
    patch.put("decision", is_elected ? "Val av förtroendevalda" : "Delegationsbeslut").put("decided_by", is_elected ? "Kommunfullmäktige" : "Förvaltningschef");
    patch.put("registry_number", "KS " + script.year(decided) + "/" + std::to_string(chance.between(10, 780)));
    const bool can_end = seat.role == "manager" || seat.role == "system_manager" || seat.role == "trainer" || seat.role == "privacy_administrator";
    if (can_end && !must_stay(world, person) && chance.one_in(7)) patch.put("ends_on", script.day(chance.between(10, 80)));
    if (is_elected) patch.put("ends_on", script.day(400));
    seat.id = script.create({}, "assignment", std::move(patch));
    world.seats.push_back(std::move(seat));
}

}  // namespace

std::size_t World::unit(std::string_view key) const {
    const auto found = std::find_if(units.begin(), units.end(), [&](const Unit& row) { return row.key == key; });
    return found == units.end() ? 0 : static_cast<std::size_t>(found - units.begin());
}

std::size_t World::person(std::size_t at, std::string_view position) const {
    const auto found = std::find_if(people.begin(), people.end(), [&](const Person& row) { return row.unit == at && row.position == position; });
    return found == people.end() ? kNobody : static_cast<std::size_t>(found - people.begin());
}

std::size_t World::holder(std::string_view role, std::size_t at) const {
    for (;; at = units[at].parent) {
        for (const Seat& seat : seats)
            if (seat.role == role && seat.unit == at && seat.person != kNobody) return seat.person;
        if (units[at].parent == at) return kNobody;
    }
}

std::string World::steward(std::size_t at) const {
    const std::size_t owner = holder("information_owner", at);
    return id_of(owner == kNobody ? holder("coordinator", 0) : owner);
}

const System* World::system(std::string_view name) const {
    const auto found = std::find_if(systems.begin(), systems.end(), [&](const System& row) { return row.name == name; });
    return found == systems.end() ? nullptr : &*found;
}

std::size_t World::somebody(std::size_t at) {
    for (;; at = units[at].parent) {
        std::vector<std::size_t> there;
        for (std::size_t i = 0; i < people.size(); ++i)
            if (people[i].unit == at && people[i].position != "Elev" && people[i].position != "Ledamot") there.push_back(i);
        if (!there.empty()) return script.chance().pick(there);
        if (units[at].parent == at) return kNobody;
    }
}

void add_organisation(World& world) {
    const std::string host = Row(world.tables.names).text("mail_host");
    for (const Row& row : Row(world.tables.organisation).rows("units")) add_unit(world, row, host);
    add_people(world, "staff");
}

void add_people(World& world, std::string_view table) {
    const std::string host = Row(world.tables.names).text("mail_host");
    const std::vector<Row> rows = Row(world.tables.organisation).rows(table);
    Names names(world, world.script.chance());
    for (std::size_t unit = 0; unit < world.units.size(); ++unit)
        for (const Row& staff : rows)
            if (staff.text("type") == world.units[unit].staff) add_people_of(world, unit, staff, names, host);
}

void add_reorganisation(World& world) {
    Script& script = world.script;
    const std::string coordinator = world.id_of(world.holder("coordinator", 0));
    const auto id = [&](std::string_view key) { return world.units[world.unit(key)].id; };
    script.start(425, 50);
    Patch bureau;
    bureau.put("name", "Turistbyrån").put("kind", "unit").put("parent", id("klf")).put("description", "Besökare, evenemang och biljetter.");
    const std::string tourists = script.create({}, "unit", std::move(bureau));
    script.start(215, 10);
    script.update(coordinator, "unit", tourists, std::move(Patch().put("parent", id("kff")).put("decision", "KS § 112, " + script.day(-221))));
    script.start(140, 10);
    Patch merger;
    merger.put("ends_on", script.day(-130)).put("successor", id("bib")).put("decision", "KFN § 41, " + script.day(-151));
    script.update(coordinator, "unit", tourists, std::move(merger));
    script.start(90, 10);
    Patch founding;
    founding.put("name", "Enheten för digital utveckling").put("kind", "unit").put("parent", id("klf")).put("starts_on", script.day(-85));
    founding.put("decision", "KS § 158, " + script.day(-97)).put("description", "E-tjänster, automatisering och digitala arbetssätt.");
    const std::string digital = script.create(coordinator, "unit", std::move(founding));
    Patch seat;
    seat.put("role", "manager").put("unit", digital).put("scope", "Ny enhet; rekrytering pågår.");
    script.create(coordinator, "assignment", std::move(seat));
    script.start(45, 10);
    script.update(coordinator, "unit", digital, std::move(Patch().put("name", "Digitaliseringsenheten").put("decision", "KS § 171, " + script.day(-48))));
}

void add_roles(World& world) {
    const Row roles(world.tables.roles);
    for (const Row& row : roles.rows("accounts")) {
        const std::size_t person = world.person(world.unit(row.text("unit")), row.text("position"));
        if (person != kNobody) world.sign_ins.push_back({row.text("user"), world.people[person].id, world.people[person].name, row.text("role")});
    }
    for (std::size_t person = 0; person < world.people.size(); ++person)
        for (const Row& row : roles.rows("seats"))
            if (row.text("position") == world.people[person].position) add_seat(world, row, person);
    for (const Row& row : roles.rows("vacant")) {
        Seat seat{{}, row.text("role"), world.unit(row.text("unit")), kNobody};
        Patch patch;
        patch.put("role", seat.role).put("unit", world.units[seat.unit].id).put("scope", row.text("scope"));
        seat.id = world.script.create({}, "assignment", std::move(patch));
        world.seats.push_back(std::move(seat));
    }
}

}  // namespace lisa::demo
