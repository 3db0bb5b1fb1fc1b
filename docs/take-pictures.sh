#!/bin/sh
# Takes the pictures in docs/pictures anew: starts a demo plant of each language in a folder of
# its own, waits for its past and its first alarm, takes every page, and ends what it started.
#   docs/take-pictures.sh [PROGRAM]     default build/release/bin/telltale
# With ImageMagick the pictures are reduced to 255 colours: a third of the size.
set -eu
cd "$(dirname "$0")/.."
program=${1:-build/release/bin/telltale}
out=docs/pictures
folder=$(mktemp -d)
pump="Northfield/Pump station 2/Pump P-203"
export QT_QPA_PLATFORM=offscreen
export XDG_RUNTIME_DIR="$folder"

telltale() {
    command=$1
    shift
    "$program" "$command" "$@" --workspace "$folder/demo" --data "$folder/data"
}

# The bearing of P-203 runs hot within a minute; alarm from 85 degrees on.
isHot() {
    telltale export --tag "$pump/bearing_temperature" --from -2s -o - 2> /dev/null |
        awk -F, 'NR > 1 && $3 > 87 { hot = 1 } END { exit !hot }'
}

# startDemo LANGUAGE: the demo's own texts are in it
startDemo() {
    "$program" demo --lang "$1" --workspace "$folder/demo" --data "$folder/data" \
        2> "$folder/errors" &
    demo=$!
    echo "waiting for the first alarm ($1)" >&2
    tries=0
    until isHot; do
        tries=$((tries + 1))
        if [ "$tries" -gt 180 ] || ! kill -0 "$demo"; then
            echo "no alarm came" >&2
            exit 1
        fi
        sleep 0.5
    done
}

endDemo() {
    [ -n "$demo" ] || return 0
    kill "$demo" || true
    wait "$demo" || true
    demo=
    rm -rf "$folder/demo" "$folder/data"
}

demo=
trap 'endDemo; rm -rf "$folder"' EXIT

# shot PAGE NAME THEME LANGUAGE SIZE
shot() {
    file="$out/$2-$3-$4-${5%x*}.png"
    telltale shot "$1" -o "$file" --theme "$3" --lang "$4" --size "$5"
    if command -v convert > /dev/null; then
        convert "$file" +dither -colors 255 -define png:compression-filter=0 \
            -define png:compression-level=9 "PNG8:$file"
    fi
}

mkdir -p "$out"
for language in en de; do
    startDemo $language
    for size in 1920x1080 1280x720; do
        for theme in light dark; do
            shot overview overview $theme $language $size
            shot "asset:$pump" asset $theme $language $size
            shot alarms alarms $theme $language $size
            shot connections connections $theme $language $size
        done
    done
    if [ $language = en ]; then
        for theme in light dark; do
            shot "trend:$pump/bearing_temperature,$pump/flow" trend $theme en 1920x1080
            shot status status $theme en 1920x1080
        done
    fi
    endDemo
done
ls -l "$out" | awk '$5 > 150000 { print $9 " has " $5 " bytes" > "/dev/stderr" }'
