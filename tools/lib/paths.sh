# Where everything lies. Downloads go to a cache that all checkouts of one person share; builds stay in the checkout.

export LISA_CACHE="${LISA_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/lisa}"
LISA_BUILD="$LISA_ROOT/build"
LISA_DATA="${LISA_DATA:-$LISA_ROOT/data}"

# Third-party sources. cmake/dependencies.cmake has the same defaults, so that `cmake --preset native` works by itself.
export LISA_IMGUI_DIR="${LISA_IMGUI_DIR:-$LISA_CACHE/deps/imgui}"
export LISA_SQLITE_DIR="${LISA_SQLITE_DIR:-$LISA_CACHE/deps/sqlite}"
export LISA_HTTPLIB_DIR="${LISA_HTTPLIB_DIR:-$LISA_CACHE/deps/httplib}"
export LISA_ICONS_DIR="${LISA_ICONS_DIR:-$LISA_CACHE/deps/icons}"
if [[ -n ${LISA_FONTS_DIR:-} ]]; then export LISA_FONTS_DIR; fi
