#!/bin/sh
# Plays the stories of the alarms with a demo plant and takes the pictures in docs/recording anew.
#   docs/take-recording.sh [PROGRAM]     default build/release/bin/record_alarms
# With ImageMagick the pictures are reduced to 255 colours: a third of the size.
set -eu
cd "$(dirname "$0")/.."
program=${1:-build/release/bin/record_alarms}
out=docs/recording
mkdir -p "$out"
for theme in light dark; do
    "$program" "$out" $theme
done
if command -v convert > /dev/null; then
    for file in "$out"/*.png; do
        convert "$file" +dither -colors 255 -define png:compression-filter=0 \
            -define png:compression-level=9 "PNG8:$file"
    done
fi
