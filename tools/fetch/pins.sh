# What is fetched, and the SHA-256 of every file that is used. docs/decisions.md says why each comes the way it does.

SQLITE_PACKAGE=better-sqlite3@13.2.0   # holds SQLite 3.54.1
SQLITE_FILES="
75a4760a7b9727a4c4c877aec92eacf39e52a8f2921ce00bd33be6d3a8e8e254  sqlite3.c
d6c84557261893439b341d2e6c35187ae3ea24fbfd843ad94616f72d89242b8c  sqlite3.h"

HTTPLIB_PACKAGE=node-llama-cpp@3.22.1  # holds cpp-httplib 0.57.1 in a git bundle
HTTPLIB_FILES="
81e75f6ed590434cf150cd35b01952d335cae682dd8c365b302de97dc2e9373f  httplib.h
4d61c14f6ca2638eee0fee0768b3e405621ae5d9803be72ad79e474d2706c67e  httplib.cpp"

ICONS_PACKAGE=lucide-static@1.62.0
ICONS_FILES="
695a71b7a9f185d2c6d606640db2687c2c93044abba09ded7fcec28b168a70f4  lucide.ttf
ddbd29ba055cbb3284833d291a3424836c52d7d10a533f50e2730a86d0ffeac3  codepoints.json"

# Dear ImGui comes as Debian's source package, so apt checks Debian's signature instead of a hash here.
IMGUI_SUITE=forky
IMGUI_AT_LEAST=19200
