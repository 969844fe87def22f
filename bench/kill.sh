#!/usr/bin/env bash
# Kills a sweep with kill -9 at random moments and lets it go on, again and again; then compares its tables, byte for byte, with those
# of a sweep that nobody disturbed.
#   bench/kill.sh [KILLS] [STUDY]      after: mvn -DskipTests package
# UNSTUCK: the command, as in "java -jar viz/target/unstuck.jar". SEED: of the moments (bash's RANDOM).
set -euo pipefail
cd "$(dirname "$0")/.."
kills=${1:-20}
unstuck=${UNSTUCK:-java -jar viz/target/unstuck.jar}
RANDOM=${SEED:-1}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [[ -n ${2:-} ]]; then
    cp "$2" "$work/study.json"
else
    # The example with 120 runs of one patient.
    $unstuck presets show study/example |
        sed 's/"patients": 4/"patients": 1/; s/"seeds": \[1, 2\]/"seeds": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]/' \
            > "$work/study.json"
fi

$unstuck sweep "$work/study.json" --out "$work/whole" --quiet > /dev/null
runs=$(wc -l < "$work/whole/results-1-of-1.log")
done=0
for ((k = 1; k <= kills; k++)); do
    before=$( (cat "$work/killed"/results-*.log 2> /dev/null || true) | wc -l)
    $unstuck sweep "$work/study.json" --out "$work/killed" --quiet > /dev/null 2>&1 &
    pid=$!
    # As soon as it computes, and then at any moment of the next runs.
    while kill -0 $pid 2> /dev/null && (($( (cat "$work/killed"/results-*.log 2> /dev/null || true) | wc -l) <= before)); do sleep 0.02; done
    sleep "0.$(printf %03d $((RANDOM % 400)))"
    if kill -9 $pid 2> /dev/null; then done=$((done + 1)); fi
    wait $pid 2> /dev/null || true
    stored=$(wc -l < "$work/killed/results-1-of-1.log")
    tail -c 1 "$work/killed/results-1-of-1.log" | od -An -c | grep -q '\\n' && torn=no || torn=yes
    echo "kill $k: $stored of $runs rows are stored, the last one torn: $torn"
done
$unstuck sweep "$work/study.json" --out "$work/killed" --quiet > /dev/null
for table in rows summary failed undefined columns; do
    cmp "$work/whole/$table.csv" "$work/killed/$table.csv"
done
lines=$(wc -l < "$work/killed/results-1-of-1.log")
distinct=$(cut -f 1 "$work/killed/results-1-of-1.log" | sort -un | wc -l)
[[ $lines == "$runs" && $distinct == "$runs" ]] || { echo "rows were lost or repeated: $lines lines, $distinct runs"; exit 1; }
echo "$done kills, $runs runs: all tables are the same, no row is lost, repeated or left out."
