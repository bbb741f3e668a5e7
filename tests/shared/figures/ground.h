#pragma once
// The small municipality as figures are counted from it.
#include "figures/figure.h"
#include "shared/insight/world.h"

namespace lisa::test {

struct Ground : World {
    std::string at = "2026-11-25T13:00:00Z";
    std::string since{};

    Basis basis() const {
        return Basis([this](const Entity& of) { return all(of); }, at, since);
    }
    Reading read(std::string_view key, const Scope& scope = {}) const {
        const Figure* figure = find_figure(key);
        REQUIRE_MESSAGE(figure, key);
        return evaluate(*figure, basis(), scope);
    }
    /// "2 of 3", as the figure stands.
    std::string parts(std::string_view key, const Scope& scope = {}) const {
        const Reading reading = read(key, scope);
        return std::to_string(reading.part()) + " of " + std::to_string(reading.whole());
    }
};

}  // namespace lisa::test
