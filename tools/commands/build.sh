# Builds one half, both, or everything.
source tools/commands/setup.sh
source tools/lib/build.sh

command_build() {
    setup_build_tools
    case ${1:-} in
        '') build native; build web ;;
        all) build native; build web; build asan ;;
        native | web | asan) build "$1" ;;
        *) die "there is nothing called '$1' to build." "It is native, web, asan or all." ;;
    esac
}
