# The program, from nothing to a page in the browser.
source tools/commands/demo.sh

command_run() {
    setup_build_tools
    build native lisa_server
    build web
    load_demo
    exec "$LISA_BUILD/native/lisa_server" serve --db "$LISA_DATA/demo.db" --www "$LISA_BUILD/web/dist" "$@"
}
