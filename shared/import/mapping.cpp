#include "import/mapping.h"

#include <algorithm>

#include "i18n/catalog_words.h"
#include "import/words.h"
#include "report/columns.h"

namespace lisa {
namespace {

struct Synonym {
    std::string_view field;
    std::string_view headers;      ///< letters_of() each, with a space between
    std::string_view entity = {};  ///< only there
};

/// Headers of staff systems, system lists and old registers. What stands first is tried first.
constexpr Synonym kSynonyms[] = {
    {"name", "enhet enhetsnamn organisationsenhet organisationsnamn avdelning unitname department", "unit"},
    {"parent", "förvaltning verksamhet överordnad överordnadenhet överordnadorganisation överenhet tillhör förälder ingåri hörtill parentunit", "unit"},
    {"code", "enhetskod enhetsid enhetsnummer organisationskod organisationsid orgkod orgid kostnadsställe ansvar ansvarskod id", "unit"},
    {"name", "system systemnamn applikation programvara objekt förvaltningsobjekt tjänst", "system"},
    {"owner", "ägare systemägare objektägare systemowner", "system"},
    {"manager", "förvaltare systemförvaltare förvaltningsledare systemansvarig objektförvaltare", "system"},
    {"supplier", "leverantör vendor firma"},
    {"name", "informationstillgång tillgång informationsmängd informationstyp information handlingstyp", "asset"},
    {"owner", "ägare informationsägare ansvarig owner"},
    {"given_name", "förnamn tilltalsnamn firstname forename fnamn"},
    {"family_name", "efternamn lastname surname enamn"},
    {"email", "epost epostadress mejl mejladress mail mailadress emailaddress emailadress"},
    {"phone", "telefon telefonnummer telefonnr tel tfn mobil mobilnummer mobiltelefon phonenumber mobile"},
    {"staff_id", "anställningsnr anstnr anställningsid anställningsnummer personalnummer personalid medarbetarid employeeid employeenumber staffnumber"},
    {"position", "befattning befattningsbenämning titel tjänst tjänstetitel yrke roll jobtitle title"},
    {"superior", "chef chefsnamn närmastechef ansvarigchef överordnad supervisor manager linemanager"},
    {"audience", "kategori personkategori personalkategori målgrupp persontyp", "person"},
    {"starts_on", "startdatum fom från frånochmed anställdfrom anställningsdatum anställdfrån börjar giltigfrån startdate from"},
    {"ends_on", "slutdatum tom till tillochmed anställdtom anställdtill slutar avgångsdatum giltigtill enddate to"},
    {"unit", "enhet enhetsnamn organisation organisationsenhet avdelning förvaltning verksamhet arbetsplats placering nämnd ansvarigenhet department"},
    {"name", "namn benämning rubrik titel"},
    {"title", "namn dokument dokumentnamn rubrik benämning"},
    {"reference", "id ref referens nr nummer beteckning löpnummer"},
    {"kind", "typ slag kategori sort art type category"},
    {"description", "beskrivning kommentar innehåll omfattning information comment"},
    {"organisation_number", "orgnr orgnummer organisationsnr organisationsnummer"},
    {"registry_number", "diarienummer diarienr dnr"},
    {"confidentiality", "k konf konfidentialitetsnivå klassk"},
    {"integrity", "r riktighetsnivå klassr"},
    {"availability", "t tillgänglighetsnivå klasst"},
    {"traceability", "s spårbarhetsnivå klasss"},
    {"status", "status läge tillstånd livscykel livscykelstatus fas state"},
    {"personal_data", "personuppgifter gdpr pul"},
    {"hosting", "drift driftform driftsform driftplats"},
    {"agreement", "avtal avtalsnummer kontrakt"},
    {"agreement_ends_on", "avtalsslut avtaltom avtaltill avtalslut"},
    {"user_count", "antalanvändare användare användarantal users"},
    {"tags", "taggar etiketter nyckelord ämnesord keywords"},
    {"link", "url länk webbadress webbplats"},
    {"contact", "kontakt kontaktperson"},
    {"technical_contact", "tekniskkontakt tekniker"},
    {"support_contact", "support kundtjänst"},
};

bool has_word(std::string_view words, std::string_view word) {
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find(' ', at), words.size());
        if (words.substr(at, end - at) == word) return true;
        at = end + 1;
    }
    return false;
}

