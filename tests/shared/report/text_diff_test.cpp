#include "report/text_diff.h"

#include <doctest/doctest.h>

#include <chrono>
#include <random>

using namespace lisa;

namespace {

/// "-old +new =kept", one line each.
std::string sketch(std::string_view before, std::string_view after) {
    std::string text;
    for (const DiffLine& line : text_diff(before, after))
        text += (line.kind == DiffKind::kept ? "=" : line.kind == DiffKind::removed ? "-" : "+") + line.text + "\n";
    return text;
}

/// The text of one side, out of the lines.
std::string side(const std::vector<DiffLine>& lines, DiffKind kind) {
    std::string text;
    for (const DiffLine& line : lines)
        if (line.kind == DiffKind::kept || line.kind == kind) text += line.text + "\n";
    return text;
}

/// The changed words of a line, each in brackets.
std::string marked(const DiffLine& line) {
    std::string text;
    std::size_t at = 0;
    for (const DiffSpan& span : line.changed) {
        text += line.text.substr(at, span.begin - at) + "[" + line.text.substr(span.begin, span.size) + "]";
        at = span.begin + span.size;
    }
    return text + line.text.substr(at);
}

double seconds(std::string_view before, std::string_view after) {
    const auto start = std::chrono::steady_clock::now();
    const std::vector<DiffLine> lines = text_diff(before, after);
    const double took = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    CHECK(side(lines, DiffKind::removed) == before);
    CHECK(side(lines, DiffKind::added) == after);
    return took;
}

}  // namespace

TEST_CASE("P1 the same text has only kept lines") {
    CHECK(sketch("", "").empty());
    CHECK(sketch("Syfte\n\nPolicyn gäller alla.", "Syfte\n\nPolicyn gäller alla.") == "=Syfte\n=\n=Policyn gäller alla.\n");
    CHECK(sketch("a\nb\n", "a\r\nb") == "=a\n=b\n");
}

TEST_CASE("P1 lines that came and went are told apart from those that stayed") {
    CHECK(sketch("", "ny") == "+ny\n");
    CHECK(sketch("gammal", "") == "-gammal\n");
    CHECK(sketch("a\nb\nc", "a\nc") == "=a\n-b\n=c\n");
    CHECK(sketch("a\nc", "a\nb\nc") == "=a\n+b\n=c\n");
    CHECK(sketch("a\nb\nc", "x\ny") == "-a\n-b\n-c\n+x\n+y\n");
    CHECK(sketch("\n\n", "\n") == "=\n-\n");
}

TEST_CASE("P1 a moved line is removed in one place and added in another") {
    CHECK(sketch("ett\ntvå\ntre\nfyra", "två\ntre\nfyra\nett") == "-ett\n=två\n=tre\n=fyra\n+ett\n");
}

TEST_CASE("P1 repeated lines give the longest common part") {
    // By hand: of a b a b and b a b a the longest common part has three lines.
    CHECK(sketch("a\nb\na\nb", "b\na\nb\na") == "-a\n=b\n=a\n=b\n+a\n");
}

TEST_CASE("P1 a reworded line shows the words that differ") {
    const auto lines = text_diff("Syfte\nNämnden ansvarar för den egna informationen.\nSlut", "Syfte\nNämnden ansvarar för all sin egen information.\nSlut");
    REQUIRE(lines.size() == 4);
    CHECK(lines[1].kind == DiffKind::removed);
    CHECK(lines[2].kind == DiffKind::added);
    CHECK(lines[1].is_reworded);
    CHECK(lines[2].is_reworded);
    CHECK_FALSE(lines[0].is_reworded);
    CHECK(marked(lines[1]) == "Nämnden ansvarar för [den egna informationen].");
    CHECK(marked(lines[2]) == "Nämnden ansvarar för [all sin egen information].");
}

TEST_CASE("P1 a word that only came marks nothing in the older wording") {
    const auto lines = text_diff("Alla chefer ansvarar.", "Alla chefer och ledare ansvarar.");
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].is_reworded);
    CHECK(lines[0].changed.empty());
    CHECK(marked(lines[1]) == "Alla chefer [och ledare ]ansvarar.");
}

