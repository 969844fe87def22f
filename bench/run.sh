#!/usr/bin/env bash
# Measures speed, writes bench/RESULTS.md and draws bench/speed.svg.
#
#   bench/run.sh [--quick] [--duel] [--rounds N] [--forks N] [--jdk JAVA_HOME]... [--note TEXT]
#
# --quick   short iterations, fewer cases, JMH on the first JDK only: rough figures in ten minutes
# --duel    C and Java in turns only, without JMH and start-up
# --rounds  how often C and Java take turns (5; quick: 3)
# --forks   how many JVMs JMH measures each case in (2), 1 halves the time
# --jdk     a JDK to measure with, may be repeated; otherwise JAVA_HOME, otherwise the java on the path
# --note    a remark for the top of the results
set -euo pipefail
cd "$(dirname "$0")/.."

quick= duel= rounds= forks= note=
jdks=()
while (($#)); do
    case $1 in
        --quick) quick=1 ;;
        --duel) duel=1 ;;
        --rounds) rounds=$2; shift ;;
        --forks) forks=$2; shift ;;
        --jdk) jdks+=("$2"); shift ;;
        --note) note=$2; shift ;;
        *) sed -n '2,11s/^# \{0,1\}//p' bench/run.sh >&2; exit 2 ;;
    esac
    shift
done
if ((${#jdks[@]} == 0)); then
    jdks=("${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")}")
fi
rounds=${rounds:-${quick:+3}}
rounds=${rounds:-5}
repeats=${quick:+5}
repeats=${repeats:-15}
jmh=(${forks:+-f "$forks"})
runs=${quick:+3}
if [[ $quick ]]; then
    jmh=(-f 1 -wi 3 -i 5 -w 300ms -r 300ms -p scheme=euler-maruyama -p network=12-sparse,80-dense)
    note=${note:-Preliminary: short iterations.}
fi

out=bench/target/results
rm -rf "$out"
JAVA_HOME=${jdks[0]} mvn -q -B -pl bench,viz -am package -DskipTests
mkdir -p "$out"
classes=bench/target/benchmarks.jar
feature() { "$1/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/ *java.specification.version = //p'; }

c=
if command -v gcc > /dev/null; then
    c=bench/target/wc
    gcc -std=gnu11 -O3 -march=native -fno-math-errno -fno-trapping-math -o "$c" bench/c/wc.c -lm
fi

{
    [[ -z $note ]] || printf '> %s\n\n' "$note"
    changed=$(git status --porcelain -uno | grep -v 'bench/RESULTS.md' || true)
    echo "- commit: $(git rev-parse --short=12 HEAD)${changed:+ with changes}"
    echo "- processor: $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2> /dev/null | sort -u | head -1), $(getconf _NPROCESSORS_ONLN) cores," \
        "$(grep -qw avx512f /proc/cpuinfo 2> /dev/null && echo with || echo without) AVX-512"
    echo "- system: $(uname -srm)"
    [[ -z $c ]] || echo "- C: $(gcc --version | head -1), -O3 -march=native, no -ffast-math"
    for jdk in "${jdks[@]}"; do echo "- Java $(feature "$jdk"): $("$jdk/bin/java" -version 2>&1 | sed -n '2p')"; done
    [[ ! -r /proc/loadavg ]] || echo "- load before measuring: $(cut -d' ' -f1 /proc/loadavg) runnable threads"
} > "$out/machine.md"

if [[ $c ]]; then
    echo "Do C and Java compute the same?" >&2
    "${jdks[0]}/bin/java" -cp "$classes" org.unstuck.bench.Agreement "$c" > "$out/agreement.jsonl"
    for round in $(seq "$rounds"); do
        echo "C and Java in turns, round $round of $rounds" >&2
        # Regions, lanes, scheme, and steps so that a repeat takes 10 to 100 ms.
        while read -r regions lanes scheme steps weights; do
            "$c" -n "$regions" -l "$lanes" -s "$scheme" -t "$steps" -r "$repeats" -w "$weights" >> "$out/duel.jsonl"
            for jdk in "${jdks[@]}"; do
                "$jdk/bin/java" -cp "$classes" org.unstuck.bench.Twin "$regions" "$lanes" "$scheme" "$steps" "$repeats" "$weights" \
                    >> "$out/duel.jsonl"
            done
        done << 'LIST'
12 1 euler-maruyama 50000 own
12 64 euler-maruyama 2000 own
12 64 euler-maruyama 2000 shared
12 256 euler-maruyama 500 own
12 256 euler-maruyama 500 shared
80 1 euler-maruyama 2000 own
80 64 euler-maruyama 100 own
80 64 euler-maruyama 100 shared
80 256 euler-maruyama 25 own
80 256 euler-maruyama 25 shared
12 64 heun 1000 own
80 64 heun 50 own
LIST
    done
fi

echo "Where the time goes" >&2
while read -r regions lanes scheme weights; do
    "${jdks[0]}/bin/java" -cp "$classes" org.unstuck.bench.Profile "$regions" "$lanes" "$scheme" "$weights" >> "$out/profile.jsonl"
done << 'LIST'
12 1 euler-maruyama own
25 1 euler-maruyama own
50 1 euler-maruyama own
80 1 euler-maruyama own
100 1 euler-maruyama own
200 1 euler-maruyama own
400 1 euler-maruyama own
1000 1 euler-maruyama own
12 64 euler-maruyama own
12 64 euler-maruyama shared
80 8 euler-maruyama own
80 64 euler-maruyama shared
12 64 heun own
LIST
"${jdks[0]}/bin/java" -cp "$classes" org.unstuck.bench.TwoThreads 9 >> "$out/threads.jsonl"

measured=("${jdks[@]}")
[[ -z $quick ]] || measured=("${jdks[0]}")
[[ -z $duel ]] || measured=()
for jdk in ${measured[@]+"${measured[@]}"}; do
    version=$(feature "$jdk")
    echo "JMH on Java $version" >&2
    "$jdk/bin/java" -jar "$classes" "${jmh[@]}" -rf json -rff "$out/jmh-$version.json" > "$out/jmh-$version.log"
    "$jdk/bin/java" -jar "$classes" StepCost -f 1 -wi 2 -i 2 -w 500ms -r 500ms -prof gc -p network=12-sparse -p lanes=1x64,5x12 \
        -rf json -rff "$out/gc-$version.json" > "$out/gc-$version.log"
    echo "Start-up on Java $version" >&2
    "$jdk/bin/java" -cp "$classes" org.unstuck.bench.StartUp viz/target/unstuck.jar "${runs:-5}" >> "$out/start-up.jsonl"
done

"${jdks[0]}/bin/java" -Dstdout.encoding=UTF-8 -Dfile.encoding=UTF-8 -cp "$classes" org.unstuck.bench.Results "$out" > "$out/RESULTS.md"
cp "$out/RESULTS.md" bench/RESULTS.md
if [[ -e $out/speed.tsv ]]; then
    "${jdks[0]}/bin/java" -Djava.awt.headless=true -cp viz/target/unstuck.jar org.unstuck.viz.figure.SpeedFigure "$out/speed.tsv" bench/speed.svg
fi
cat bench/RESULTS.md
