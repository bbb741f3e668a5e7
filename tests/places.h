#pragma once
// Where the checkout and what the build generated lie. Only places.cpp knows the paths, so that all other objects are the
// same in every checkout and ccache finds them.
#include <string>

namespace lisa::test {

/// The path of a file of the checkout, given from its root.
std::string source_path(const std::string& below);
/// The path of a file that the build generated.
std::string generated_path(const std::string& below);
/// The Python for which Debian's packages are.
std::string python_program();

}  // namespace lisa::test
