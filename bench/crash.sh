#!/usr/bin/env bash
# bench/crash.sh [KILLS]: what is left when the program is killed, the disk is full, the folder is read-only, two write at once.
# Needs a build (mvn -q -DskipTests package), Linux; the parts for root (tmpfs, another user) are left out for others. Prints a line for
# every part and ends with 1 if one failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
kills=${1:-50}
jar=$PWD/viz/target/unstuck.jar
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
unstuck=("$java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -jar "$jar")
work=$(mktemp -d)
trap 'mountpoint -q "$work/disk" 2>/dev/null && umount "$work/disk"; rm -rf "$work"' EXIT
failed=0
say() { # OK WORDS
    if [ "$1" = 0 ]; then echo "pass  $2"; else echo "FAIL  $2"; failed=1; fi
}
scenario() { # NAME HORIZON PATIENTS
    cat >"$work/$1.json" <<JSON
{ "schemaVersion": 1, "name": "$1", "network": "four-networks", "condition": "generalised-anxiety", "cohort": {"patients": $3}, "seed": 1,
  "horizon": "$2", "arms": [{"name": "untreated", "events": []}, {"name": "benzodiazepine", "events": [
  {"type": "dose", "drug": "alprazolam", "dose": "0.5 mg", "route": "oral", "at": "6 h"}]}],
  "scans": {"at": ["0 d", "1 d"], "rest": "20 s", "cues": 4}, "numerics": {"settle": "1 s", "burst": "2 s"} }
JSON
}
scenario small "2 d" 4
bits() { (cd "$1" 2>/dev/null && find . -type f ! -name result.json -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -c1-16); }
hidden() { find "$1" -maxdepth 1 -name '.*' ! -name . | wc -l; }
ms() { date +%s%3N; }

# Two sets of results: seed 1 (old) and seed 2 (new); how long a run takes.
"${unstuck[@]}" compare "$work/small.json" --quiet --seed 1 --out "$work/old" >/dev/null || exit 1
from=$(ms)
"${unstuck[@]}" compare "$work/small.json" --quiet --seed 2 --out "$work/new" >/dev/null || exit 1
took=$(($(ms) - from))
old=$(bits "$work/old"); new=$(bits "$work/new")

# 1. kill -9 at random moments while old results are replaced; then the same command again.
RANDOM=1
torn=0 lost=0 again=0 dirty=0 kept=0 replaced=0
for ((k = 0; k < kills; k++)); do
    place=$work/k; rm -rf "$place"; mkdir "$place"; cp -r "$work/old" "$place/r"
    "${unstuck[@]}" compare "$work/small.json" --quiet --seed 2 --force --out "$place/r" >/dev/null 2>&1 &
    pid=$!
    r=$(((RANDOM * 32768 + RANDOM) % (took + took / 10)))
    sleep "$((r / 1000)).$(printf %03d $((r % 1000)))"
    kill -9 $pid 2>/dev/null; wait $pid 2>/dev/null
    if [ -d "$place/r" ]; then
        now=$(bits "$place/r")
        if [ "$now" = "$old" ]; then kept=$((kept + 1)); elif [ "$now" = "$new" ]; then replaced=$((replaced + 1)); else torn=$((torn + 1)); fi
    else # Killed between the two renames: both are there, hidden, and the next run puts one back.
        find "$place" -maxdepth 1 -name '.r.tmp-*.old' | grep -q . || lost=$((lost + 1))
    fi
    "${unstuck[@]}" compare "$work/small.json" --quiet --seed 2 --force --out "$place/r" >/dev/null 2>&1
    [ "$(bits "$place/r")" = "$new" ] && again=$((again + 1))
    [ "$(hidden "$place")" = 0 ] || dirty=$((dirty + 1))
done
say $((torn + lost > 0)) "kill -9 x $kills of compare --force: old results intact $kept, new ones whole $replaced, torn $torn, lost $lost"
say $((again < kills)) "the same command again gives the same bytes: $again of $kills"
say $((dirty > 0)) "nothing hidden is left after it: $((kills - dirty)) of $kills"

# 2. kill -9 of simulate while it writes a file.
bad=0
for ((k = 0; k < kills / 5; k++)); do
    place=$work/s; rm -rf "$place"; mkdir "$place"; echo mine >"$place/x.csv"
    "${unstuck[@]}" simulate --seconds 600 --force --out "$place/x.csv" >/dev/null 2>&1 &
    pid=$!
    sleep "0.$((3 + RANDOM % 6))"
    kill -9 $pid 2>/dev/null; wait $pid 2>/dev/null
    [ "$(cat "$place/x.csv")" = mine ] || bad=$((bad + 1))
    "${unstuck[@]}" simulate --seconds 1 --force --out "$place/x.csv" >/dev/null 2>&1
    [ "$(wc -l <"$place/x.csv")" = 102 ] && [ "$(hidden "$place")" = 0 ] || bad=$((bad + 1))
done
say $((bad > 0)) "kill -9 x $((kills / 5)) of simulate --force --out: the old file stays, the next run tidies up ($bad faults)"

# 3. Two processes, one folder: one wins whole, the other says so.
bad=0
for ((k = 0; k < 5; k++)); do
    place=$work/two; rm -rf "$place"; mkdir "$place"
    "${unstuck[@]}" compare "$work/small.json" --quiet --seed 2 --out "$place/r" >/dev/null 2>"$place/1.err" &
    a=$!
    "${unstuck[@]}" compare "$work/small.json" --quiet --seed 2 --out "$place/r" >/dev/null 2>"$place/2.err" &
    b=$!
    wait $a; ra=$?; wait $b; rb=$?
    [ "$(bits "$place/r")" = "$new" ] && [ $((ra == 0)) -ne $((rb == 0)) ] && [ $((ra + rb)) = 3 ] && ! grep -q '	at ' "$place"/*.err || bad=$((bad + 1))
done
say $((bad > 0)) "two processes on one new folder, 5 times: one wins, the other ends with 3 ($bad faults)"

# 4. A limit on the size of files, at several sizes: an error in words, nothing under a final name.
bad=0
for kb in 0 1 4 16 64; do
    place=$work/limit; rm -rf "$place"; mkdir "$place"
    (trap '' XFSZ; ulimit -f $kb; exec "${unstuck[@]}" compare "$work/small.json" --quiet --out "$place/r") >/dev/null 2>"$work/err"
    code=$?
    [ $code = 3 ] && [ -z "$(ls -A "$place")" ] && ! grep -q '	at ' "$work/err" || { bad=$((bad + 1)); echo "      limit $kb KB: code $code, $(head -c 200 "$work/err")"; }
done
say $((bad > 0)) "files limited to 0, 1, 4, 16, 64 KB: code 3, a message, nothing left ($bad faults)"

if [ "$(id -u)" = 0 ]; then
    # 5. A full disk.
    bad=0; mkdir -p "$work/disk"
    for kb in 4 40 200 600; do
        mount -t tmpfs -o size=${kb}k tmpfs "$work/disk" || break
        "${unstuck[@]}" compare "$work/small.json" --quiet --out "$work/disk/r" >/dev/null 2>"$work/err"
        code=$?
        [ $code = 3 ] && [ -z "$(ls -A "$work/disk")" ] && ! grep -q '	at ' "$work/err" || { bad=$((bad + 1)); echo "      disk of $kb KB: code $code, $(head -c 200 "$work/err")"; }
        umount "$work/disk"
    done
    say $((bad > 0)) "disks of 4, 40, 200, 600 KB: code 3, a message, nothing left ($bad faults)"
    # 6. A folder that may not be written, as another user.
    if command -v setpriv >/dev/null; then
        mkdir -p "$work/ro"; chmod 755 "$work"; chmod 555 "$work/ro"; chmod 644 "$work/small.json"
        setpriv --reuid=65534 --clear-groups "${unstuck[@]}" compare "$work/small.json" --quiet --out "$work/ro/r" >/dev/null 2>"$work/err"
        code=$?
        [ $code = 3 ] && ! grep -q '	at ' "$work/err"; say $? "a read-only folder: code $code, $(head -c 120 "$work/err" | sed "s:$work:...:")"
    fi
fi
exit $failed
