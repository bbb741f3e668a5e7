# Dear ImGui from Debian's newer suite: a private apt configuration with the machine's own mirror and keys. The system's
# package lists stay as they are, and apt checks the signature as always.

imgui_from_debian() {
    local target=$PWD work
    work=$(mktemp -d)
    trap "rm -rf '$work'" EXIT  # expanded now: the name is local
    mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/download"
    newer_suite >"$work/newer.sources"
    # apt downloads as its own unprivileged user when it runs as root: that user must be able to write here.
    if ((EUID == 0)); then chmod 755 "$work"; chown -R _apt "$work/lists" "$work/cache" "$work/download"; fi
    local -a apt=(apt-get -q -o Dir::Etc::sourcelist="$work/newer.sources" -o Dir::Etc::sourceparts=/dev/null
        -o Dir::State::Lists="$work/lists" -o Dir::Cache="$work/cache")
    "${apt[@]}" update
    (cd "$work/download"; "${apt[@]}" source --download-only imgui)
    dpkg-source --no-check -x "$work"/download/imgui_*.dsc "$work/imgui"
    local number
    number=$(awk '$2 == "IMGUI_VERSION_NUM" { print $3 }' "$work/imgui/imgui.h")
    if ((number < IMGUI_AT_LEAST)); then
        echo "Debian's suite $IMGUI_SUITE has Dear ImGui $number, but $IMGUI_AT_LEAST or newer is needed."
        return 1
    fi
    cp "$work"/imgui/{imgui,imconfig,imgui_internal,imstb_rectpack,imstb_textedit,imstb_truetype}.h "$target"
    cp "$work"/imgui/imgui{,_draw,_tables,_widgets}.cpp "$work/imgui/LICENSE.txt" "$target"
    awk '$2 == "IMGUI_VERSION" { gsub("\"", "", $3); print "Dear ImGui " $3 }' "$work/imgui/imgui.h" >"$target/VERSION"
}

# The machine's main Debian archive, as apt itself understands its configuration, but for the newer suite's sources.
newer_suite() {
    local archive
    archive=$(apt-get indextargets --format '$(ORIGIN)|$(COMPONENT)|$(RELEASE)|$(REPO_URI)' 'Created-By: Packages' |
        awk -F'|' '$1 == "Debian" && $2 == "main" && $3 !~ /-/ { print $4; exit }')
    if [[ -z $archive ]]; then
        echo "apt knows no Debian archive on this machine; set LISA_IMGUI_DIR to a copy of Dear ImGui 1.92 or newer." >&2
        return 1
    fi
    printf 'Types: deb-src\nURIs: %s\nSuites: %s\nComponents: main\n' "$archive" "$IMGUI_SUITE"
    printf 'Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg\n'
}
