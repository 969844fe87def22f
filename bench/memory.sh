#!/usr/bin/env bash
# bench/memory.sh [STEPS]: a run of 1e8 steps (or STEPS) of the fast clock in 32 MB of heap: its memory must not grow. Needs a build
# (mvn -q -DskipTests package) and Linux. Prints resident memory at every tenth of the rows.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
steps=${1:-100000000}
seconds=$((steps / 500)) # 2 ms each
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx32m -XX:+UseSerialGC -jar viz/target/unstuck.jar simulate four-networks --seconds "$seconds" --sample "10 s" >"$work/x.csv" &
pid=$!
rows=$((seconds / 10))
next=1
from=$(date +%s)
while kill -0 $pid 2>/dev/null; do
    done=$(($(wc -l <"$work/x.csv") * 10 / rows))
    if [ "$done" -ge $next ]; then
        echo "$((done * 10)) %: $(awk '/VmRSS/{print $2}' /proc/$pid/status 2>/dev/null) kB resident, $(($(date +%s) - from)) s"
        next=$((done + 1))
    fi
    sleep 1
done
wait $pid
echo "$steps steps, $(wc -l <"$work/x.csv") rows, $(($(date +%s) - from)) s"
