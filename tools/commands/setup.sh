# Brings a fresh machine to where it can build and test. Costs milliseconds when everything is there.
source tools/setup/packages.sh
source tools/setup/drivers.sh
source tools/fetch/fetch.sh

command_setup() {
    local -a stages=("$@")
    if (($# == 0)); then stages=(build-tools browsers); fi
    local stage
    for stage in "${stages[@]}"; do
        case $stage in
            build-tools) setup_build_tools ;;
            browsers) setup_browsers ;;
            check-tools) setup_check_tools ;;
            *) die "there is no stage '$stage'." "./lisa help setup lists them." ;;
        esac
    done
}

setup_build_tools() {
    local -a packages=("${BUILD_PACKAGES[@]}")
    # A newer node or emcc than Debian's stays in use. Debian's npm would also collide with other makers' nodejs.
    if ! has_node_18; then packages+=(nodejs); fi
    if ! command -v npm >/dev/null; then packages+=(npm); fi
    if [[ -z ${EMSDK:-} ]]; then packages+=(emscripten); fi
    install_packages build-tools "${packages[@]}"
    fetch_dependencies
}

setup_browsers() {
    setup_build_tools
    local -a packages=("${BROWSER_PACKAGES[@]}")
    if [[ -z ${CHROMIUM:-} ]]; then packages+=(chromium); fi
    if [[ -z ${FIREFOX:-} ]]; then packages+=(firefox-esr); fi
    if [[ -z ${MINIBROWSER:-} ]]; then packages+=(webkit2gtk-driver); fi
    install_packages browsers "${packages[@]}"
    install_drivers
}

setup_check_tools() {
    setup_build_tools
    install_packages check-tools "${CHECK_PACKAGES[@]}"
}
