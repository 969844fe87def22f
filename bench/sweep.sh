#!/usr/bin/env bash
# How well does a sweep use two cores? Runs the same sweep (a Latin hypercube of two parameters x 12 patients x the quick default
# comparison) with one and with two threads in turns and prints, for each round and as medians:
#   efficiency      T1 / (2 T2) of wall times; 1 is perfect. Only meaningful on an idle machine with two free cores.
#   CPU time ratio  CPU time with two threads over that with one: what the threads cost each other (1 is nothing), also on a busy machine.
#   bench/sweep.sh [POINTS] [ROUNDS]      1000 points and 1 round unless given; after: mvn -DskipTests package
# UNSTUCK: the command, as in "java -jar viz/target/unstuck.jar". With 1000 points a round takes an hour or more, with 60 some minutes.
set -euo pipefail
cd "$(dirname "$0")/.."
points=${1:-1000}
rounds=${2:-1}
unstuck=${UNSTUCK:-java -jar viz/target/unstuck.jar}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat > "$work/study.json" << JSON
{
  "schemaVersion": 1, "name": "Two cores", "scenario": "generalised-anxiety", "cohort": {"patients": 12},
  "axes": [{"path": "parameters/tolerance/adaptation"}, {"path": "parameters/learning/rate"}],
  "design": {"type": "latin-hypercube", "points": $points},
  "outcomes": ["intensity", "relief", "response", "cued-shift", "sedation"]
}
JSON
# Wall and CPU seconds of a sweep with $1 threads.
TIMEFORMAT='%R %U %S'
sweep() {
    rm -rf "$work/out"
    { time $unstuck sweep "$work/study.json" --quick --patients 12 --threads "$1" --out "$work/out" --quiet --yes > /dev/null 2> "$work/err"; } \
        2> "$work/time" || { cat "$work/err" >&2; exit 1; }
    cksum < "$work/out/rows.csv" > "$work/rows-$1"
    awk '{printf "%.2f %.2f", $1, $2 + $3}' "$work/time"
}
[[ ! -r /proc/loadavg ]] || echo "$(getconf _NPROCESSORS_ONLN) cores, load before: $(cut -d' ' -f1 /proc/loadavg); $points points, 12 patients, quick course"
for ((r = 1; r <= rounds; r++)); do
    read -r wall1 cpu1 <<< "$(sweep 1)"
    read -r wall2 cpu2 <<< "$(sweep 2)"
    cmp -s "$work/rows-1" "$work/rows-2" || { echo "rows differ between one and two threads"; exit 1; }
    awk -v r=$r -v a="$wall1" -v b="$wall2" -v c="$cpu1" -v d="$cpu2" 'BEGIN {
        printf "round %d: one thread %.1f s (CPU %.1f s), two threads %.1f s (CPU %.1f s): efficiency %.3f, CPU time ratio %.3f\n",
            r, a, c, b, d, a / (2 * b), d / c }' | tee -a "$work/all"
done
middle() { sed -n "s/.*$1 \([0-9.]*\).*/\1/p" "$work/all" | sort -n | awk '{x[NR] = $1} END {print x[int((NR + 1) / 2)]}'; }
echo "median of $rounds: efficiency $(middle efficiency), CPU time ratio $(middle ratio)"
