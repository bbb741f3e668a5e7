#pragma once
// Where the histories of a property begin: at 1, so that a failure concerns the change that is tested, or at the number in
// LISA_SEED. `./lisa check` gives another number each time and says which.
#include <cstdlib>
#include <string>

namespace lisa::test {

inline unsigned first_seed() {
    const char* chosen = std::getenv("LISA_SEED");
    return chosen ? static_cast<unsigned>(std::stoul(chosen)) : 1;
}

}  // namespace lisa::test
