# The browsers' drivers: npm packages pinned by the lock file. npm never runs their scripts and downloads no browser.

install_drivers() {
    local stamp=node_modules/.lisa-stamp lock
    lock=$(sha256sum package-lock.json)
    if [[ -f $stamp && $(<"$stamp") == "$lock" ]]; then return; fi
    need_disk "$LISA_ROOT" 300
    step "browser drivers (npm)" npm ci --ignore-scripts --no-audit --no-fund --prefer-offline
    printf '%s' "$lock" >"$stamp"
}
