#include "catalogue.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "bootstrap.h"
#include "core/json.h"
#include "domain/consequence_level.h"
#include "schema/json.h"
#include "store/crypto.h"
#include "sync/push.h"

namespace lisa {
namespace {

Error broken(std::string detail) { return Error{Fault::broken, {{"", "problem.storage"}}, std::move(detail)}; }

/// One file, and where its records are going.
struct Catalogue {
    std::string file{};
    const Entity* entity = nullptr;
    Json content{};
};

Result<Catalogue> read(const std::filesystem::path& path, Catalog catalog) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    if (!stream) return broken(path.string() + " cannot be read");
    auto json = parse_json(text.str());
    if (!json || !json->is_object()) return broken(path.string() + " is not JSON");
    const std::string* name = text_member(*json, "entity");
    const Entity* entity = name ? find_entity(catalog, *name) : nullptr;
    const Json* records = member(*json, "records");
    if (!entity || !records || !records->is_array()) return broken(path.string() + " names no register of ours, or has no records");
    return Catalogue{path.filename().string(), entity, std::move(*json)};
}

/// The value of a field as the catalogue gives it: references by key, everything else as on the wire.
Result<Edit> edit_of(const Field& field, const Json& json, const std::string& where) {
    if (field.type == Type::ref && json.is_string()) return Edit{Value{catalogue_id(field.ref, json.get<std::string>())}};
    auto value = value_from_json(field.type, json);
    if (!value) return broken(where + ": " + std::string(field.name) + " has another type");
    if (auto* set = std::get_if<Set>(&*value)) return Edit{SetEdit{std::move(*set), {}}};
    return Edit{std::move(*value)};
}

Result<Change> creation_of(const Catalogue& catalogue, const Json& row, const std::string& id, const std::string& root, std::int64_t now_ms) {
    const std::string* key = text_member(row, "key");
    const std::string where = catalogue.file + " " + (key ? *key : "(no key)");
    const Json* fields = member(row, "fields");
    if (!fields || !fields->is_object()) return broken(where + " has no fields");
    std::map<std::string, Edit> patch;
    for (const auto& [name, json] : fields->items()) {
        const Field* field = find_field(*catalogue.entity, name);
        if (!field) return broken(where + ": there is no field " + name);
        patch[name] = TRY(edit_of(*field, json, where));
    }
    const Field& place = *find_field(*catalogue.entity, catalogue.entity->place);
    if (!patch.contains(std::string(place.name)) && place.ref == "unit") patch[std::string(place.name)] = Edit{Value{root}};
    return creation(*catalogue.entity, id, std::move(patch), now_ms);
}

Error named(Error error, const std::string& where) {
    error.detail = where + ": " + error.detail;
    for (const Problem& problem : error.problems) error.detail += " " + problem.field + ":" + problem.message;
    return error;
}

Result<Done> load_row(Work& work, const Catalogue& catalogue, const Json& row, const std::string& root, std::int64_t now_ms, Loaded& loaded) {
    const std::string* key = text_member(row, "key");
    if (!key || key->empty()) return broken(catalogue.file + " has a record without key");
    const std::string id = catalogue_id(catalogue.entity->name, *key), where = catalogue.file + " " + *key;
    if (auto present = work.store().load(*catalogue.entity, id)) return ++loaded.present, Done{};
    else if (present.error().fault != Fault::missing) return present.error();
    if (auto made = apply_as_system(work, TRY(creation_of(catalogue, row, id, root, now_ms))); !made) return named(made.error(), where);
    const Json* steps = member(row, "steps");
    for (const Json& step : steps && steps->is_array() ? *steps : Json::array()) {
        Change change = creation(*catalogue.entity, id, {}, now_ms);
        change.verb = Verb::step;
        change.step = step.is_string() ? step.get<std::string>() : "";
        change.base = TRY(work.store().load(*catalogue.entity, id)).rev;
        if (auto moved = apply_as_system(work, change); !moved) return named(moved.error(), where);
    }
    ++loaded.added;
    return Done{};
}

bool refers_to(const Catalogue& one, const Catalogue& other) {
    return &one != &other &&
           std::any_of(one.entity->fields.begin(), one.entity->fields.end(), [&](const Field& field) { return field.ref == other.entity->name; });
}

/// The catalogues so that each comes after those that it refers to; where they refer to each other, in their own order.
std::vector<Catalogue> in_order(std::vector<Catalogue> left) {
    std::vector<Catalogue> ordered;
    while (!left.empty()) {
        auto next = std::find_if(left.begin(), left.end(), [&](const Catalogue& one) {
            return std::none_of(left.begin(), left.end(), [&](const Catalogue& other) { return refers_to(one, other); });
        });
        if (next == left.end()) next = left.begin();
        ordered.push_back(std::move(*next));
        left.erase(next);
    }
    return ordered;
}

/// The levels that a scale may have: none is left out, and none is above what the gate of security protection refuses.
Result<Done> check_scale(const Catalogue& scale) {
    if (scale.entity != &kConsequenceLevel) return broken(scale.file + " is no scale of consequence levels");
    const Json& rows = *member(scale.content, "records");
    const std::size_t most = std::size(kLevelIds);
    if (rows.size() + 1 != most && rows.size() != most) return broken(scale.file + " must have the levels 0 to 3, or 0 to 4");
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::string* key = text_member(rows[i], "key");
        if (!key || *key != std::to_string(i)) return broken(scale.file + ": the record of level " + std::to_string(i) + " must have it as key, in its place");
    }
    return Done{};
}

