# The server: a library, so that tests reach every part of it, and a small main.

file(GLOB_RECURSE backend_sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/backend/*.cpp")
list(REMOVE_ITEM backend_sources "${CMAKE_SOURCE_DIR}/backend/main.cpp")
add_library(lisa_backend STATIC ${backend_sources} "${LISA_SQLITE_DIR}/sqlite3.h")
set_target_properties(lisa_backend PROPERTIES LINKER_LANGUAGE CXX)
target_include_directories(lisa_backend PUBLIC "${CMAKE_SOURCE_DIR}/backend")
target_link_libraries(lisa_backend PUBLIC lisa_shared sqlite3 httplib sodium qrencode CURL::libcurl PRIVATE lisa_options)

if(EXISTS "${CMAKE_SOURCE_DIR}/backend/main.cpp")
    add_executable(lisa_server "${CMAKE_SOURCE_DIR}/backend/main.cpp")
    target_link_libraries(lisa_server PRIVATE lisa_backend lisa_options)
endif()
