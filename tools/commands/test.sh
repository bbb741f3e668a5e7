# Every test: native, under the sanitizers, in three browsers. The last line is "N passed, N failed".
source tools/commands/setup.sh
source tools/lib/build.sh

command_test() {
    setup_browsers
    build native
    build web
    build asan
    # One CTest run over both trees, so that there is one total.
    mkdir -p "$LISA_BUILD/tests"
    printf 'subdirs("%s")\n' "$LISA_BUILD/native" "$LISA_BUILD/asan" >"$LISA_BUILD/tests/CTestTestfile.cmake"
    local log="$LISA_BUILD/tests/output.txt" status=0
    local -a filter=()
    if (($# > 0)); then filter=(-R "$1"); fi
    ctest --test-dir "$LISA_BUILD/tests" --output-on-failure --no-tests=error -j2 "${filter[@]}" 2>&1 | tee "$log" ||
        status=$?
    count_tests "$log"
    return "$status"
}

# CTest says "92% tests passed, 1 tests failed out of 13".
count_tests() {
    local failed=0 total=0
    if [[ $(<"$1") =~ ([0-9]+)\ tests\ failed\ out\ of\ ([0-9]+) ]]; then
        failed=${BASH_REMATCH[1]} total=${BASH_REMATCH[2]}
    fi
    say "$((total - failed)) passed, $failed failed"
}
