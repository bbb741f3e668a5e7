# What is made from assets/ before our code is compiled: the words of both languages, the fonts, the icons.
# Headers land in generated/i18n and generated/icons, fonts in generated/fonts.

set(LISA_GENERATED "${CMAKE_BINARY_DIR}/generated")
file(GLOB words CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/assets/i18n/*/*.json")
set(icons "${CMAKE_SOURCE_DIR}/assets/icons/icons.json")
set(generated_files "")
set(words_headers "${LISA_GENERATED}/i18n/words_keys.h" "${LISA_GENERATED}/i18n/words_tree.h" "${LISA_GENERATED}/i18n/words_texts.h")
set(LISA_TEXTS "${LISA_GENERATED}/i18n/sv.txt" "${LISA_GENERATED}/i18n/sv-help.txt"
    "${LISA_GENERATED}/i18n/en.txt" "${LISA_GENERATED}/i18n/en-help.txt")

add_custom_command(
    OUTPUT ${words_headers} ${LISA_TEXTS}
    COMMAND "${LISA_PYTHON}" "${CMAKE_SOURCE_DIR}/tools/words.py" assets/i18n/sv assets/i18n/en
            "${LISA_GENERATED}/i18n"
    DEPENDS ${words} "${CMAKE_SOURCE_DIR}/tools/words.py"
    WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}"
    COMMENT "Words" VERBATIM)
list(APPEND generated_files ${words_headers})

set(LISA_ICON_FONT "${LISA_GENERATED}/fonts/lisa-icons.ttf")
add_custom_command(
    OUTPUT "${LISA_ICON_FONT}" "${LISA_GENERATED}/icons/icons_table.h"
    COMMAND "${LISA_PYTHON}" "${CMAKE_SOURCE_DIR}/tools/icons.py" "${icons}" "${LISA_ICONS_DIR}"
            "${LISA_ICON_FONT}" "${LISA_GENERATED}/icons/icons_table.h"
    DEPENDS "${icons}" "${CMAKE_SOURCE_DIR}/tools/icons.py" "${LISA_ICONS_DIR}/lucide.ttf"
    COMMENT "Icons" VERBATIM)
list(APPEND generated_files "${LISA_GENERATED}/icons/icons_table.h" "${LISA_ICON_FONT}")

set(LISA_TEXT_FONTS "${LISA_GENERATED}/fonts/lisa-regular.ttf" "${LISA_GENERATED}/fonts/lisa-semibold.ttf")
foreach(style IN ITEMS Regular SemiBold)
    string(TOLOWER "lisa-${style}.ttf" file)
    add_custom_command(
        OUTPUT "${LISA_GENERATED}/fonts/${file}"
        COMMAND "${LISA_PYTHON}" "${CMAKE_SOURCE_DIR}/tools/fonts.py" "${LISA_FONTS_DIR}" "Inter-${style}"
                "${LISA_GENERATED}/fonts/${file}"
        DEPENDS "${CMAKE_SOURCE_DIR}/tools/fonts.py"
        COMMENT "Font ${file}" VERBATIM)
endforeach()
list(APPEND generated_files ${LISA_TEXT_FONTS})

add_custom_target(lisa_generated DEPENDS ${generated_files})
