#include "tests/places.h"

namespace lisa::test {

std::string source_path(const std::string& below) { return std::string(LISA_SOURCE_DIR) + '/' + below; }
std::string generated_path(const std::string& below) { return std::string(LISA_GENERATED_DIR) + '/' + below; }
std::string python_program() { return LISA_PYTHON; }

}  // namespace lisa::test
