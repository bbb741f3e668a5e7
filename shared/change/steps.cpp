#include "change/steps.h"

#include <algorithm>

namespace lisa {

const Step* find_step(const Entity& entity, std::string_view name, std::string_view from) {
    for (const Step& step : entity.steps)
        if (step.name == name && step.from == from) return &step;
    return nullptr;
}

const Step* step_back(const Entity& entity, const Step& step) {
    if (step.from == step.to) return nullptr;
    for (const Step& other : entity.steps)
        if (other.from == step.to && other.to == step.from) return &other;
    return nullptr;
}

std::optional<std::vector<const Step*>> way(const Entity& entity, std::string_view from, std::string_view to, const std::function<bool(const Step&)>& may) {
    struct Reached {
        std::string_view state;
        std::vector<const Step*> steps;
    };
    std::vector<Reached> reached{{from, {}}};  // in the order of how many steps it takes
    for (std::size_t at = 0; at < reached.size(); ++at) {
        if (reached[at].state == to) return reached[at].steps;
        for (const Step& step : entity.steps) {
            const bool is_known = std::any_of(reached.begin(), reached.end(), [&](const Reached& one) { return one.state == step.to; });
            if (step.from != reached[at].state || is_known || !may(step)) continue;
            Reached next{step.to, reached[at].steps};
            next.steps.push_back(&step);
            reached.push_back(std::move(next));
        }
    }
    return std::nullopt;
}

}  // namespace lisa
