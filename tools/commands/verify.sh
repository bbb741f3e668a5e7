# Checks a database's journal. Without a name it is the demo's.
source tools/commands/setup.sh
source tools/lib/build.sh

command_verify() {
    setup_build_tools
    build native lisa_server
    exec "$LISA_BUILD/native/lisa_server" verify --db "${1:-$LISA_DATA/demo.db}"
}
