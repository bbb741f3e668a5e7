# What a reviewer should not have to look for: format, three compilers, layers, words that must not be in the tree,
# and properties that hold for histories nobody has seen before.
source tools/commands/setup.sh
source tools/lib/build.sh

command_check() {
    setup_check_tools
    build native
    step "format" check_format
    step "shared by g++" check_shared g++
    # Checking the whole catalogue while compiling takes clang more steps than it allows itself.
    step "shared by clang++" check_shared clang++ -fconstexpr-steps=10000000
    step "shared by emcc" check_shared_for_the_web
    step "words that must not be there" check_words
    step "layers" ctest --test-dir "$LISA_BUILD/native" --no-tests=error --output-on-failure -R layers
    local seed=$((RANDOM * 32768 + RANDOM))
    step "properties from seed $seed" env LISA_SEED="$seed" ctest --test-dir "$LISA_BUILD/native" --no-tests=error --output-on-failure -R native.property
    say "all checks passed"
}

our_files() { git ls-files --cached --others --exclude-standard -- "$@"; }

check_format() {
    our_files '*.cpp' '*.h' | while read -r file; do if [[ -f $file ]]; then echo "$file"; fi; done |
        xargs clang-format --dry-run --Werror
}

check_shared() {
    our_files 'shared/*.cpp' | xargs -P2 -n1 "$@" -std=c++20 -fsyntax-only -Wall -Wextra -Wpedantic -Werror \
        -Ishared -I"$LISA_BUILD/native/generated" -isystem "$LISA_BUILD/native/third_party"
}

check_shared_for_the_web() {
    # Debian's emcc wants Debian's Python and, with another maker's node, Debian's acorn.
    local -a environment=()
    if [[ -z ${EMSDK:-} ]]; then environment=(EMSDK_PYTHON=/usr/bin/python3 NODE_PATH=/usr/share/nodejs); fi
    check_shared env "${environment[@]}" em++ -fconstexpr-steps=10000000 -fno-exceptions -fno-rtti -DJSON_NOEXCEPTION
}

# No registry's address, no path of one machine, no unfinished work. The patterns are split so as not to find themselves.
check_words() {
    local found=0 pattern
    for pattern in 'regis''try\.npmjs|deb''\.debian\.org|npm''js\.org|nodesource''\.com' \
        '(/ho''me/|/ro''ot/|/wo''rk/)[a-z]' '\b(TO''DO|FIX''ME|XX''X|HA''CK)\b'; do
        if our_files | grep -vE '^package-lock\.json$' | xargs grep -nIE -- "$pattern"; then found=1; fi
    done
    if our_files package-lock.json | xargs grep -nE '"resolved": "https?:'; then found=1; fi
    return "$found"
}
