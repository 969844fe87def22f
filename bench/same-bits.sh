#!/usr/bin/env bash
# bench/same-bits.sh [JAVA_HOME...]: the self-test and a comparison on every Java that is given, compiled in every way, in several languages, on
# several numbers of threads. Needs a build (mvn -q -DskipTests package). QUICK=1: six configurations of each Java. Without fused multiply-add in
# hardware (-XX:UseAVX=0, -XX:-UseFMA) Java computes it with BigDecimal: the same bits, many times slower.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
jar=$PWD/viz/target/unstuck.jar
javas=("$@")
[ ${#javas[@]} -gt 0 ] || javas=("${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat >"$work/s.json" <<'JSON'
{ "schemaVersion": 1, "name": "Small", "network": "four-networks", "condition": "generalised-anxiety", "cohort": {"patients": 2}, "seed": 1,
  "horizon": "2 d", "arms": [{"name": "untreated", "events": []}, {"name": "benzodiazepine", "events": [
  {"type": "dose", "drug": "alprazolam", "dose": "0.5 mg", "route": "oral", "at": "6 h"}]}],
  "scans": {"at": ["0 d", "1 d"], "rest": "20 s", "cues": 4}, "numerics": {"settle": "1 s", "burst": "2 s"} }
JSON
reference= count=0 failed=0
one() { # JAVA_HOME THREADS FLAGS...
    local home=$1 threads=$2
    shift 2
    rm -rf "$work/r"
    "$home/bin/java" "$@" -jar "$jar" compare "$work/s.json" --threads "$threads" --quiet --out "$work/r" >/dev/null 2>"$work/err" || { failed=$((failed + 1)); head -3 "$work/err"; return; }
    local bits
    bits=$(cd "$work/r/data" && sha256sum ./* | sha256sum | cut -c1-16)
    count=$((count + 1))
    reference=${reference:-$bits}
    [ "$bits" = "$reference" ] || { failed=$((failed + 1)); echo "DIFFERS: $home, $threads threads, $*"; }
}
for home in "${javas[@]}"; do
    if [[ -n ${QUICK:-} ]]; then
        for threads in 1 2 8; do one "$home" $threads; done
        one "$home" 2 -XX:TieredStopAtLevel=1
        one "$home" 2 -XX:-UseSuperWord
        one "$home" 2 -Duser.language=tr -Duser.country=TR
        continue
    fi
    for threads in 1 2 3 8 64; do one "$home" $threads; done
    for flags in -XX:TieredStopAtLevel=1 -XX:-TieredCompilation -XX:UseAVX=0 -XX:-UseFMA -XX:-UseSuperWord -XX:+UseSerialGC \
        "-XX:+UnlockDiagnosticVMOptions -XX:-UseLibmIntrinsic" -XX:ActiveProcessorCount=1 "-Duser.language=tr -Duser.country=TR" -Duser.language=de \
        "-Duser.language=ar -Duser.country=EG" "-Duser.language=th -Duser.country=TH" -Dfile.encoding=ISO-8859-1 -Duser.timezone=Pacific/Apia \
        -Dline.separator=X; do
        # shellcheck disable=SC2086
        one "$home" 2 $flags
    done
    LC_ALL=C TZ=Asia/Kathmandu one "$home" 2
    "$home/bin/java" -jar "$jar" selftest --quiet 2>/dev/null | sed "s:^:$("$home/bin/java" -version 2>&1 | head -1 | tr -d '"'), self-test\: :" || failed=$((failed + 1))
done
echo "$count configurations, $failed differ; bits $reference"
exit $((failed > 0))
