#include "domain/starter.h"

#include "core/text.h"
#include "domain/asset.h"
#include "domain/information_type.h"
#include "domain/processing_data.h"
#include "schema/lint.h"

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

/// The same for a processing, where text of one line may become text of several.
constexpr Copied kToProcessing[] = {
    {"name", "name"},
    {"purpose", "purpose"},
    {"legal_basis", "legal_basis_text"},
    {"protected_identity_possible", "has_protected_identity"},
    {"data_categories", "data_summary"},
    {"recipients", "recipients_external"},
};
constexpr Copied kToData[] = {
    {"retention", "retention"},
    {"retention_start", "retention_start"},
    {"disposal", "disposal_procedure"},
};

constexpr bool is_text(Type type) { return type == Type::text || type == Type::prose; }

constexpr bool all_fit(std::span<const Copied> rows, const Entity& target_entity) {
    for (const Copied& row : rows) {
        const std::size_t from = position(kInformationType, row.from), to = position(target_entity, row.to);
        if (from == kNoField || to == kNoField) return false;
        const Field &source = kInformationType.fields[from], &target = target_entity.fields[to];
        const bool is_same = source.type == target.type || (is_text(source.type) && target.type == Type::prose);
        if (!is_same || source.max > target.max) return false;
    }
    return true;
}
static_assert(all_fit(kToAsset, kAsset) && all_fit(kToProcessing, kProcessing) && all_fit(kToData, kProcessingData));
static_assert(find_field(kAsset, "information_type")->ref == kInformationType.name);

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

/// The kind of personal data, where it is assessed.
std::string kind_of(const Record& type) {
    const std::string kind = type.get(information_type::personal_data);
    return has_option(*find_field(kProcessingData, "kind"), kind) ? kind : std::string{};
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
    for (const Copied& row : kToProcessing) copy(type, row.from, row.to, out);
    if (const std::string kind = kind_of(type); !kind.empty()) out["data_kinds"] = Set{kind};
    return out;
}

std::map<std::string, Value> processing_data_from_type(const Record& type) {
    std::map<std::string, Value> out;
    if (processing_from_type(type).empty()) return out;
    for (const Copied& row : kToData) copy(type, row.from, row.to, out);
    std::string category = type.text("data_categories");
    if (const Field& field = *find_field(kProcessingData, "category"); category.empty() || static_cast<std::int64_t>(length(category)) > field.max)
        category = type.text("name");
    if (category.ends_with('.')) category.pop_back();
    if (!category.empty()) out["category"] = std::move(category);
    if (std::string kind = kind_of(type); !kind.empty()) out["kind"] = std::move(kind);
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
