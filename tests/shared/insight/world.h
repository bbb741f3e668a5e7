#pragma once
// The small municipality with what stands around a record in it, and what Lisa says about that record.
#include <doctest/doctest.h>

#include <algorithm>

#include "i18n/catalog_words.h"
#include "insight/insight.h"
#include "shared/memory.h"

namespace lisa::test {

inline constexpr std::string_view kToday = "2026-11-25";

using Values = std::map<std::string, Value>;

/// The municipality with what stands around a record in it, as a Swedish reader sees it.
struct World : Municipality {
    Language language = Language::swedish;
    Reader reader{*this};
    Actor who = holder(Role::coordinator, "kommun");

    Around around() const {
        return {
            .reader = reader,
            .who = who,
            .today = std::string(kToday),
            .now = std::string(kToday) + "T13:00:00Z",
            .rows = [this](const Entity& of) { return all(of); },
            .referring = referring(),
            .find = finder(),
        };
    }
    Insight insight(const Entity& entity, std::string_view name) { return insight_of(at(entity, id(name)), around()); }

    void add(const Entity& entity, std::string_view name, const Values& values) { put(entity, id(name), values); }
    void set(const Entity& entity, std::string_view name, std::string_view field, Value value) {
        records.at({std::string(entity.name), id(name)}).values[position(entity, field)] = std::move(value);
    }
};

inline std::string phrase(std::string_view key) {
    REQUIRE_MESSAGE(has_message(key), key);
    return std::string(say(Language::swedish, key));
}

inline bool remarks(const Insight& insight, std::string_view key) {
    return std::find(insight.remarks.begin(), insight.remarks.end(), phrase(key)) != insight.remarks.end();
}

/// Whether some remark says the text that a key gives with its placeholders filled.
inline bool remarks(const Insight& insight, std::string_view key, std::initializer_list<std::pair<std::string_view, std::string>> values) {
    return std::find(insight.remarks.begin(), insight.remarks.end(), fill(phrase(key), values)) != insight.remarks.end();
}

inline const Fact* fact(const Insight& insight, std::string_view label_key) {
    const std::string label = phrase(label_key);
    for (const Fact& one : insight.facts)
        if (one.label == label) return &one;
    return nullptr;
}

inline bool says(const std::vector<std::string>& sentences, std::string_view part) {
    return std::any_of(sentences.begin(), sentences.end(), [&](const std::string& one) { return one.find(part) != std::string::npos; });
}

inline std::string all_words(const Insight& insight) {
    std::string text;
    for (const Fact& one : insight.facts) {
        text += one.label + ": " + one.text + "\n";
        for (const std::string& reason : one.because) text += "  " + reason + "\n";
    }
    for (const std::string& remark : insight.remarks) text += remark + "\n";
    return text;
}

/// A classification of the grades that can be decided.
inline Values sound_classification() {
    return {{"asset", text(id("grades"))},
            {"held_on", text("2026-10-01")},
            {"confidentiality_individual", number(2)},
            {"confidentiality_trust", number(1)},
            {"confidentiality_motive", text("Betygen är pojkarnas och flickornas egna")},
            {"integrity_law", number(3)},
            {"integrity_motive", text("Fel betyg ger fel skola")},
            {"availability_operations", number(1)},
            {"availability_motive", text("Kan vänta någon dag")}};
}

/// The grades with levels that hold until next year.
inline void classify(World& world) {
    for (const auto& [field, level] : {std::pair{"confidentiality", 2}, {"integrity", 3}, {"availability", 1}})
        world.set(kAsset, "grades", field, number(level));
    world.set(kAsset, "grades", "classified_on", text("2026-10-01"));
    world.set(kAsset, "grades", "review_on", text("2027-10-01"));
}

inline constexpr const char* kCells = "0,0,1,1,1;0,1,1,2,2;1,1,2,3,3;1,2,3,3,4;2,3,3,4,4";

inline void add_matrix(World& world) {
    Values matrix{{"name", text("Matris")}, {"version", text("1")},  {"size", number(5)},
                  {"cells", text(kCells)},  {"appetite", number(1)}, {"unit", text(id("kommun"))}};
    constexpr const char* kAccepters[] = {"system_owner", "information_owner", "manager", "chief_executive", "nobody"};
    for (int i = 0; i < 5; ++i) {
        matrix["likelihood_" + std::to_string(i + 1)] = matrix["consequence_" + std::to_string(i + 1)] = text("Steg");
        matrix["accept_" + std::to_string(i)] = text(kAccepters[i]);
    }
    world.add(kRiskMatrix, "matrix", matrix);
    world.add(kRiskAnalysis, "analysis",
              {{"name", text("Elevregistret")}, {"kind", text("system")}, {"matrix", text(id("matrix"))}, {"unit", text(id("board_a"))}});
}

/// A risk of level 3 today that nothing else is wrong with.
inline void add_risk(World& world, int likelihood = 3, int consequence = 3) {
    world.add(kRisk, "risk",
              {{"name", text("Utpressningsvirus")},
               {"analysis", text(id("analysis"))},
               {"status", text("assessed")},
               {"owner", text(id("anna"))},
               {"asset", text(id("grades"))},
               {"current_likelihood", number(likelihood)},
               {"current_consequence", number(consequence)},
               {"assessed_on", text("2026-10-15")}});
}

}  // namespace lisa::test
