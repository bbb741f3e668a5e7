# Our code that both halves compile: the domain, and the client's screens (natively only for their tests).

file(GLOB_RECURSE shared_sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/shared/*.cpp")
add_library(lisa_shared STATIC ${shared_sources})
target_include_directories(lisa_shared PUBLIC "${CMAKE_SOURCE_DIR}/shared" "${LISA_GENERATED}")
target_link_libraries(lisa_shared PUBLIC json PRIVATE lisa_options)
add_dependencies(lisa_shared lisa_generated)

file(GLOB_RECURSE client_sources CONFIGURE_DEPENDS
    "${CMAKE_SOURCE_DIR}/web/semantics/*.cpp"
    "${CMAKE_SOURCE_DIR}/web/ui/*.cpp"
    "${CMAKE_SOURCE_DIR}/web/views/*.cpp"
    "${CMAKE_SOURCE_DIR}/web/app/*.cpp")
add_library(lisa_client STATIC ${client_sources} "${LISA_GENERATED}/icons/icons_table.h")
set_target_properties(lisa_client PROPERTIES LINKER_LANGUAGE CXX)
target_include_directories(lisa_client PUBLIC "${CMAKE_SOURCE_DIR}/web")
target_link_libraries(lisa_client PUBLIC lisa_shared imgui PRIVATE lisa_options)
