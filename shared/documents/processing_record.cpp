#include "documents/processing_record.h"

#include <algorithm>

#include "domain/assignment.h"
#include "domain/period.h"
#include "domain/person.h"
#include "domain/privacy_rules.h"
#include "domain/processing_data.h"
#include "domain/unit.h"
#include "i18n/catalog_words.h"
#include "report/html.h"

namespace lisa {
namespace {

/// What one processing has to say, gathered before anything is written, since the numbers come first.
struct Entry {
    const Record* record;
    std::vector<const Record*> data;
    std::vector<std::string> missing;  ///< of missing_for_record
    bool is_processor;
};

using Strings = std::vector<std::string>;
bool holds(const Strings& list, std::string_view text) { return std::find(list.begin(), list.end(), text) != list.end(); }

/// A place in the regulation: number, paragraph and letter, of which the last two may be empty.
struct Article {
    std::string_view number{}, paragraph{}, letter{};
};

/// A line of the list: the field, where the law asks for it of a controller and of a processor, and whether it concerns processors.
struct Line {
    std::string_view field;
    Article controller{}, processor{};
    bool is_for_processor = true;
};

constexpr Line kLines[] = {
    {"reference"},
    {"status"},
    {"for_controller", {}, {"30", "2", "a"}},
    {"responsible"},
    {"contact"},
    {"joint_controllers", {"30", "1", "a"}, {}, false},
    {"purpose", {"30", "1", "b"}, {"30", "2", "b"}},
    {"data_subjects", {"30", "1", "c"}},
    {"data_kinds", {"30", "1", "c"}},
    {"data_summary", {"30", "1", "c"}},
    {"has_protected_identity"},
    {"recipients_internal", {"30", "1", "d"}},
    {"recipients_external", {"30", "1", "d"}},
    {"processors", {"30", "1", "d"}},
    {"transfers", {"30", "1", "e"}, {"30", "2", "c"}},
    {"transfer_countries", {"30", "1", "e"}, {"30", "2", "c"}},
    {"transfer_mechanism", {"30", "1", "e"}, {"30", "2", "c"}},
    {"transfer_note", {"30", "1", "e"}, {"30", "2", "c"}},
    {"security_measures", {"30", "1", "g"}, {"30", "2", "d"}},
    {"legal_bases", {"6", "1", ""}, {}, false},
    {"legal_basis_text", {"6", "3", ""}, {}, false},
    {"article_9", {"9", "2", ""}, {}, false},
    {"article_10_ground", {"10", "", ""}, {}, false},
    {"source_of_data"},
    {"information_duty", {"13", "", ""}, {}, false},
    {"information_how", {"13", "", ""}, {}, false},
    {"system"},
    {"dpia_needed", {"35", "", ""}, {}, false},
    {"decided_on"},
    {"registry_number"},
    {"starts_on"},
    {"ends_on"},
    {"surveyed_on"},
    {"review_on"},
};

constexpr bool are_fields() {
    for (const Line& line : kLines)
        if (position(kProcessing, line.field) == kNoField) return false;
    return true;
}
static_assert(are_fields());

constexpr std::string_view kColumns[] = {"category", "kind", "data_subjects", "origin", "retention", "retention_start", "disposal", "disposal_procedure"};

/// Writes the document from top to bottom.
class Writer {
public:
    Writer(const Reader& reader, std::span<const Entry> entries) : m_reader(reader), m_entries(entries) {}

