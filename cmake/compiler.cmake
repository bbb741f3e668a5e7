# How everything is compiled. `lisa_options` holds what our own code gets and third parties do not.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
option(LISA_SANITIZE "Build with the address and undefined-behaviour sanitizers" OFF)

# Line tables are enough for a stack trace, and full debug information doubles the time of a build.
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1 -DNDEBUG")
set(CMAKE_C_FLAGS_RELWITHDEBINFO "-O2 -g1 -DNDEBUG")
set(CMAKE_CXX_FLAGS_RELEASE "-Oz -DNDEBUG")  # only the web uses it: bytes are what its users wait for
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1")
set(CMAKE_C_FLAGS_DEBUG "-O1 -g1")

# Paths of the builder's machine stay out of the binaries, which also lets checkouts share ccache's results.
add_compile_options("-ffile-prefix-map=${CMAKE_SOURCE_DIR}=.")

find_program(LISA_CCACHE ccache NO_CMAKE_FIND_ROOT_PATH)
set(lisa_launcher "")
if(LISA_COMPILER_ENVIRONMENT OR LISA_CCACHE)
    set(lisa_launcher env ${LISA_COMPILER_ENVIRONMENT})
    set(CMAKE_CXX_LINKER_LAUNCHER ${lisa_launcher})
    if(LISA_CCACHE)
        list(APPEND lisa_launcher "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" CCACHE_NOHASHDIR=1 "${LISA_CCACHE}")
    endif()
    set(CMAKE_C_COMPILER_LAUNCHER ${lisa_launcher})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${lisa_launcher})
endif()

if(LISA_SANITIZE)
    add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
elseif(NOT EMSCRIPTEN)
    set(CMAKE_POSITION_INDEPENDENT_CODE ON)
    add_compile_options(-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -fstack-protector-strong -fstack-clash-protection)
    add_compile_definitions(_GLIBCXX_ASSERTIONS)
    add_link_options(-pie -Wl,-z,relro,-z,now)
endif()

add_library(lisa_options INTERFACE)
target_compile_options(lisa_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC 12 reports overlaps inside std::string that do not exist (its bug 105651).
    target_compile_options(lisa_options INTERFACE -Wno-restrict)
    if(LISA_SANITIZE)
        # The sanitizers' own branches confuse this one; the native preset still has it.
        target_compile_options(lisa_options INTERFACE -Wno-maybe-uninitialized)
    endif()
endif()
if(EMSCRIPTEN)
    # Errors are values (Result), and neither exceptions nor type information is worth its bytes in a download.
    add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions> $<$<COMPILE_LANGUAGE:CXX>:-fno-rtti>)
    add_compile_definitions(JSON_NOEXCEPTION)
endif()
