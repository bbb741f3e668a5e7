# The story of the tests, heard through a real screen reader: Orca with Firefox on a screen that nobody sees.
source tools/commands/setup.sh
source tools/lib/build.sh

command_listen() {
    setup_browsers
    install_packages listen "${LISTEN_PACKAGES[@]}"
    build native lisa_server
    build web
    source tools/lib/browsers.sh
    LISA_SERVER="$LISA_BUILD/native/lisa_server" LISA_WWW="$LISA_BUILD/web/dist" exec \
        dbus-run-session -- xvfb-run -a -s "-screen 0 1280x900x24" node --test --test-concurrency=1 tests/listen/story.test.mjs
}
