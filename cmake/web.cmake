# lisa.js and lisa.wasm, and the folder that the server hands out.

if(NOT EXISTS "${CMAKE_SOURCE_DIR}/web/main.cpp")
    message(STATUS "web/main.cpp is missing: only the libraries are built")
    return()
endif()

file(GLOB platform_sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/web/platform/*.cpp")
add_executable(lisa_web "${CMAKE_SOURCE_DIR}/web/main.cpp" ${platform_sources})
set_target_properties(lisa_web PROPERTIES OUTPUT_NAME lisa)
target_link_libraries(lisa_web PRIVATE lisa_client lisa_options)
target_link_options(lisa_web PRIVATE
    -sENVIRONMENT=web
    -sMODULARIZE=1
    -sEXPORT_ES6=1
    -sDYNAMIC_EXECUTION=0            # a content security policy without 'unsafe-eval'
    -sMIN_WEBGL_VERSION=2
    -sMAX_WEBGL_VERSION=2
    -sALLOW_MEMORY_GROWTH=1
    -sFILESYSTEM=0
    -sASSERTIONS=0
    -sMALLOC=emmalloc
    -sEXPORTED_FUNCTIONS=_main,_malloc,_free
    --closure=0)
set(js_library "${CMAKE_SOURCE_DIR}/web/platform/library.js")
if(EXISTS "${js_library}")
    target_link_options(lisa_web PRIVATE --js-library "${js_library}")
    set_target_properties(lisa_web PROPERTIES LINK_DEPENDS "${js_library}")
endif()

file(GLOB_RECURSE shell_files CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/web/shell/*")
file(GLOB icon_files CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/assets/icons/*.svg" "${CMAKE_SOURCE_DIR}/assets/icons/*.png")
file(GLOB shell_words CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/assets/i18n/*/shell.json")
set(words_module "${LISA_GENERATED}/words.js")
add_custom_command(
    OUTPUT "${words_module}"
    COMMAND "${LISA_PYTHON}" "${CMAKE_SOURCE_DIR}/tools/shell_words.py" "${CMAKE_SOURCE_DIR}/assets/i18n"
            "${CMAKE_SOURCE_DIR}/web/shell" "${words_module}"
    DEPENDS ${shell_words} ${shell_files} "${CMAKE_SOURCE_DIR}/tools/shell_words.py"
    COMMENT "Words of the shell" VERBATIM)
set(program "${CMAKE_BINARY_DIR}/lisa.js" "${CMAKE_BINARY_DIR}/lisa.wasm")
add_custom_command(
    OUTPUT "${CMAKE_BINARY_DIR}/dist.stamp"
    COMMAND "${LISA_PYTHON}" "${CMAKE_SOURCE_DIR}/tools/pack.py" --out "${CMAKE_BINARY_DIR}/dist"
            --cache "${CMAKE_BINARY_DIR}/packed" --shell "${CMAKE_SOURCE_DIR}/web/shell" --words "${words_module}"
            --program ${program} --fonts ${LISA_TEXT_FONTS} "${LISA_ICON_FONT}" --icons ${icon_files} --texts ${LISA_TEXTS}
    COMMAND "${CMAKE_COMMAND}" -E touch "${CMAKE_BINARY_DIR}/dist.stamp"
    DEPENDS lisa_web "${words_module}" ${shell_files} ${icon_files} ${LISA_TEXT_FONTS} "${LISA_ICON_FONT}"
            ${LISA_TEXTS} "${CMAKE_SOURCE_DIR}/tools/pack.py"
    COMMENT "Packing the web folder" VERBATIM)
add_custom_target(lisa_dist ALL DEPENDS "${CMAKE_BINARY_DIR}/dist.stamp")
