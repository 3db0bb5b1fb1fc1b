# Sourced by ./run and ./test: installs what is missing, configures and builds. Talks on stderr.

say() { printf '%s\n' "telltale: $*" >&2; }

missing_packages() {
    local package
    grep -v '^#' "$root/cmake/debian-packages.txt" | while read -r package; do
        [ "$(dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2>/dev/null)" = "ii " ] || echo "$package"
    done
}

policy=/usr/sbin/policy-rc.d
policy_mark="# of Telltale's set-up: goes when it has installed its packages"

install_packages() {
    local missing as_root=()
    missing=$(missing_packages)
    [ -n "$missing" ] || is_broken_off || return 0
    if ! command -v apt-get >/dev/null; then
        say "these Debian packages are missing, and there is no apt-get to install them:" $missing
        return 1
    fi
    [ "$(id -u)" = 0 ] || as_root=(sudo)
    if [ "${#as_root[@]}" -gt 0 ] && ! command -v sudo >/dev/null; then
        say "these Debian packages are missing; install them as root, then try again:" $missing
        return 1
    fi
    install_missing $missing
}

# Whether an earlier set-up was ended before it could tidy up.
is_broken_off() { grep -qsF "$policy_mark" "$policy"; }

# A package may bring a server that Debian starts at once: policy-rc.d keeps it from starting, and
# one that came with us is not started at boot either. In a shell of its own, which tidies up
# however it ends.
install_missing() (
    brought_mosquitto=no
    keeps_policy=no
    if printf '%s\n' "$@" | grep -qx mosquitto || is_broken_off; then brought_mosquitto=yes; fi
    if [ -e "$policy" ] && ! is_broken_off; then keeps_policy=yes; fi
    trap tidy_up EXIT
    trap 'exit 129' HUP
    trap 'exit 130' INT
    trap 'exit 143' TERM
    if [ "$keeps_policy" = no ]; then
        printf '#!/bin/sh\n%s\nexit 101\n' "$policy_mark" | "${as_root[@]}" tee "$policy" >/dev/null
        "${as_root[@]}" chmod 755 "$policy"
    fi
    if [ $# = 0 ]; then
        say "tidying up after a set-up that was broken off"
        return
    fi
    say "installing with apt-get:" "$@"
    "${as_root[@]}" apt-get update >&2 || say "apt-get update failed; trying with the lists that are there"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y --no-install-recommends "$@" >&2 && return
    say "apt-get could not install everything; its messages are above"
    return 1
)

tidy_up() {
    local status=$?
    if [ "$keeps_policy" = no ] && is_broken_off; then
        "${as_root[@]}" rm -f "$policy" || say "$policy keeps new services from starting: remove it"
    fi
    if [ "$brought_mosquitto" = yes ] && [ -d /run/systemd/system ]; then
        "${as_root[@]}" systemctl disable --now mosquitto.service >&2 || true
    fi
    exit "$status"
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
