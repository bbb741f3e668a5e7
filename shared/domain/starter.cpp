#include "domain/starter.h"

#include "core/text.h"
#include "domain/asset.h"
#include "domain/information_type.h"

namespace lisa {
namespace {

struct Copied {
    std::string_view from;
    std::string_view to;
};

/// A type's text becomes an asset's unchanged: same kind of value, and room for it. The legal basis is put together below.
constexpr Copied kToAsset[] = {
    {"name", "name"},
    {"description", "description"},
    {"confidentiality", "confidentiality"},
    {"integrity", "integrity"},
    {"availability", "availability"},
    {"traceability", "traceability"},
    {"class_motive", "motive"},
    {"personal_data", "personal_data"},
    {"protected_identity_possible", "protected_identity"},
    {"is_public_record", "is_public_record"},
    {"secrecy", "secrecy"},
    {"retention", "retention"},
};

constexpr bool all_fit() {
    for (const Copied& row : kToAsset) {
        const std::size_t from = position(kInformationType, row.from), to = position(kAsset, row.to);
        if (from == kNoField || to == kNoField) return false;
        const Field &source = kInformationType.fields[from], &target = kAsset.fields[to];
        if (source.type != target.type || source.max > target.max) return false;
    }
    return true;
}
static_assert(all_fit());
static_assert(find_field(kAsset, "information_type")->ref == kInformationType.name);

constexpr std::string_view kToProcessing[] = {"name", "purpose", "retention"};

struct Aspect {
    std::string_view name;
    Key<std::int64_t> asset;
    Key<std::int64_t> type;
};

consteval Aspect aspect(std::string_view name) { return {name, key<std::int64_t>(kAsset, name), key<std::int64_t>(kInformationType, name)}; }

constexpr Aspect kAspects[] = {aspect("confidentiality"), aspect("integrity"), aspect("availability"), aspect("traceability")};

/// Whether the record is a whole row of that register.
bool is_of(const Entity& entity, const Record& record) {
    return record.entity && record.entity->name == entity.name && record.values.size() == entity.fields.size();
}

void copy(const Record& type, std::string_view from, std::string_view to, std::map<std::string, Value>& out) {
    const std::size_t at = position(kInformationType, from);
    if (at != kNoField && !is_blank(type.values[at])) out[std::string(to)] = type.values[at];
}

/// An asset has one field for the law: the basis, and the exception of article 9 where both find room.
std::string law_of(const Record& type) {
    const std::string basis = type.get(information_type::legal_basis), exception = type.get(information_type::article_9_exception);
    if (basis.empty() || exception.empty()) return basis + exception;
    const std::string both = basis + " " + exception;
    const Field& field = *find_field(kAsset, "legal_basis");
    return static_cast<std::int64_t>(length(both)) <= field.max ? both : basis;
}

const std::int64_t* level(const Record& record, Key<std::int64_t> key) { return std::get_if<std::int64_t>(&record.values[key.index]); }

}  // namespace

std::map<std::string, Value> asset_from_type(const Record& type) {
    std::map<std::string, Value> out;
    if (!is_of(kInformationType, type)) return out;
    out["kind"] = std::string("information_type");
    if (!type.id.empty()) out["information_type"] = type.id;
    for (const Copied& row : kToAsset) copy(type, row.from, row.to, out);
    if (std::string law = law_of(type); !law.empty()) out["legal_basis"] = std::move(law);
    return out;
}

std::map<std::string, Value> processing_from_type(const Record& type) {
    std::map<std::string, Value> out;
    if (!is_of(kInformationType, type) || type.get(information_type::personal_data) == "none") return out;
    for (std::string_view name : kToProcessing) copy(type, name, name, out);
    return out;
}

std::vector<std::string> deviations(const Record& asset, const Record& type) {
    std::vector<std::string> out;
    if (!is_of(kAsset, asset) || !is_of(kInformationType, type)) return out;
    for (const Aspect& row : kAspects) {
        const std::int64_t *own = level(asset, row.asset), *typical = level(type, row.type);
        if (own && typical && *own != *typical) out.emplace_back(row.name);
    }
    return out;
}

}  // namespace lisa
