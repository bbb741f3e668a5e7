#pragma once
// The sentences of a governing document that say what shall be (F7), and which of them the registers can prove. Pure: text in,
// answers out.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lisa {

/// Most letters of a sentence that are kept; what is longer is cut there.
inline constexpr std::size_t kDutyLength = 1000;

/// A sentence with "ska" or "skall".
struct DutySentence {
    std::string text{};
    std::string key{};  ///< follows from the heading and the sentence, so that a new version of the document keeps what is unaltered
};

/// Those of a section, in order, each once. A bullet is a sentence; under a line that ends with a colon and says "ska", each of the
/// bullets is one together with that line.
std::vector<DutySentence> duties_in(std::string_view heading, std::string_view body);

/// What the registers can prove of a sentence; kDutyProofs says by which words it asks for that.
enum class DutyProof : std::uint8_t {
    information_classified,
    information_owned,
    systems_owned,
    risks_analysed,
    administrators_appointed,
    deviations_mended,
    incidents_told,
    reported,
    controlled,
};

struct DutyProofFacts {
    DutyProof proof;
    std::string_view name;   ///< its words are "duty.proof.NAME"
    std::string_view words;  ///< folded; all that are parted by a space, any of those parted by |. Each may be a part of a word
};

/// Every proof. A sentence may ask for several.
inline constexpr DutyProofFacts kDutyProofs[] = {
    {DutyProof::information_classified, "information_classified", "klassas|klassade|klassificeras|klassificerad"},
    {DutyProof::information_owned, "information_owned", "informationsägare|informationstillgång ägare finnas|utse"},
    {DutyProof::systems_owned, "systems_owned", "systemägare|system ägare finnas|utse"},
    {DutyProof::risks_analysed, "risks_analysed", "riskanalys|riskbedöm göras|genomföras|uppdateras"},
    {DutyProof::administrators_appointed, "administrators_appointed", "dataskyddshandläggare finnas|utse"},
    {DutyProof::deviations_mended, "deviations_mended", "åtgärda brist"},
    {DutyProof::incidents_told, "incidents_told", "rapportera|anmäla|rapporteras|anmälas incident myndighet"},
    {DutyProof::reported, "reported", "två|halvår rapport kommunstyrelse|ledningsgrupp"},
    {DutyProof::controlled, "controlled", "internkontroll följas|följs|följa|genomföras|omfatta"},
};

/// The proofs that a sentence asks for, in the order of the table; none: somebody has to judge it.
std::vector<const DutyProofFacts*> proofs_of(std::string_view sentence);

}  // namespace lisa
