#pragma once
// A server's store in memory, and a small municipality to put in it.
//
//   kommun ── board_a ── school_a
//         └── board_b ── school_b
#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "change/change.h"
#include "core/text.h"
#include "domain/catalog.h"
#include "domain/inheritance.h"

namespace lisa::test {

using Patch = std::map<std::string, Edit>;

/// The same id for the same name, of the form that clients make.
inline std::string id(std::string_view name) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    const std::uint64_t hash = fnv1a(name);
    std::string text;
    for (unsigned i = 0; i < 32; ++i) {
        if (i == 8 || i == 12 || i == 16 || i == 20) text += '-';
        text += kDigits[static_cast<std::size_t>((i < 16 ? hash : hash * 31) >> (4 * (i % 16)) & 15)];
    }
    return text;
}

inline Value text(std::string_view value) { return std::string(value); }
inline Value number(std::int64_t value) { return value; }
inline const Value kCleared{};

/// What the journal remembers of a change.
struct Row {
    std::string person, client, record;
    std::vector<std::string> fields;
};

class Memory : public Store {
public:
    std::map<std::pair<std::string, std::string>, Record> records;
    std::vector<Row> journal;

    Catalog catalog() const override { return kCatalog; }

    Result<Record> load(const Entity& entity, const std::string& id) override {
        const auto found = records.find({std::string(entity.name), id});
        if (found == records.end()) return fault(Fault::missing, "", "problem.missing");
        return found->second;
    }

    Result<std::vector<Record>> load_referring(const Entity& entity, std::string_view field, const std::string& id) override {
        std::vector<Record> found;
        for (const auto& [key, record] : records)
            if (record.entity == &entity && !record.removed && record.text(field) == id) found.push_back(record);
        return found;
    }

    Result<std::vector<std::string>> touched_since(const Record& record, const Change& change, const Actor& who) override {
        std::vector<std::string> fields;
        for (std::size_t i = static_cast<std::size_t>(change.base); i < journal.size(); ++i) {
            const Row& row = journal[i];
            const bool is_own = row.person == who.person && row.client == change.client;
            if (row.record == record.id && !is_own) fields.insert(fields.end(), row.fields.begin(), row.fields.end());
        }
        return fields;
    }

    Result<bool> is_used(const Record& record) override {
        for (const auto& [key, other] : records)
            for (const Field& field : other.entity->fields)
                if (!other.removed && leads_to(other, field, *record.entity, record.id)) return true;
        return false;
    }

    Result<Done> save(const Record& before, const Record& after, const Change& change, const Actor& who) override {
        Row row{who.person, change.client, after.id, {}};
        for (std::size_t i = 0; i < after.values.size(); ++i)
            if (before.values[i] != after.values[i]) row.fields.emplace_back(after.entity->fields[i].name);
        journal.push_back(std::move(row));
        Record saved = after;
        saved.rev = rev();
        records.insert_or_assign({std::string(after.entity->name), after.id}, std::move(saved));
        return Done{};
    }

    /// The records that are there, in the order of their ids; those whose ref `field` is an id; and the one of an id. As functions
    /// over registers take them.
    std::vector<const Record*> all(const Entity& entity) const {
        std::vector<const Record*> found;
        for (const auto& [key, record] : records)
            if (record.entity == &entity && !record.removed) found.push_back(&record);
        return found;
    }
    Referring referring() const {
        return [this](const Entity& entity, std::string_view field, const std::string& target) {
            std::vector<const Record*> found = all(entity);
            std::erase_if(found, [&](const Record* one) { return one->text(field) != target; });
            return found;
        };
    }
    FindById finder() const {
        return [this](const Entity& entity, const std::string& which) {
            const auto found = records.find({std::string(entity.name), which});
            return found == records.end() || found->second.removed ? nullptr : &found->second;
        };
    }

    std::int64_t rev() const { return static_cast<std::int64_t>(journal.size()); }

    const Record& at(const Entity& entity, const std::string& id) const { return records.at({std::string(entity.name), id}); }

