# The demo database. The server marks it as a demo, and leaves one that is there as it is.
source tools/commands/setup.sh
source tools/lib/build.sh

command_demo() {
    setup_build_tools
    build native lisa_server
    load_demo
}

load_demo() {
    mkdir -p "$LISA_DATA"
    "$LISA_BUILD/native/lisa_server" demo --db "$LISA_DATA/demo.db"
    cat "$LISA_DATA/demo.db.sign-in.txt"
}
