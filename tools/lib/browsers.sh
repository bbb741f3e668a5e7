# The browsers' programs: the ones that the environment names, else Debian's.

export CHROMIUM="${CHROMIUM:-$(command -v chromium || true)}"
export FIREFOX="${FIREFOX:-$(command -v firefox-esr || true)}"
if [[ -z ${MINIBROWSER:-} ]]; then
    MINIBROWSER=$(dpkg -L libwebkit2gtk-4.1-0 libwebkit2gtk-4.0-37 2>/dev/null | grep -m1 '/MiniBrowser$' || true)
fi
export MINIBROWSER