    /// Puts a record there as the machine would, past all rules.
    void put(const Entity& entity, const std::string& id, const std::map<std::string, Value>& values) {
        Record record{entity};
        record.id = id;
        if (!entity.state.empty()) record.values[position(entity, entity.state)] = text(find_field(entity, entity.state)->options.front());
        for (const auto& [name, value] : values) record.values[position(entity, name)] = value;
        if (entity.derive) entity.derive(record, *this);
        (void)save(Record{entity}, record, {}, {"machine", {}});
    }
};

/// The municipality of the picture above, with a person, an asset, a system, a link, a document and a section.
inline void settle(Memory& store) {
    const auto unit = [&](const char* name, const char* kind, const char* parent) {
        store.put(kUnit, id(name), {{"name", text(name)}, {"kind", text(kind)}, {"parent", *parent ? text(id(parent)) : kCleared}});
    };
    unit("kommun", "municipality", "");
    unit("board_a", "board", "kommun");
    unit("board_b", "board", "kommun");
    unit("school_a", "unit", "board_a");
    unit("school_b", "unit", "board_b");
    store.put(kPerson, id("anna"),
              {{"given_name", text("Anna")}, {"family_name", text("Ågren")}, {"audience", text("employee")}, {"unit", text(id("school_a"))}});
    store.put(kAsset, id("grades"), {{"name", text("Betyg")}, {"kind", text("information_set")}, {"unit", text(id("school_a"))}, {"owner", text(id("anna"))}});
    store.put(kAsset, id("maps"), {{"name", text("Kartor")}, {"kind", text("information_set")}, {"unit", text(id("board_b"))}});
    store.put(kSystem, id("register"), {{"name", text("Elevregister")}, {"kind", text("application")}, {"unit", text(id("board_a"))}});
    store.put(kAssetSystem, id("link"), {{"asset", text(id("grades"))}, {"system", text(id("register"))}, {"relation", text("stored")}});
    store.put(kDocument, id("policy"), {{"title", text("Policy")}, {"kind", text("policy")}, {"unit", text(id("kommun"))}});
    store.put(kSection, id("aim"), {{"heading", text("Syfte")}, {"document", text(id("policy"))}, {"number", number(1)}});
}

struct Municipality : Memory {
    Municipality() { settle(*this); }
};

/// The records as functions over registers take them.
inline std::vector<const Record*> pointers(const std::vector<Record>& records) {
    std::vector<const Record*> out;
    for (const Record& record : records) out.push_back(&record);
    return out;
}

inline Actor holder(Role role, std::string_view unit, std::string_view person = "holder") { return {id(person), {{role, id(unit)}}}; }

inline const Moment kNow{"2026-11-23T14:05:00Z"};

inline Change change(Verb verb, const Entity& entity, std::string record, std::int64_t base, Patch patch = {}, std::string client = id("tab")) {
    Change made;
    made.id = id("change");
    made.client = std::move(client);
    made.verb = verb;
    made.entity = std::string(entity.name);
    made.record = std::move(record);
    made.base = base;
    made.patch = std::move(patch);
    return made;
}

inline Change step(const Entity& entity, std::string record, std::int64_t base, std::string name, Patch patch = {}) {
    Change made = change(Verb::step, entity, std::move(record), base, std::move(patch));
    made.step = std::move(name);
    return made;
}

/// The same changes by somebody who looks at the record as it is now.
inline Change fresh(const Memory& store, Verb verb, const Entity& entity, const std::string& record, Patch patch = {}) {
    return change(verb, entity, record, store.at(entity, record).rev, std::move(patch));
}

inline Change fresh_step(const Memory& store, const Entity& entity, const std::string& record, std::string name, Patch patch = {}) {
    return step(entity, record, store.at(entity, record).rev, std::move(name), std::move(patch));
}

/// "conflict name=problem.conflict status=problem.conflict", or "ok". One line that a test can compare.
template <class T>
std::string outcome(const Result<T>& result) {
    constexpr std::string_view kFaults[] = {"invalid", "forbidden", "missing", "conflict", "offline", "broken"};
    if (result) return "ok";
    std::string line(kFaults[static_cast<std::size_t>(result.error().fault)]);
    for (const Problem& problem : result.error().problems) line += ' ' + problem.field + '=' + problem.message;
    return line;
}

}  // namespace lisa::test
