#!/usr/bin/env bash
# clang-tidy 14 over the .cpp files that differ from main, or over those given, or with --all over
# all; one at a time and with low priority. Wants a build of preset dev, for what moc makes.
#   tests/tidy.sh                       what differs from main
#   tests/tidy.sh data/history/gap.cpp  these
#   tests/tidy.sh --all                 all: hours on two cores
# Exit 1 if it found something.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

files() {
    case ${1:-} in
    "") { git diff --name-only --diff-filter=d main -- '*.cpp'
          git ls-files --others --exclude-standard -- '*.cpp'; } | sort -u ;;
    --all) git ls-files -- '*.cpp' ;;
    *) printf '%s\n' "$@" ;;
    esac
}

# clang cannot read what GCC has precompiled.
commands=build/dev/tidy
mkdir -p "$commands"
sed -E 's/ (-fpch-preprocess|-Winvalid-pch|-include [^ ]*cmake_pch[^ ]*)//g' \
    build/dev/compile_commands.json >"$commands/compile_commands.json"

found=0
while read -r file; do
    nice -n 19 clang-tidy -p "$commands" --quiet --warnings-as-errors='*' "$file" 2>/dev/null || {
        found=1
        printf 'telltale: findings in %s\n' "$file" >&2
    }
done < <(files "$@")
exit "$found"
