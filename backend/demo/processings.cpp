// The record of processing of every board and company, from the texts of the information types; about a tenth is not whole.
#include <algorithm>
#include <map>

#include "demo/world.h"

namespace lisa::demo {
namespace {

bool holds(const std::vector<std::string>& list, std::string_view element) { return std::find(list.begin(), list.end(), element) != list.end(); }

/// The letters that follow each mention of a paragraph: "Artikel 6.1 c, ... 6.1 e" gives "ce".
std::string letters_after(std::string_view text, std::string_view paragraph) {
    std::string letters;
    for (std::size_t at = text.find(paragraph); at != std::string_view::npos; at = text.find(paragraph, at + 1))
        if (at + paragraph.size() < text.size()) letters += text[at + paragraph.size()];
    return letters;
}

Set bases_of(std::string_view law) {
    constexpr std::string_view kBases[] = {"consent", "contract", "legal_obligation", "vital_interest", "public_task", "legitimate_interest"};
    Set out;
    for (const char letter : letters_after(law, "6.1 "))
        if (letter >= 'a' && letter <= 'f') out.emplace_back(kBases[letter - 'a']);
    return out;
}

Set exceptions_of(std::string_view law) {
    constexpr std::pair<char, std::string_view> kExceptions[] = {{'b', "b_employment"}, {'g', "g_public_interest"}, {'h', "h_care"}, {'j', "j_archive"}};
    Set out;
    for (const char letter : letters_after(law, "9.2 "))
        for (const auto& [key, option] : kExceptions)
            if (key == letter) out.emplace_back(option);
    return out;
}

class Registrar {
public:
    explicit Registrar(World& world) : m_world(world), m_script(world.script), m_chance(world.script.chance()), m_table(world.tables.privacy) {}

    void fill(const Row& row) {
        const auto areas = row.texts("areas"), also = row.texts("also"), skip = row.texts("skip"), shared = m_table.texts("shared");
        m_board = m_world.unit(row.text("unit"));
        m_owner = m_world.holder("information_owner", m_board);
        const std::size_t administrator = m_world.holder("privacy_administrator", m_board);
        m_keeper = administrator == kNobody ? m_world.steward(m_board) : m_world.id_of(administrator);
        for (const Row& type : Row(m_world.tables.types).rows("records")) {
            const std::string key = type.text("key");
            const Row fields = type.row("fields");
            const bool is_ours = (holds(areas, fields.text("area")) && !holds(skip, key)) || holds(also, key) || (row.has("shared") && holds(shared, key));
            if (is_ours && fields.text("personal_data") != "none") make(key, fields);
        }
    }

private:
    /// What an entry lacks; most lack nothing.
    enum class Lack : std::uint8_t { nothing, basis, exception, retention, security, threshold };

    void make(const std::string& type, const Row& fields) {
        const std::string kind = fields.text("personal_data"), law = fields.text("legal_basis"), exception = fields.text("article_9_exception");
        const Lack lack = m_chance.one_in(9) ? static_cast<Lack>(m_chance.between(1, 5)) : Lack::nothing;
        const bool is_sensitive = kind == "special_category" || kind == "criminal";
        const std::size_t number = m_world.processings.size() + 1;
        Processing processing{{}, fields.text("name") + " (" + m_world.units[m_board].short_name + ")", m_keeper, m_board};
        Patch patch;
        patch.put("name", processing.name).put("reference", "B-" + std::to_string(1000 + number)).put("purpose", fields.text("purpose"));
        patch.put("unit", m_world.units[m_board].id).put("responsible", m_world.id_of(m_owner)).put("contact", m_keeper);
        if (lack != Lack::basis) patch.add("legal_bases", bases_of(law)).put("legal_basis_text", law);
        if (lack != Lack::exception && is_sensitive) {
            patch.add("article_9", exceptions_of(exception));
            if (kind == "criminal") patch.put("article_10_ground", exception);
        }
        const Set subjects = subjects_of(fields);
        patch.add("data_subjects", subjects)
            .add("data_kinds", kind == "ordinary" ? Set{kind} : Set{"ordinary", kind})
            .put("data_summary", fields.text("data_categories"));
        patch.yes("has_protected_identity", fields.has("protected_identity_possible")).put("source_of_data", m_chance.pick(m_table.lines("origins")) + ".");
        patch.put("recipients_internal", m_chance.pick(m_table.lines("internal"))).put("recipients_external", fields.text("recipients"));
        flow(patch, type);
        if (lack != Lack::security) patch.put("security_measures", m_chance.pick(m_table.lines("security")));
        inform(patch);
        if (lack != Lack::threshold) processing.needs_dpia = threshold(patch, subjects, is_sensitive);
        const std::int64_t surveyed = m_chance.between(5, 300);
        patch.put("starts_on", m_script.day(m_chance.between(-2800, -400))).put("surveyed_on", m_script.before(surveyed));
        patch.put("review_on", m_script.day(m_chance.one_in(10) ? m_chance.between(-60, -1) : m_chance.between(20, 400)));
        processing.id = m_script.create(m_keeper, "processing", std::move(patch));
        add_data(processing.id, type, fields, subjects, lack == Lack::retention);
        decide(processing, lack != Lack::nothing);
        m_world.processings.push_back(std::move(processing));
    }

