# lisa_tests holds every native test; CTest sees one test per folder of tests/ and one per file at its top.

file(GLOB_RECURSE test_sources CONFIGURE_DEPENDS
    "${CMAKE_SOURCE_DIR}/tests/shared/*.cpp"
    "${CMAKE_SOURCE_DIR}/tests/backend/*.cpp"
    "${CMAKE_SOURCE_DIR}/tests/ui/*.cpp"
    "${CMAKE_SOURCE_DIR}/tests/property/*.cpp"
    "${CMAKE_SOURCE_DIR}/tests/golden/*.cpp")
file(GLOB top_sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/tests/*.cpp")
list(APPEND test_sources ${top_sources})

# The one source that knows where it was built.
list(REMOVE_ITEM test_sources "${CMAKE_SOURCE_DIR}/tests/places.cpp")
add_library(lisa_places OBJECT "${CMAKE_SOURCE_DIR}/tests/places.cpp")
target_include_directories(lisa_places PUBLIC "${CMAKE_SOURCE_DIR}")
target_compile_definitions(lisa_places PRIVATE
    "LISA_SOURCE_DIR=\"${CMAKE_SOURCE_DIR}\"" "LISA_GENERATED_DIR=\"${LISA_GENERATED}\"" "LISA_PYTHON=\"${LISA_PYTHON}\"")
target_link_libraries(lisa_places PRIVATE lisa_options)

if(test_sources)
    if(NOT EXISTS "${CMAKE_SOURCE_DIR}/tests/main.cpp")
        set(test_main "${CMAKE_BINARY_DIR}/generated/tests_main.cpp")
        file(CONFIGURE OUTPUT "${test_main}"
            CONTENT "#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN\n#include <doctest/doctest.h>\n")
        list(APPEND test_sources "${test_main}")
    endif()
    add_executable(lisa_tests ${test_sources})
    target_include_directories(lisa_tests PRIVATE "${CMAKE_SOURCE_DIR}" "${CMAKE_SOURCE_DIR}/tests")
    # Compiling the tests is most of a build. Their own code need not be fast, and asserts are a call each:
    # without optimization a test takes 5 s instead of 6, and 9 s instead of 16 with the sanitizers.
    target_compile_definitions(lisa_tests PRIVATE DOCTEST_CONFIG_SUPER_FAST_ASSERTS)
    target_compile_options(lisa_tests PRIVATE -O0 -U_FORTIFY_SOURCE)
    target_link_libraries(lisa_tests PRIVATE lisa_places lisa_client lisa_backend lisa_shared imgui lisa_options)
endif()

add_subdirectory("${CMAKE_SOURCE_DIR}/tests/bench")

if(LISA_SANITIZE)
    set(prefix asan)
else()
    set(prefix native)
endif()

# A filter that matches nothing would pass without this expression.
function(lisa_doctest name pattern)
    add_test(NAME ${prefix}.${name} COMMAND lisa_tests "--source-file=${pattern}")
    set_tests_properties(${prefix}.${name} PROPERTIES
        FAIL_REGULAR_EXPRESSION "test cases: +0 " TIMEOUT 1200
        ENVIRONMENT "UBSAN_OPTIONS=print_stacktrace=1;ASAN_OPTIONS=detect_stack_use_after_return=1")
endfunction()

foreach(folder IN ITEMS shared backend ui property golden)
    file(GLOB_RECURSE inside "${CMAKE_SOURCE_DIR}/tests/${folder}/*.cpp")
    if(inside)
        lisa_doctest(${folder} "*tests/${folder}/*")
    endif()
endforeach()
foreach(source IN LISTS top_sources)
    if(source MATCHES "/([a-z_]+)_test\\.cpp$")
        lisa_doctest(${CMAKE_MATCH_1} "*tests/${CMAKE_MATCH_1}_test.cpp")
    endif()
endforeach()

# Real browsers against the real server. Each engine is one test, alone on the machine.
if(NOT LISA_SANITIZE)
    find_program(LISA_NODE node)
    foreach(engine IN ITEMS chromium firefox webkit)
        file(GLOB files CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/tests/e2e/${engine}*.test.mjs")
        if(files)
            add_test(NAME e2e.${engine}
                COMMAND "${CMAKE_SOURCE_DIR}/tools/browser_test.sh" ${engine} "${LISA_NODE}" --test ${files}
                WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}")
            set_tests_properties(e2e.${engine} PROPERTIES RUN_SERIAL ON TIMEOUT 7200
                ENVIRONMENT "LISA_SERVER=${CMAKE_BINARY_DIR}/lisa_server;LISA_WWW=${CMAKE_SOURCE_DIR}/build/web/dist")
        endif()
    endforeach()
endif()