    std::string document(std::string_view controller, const RecordFrame& frame) {
        const std::string title = word("report.record.title"_tr);
        m_out += "<header>\n<h1>" + title + "</h1>\n";
        if (!controller.empty()) m_out += "<p class=\"controller\">" + html_escaped(controller) + "</p>\n";
        write_frame(controller, frame);
        m_out += "</header>\n";
        write_numbers();
        write_contents();
        m_out += "<main>\n";
        if (m_entries.empty()) m_out += "<p>" + word("report.record.empty"_tr) + "</p>\n";
        write_part("controller", word("report.record.as_controller"_tr), false);
        write_part("processor", word("report.record.as_processor"_tr), true);
        m_out += "</main>\n";
        return html_page(std::string(say(m_reader.language, "report.record.title"_tr)) + " – " + std::string(controller), m_out, m_reader.language);
    }

private:
    std::string word(Tr message) const { return html_escaped(say(m_reader.language, message)); }
    std::string word(std::string_view key) const { return html_escaped(say(m_reader.language, key)); }
    std::string missing_mark() const { return "<span class=\"missing\">" + word("report.record.missing"_tr) + "</span>"; }
    /// The mark that stands for itself: "Uppgift saknas: Adress". `what` is escaped.
    std::string missing_mark(const std::string& what) const {
        return "<span class=\"missing\">" + fill(word("report.record.missing_item"_tr), {{"what", what}}) + "</span>";
    }

    /// "art. 30.1 b", in English "Art. 30(1)(b)"; nothing for what no article asks.
    std::string article_text(const Article& article) const {
        if (article.number.empty()) return {};
        std::string text(article.number);
        const bool is_swedish = m_reader.language == Language::swedish;
        if (!article.paragraph.empty()) text += is_swedish ? "." + std::string(article.paragraph) : "(" + std::string(article.paragraph) + ")";
        if (!article.letter.empty()) text += is_swedish ? " " + std::string(article.letter) : "(" + std::string(article.letter) + ")";
        return " <span class=\"article\">" + html_escaped(fill(say(m_reader.language, "report.record.article"_tr), {{"article", text}})) + "</span>";
    }

    void write_pair(const std::string& label, const std::string& article, const std::string& value) {
        m_out += "<dt>" + label + article + "</dt>\n<dd>" + value + "</dd>\n";
    }

    void write_frame(std::string_view controller, const RecordFrame& frame) {
        const std::string article = article_text({"30", "1", "a"});
        const auto write = [&](const std::string& label, std::string_view text) {
            write_pair(label, article, text.empty() ? missing_mark(label) : html_escaped(text));
        };
        const auto field = [&](std::string_view name) { return word(WordKey{"field.unit", name}.view()); };
        m_out += "<dl>\n";
        write(word("report.record.controller"_tr), controller);
        write(field("organisation_number"), frame.organisation_number);
        write(field("address"), frame.address);
        write(field("email"), frame.email);
        write(field("phone"), frame.phone);
        write(word("report.record.privacy_officer"_tr), frame.officer);
        if (!frame.officer.empty()) {
            write(word("report.record.officer_email"_tr), frame.officer_email);
            write(word("report.record.officer_phone"_tr), frame.officer_phone);
        }
        if (!frame.drawn_up_on.empty()) write_pair(word("report.record.drawn_up_on"_tr), {}, html_escaped(frame.drawn_up_on));
        m_out += "</dl>\n";
    }

    template <class Test>
    std::string count(Test test) const {
        return std::to_string(std::count_if(m_entries.begin(), m_entries.end(), test));
    }

    void write_numbers() {
        const auto is_special = [](const Entry& entry) {
            return holds(entry.record->get(processing::data_kinds), "special_category") ||
                   std::any_of(entry.data.begin(), entry.data.end(), [](const Record* row) { return row->get(processing_data::kind) == "special_category"; });
        };
        m_out += "<section aria-labelledby=\"numbers\">\n<h2 id=\"numbers\">" + word("report.record.numbers"_tr) + "</h2>\n<dl>\n";
        write_pair(word("report.record.count_controller"_tr), {}, count([](const Entry& entry) { return !entry.is_processor; }));
        write_pair(word("report.record.count_processor"_tr), {}, count([](const Entry& entry) { return entry.is_processor; }));
        write_pair(word("report.record.count_special"_tr), {}, count(is_special));
        write_pair(word("report.record.count_third_country"_tr), {},
                   count([](const Entry& entry) { return entry.record->get(processing::transfers) == "third_country"; }));
        write_pair(word("report.record.count_dpia"_tr), {}, count([](const Entry& entry) { return entry.record->get(processing::dpia_needed) == "yes"; }));
        write_pair(word("report.record.count_incomplete"_tr), {}, count([](const Entry& entry) { return !entry.missing.empty(); }));
        m_out += "</dl>\n</section>\n";
    }

