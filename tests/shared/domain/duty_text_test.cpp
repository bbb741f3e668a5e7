// The sentences with "ska" of a governing document (F7).
#include <doctest/doctest.h>

#include "domain/duty_text.h"

using namespace lisa;

namespace {

std::vector<std::string> texts(std::string_view body, std::string_view heading = "Ansvar") {
    std::vector<std::string> out;
    for (const DutySentence& one : duties_in(heading, body)) out.push_back(one.text);
    return out;
}

std::string proofs(std::string_view sentence) {
    std::string names;
    for (const DutyProofFacts* one : proofs_of(sentence)) names += (names.empty() ? "" : " ") + std::string(one->name);
    return names;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("F7: a sentence that says what shall be is found, others are not") {
    CHECK(texts("Kommunen är stor. Den ska vara trygg. Skall det vara så? Ingen skallrar.") == Texts{"Den ska vara trygg.", "Skall det vara så?"});
    CHECK(texts("Vi skapar ordning och är på skansen.").empty());
    CHECK(texts("").empty());
    CHECK(texts("Den ska vara trygg. Den ska vara trygg.") == Texts{"Den ska vara trygg."});
    CHECK(texts("Lösenord, t.ex. Bankens, ska bytas enligt 3 kap. Lagen.") == Texts{"Lösenord, t.ex. Bankens, ska bytas enligt 3 kap. Lagen."});
    CHECK(texts("Det gäller version 2.0 som ska finnas") == Texts{"Det gäller version 2.0 som ska finnas"});
}

TEST_CASE("F7: each bullet is a sentence, also under a line that says what shall be for all of them") {
    CHECK(texts("Varje chef ska:\n• utse en ersättare\n• följa upp\n\nVi är glada.") ==
          Texts{"Varje chef ska: utse en ersättare", "Varje chef ska: följa upp"});
    CHECK(texts("Chefen ska:\n\nHen ska vila.") == Texts{"Chefen ska:", "Hen ska vila."});
    CHECK(texts("Målen:\n• Alla ska gå utbildning\n• Vi är glada") == Texts{"Alla ska gå utbildning"});
}

TEST_CASE("F7: the key is that of the heading and the sentence, whatever stands around them") {
    const auto key = [](std::string_view heading, std::string_view body) { return duties_in(heading, body).front().key; };
    const std::string first = key("Ansvar", "Alla ska veta.");
    CHECK(first.size() == 16);
    CHECK(key(" ANSVAR", "Något nytt står först. Alla ska veta.") == first);
    CHECK(key("Roller", "Alla ska veta.") != first);
    CHECK(key("Ansvar", "Alla ska ana.") != first);
}

TEST_CASE("F7: a sentence longer than a field is cut, and is still found by what is left") {
    std::string body = "Alla ska ";
    for (int i = 0; i < 400; ++i) body += "åäö ";
    REQUIRE(texts(body).size() == 1);
    CHECK(texts(body)[0].size() < 2 * kDutyLength);
    CHECK(texts(texts(body)[0]) == texts(body));
}

TEST_CASE("F7: which sentences the registers prove is a table, and what is not in it is left to a person") {
    CHECK(proofs("All information ska klassas.") == "information_classified");
    CHECK(proofs("Varje system ska ha en utsedd ägare, och för all information ska en informationsägare utses.") == "information_owned systems_owned");
    CHECK(proofs("En riskanalys ska göras varje år.") == "risks_analysed");
    CHECK(proofs("Inom varje nämnd ska det finnas en dataskyddshandläggare.") == "administrators_appointed");
    CHECK(proofs("Vi ska åtgärda brister och rapportera incidenter till berörda myndigheter.") == "deviations_mended incidents_told");
    CHECK(proofs("Samordnaren ska två gånger per år rapportera till Kommunstyrelsen.") == "reported");
    for (const char* other : {"Skolans klasser ska få plats.", "Medarbetare ska genomgå utbildning.", "Arbetet ska vara systematiskt.", ""})
        CHECK(proofs(other).empty());
}
