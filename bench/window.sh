#!/usr/bin/env bash
# The explorer's window: time from java -jar to the first window and to the first moving frame over ten starts, frames per second, time
# from a slider to the picture, and memory over some minutes of running.
#   bench/window.sh [MINUTES]      after: mvn -DskipTests package.  30 minutes unless said otherwise; 0 leaves them out.
# UNSTUCK: the command, as in "java -XX:SharedArchiveFile=unstuck.jsa -jar viz/target/unstuck.jar".  STARTS: how many.
# Needs a screen, or xvfb-run. On a machine that does something else times by the clock say little: the load is printed with them.
set -euo pipefail
cd "$(dirname "$0")/.."
if [[ -z ${DISPLAY:-} ]]; then
    exec xvfb-run -a -s "-screen 0 1920x1080x24" "$0" "$@"
fi
minutes=${1:-30}
starts=${STARTS:-10}
unstuck=${UNSTUCK:-java -jar viz/target/unstuck.jar}
work=$(mktemp -d)
pid=
trap '[[ -z $pid ]] || kill $pid 2> /dev/null || true; rm -rf "$work"' EXIT

load() { [[ -r /proc/loadavg ]] && cut -d' ' -f1 /proc/loadavg || echo unknown; }

# Least, median and greatest of the numbers that are read.
spread() { sort -n | awk '{v[NR] = $1} END {if (NR) printf "least %d, median %d, most %d", v[1], v[int((NR + 1) / 2)], v[NR]}'; }

echo "load before: $(load)"
export JAVA_TOOL_OPTIONS="-Dunstuck.timing=true"
for ((k = 1; k <= starts; k++)); do
    $unstuck explore --recovery "$work/session-$k.json" > "$work/start-$k" 2>&1 &
    pid=$!
    for ((wait = 0; wait < 600; wait++)); do
        if grep -q '^moving' "$work/start-$k" || ! kill -0 $pid 2> /dev/null; then break; fi
        sleep 0.1
    done
    kill $pid 2> /dev/null || true
    wait $pid 2> /dev/null || true
    pid=
done
unset JAVA_TOOL_OPTIONS
for what in window moving; do
    words=$([[ $what == window ]] && echo "first window painted" || echo "first moving frame")
    n=$(cat "$work"/start-* | grep -c "^$what" || true)
    echo "$words, ms by the clock, $n starts: $(sed -n "s/^$what after \([0-9]*\) ms.*/\1/p" "$work"/start-* | spread)"
    echo "$words, ms of processor time of all threads: $(sed -n "s/^$what after .* ms, \([0-9]*\) ms.*/\1/p" "$work"/start-* | spread)"
    if ((n < starts)); then
        echo "some starts failed:" >&2
        cat "$work"/start-* | grep -v '^Picked up' >&2
        exit 1
    fi
done

test() {
    mvn -q -B -pl viz -am test "$@" -Djacoco.skip=true -Dsurefire.failIfNoSpecifiedTests=false 2>&1 |
        grep -E '^explorer|ERROR|FAIL|skipped' || true
}
echo "load before frames and sliders: $(load)"
test -Dtest=SpeedWindowTest
if ((minutes > 0)); then
    echo "load before $minutes minutes: $(load)"
    test -Dtest=SoakWindowTest -Dunstuck.soak=$((60 * minutes))
    echo "samples: viz/target/soak.csv"
fi
echo "load after: $(load)"
