// The catalogue is checked here, in one file: looking through it takes the compiler longer than compiling most others.
#include "domain/catalog.h"

#include "domain/menu.h"
#include "schema/lint.h"

namespace lisa {

static_assert(lint(kCatalog));
static_assert(lint_menu());

}  // namespace lisa
