#include "catalogue.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "bootstrap.h"
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

}  // namespace lisa
