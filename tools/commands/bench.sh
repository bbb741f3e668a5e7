# Speed and sizes, of what is really shipped.
source tools/commands/setup.sh
source tools/lib/build.sh

command_bench() {
    setup_browsers
    build native lisa_server lisa_bench
    build web
    source tools/lib/browsers.sh
    LISA_SERVER="$LISA_BUILD/native/lisa_server" LISA_BENCH="$LISA_BUILD/native/lisa_bench" LISA_WWW="$LISA_BUILD/web/dist" LISA_ROOT="$LISA_ROOT" \
        exec node tests/bench/run.mjs "$@"
}
