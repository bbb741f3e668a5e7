# Where the third-party sources lie: the builder's own copy if an environment variable names one, else what
# `./lisa setup` fetched into the cache (tools/lib/paths.sh has the same rule).

if(DEFINED ENV{LISA_CACHE})
    set(lisa_cache "$ENV{LISA_CACHE}")
elseif(DEFINED ENV{XDG_CACHE_HOME})
    set(lisa_cache "$ENV{XDG_CACHE_HOME}/lisa")
else()
    set(lisa_cache "$ENV{HOME}/.cache/lisa")
endif()

function(lisa_dependency name file)
    string(TOUPPER "LISA_${name}_DIR" variable)
    if(DEFINED ENV{${variable}})
        set(directory "$ENV{${variable}}")
    else()
        set(directory "${lisa_cache}/deps/${name}")
    endif()
    if(NOT EXISTS "${directory}/${file}")
        message(FATAL_ERROR "${directory} has no ${file}. Run './lisa setup build-tools', or set ${variable}.")
    endif()
    set(${variable} "${directory}" PARENT_SCOPE)
endfunction()

lisa_dependency(imgui imgui.h)
lisa_dependency(icons lucide.ttf)
if(NOT EMSCRIPTEN)
    lisa_dependency(sqlite sqlite3.c)
    lisa_dependency(httplib httplib.cpp)
endif()

# Inter's static instances. Debian keeps them here; LISA_FONTS_DIR may name another place.
set(LISA_FONTS_DIR /usr/share/fonts/opentype/inter)
if(DEFINED ENV{LISA_FONTS_DIR})
    set(LISA_FONTS_DIR "$ENV{LISA_FONTS_DIR}")
endif()

# Debian's Python comes first: it is the one that has fontTools and brotli.
find_program(LISA_PYTHON python3 HINTS /usr/bin NO_CMAKE_FIND_ROOT_PATH)

# nlohmann/json is header-only and the same for both halves, but the system's include folder as a whole must not reach
# the web compiler: a link gives it this one folder.
find_path(LISA_JSON_DIR nlohmann/json.hpp HINTS /usr/include NO_CMAKE_FIND_ROOT_PATH)
if(NOT LISA_JSON_DIR)
    message(FATAL_ERROR "nlohmann/json is missing. Run './lisa setup build-tools'.")
endif()
file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/third_party")
file(CREATE_LINK "${LISA_JSON_DIR}/nlohmann" "${CMAKE_BINARY_DIR}/third_party/nlohmann" SYMBOLIC)
