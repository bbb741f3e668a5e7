# Finds Emscripten: the one in $EMSDK, else the emcc on PATH (Debian's package or any other), and works around what
# Debian's packaging leaves open.

if(DEFINED ENV{EMSDK})
    set(lisa_emscripten "$ENV{EMSDK}/upstream/emscripten")
else()
    find_program(LISA_EMCC emcc HINTS /usr/share/emscripten NO_CMAKE_FIND_ROOT_PATH)
    if(NOT LISA_EMCC)
        message(FATAL_ERROR "Emscripten is missing. Run './lisa setup build-tools', or set EMSDK to your own copy.")
    endif()
    file(REAL_PATH "${LISA_EMCC}" lisa_emscripten)
    cmake_path(GET lisa_emscripten PARENT_PATH lisa_emscripten)
endif()

# What emcc needs in its environment. It is put before each compiler call (see cmake/compiler.cmake), so that the build
# does not depend on who starts it.
set(LISA_COMPILER_ENVIRONMENT "")
if(lisa_emscripten STREQUAL "/usr/share/emscripten")
    # Another Python may come first on PATH; Debian's emcc is made for Debian's.
    list(APPEND LISA_COMPILER_ENVIRONMENT "EMSDK_PYTHON=/usr/bin/python3")
    # Only Debian's own node looks for modules where Debian's acorn lies.
    if(EXISTS /usr/share/nodejs/acorn)
        list(APPEND LISA_COMPILER_ENVIRONMENT "NODE_PATH=/usr/share/nodejs")
    endif()
endif()

foreach(setting IN LISTS LISA_COMPILER_ENVIRONMENT)
    string(REGEX MATCH "^([^=]+)=(.*)$" matched "${setting}")
    set(ENV{${CMAKE_MATCH_1}} "${CMAKE_MATCH_2}")
endforeach()

include("${lisa_emscripten}/cmake/Modules/Platform/Emscripten.cmake")
