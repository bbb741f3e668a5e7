#pragma once
// The workshop of the classification that is open (K6), as its facilitator's screen knows it from the server.
#include <string>

#include "platform/platform.h"
#include "workshop/workshop.h"

namespace lisa::app {

struct Leading {
    std::string classification{};  ///< whose tab is open; empty: none
    bool is_known = false;         ///< the server has answered
    bool is_offline = false, was_interrupted = false;
    std::string code{}, address{};  ///< code: empty while no workshop is under way
    workshop::Board board{};
    std::string problem{};  ///< message key
};

/// Takes up what the server answered.
void take(Leading& leading, const platform::Reply& reply);

}  // namespace lisa::app