    /// "3. Name", the same in the contents and in the heading.
    std::string heading(std::size_t at) const { return std::to_string(at + 1) + ". " + html_escaped(title_of(*m_entries[at].record, m_reader)); }

    void write_contents() {
        if (m_entries.empty()) return;
        m_out += "<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">" + word("report.record.contents"_tr) + "</h2>\n";
        for (const bool is_processor : {false, true}) {
            bool is_open = false;
            for (std::size_t i = 0; i < m_entries.size(); ++i) {
                if (m_entries[i].is_processor != is_processor) continue;
                if (!is_open) m_out += "<h3>" + word(is_processor ? "report.record.as_processor"_tr : "report.record.as_controller"_tr) + "</h3>\n<ul>\n";
                is_open = true;
                m_out += "<li><a href=\"#p" + std::to_string(i + 1) + "\">" + heading(i) + "</a></li>\n";
            }
            if (is_open) m_out += "</ul>\n";
        }
        m_out += "</nav>\n";
    }

    void write_part(std::string_view id, const std::string& name, bool is_processor) {
        if (std::none_of(m_entries.begin(), m_entries.end(), [&](const Entry& entry) { return entry.is_processor == is_processor; })) return;
        m_out += "<section aria-labelledby=\"" + std::string(id) + "\">\n<h2 id=\"" + std::string(id) + "\">" + name + "</h2>\n";
        for (std::size_t i = 0; i < m_entries.size(); ++i)
            if (m_entries[i].is_processor == is_processor) write_entry(i);
        m_out += "</section>\n";
    }

    void write_entry(std::size_t at) {
        const Entry& entry = m_entries[at];
        const std::string id = "p" + std::to_string(at + 1);
        m_out += "<article aria-labelledby=\"" + id + "\">\n<h3 id=\"" + id + "\">" + heading(at) + "</h3>\n<dl>\n";
        for (const Line& line : kLines) write_line(entry, line);
        if (!entry.is_processor && entry.data.empty()) write_pair(word("report.record.retention"_tr), article_text({"30", "1", "f"}), missing_mark());
        m_out += "</dl>\n";
        write_data(entry);
        write_checks(entry);
        m_out += "</article>\n";
    }

    void write_line(const Entry& entry, const Line& line) {
        if (entry.is_processor && !line.is_for_processor) return;
        const std::size_t at = position(kProcessing, line.field);
        const Field& field = kProcessing.fields[at];
        const bool is_missing = holds(entry.missing, line.field);
        const std::string value = value_of(*entry.record, at);
        if (value.empty() && !is_missing) return;
        const bool is_work = entry.is_processor && line.field == "purpose";
        const std::string label = is_work ? word("report.record.work_for_controller"_tr) : word(field_key(kProcessing, field).view());
        write_pair(label, article_text(entry.is_processor ? line.processor : line.controller), is_missing ? missing_mark() : value);
    }

    /// The value as text, escaped; the words for it where the reader may not see it.
    std::string value_of(const Record& record, std::size_t at) const {
        return record.is_hidden(at) ? word("show.out_of_sight"_tr) : html_escaped(show(record, at, m_reader));
    }