/// What turns a stored row into the scale's: what the file leaves out is emptied, but not where it belongs nor its notes.
Change rewriting_of(const Change& creation, const Record& stored) {
    Change change = creation;
    change.verb = Verb::update;
    change.base = stored.rev;
    for (const Field& field : stored.entity->fields)
        if (field.type != Type::notes && field.name != stored.entity->place) change.patch.try_emplace(std::string(field.name), Value{});
    std::erase_if(change.patch, [&](const auto& one) {
        const auto* value = std::get_if<Value>(&one.second);
        return one.first == stored.entity->place || (value && *value == stored.values[position(*stored.entity, one.first)]);
    });
    return change;
}

Result<Done> put_level(Work& work, const Catalogue& scale, const Json& row, const std::string& root, std::int64_t now_ms, Replaced& replaced) {
    const std::string key = *text_member(row, "key"), id = catalogue_id(scale.entity->name, key), where = scale.file + " " + key;
    Change change = TRY(creation_of(scale, row, id, root, now_ms));
    auto stored = work.store().load(*scale.entity, id);
    if (!stored && stored.error().fault != Fault::missing) return stored.error();
    if (stored && stored->removed) {
        Change back = creation(*scale.entity, id, {}, now_ms);
        back.verb = Verb::restore;
        back.base = stored->rev;
        stored = TRY(apply_as_system(work, back));
    }
    if (stored) change = rewriting_of(change, TRY(work.store().load(*scale.entity, id)));
    if (stored && change.patch.empty()) return Done{};
    if (auto done = apply_as_system(work, change); !done) return named(done.error(), where);
    ++replaced.written;
    return Done{};
}

}  // namespace

std::string catalogue_id(std::string_view entity, std::string_view key) {
    const std::string digits = hex(sha256("lisa catalogue " + std::string(entity) + " " + std::string(key)));
    return digits.substr(0, 8) + "-" + digits.substr(8, 4) + "-7" + digits.substr(13, 3) + "-8" + digits.substr(17, 3) + "-" + digits.substr(20, 12);
}

Result<Loaded> load_catalogues(Work& work, const std::string& folder, std::int64_t now_ms) {
    std::error_code error;
    std::vector<std::filesystem::path> paths;
    for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
        if (at->path().extension() == ".json") paths.push_back(at->path());
    if (error || paths.empty()) return broken("no catalogues in " + folder);
    std::sort(paths.begin(), paths.end());
    std::vector<Catalogue> catalogues;
    for (const auto& path : paths) catalogues.push_back(TRY(read(path, work.store().catalog())));
    catalogues = in_order(std::move(catalogues));

    const std::string root = TRY(root_unit(work.store()));
    Loaded loaded;
    for (const Catalogue& catalogue : catalogues)
        for (const Json& row : *member(catalogue.content, "records")) TRY(load_row(work, catalogue, row, root, now_ms, loaded));
    return loaded;
}

Result<Replaced> load_scale(Work& work, const std::string& path, std::int64_t now_ms) {
    const Catalogue scale = TRY(read(path, work.store().catalog()));
    TRY(check_scale(scale));
    const std::string root = TRY(root_unit(work.store()));
    const Json& rows = *member(scale.content, "records");
    Replaced replaced;
    for (const Json& row : rows) TRY(put_level(work, scale, row, root, now_ms, replaced));
    for (std::size_t level = rows.size(); level < std::size(kLevelIds); ++level) {
        auto stored = work.store().load(*scale.entity, std::string(kLevelIds[level]));
        if (!stored && stored.error().fault != Fault::missing) return stored.error();
        if (!stored || stored->removed) continue;
        Change change = creation(*scale.entity, stored->id, {}, now_ms);
        change.verb = Verb::remove;
        change.base = stored->rev;
        TRY(apply_as_system(work, change));
        ++replaced.removed;
    }
    return replaced;
}

}  // namespace lisa