/// What a field is called. Without what stands in brackets the second time: "Återställningstid (timmar)".
bool is_called(const Entity& entity, const Field& field, std::string_view header, bool in_full) {
    if (letters_of(field.name) == header) return true;
    for (Language language : {Language::swedish, Language::english}) {
        std::string_view words = say(language, field_key(entity, field).view());
        if (!in_full) words = words.substr(0, words.find('('));
        if (letters_of(words) == header) return true;
    }
    return false;
}

/// Whether it is the heading of something that a register works out.
bool is_worked_out(const Entity& entity, std::string_view header) {
    for (const RegisterColumn& column : file_columns(entity))
        for (Language language : {Language::swedish, Language::english})
            if (column.is_worked_out &&
                (letters_of(heading(entity, column, language)) == header || letters_of(file_heading(entity, column, language)) == header))
                return true;
    return false;
}

/// Whether it is what a field is called that is there but may not be filled in by a file.
bool is_of_our_own(const Entity& entity, std::string_view header) {
    return std::any_of(entity.fields.begin(), entity.fields.end(), [&](const Field& field) {
        return !field.retired && field.type != Type::notes && !can_map(entity, field) && is_called(entity, field, header, true);
    });
}

}  // namespace

bool can_import(const Entity& entity, const Field& field) {
    return !field.computed && !field.fixed && !field.retired && field.type != Type::notes && field.name != entity.state;
}

bool can_map(const Entity& entity, const Field& field) { return can_import(entity, field) || (!field.retired && field.name == entity.state); }

std::size_t column_of(const Mapping& mapping, std::size_t field) {
    const auto found = std::find(mapping.fields.begin(), mapping.fields.end(), field);
    return found == mapping.fields.end() ? kNoField : static_cast<std::size_t>(found - mapping.fields.begin());
}

Mapping suggest(const Table& table, const Entity& entity) {
    Mapping mapping;
    mapping.fields.assign(table.header.size(), kNoField);
    const auto is_free = [&](std::size_t field) { return field != kNoField && can_map(entity, entity.fields[field]) && column_of(mapping, field) == kNoField; };
    std::vector<std::string> headers;
    for (const std::string& header : table.header) headers.push_back(letters_of(header));
    for (std::size_t column = 0; column < headers.size(); ++column)
        if (is_worked_out(entity, headers[column])) mapping.set_aside.push_back(column), headers[column].clear();
    const auto each_open = [&](auto find) {
        for (std::size_t column = 0; column < headers.size(); ++column)
            if (mapping.fields[column] == kNoField && !headers[column].empty()) mapping.fields[column] = find(headers[column]);
    };
    for (const bool in_full : {true, false})
        each_open([&](const std::string& header) {
            for (std::size_t i = 0; i < entity.fields.size(); ++i)
                if (is_free(i) && is_called(entity, entity.fields[i], header, in_full)) return i;
            return kNoField;
        });
    each_open([&](const std::string& header) {
        for (const Synonym& synonym : kSynonyms) {
            const std::size_t field = position(entity, synonym.field);
            if ((synonym.entity.empty() || synonym.entity == entity.name) && is_free(field) && has_word(synonym.headers, header)) return field;
        }
        return kNoField;
    });
    for (std::size_t column = 0; column < headers.size(); ++column)
        if (mapping.fields[column] == kNoField && !headers[column].empty() && is_of_our_own(entity, headers[column])) mapping.set_aside.push_back(column);
    std::sort(mapping.set_aside.begin(), mapping.set_aside.end());
    return mapping;
}

}  // namespace lisa
