#!/usr/bin/env bash
# The long versions of tests that ./test runs at a size everybody can bear, one after the other.
#   tests/long.sh                all: hours
#   tests/long.sh river kills    these
#   PRESET=asan tests/long.sh    another preset than dev
# Wants that preset built (./test does it). Says what each took; exit 1 if one failed.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
. cmake/setup.sh

# name, size, program and function
tests='
river       TELLTALE_RIVER_MESSAGES=200000  tst_river
stations    TELLTALE_STATIONS=12            tst_replay_river
topics      TELLTALE_TOPICS=1000000         tst_bad_input floodOfTopicsIsLimitedAndKnownOnesGoOn
beijing     TELLTALE_STATIONS=12            tst_history_beijing
power-cuts  TELLTALE_CUTS=5000              tst_history_power_cut
kills       TELLTALE_KILLS=1000             tst_history_kill
alarm-kills TELLTALE_KILLS=1000             tst_alarm_crash
alarm-model TELLTALE_ALARM_STEPS=1000000    tst_alarm_model
faults      TELLTALE_FAULTS_ALL=1           tst_history_faults
mutations   TELLTALE_MUTATIONS=5000         tst_data_check
property    TELLTALE_ROUNDS=20000           tst_history_property
'

bin=build/${PRESET:-dev}/bin
logs=build/${PRESET:-dev}/long
mkdir -p "$logs"
failed=0
while read -r name size program function; do
    [ -n "$name" ] || continue
    [ $# = 0 ] || [[ " $* " == *" $name "* ]] || continue
    say "$name: $size $bin/$program $function"
    began=$SECONDS
    result=passed
    env "$size" QT_QPA_PLATFORM=offscreen QTEST_FUNCTION_TIMEOUT=7200000 \
        "$bin/$program" $function >"$logs/$name.log" 2>&1 || { result=FAILED; failed=1; }
    say "$name: $result in $((SECONDS - began)) s, $(grep '^Totals' "$logs/$name.log" | tail -1) ($logs/$name.log)"
done <<<"$tests"
exit "$failed"
