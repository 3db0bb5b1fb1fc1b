# Sourced by ./run and ./test: installs what is missing, configures and builds. Talks on stderr.

say() { printf '%s\n' "telltale: $*" >&2; }

missing_packages() {
    local package
    grep -v '^#' "$root/cmake/debian-packages.txt" | while read -r package; do
        [ "$(dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2>/dev/null)" = "ii " ] || echo "$package"
    done
}

# A package may bring a server that Debian starts at once: policy-rc.d keeps it from starting, and
# one that came with us is not started at boot either.
install_packages() {
    local missing as_root=() policy=/usr/sbin/policy-rc.d brought_mosquitto=no
    missing=$(missing_packages)
    [ -n "$missing" ] || return 0
    if ! command -v apt-get >/dev/null; then
        say "these Debian packages are missing, and there is no apt-get to install them:" $missing
        return 1
    fi
    [ "$(id -u)" = 0 ] || as_root=(sudo)
    if [ "${#as_root[@]}" -gt 0 ] && ! command -v sudo >/dev/null; then
        say "these Debian packages are missing; install them as root, then try again:" $missing
        return 1
    fi
    say "installing with apt-get:" $missing
    echo "$missing" | grep -qx mosquitto && brought_mosquitto=yes
    [ -e "$policy" ] && policy=""
    if [ -n "$policy" ]; then
        printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" tee "$policy" >/dev/null
        "${as_root[@]}" chmod 755 "$policy"
    fi
    local status=0
    "${as_root[@]}" apt-get update >&2 || say "apt-get update failed; trying with the lists that are there"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y --no-install-recommends $missing >&2 || status=$?
    [ -z "$policy" ] || "${as_root[@]}" rm -f "$policy"
    if [ "$brought_mosquitto" = yes ] && [ -d /run/systemd/system ]; then
        "${as_root[@]}" systemctl disable --now mosquitto.service >&2 || true
    fi
    [ "$status" = 0 ] || say "apt-get could not install everything; its messages are above"
    return "$status"
}

# build <preset> [cmake --build arguments]
build() {
    local preset=$1
    shift
    if [ ! -f "$root/build/$preset/build.ninja" ]; then
        say "configuring ($preset)"
        (cd "$root" && cmake --preset "$preset") >&2 || return
    fi
    say "building ($preset)"
    (cd "$root" && cmake --build --preset "$preset" "$@") >&2
}
