#!/usr/bin/env bash
# browser_test.sh ENGINE COMMAND...: runs a browser test with that engine's program and, where it needs one, a screen.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/browsers.sh"

engine=$1
shift
case $engine in
    chromium) exec "$@" ;;
    firefox | webkit)
        export LIBGL_ALWAYS_SOFTWARE=1
        exec xvfb-run -a -s "-screen 0 1400x1000x24" "$@"
        ;;
esac
