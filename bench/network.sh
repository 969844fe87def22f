#!/usr/bin/env bash
# bench/network.sh: a comparison, a measurement and a page, watched by strace: no socket of the internet, no other program; and the same without
# any network at all, where the system lets one take it away. Needs a build (mvn -q -DskipTests package), Linux and strace.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
jar=$PWD/viz/target/unstuck.jar
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
watched() { # NAME WORDS...
    local name=$1
    shift
    strace -f -qq -e trace=connect,sendto,execve -o "$work/$name.calls" "$java" -jar "$jar" "$@" >"$work/$name.out" 2>&1 || { failed=1; cat "$work/$name.out"; }
    local sockets programs
    sockets=$(grep -c 'AF_INET' "$work/$name.calls")
    programs=$(grep -c 'execve(.* = 0$' "$work/$name.calls")
    [ "$sockets" = 0 ] && [ "$programs" = 1 ] || failed=1
    echo "$name: sockets of the internet $sockets, programs started $programs (its own start)"
}
watched compare compare --quick --patients 2 --quiet --out "$work/compare"
watched simulate simulate four-networks --seconds 60 --out "$work/x.csv"
watched measure measure "$work/x.csv" --columns E_ --dt 10ms --windows 10s --surrogates 9 --quiet --out "$work/measure"
watched dose dose generalised-anxiety --arm "ketamine once" --out "$work/dose.csv"
watched verify verify "$work/compare" --quiet
if unshare -rn true 2>/dev/null; then
    unshare -rn "$java" -jar "$jar" compare --quick --patients 2 --quiet --out "$work/alone" >/dev/null 2>&1 || failed=1
    cmp -s "$work/alone/data/scans.csv" "$work/compare/data/scans.csv" && echo "without a network: the same bytes" || failed=1
fi
exit $failed
