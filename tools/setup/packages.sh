# Debian packages: what each stage needs, and how they are installed.

BUILD_PACKAGES=(g++ cmake ninja-build ccache git ca-certificates xz-utils dpkg-dev python3 python3-fonttools
    python3-brotli brotli esbuild nlohmann-json3-dev doctest-dev libsodium-dev libqrencode-dev zlib1g-dev
    libcurl4-openssl-dev python3-aiosmtpd openssl fonts-inter)
BROWSER_PACKAGES=(xvfb xauth libgl1-mesa-dri libegl1 libgles2)
LISTEN_PACKAGES=(orca at-spi2-core dbus-x11 python3-pyatspi xdotool)
CHECK_PACKAGES=(clang clang-format)

has_node_18() {
    local version
    version=$(node --version 2>/dev/null) || return 1
    version=${version#v}
    ((${version%%.*} >= 18))
}

# install_packages STAGE PACKAGE...: asks dpkg only when its database or the list changed since the last time.
install_packages() {
    local stage=$1 stamp="$LISA_CACHE/stamps/$1"
    shift
    if [[ -n ${LISA_OWN_PACKAGES:-} ]]; then return; fi
    if [[ -f $stamp && $(<"$stamp") == "$(packages_state "$@")" ]]; then return; fi
    need_debian "$@"
    local -a missing
    mapfile -t missing < <(missing_packages "$@")
    if ((${#missing[@]} > 0)); then
        need_disk /usr 3000
        need_root "${missing[@]}"
        step "packages for $stage (${#missing[@]} of $#)" apt_install "${missing[@]}"
    fi
    mkdir -p "$LISA_CACHE/stamps"
    packages_state "$@" >"$stamp"
}

packages_state() { echo "$* $(stat -c %Y /var/lib/dpkg/status 2>/dev/null)"; }

missing_packages() {
    local package
    local -A present=()
    while read -r package; do present[$package]=1; done < <(
        dpkg-query -W -f '${db:Status-Abbrev}${Package}\n' "$@" 2>/dev/null | sed -n 's/^ii *//p')
    for package in "$@"; do
        if [[ -z ${present[$package]:-} ]]; then echo "$package"; fi
    done
}

# The package lists are fetched when there are none, or when they are so old that a download fails.
apt_install() {
    local -a install=(apt-get -q install -y --no-install-recommends "$@")
    if ! apt-cache show "$1" >/dev/null 2>&1; then as_root apt-get -q update; fi
    as_root "${install[@]}" || { as_root apt-get -q update && as_root "${install[@]}"; }
}

as_root() {
    if ((EUID == 0)); then
        DEBIAN_FRONTEND=noninteractive "$@"
    else
        sudo DEBIAN_FRONTEND=noninteractive "$@"
    fi
}

# The step itself runs without a terminal, so that sudo must ask for its password before it.
need_root() {
    if ((EUID == 0)); then return; fi
    if command -v sudo >/dev/null && sudo -v; then return; fi
    die "these packages are missing, and installing them needs root: $*" \
        "Run this by hand, then the same ./lisa command again:" \
        "  apt-get update && apt-get install --no-install-recommends $*"
}

need_debian() {
    local ID='' VERSION_ID='' PRETTY_NAME='this system'
    if [[ -f /etc/os-release ]]; then source /etc/os-release; fi
    if [[ $ID == debian && ${VERSION_ID:-99} -ge 12 ]]; then return; fi
    die "$PRETTY_NAME is not Debian 12 or newer, which setting up knows." \
        "Install what corresponds to these packages yourself: $*" \
        "then set LISA_OWN_PACKAGES=1. './lisa help setup' tells how to name your own copies of the rest."
}

# need_disk FOLDER MEGABYTES: stops before a half-done installation.
need_disk() {
    local folder=$1 megabytes=$2 free
    while [[ ! -d $folder ]]; do folder=$(dirname "$folder"); done
    free=$(df -Pm "$folder" | awk 'NR == 2 { print $4 }')
    if ((free < megabytes)); then
        die "too little disk: $folder has $free MB free, and about $megabytes MB are needed." \
            "Free some space, then run the same command again."
    fi
}