TEST_CASE("P1 lines with little in common are not called a rewording") {
    const auto lines = text_diff("Kommunen har en policy.", "Skolan delar ut böcker idag.");
    REQUIRE(lines.size() == 2);
    CHECK_FALSE(lines[0].is_reworded);
    CHECK(lines[1].changed.empty());
    CHECK_FALSE(text_diff("a\n", "\n").front().is_reworded);
}

TEST_CASE("P1 a rewording stands beside its line although other lines came around it") {
    CHECK(sketch("Nämnden ansvarar för sin information.", "Ett nytt stycke.\nNämnden ansvarar för all information.\nEtt till.") ==
          "+Ett nytt stycke.\n-Nämnden ansvarar för sin information.\n+Nämnden ansvarar för all information.\n+Ett till.\n");
}

TEST_CASE("P1 spans never cut a letter in two") {
    const auto lines = text_diff("Både å och ä är kvar här", "Både å och ö är kvar här");
    REQUIRE(lines.size() == 2);
    CHECK(marked(lines[0]) == "Både å och [ä] är kvar här");
    CHECK(marked(lines[1]) == "Både å och [ö] är kvar här");
    const auto broken = text_diff("\xC3 a b c \xFF", "\xC3 a b d \xFF");
    CHECK(side(broken, DiffKind::removed) == "\xC3 a b c \xFF\n");
}

TEST_CASE("P1 any two texts can be put together again from their difference") {
    std::mt19937 random(20261125);
    for (int round = 0; round < 2'000; ++round) {
        const auto text = [&] {
            std::string lines;
            for (auto n = random() % 12; n > 0; --n) {
                for (auto words = random() % 5; words > 0; --words) lines += "abcde"[random() % 5] + std::string(random() % 2, ' ');
                lines += '\n';
            }
            return lines;
        };
        const std::string before = text(), after = text();
        const auto lines = text_diff(before, after);
        REQUIRE(side(lines, DiffKind::removed) == before);
        REQUIRE(side(lines, DiffKind::added) == after);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            std::size_t end = 0;
            for (const DiffSpan& span : lines[i].changed) {
                REQUIRE((span.begin > end || end == 0));
                REQUIRE(span.size > 0);
                end = span.begin + span.size;
            }
            REQUIRE(end <= lines[i].text.size());
            if (!lines[i].is_reworded) continue;
            REQUIRE(lines[i].kind != DiffKind::kept);
            const std::size_t other = lines[i].kind == DiffKind::removed ? i + 1 : i - 1;
            REQUIRE(other < lines.size());
            REQUIRE(lines[other].is_reworded);
        }
    }
}

TEST_CASE("P1 the largest documents are compared in a moment") {
    constexpr double kLimit = 10;  // seconds, with room for a slow machine and a checked build; about one in an ordinary one
    std::mt19937 random(7);
    const auto text = [&](std::size_t words_in_line, unsigned vocabulary) {
        std::string lines;
        while (lines.size() < 400'000) {
            for (std::size_t i = 0; i < words_in_line; ++i) lines += "ord" + std::to_string(random() % vocabulary) + " ";
            lines += '\n';
        }
        return lines;
    };
    CHECK(seconds(text(12, 1'000), text(12, 1'000)) < kLimit);  // nothing in common but the words
    CHECK(seconds(text(1, 2), text(1, 2)) < kLimit);            // nothing but repetitions
    CHECK(seconds(text(60'000, 9), text(60'000, 9)) < kLimit);  // one endless line
    CHECK(seconds(text(1, 40'000), text(1, 40'000)) < kLimit);  // many lines that stand once
    CHECK(seconds(std::string(400'000, '\n'), "x\n" + std::string(399'998, '\n')) < kLimit);
    std::string nested, reversed;
    for (int i = 0; i < 30'000; ++i) {
        nested += std::to_string(i + 1) + "\n" + std::to_string(i) + "\n";
        reversed += std::to_string(30'000 - i) + "\n" + std::to_string(30'001 - i) + "\n";
    }
    CHECK(seconds(nested, "x\n" + nested + "y\n") < kLimit);
    CHECK(seconds(nested, reversed) < kLimit);
}
