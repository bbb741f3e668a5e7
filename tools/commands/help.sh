# What the commands are, and what can be chosen.

command_help() {
    if [[ ${1:-} == setup ]]; then
        help_setup
        return
    fi
    cat <<'TEXT'
Lisa, a management system for information security.

  ./lisa run [--port N] [...]   set up what is missing, build, load the demo and start the server
  ./lisa test [NAME]            set up what is missing, build, run every test (or those whose names match NAME)

  ./lisa setup [STAGE]          only set up: build-tools, browsers, check-tools; without a stage the first two
  ./lisa build [WHAT]           native (server and tests), web, asan or all; without WHAT native and web
  ./lisa demo                   make the demo database, or leave it as it is when it is there
  ./lisa verify [DATABASE]      check the journal's chain and that every table can be rebuilt from it
  ./lisa check                  format, three compilers, layers, and words that must not be in the tree
  ./lisa bench [...]            measure speed and sizes
  ./lisa listen                 the main story through a real screen reader, Orca with Firefox
  ./lisa help [setup]           this text, or everything about setting up

Data lie in ./data, or in $LISA_DATA. Everything else about the program is in README.md.
TEXT
}

help_setup() {
    cat <<'TEXT'
Setting up needs Debian 12 or newer, a network, about 4 GB of disk, and root or sudo for the packages. Each part is
done once; after a failure the same command goes on where it stopped.

  build-tools   compilers, Emscripten, libraries and fonts from Debian; Dear ImGui, SQLite, cpp-httplib and icons
  browsers      Chromium, Firefox and WebKit from Debian, and their drivers from npm (only for ./lisa test)
  check-tools   clang and clang-format (only for ./lisa check)

Fetched sources lie in $LISA_CACHE, else ~/.cache/lisa, shared by all checkouts.

Own copies, for machines without a network or for other versions. Each names a folder or a program:

  LISA_IMGUI_DIR     Dear ImGui 1.92 or newer: imgui.h and its .cpp files
  LISA_SQLITE_DIR    sqlite3.c and sqlite3.h
  LISA_HTTPLIB_DIR   cpp-httplib, split: httplib.h and httplib.cpp
  LISA_ICONS_DIR     lucide.ttf and codepoints.json
  LISA_FONTS_DIR     Inter-Regular and Inter-SemiBold, .otf or .ttf
  EMSDK              an Emscripten SDK
  CHROMIUM, FIREFOX, MINIBROWSER   the browsers' programs

  LISA_OWN_PACKAGES=1   install nothing by apt: you have seen to it yourself (also on other distributions)
  LISA_CACHE            where fetched sources lie
TEXT
}