    void write_data(const Entry& entry) {
        if (entry.data.empty()) return;
        const std::string articles = entry.is_processor ? std::string() : article_text({"30", "1", "c"}) + article_text({"30", "1", "f"});
        m_out += "<table>\n<caption>" + word("report.record.data"_tr) + articles + "</caption>\n<thead>\n<tr>";
        for (std::string_view column : kColumns)
            m_out += "<th scope=\"col\">" + word(field_key(kProcessingData, *find_field(kProcessingData, column)).view()) + "</th>";
        m_out += "</tr>\n</thead>\n<tbody>\n";
        for (const Record* row : entry.data) {
            m_out += "<tr>";
            for (std::string_view column : kColumns) write_cell(entry, *row, column);
            m_out += "</tr>\n";
        }
        m_out += "</tbody>\n</table>\n";
    }

    void write_cell(const Entry& entry, const Record& row, std::string_view column) {
        const bool is_head = column == kColumns[0];
        std::string value = value_of(row, position(kProcessingData, column));
        const bool is_asked = column == "retention" && !entry.is_processor && row.get(processing_data::disposal) != "kept";
        if (value.empty()) value = is_asked ? missing_mark() : "–";
        m_out += is_head ? "<th scope=\"row\">" + value + "</th>" : "<td>" + value + "</td>";
    }

    void write_checks(const Entry& entry) {
        std::string items;
        for (const std::string& key : entry.missing)
            if (key.find('.') != std::string::npos) items += "<li>" + word(key) + "</li>\n";
        if (!items.empty()) m_out += "<h4>" + word("report.record.checks"_tr) + "</h4>\n<ul class=\"checks\">\n" + items + "</ul>\n";
    }

    const Reader& m_reader;
    std::span<const Entry> m_entries;
    std::string m_out;
};

/// A unit's own value, or that of the nearest above that has one.
std::string nearest(const std::vector<Record>& units, std::string_view field) {
    for (const Record& unit : units)
        if (std::string text = unit.text(field); !text.empty()) return text;
    return {};
}

}  // namespace

RecordFrame frame_of(const Record& unit, std::span<const Record* const> seats, const Reader& reader, std::string_view today) {
    std::vector<Record> units{unit};
    if (const auto above = reader.lookup.places_above(kUnit, unit.text("parent")))
        for (const std::string& id : *above)
            if (auto found = reader.lookup.load(kUnit, id)) units.push_back(std::move(*found));
    RecordFrame frame;
    frame.organisation_number = nearest(units, "organisation_number");
    frame.address = nearest(units, "address");
    frame.email = nearest(units, "email");
    frame.phone = nearest(units, "phone");
    for (const Record& place : units)
        for (const Record* seat : seats) {
            if (seat->get(assignment::role) != "privacy_officer" || seat->get(assignment::unit) != place.id || !holds_on(*seat, today)) continue;
            const std::string held = seat->get(assignment::person), holder = held.empty() ? seat->get(assignment::deputy) : held;
            const auto officer = reader.lookup.load(kPerson, holder);
            if (!officer || !frame.officer.empty()) continue;
            frame.officer = title_of(*officer, reader);
            frame.officer_email = officer->text("email");
            frame.officer_phone = officer->text("phone");
        }
    return frame;
}

std::string record_of_processing(std::string_view controller, std::span<const Record* const> processings, const DataOf& data_of, const Reader& reader,
                                 const RecordFrame& frame) {
    std::vector<Entry> entries;
    for (const Record* record : processings) {
        if (!record || record->removed) continue;
        Entry entry{record, data_of ? data_of(*record) : std::vector<const Record*>{}, {}, record->get(processing::as_processor)};
        std::erase_if(entry.data, [](const Record* row) { return !row || row->removed; });
        entry.missing = missing_for_record(*record, entry.data);
        entries.push_back(std::move(entry));
    }
    std::stable_partition(entries.begin(), entries.end(), [](const Entry& entry) { return !entry.is_processor; });
    return Writer(reader, entries).document(controller, frame);
}

}  // namespace lisa