    Set subjects_of(const Row& fields) const {
        Set out;
        const auto words = fields.texts("data_subjects");
        for (const Row& row : m_table.rows("subjects"))
            for (const std::string& word : row.texts("words"))
                if (holds(words, word) && !holds(out, row.text("option"))) out.push_back(row.text("option"));
        if (out.empty()) out.emplace_back("citizens");
        return out;
    }

    const Asset* asset_of(const std::string& type) const {
        for (const Asset& asset : m_world.assets)
            if (asset.type == type && m_world.units[asset.unit].board == m_board) return &asset;
        return nullptr;
    }

    /// Where it is done, by whom, and in which country.
    void flow(Patch& patch, const std::string& type) {
        const auto like = std::find_if(m_world.assets.begin(), m_world.assets.end(), [&](const Asset& asset) { return asset.type == type; });
        const System* found = nullptr;
        for (const System& system : m_world.systems) {
            if (like == m_world.assets.end() || !system.is_in_use || !system.holds_people || !holds(system.areas, like->area)) continue;
            const std::size_t board = m_world.units[system.unit].board;
            if (board == m_board || (!found && board == m_world.unit("ks"))) found = &system;
            if (board == m_board) break;
        }
        if (found)
            patch.put("system", found->id)
                .put("processors",
                     "Leverantören av " + found->name + (found->is_agreed ? " enligt personuppgiftsbiträdesavtal." : "; personuppgiftsbiträdesavtal saknas."));
        const std::size_t where = m_chance.below(80);
        if (where > 2) patch.put("transfers", where < 14 ? "eu" : "none");
        else {
            patch.put("transfers", "third_country").add("transfer_countries", {"USA"});
            if (where > 0)
                patch.put("transfer_mechanism", where == 1 ? "scc" : "adequacy").put("transfer_note", "Gäller leverantörens support utanför kontorstid.");
        }
    }

    void inform(Patch& patch) {
        const std::size_t at = m_chance.below(10);
        patch.put("information_duty", at < 7 ? "done" : at < 8 ? "partly" : at < 9 ? "not_done" : "not_assessed");
        if (at < 8) patch.put("information_how", m_chance.pick(m_table.lines("information")));
    }

    /// Whether two criteria or more are met.
    bool threshold(Patch& patch, const Set& subjects, bool is_sensitive) {
        const bool is_vulnerable = std::any_of(subjects.begin(), subjects.end(), [](const std::string& who) {
            return who == "pupils" || who == "children" || who == "patients" || who == "clients";
        });
        const bool is_large = m_chance.one_in(5), is_new = m_chance.one_in(25), is_matched = m_chance.one_in(20),
                   is_said = is_sensitive && !m_chance.one_in(30);
        patch.yes("threshold_assessed", true).yes("sensitive_data", is_said).yes("vulnerable_people", is_vulnerable).yes("large_scale", is_large);
        patch.yes("new_technology", is_new).yes("matching_datasets", is_matched);
        const auto met = static_cast<std::size_t>(is_said + is_vulnerable + is_large + is_new + is_matched);
        patch.put("threshold_motive", m_table.texts("threshold")[std::min<std::size_t>(met, 2)]);
        return met >= 2;
    }

    void add_data(const std::string& processing, const std::string& type, const Row& fields, const Set& subjects, bool lacks_retention) {
        constexpr std::string_view kDisposals[] = {"manual", "manual", "automatic", "archived"};
        const auto categories = m_table.rows("categories");
        const Asset* asset = asset_of(type);
        const std::size_t count = 1 + m_chance.below(categories.size());
        for (std::size_t i = 0; i < count; ++i) {
            const Row& row = categories[count == 1 ? 1 : i];
            const std::string kind = row.text("kind");
            Patch patch;
            patch.put("category", row.text("text")).put("processing", processing).put("kind", kind.empty() ? fields.text("personal_data") : kind);
            patch.add("data_subjects", subjects).put("origin", m_chance.pick(m_table.lines("origins"))).put("asset", asset ? asset->id : "");
            if (!lacks_retention) patch.put("retention", fields.text("retention")).put("retention_start", m_chance.pick(m_table.lines("starts")));
            patch.put("disposal", kDisposals[m_chance.below(std::size(kDisposals))]).put("disposal_procedure", fields.text("disposal"));
            m_script.create(m_keeper, "processing_data", std::move(patch));
        }
    }

    void decide(Processing& processing, bool lacks_something) {
        const std::size_t at = m_chance.below(20);
        if (at == 0 || (lacks_something && at < 8)) return;
        m_script.step(m_keeper, "processing", processing.id, "submit");
        if (m_owner == kNobody || at < 3) return;
        Patch patch;
        patch.put("decided_on", m_script.before(0));
        patch.put("registry_number", m_world.units[m_board].short_name + " " + m_script.year(-30) + "/" + std::to_string(m_chance.between(10, 780)));
        m_script.step(m_world.id_of(m_owner), "processing", processing.id, "adopt", std::move(patch));
        processing.is_adopted = true;
        if (at == 19 && m_chance.one_in(4)) m_script.step(m_keeper, "processing", processing.id, "end");
    }

    World& m_world;
    Script& m_script;
    Chance& m_chance;
    Row m_table;
    // Of the board whose record is being made:
    std::size_t m_board = 0, m_owner = kNobody;
    std::string m_keeper{};
};

}  // namespace

void add_processings(World& world) {
    Registrar registrar(world);
    for (const Row& row : Row(world.tables.privacy).rows("boards")) registrar.fill(row);
}

}  // namespace lisa::demo
