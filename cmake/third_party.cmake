# Other people's code, each as a target of its own, without our warnings.

set(lisa_theirs -w)
if(LISA_SANITIZE)
    # Their memory errors would be ours to know; their undefined behaviour is not, and looking for it doubles the build.
    list(APPEND lisa_theirs -fno-sanitize=undefined)
endif()

add_library(json INTERFACE)
target_include_directories(json SYSTEM INTERFACE "${CMAKE_BINARY_DIR}/third_party")

add_library(imgui STATIC
    "${LISA_IMGUI_DIR}/imgui.cpp"
    "${LISA_IMGUI_DIR}/imgui_draw.cpp"
    "${LISA_IMGUI_DIR}/imgui_tables.cpp"
    "${LISA_IMGUI_DIR}/imgui_widgets.cpp")
target_include_directories(imgui SYSTEM PUBLIC "${LISA_IMGUI_DIR}")
target_compile_options(imgui PRIVATE ${lisa_theirs})
target_compile_definitions(imgui PUBLIC
    IMGUI_DISABLE_OBSOLETE_FUNCTIONS
    IMGUI_DISABLE_DEMO_WINDOWS
    IMGUI_DISABLE_DEFAULT_FONT
    IMGUI_DISABLE_FILE_FUNCTIONS)
if(EMSCRIPTEN)
    target_compile_definitions(imgui PUBLIC IMGUI_DISABLE_DEBUG_TOOLS)
    return()
endif()
# tests/ui defines the hooks: an item that is drawn without a node in the semantic tree fails a test.
target_compile_definitions(imgui PUBLIC IMGUI_ENABLE_TEST_ENGINE)

find_package(Threads REQUIRED)
find_package(ZLIB REQUIRED)

add_library(sqlite3 STATIC "${LISA_SQLITE_DIR}/sqlite3.c")
target_include_directories(sqlite3 SYSTEM PUBLIC "${LISA_SQLITE_DIR}")
target_compile_options(sqlite3 PRIVATE ${lisa_theirs})
target_compile_definitions(sqlite3 PRIVATE
    SQLITE_THREADSAFE=2              # each connection stays with one thread at a time: no mutex inside
    SQLITE_DQS=0                     # "text" is never silently a string
    SQLITE_DEFAULT_FOREIGN_KEYS=1
    SQLITE_DEFAULT_SYNCHRONOUS=2     # FULL also in WAL: an acknowledged commit survives a power cut
    SQLITE_DEFAULT_WAL_SYNCHRONOUS=2
    SQLITE_DEFAULT_MEMSTATUS=0
    SQLITE_LIKE_DOESNT_MATCH_BLOBS
    SQLITE_MAX_EXPR_DEPTH=100
    SQLITE_OMIT_DEPRECATED
    SQLITE_OMIT_LOAD_EXTENSION
    SQLITE_OMIT_SHARED_CACHE
    SQLITE_TRUSTED_SCHEMA=0
    SQLITE_USE_URI=0)
target_link_libraries(sqlite3 PUBLIC Threads::Threads)

add_library(httplib STATIC "${LISA_HTTPLIB_DIR}/httplib.cpp")
target_include_directories(httplib SYSTEM PUBLIC "${LISA_HTTPLIB_DIR}")
target_compile_options(httplib PRIVATE ${lisa_theirs})
target_compile_definitions(httplib PUBLIC CPPHTTPLIB_LISTEN_BACKLOG=1024 CPPHTTPLIB_ZLIB_SUPPORT)
target_link_libraries(httplib PUBLIC Threads::Threads ZLIB::ZLIB)

find_library(LISA_SODIUM sodium REQUIRED)
add_library(sodium INTERFACE)
target_link_libraries(sodium INTERFACE "${LISA_SODIUM}")

find_library(LISA_QRENCODE qrencode REQUIRED)
add_library(qrencode INTERFACE)
target_link_libraries(qrencode INTERFACE "${LISA_QRENCODE}")

find_package(CURL REQUIRED)
