#!/usr/bin/env bash
# The explorer's window: time from java -jar to the first window and to the first moving frame over ten starts, without and with a
# class-data archive; frames per second, time from a slider to the picture, and memory over some minutes of running.
#   bench/window.sh [MINUTES]      after: mvn -DskipTests package.  30 minutes unless said otherwise; 0 leaves them out.
# UNSTUCK: the command, as in "java -jar viz/target/unstuck.jar".  STARTS: how many.  MVN: Maven, as in "mvn -o".
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
trap 'rm -rf "$work"' EXIT

load() { [[ -r /proc/loadavg ]] && cut -d' ' -f1 /proc/loadavg || echo unknown; }

# Least, median and greatest of the numbers that are read.
spread() { sort -n | awk '{v[NR] = $1} END {if (NR) printf "least %d, median %d, most %d", v[1], v[int((NR + 1) / 2)], v[NR]}'; }

archive=$work/unstuck.jsa
unset JAVA_TOOL_OPTIONS

# Starts the window so many times, with these words for the virtual machine in front; each closes when it has moved.
starts() {
    rm -f "$work"/start-*
    for ((k = 1; k <= starts; k++)); do
        JDK_JAVA_OPTIONS="-Dunstuck.timing=close $1" timeout 300 $unstuck explore --recovery "$work/session-$k.json" > "$work/start-$k" 2>&1 || true
    done
    for what in window moving; do
        words=$([[ $what == window ]] && echo "first window painted" || echo "first moving frame")
        n=$(cat "$work"/start-* | grep -c "^$what" || true)
        echo "$words, ms by the clock, $n starts: $(sed -n "s/^$what after \([0-9]*\) ms.*/\1/p" "$work"/start-* | spread)"
        echo "$words, ms of processor time of all threads: $(sed -n "s/^$what after .* ms, \([0-9]*\) ms.*/\1/p" "$work"/start-* | spread)"
        if ((n < starts)); then
            echo "some starts failed:" >&2
            cat "$work"/start-* | grep -v '^NOTE: Picked up' >&2
            exit 1
        fi
    done
}

echo "load before: $(load)"
starts ""
echo "the same with a class-data archive:"
JDK_JAVA_OPTIONS="-Dunstuck.timing=close -XX:ArchiveClassesAtExit=$archive" $unstuck explore --recovery "$work/session.json" > /dev/null 2>&1
starts "-XX:SharedArchiveFile=$archive"

measure() {
    ${MVN:-mvn} -q -B -pl viz -am test "$@" -Djacoco.skip=true -Dsurefire.failIfNoSpecifiedTests=false 2>&1 |
        grep -E '^explorer|ERROR|FAIL|skipped' || true
}
echo "load before frames and sliders: $(load)"
measure -Dtest=SpeedWindowTest
if ((minutes > 0)); then
    echo "load before $minutes minutes: $(load)"
    measure -Dtest=SoakWindowTest -Dunstuck.soak=$((60 * minutes))
    echo "samples: viz/target/soak.csv"
fi
echo "load after: $(load)"
