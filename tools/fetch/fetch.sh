# Fetches third-party sources into the cache. A directory appears there only when it is whole and checked.
source "$LISA_ROOT/tools/fetch/pins.sh"
source "$LISA_ROOT/tools/fetch/imgui.sh"

fetch_dependencies() {
    fetch_one "$LISA_SQLITE_DIR" sqlite "$SQLITE_PACKAGE $SQLITE_FILES" "SQLite ($SQLITE_PACKAGE)" \
        from_npm "$SQLITE_PACKAGE" "$SQLITE_FILES" package/deps/sqlite3/sqlite3.c package/deps/sqlite3/sqlite3.h
    fetch_one "$LISA_HTTPLIB_DIR" httplib "$HTTPLIB_PACKAGE $HTTPLIB_FILES" "cpp-httplib ($HTTPLIB_PACKAGE)" httplib_from_bundle
    fetch_one "$LISA_ICONS_DIR" icons "$ICONS_PACKAGE $ICONS_FILES" "icons ($ICONS_PACKAGE)" \
        from_npm "$ICONS_PACKAGE" "$ICONS_FILES" package/font/lucide.ttf package/font/codepoints.json package/LICENSE
    fetch_one "$LISA_IMGUI_DIR" imgui "$IMGUI_SUITE $IMGUI_AT_LEAST" "Dear ImGui (Debian source, $IMGUI_SUITE)" imgui_from_debian
}

# fetch_one DIRECTORY NAME PIN LABEL COMMAND...: does nothing when the cache holds this pin or the builder has a copy of
# their own. The command fills the current directory, an empty one.
fetch_one() {
    local directory=$1 name=$2 pin=$3 label=$4
    shift 4
    if [[ $directory != "$LISA_CACHE/deps/$name" ]]; then
        [[ -d $directory ]] || die "your own copy of $name is not there: $directory"
        return
    fi
    if [[ -f $directory/.pin && $(<"$directory/.pin") == "$pin" ]]; then return; fi
    need_disk "$LISA_CACHE" 400
    step "fetch $label" fill_directory "$directory" "$pin" "$@"
    if [[ -f $directory/VERSION ]]; then say "    took $(<"$directory/VERSION")"; fi
}

fill_directory() {
    local directory=$1 pin=$2 work
    shift 2
    mkdir -p "$(dirname "$directory")"
    work=$(mktemp -d "$directory.XXXXXX")
    trap "rm -rf '$work'" EXIT  # expanded now: the name is local
    mkdir "$work/whole"
    (cd "$work/whole"; "$@")
    printf '%s' "$pin" >"$work/whole/.pin"
    chmod -R a+rX "$work/whole"
    rm -rf "$directory"
    mv "$work/whole" "$directory"
}

# from_npm PACKAGE FILES PATH...: the named paths of an npm package, flat, checked against FILES.
from_npm() {
    local package=$1 files=$2
    shift 2
    npm pack "$package" --ignore-scripts --prefer-offline --loglevel=error >/dev/null
    tar -xzf ./*.tgz "$@"
    local path
    for path in "$@"; do mv "$path" .; done
    rm -rf ./*.tgz package
    sha256sum --check --quiet <<<"${files#$'\n'}"
}

httplib_from_bundle() {
    npm pack "$HTTPLIB_PACKAGE" --ignore-scripts --prefer-offline --loglevel=error >/dev/null
    tar -xzf ./*.tgz package/llama/gitRelease.bundle
    git init --quiet --bare bundle
    git -C bundle fetch --quiet ../package/llama/gitRelease.bundle
    local file
    for file in httplib.h httplib.cpp LICENSE; do
        git -C bundle show "FETCH_HEAD:vendor/cpp-httplib/$file" >"$file"
    done
    rm -rf ./*.tgz package bundle
    sha256sum --check --quiet <<<"${HTTPLIB_FILES#$'\n'}"
}
