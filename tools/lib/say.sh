# How the scripts talk: short lines, one per step, with the seconds it took.

say() { printf '%s\n' "$*"; }

# Ends the program with one message: what is wrong, then how to go on.
die() {
    printf '\nlisa: %s\n' "$1" >&2
    shift
    for line in "$@"; do printf '      %s\n' "$line" >&2; done
    exit 1
}

# step LABEL COMMAND...: runs a slow command quietly, keeps its log, and shows the log's end if it fails.
# The command runs in a subshell of its own, so that `set -e` works inside it.
step() {
    local label=$1 started=$SECONDS log
    shift
    mkdir -p "$LISA_CACHE/log"
    log="$LISA_CACHE/log/${label//[^A-Za-z0-9]/-}.log"
    printf '  %-52s' "$label"
    ( set -e; "$@" ) >"$log" 2>&1 &
    local child=$!
    if ! wait_visibly "$child"; then
        printf ' failed after %s s\n' "$((SECONDS - started))"
        explain_failure "$label" "$log"
    fi
    printf ' %4s s\n' "$((SECONDS - started))"
}

# A dot every five seconds shows that a long step is alive, on a terminal and in a CI log alike.
wait_visibly() {
    local child=$1 ticks=0
    while kill -0 "$child" 2>/dev/null; do
        sleep 0.1
        ticks=$((ticks + 1))
        if ((ticks % 50 == 0)); then printf '.'; fi
    done
    wait "$child"
}

explain_failure() {
    local label=$1 log=$2
    printf '\n' >&2
    tail -n 15 "$log" | sed 's/^/    | /' >&2
    if grep -qiE 'No space left|ENOSPC' "$log"; then
        die "the disk is full." "Free some space, then run the same command again: it goes on where it stopped."
    elif grep -qiE 'resolv(e|ing)|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|Unable to connect|network is unreachable|Connection (timed|failed)' "$log"; then
        die "no package source could be reached (step: $label)." \
            "Check the network or the proxy settings of apt and npm, then run the same command again:" \
            "it goes on where it stopped. Without a network, see './lisa help setup' for own copies."
    fi
    die "the step '$label' failed; the whole log is in $log" \
        "After the cause is mended, run the same command again: it goes on where it stopped."
}
