# Configures when something about the environment changed, and lets ninja decide the rest.

# build PRESET [TARGET...]
build() {
    local preset=$1 folder="$LISA_BUILD/$1" choices
    shift
    # CMake reads these variables once, so that another choice means configuring anew.
    choices="$LISA_ROOT $LISA_CACHE $LISA_IMGUI_DIR $LISA_SQLITE_DIR $LISA_HTTPLIB_DIR $LISA_ICONS_DIR ${LISA_FONTS_DIR:-} ${EMSDK:-}"
    if [[ ! -f $folder/build.ninja || ! -f $folder/.choices || $(<"$folder/.choices") != "$choices" ]]; then
        step "configure $preset" cmake --preset "$preset"
        printf '%s' "$choices" >"$folder/.choices"
    fi
    local started=$SECONDS
    if ! quiet_when_nothing_to_do ninja -C "$folder" "$@"; then
        die "$preset does not build; the compiler's messages are above."
    fi
    if ((SECONDS - started > 1)); then say "  built $preset in $((SECONDS - started)) s"; fi
}

quiet_when_nothing_to_do() { "$@" | { grep -vE '^ninja: (Entering directory|no work to do)|Re-checking globbed' || true; }; }
