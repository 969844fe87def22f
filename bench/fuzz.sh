#!/usr/bin/env bash
# bench/fuzz.sh [SECONDS]: every parser under Jazzer (guided by coverage) for SECONDS each (default 3600), four targets in
# model and one in viz. Needs a build (mvn -q -DskipTests package) and Jazzer from Maven Central. A finding stops its target, is shown and is
# kept as a file bench/target/fuzz/TARGET/crash-*; its place is then among the hostile files of the tests.
# ONLY: one target, as FuzzScenario. TIMEOUT: how long one input may take, s of the wall: the first one loads and instruments every class, on a busy machine in more than 5 s.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
seconds=${1:-3600}
version=$(sed -n 's:.*<jazzer.version>\(.*\)</jazzer.version>.*:\1:p' pom.xml)
repository=${MAVEN_REPOSITORY:-$HOME/.m2/repository}
jazzer=$repository/com/code-intelligence/jazzer/$version/jazzer-$version.jar
api=$repository/com/code-intelligence/jazzer-api/$version/jazzer-api-$version.jar
[ -f "$jazzer" ] || mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.11.0:get -Dartifact="com.code-intelligence:jazzer:$version"
classes=model/target/test-classes:viz/target/test-classes:model/target/classes:viz/target/classes:viz/target/unstuck.jar
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
failed=0
fuzz() { # TARGET SEEDS...
    [[ -z ${ONLY:-} || $1 == *."$ONLY" ]] || return 0
    local target=$1 work=bench/target/fuzz/${1##*.}
    shift
    mkdir -p "$work/corpus"
    echo "== $target, $seconds s"
    "$java" -Xmx512m -cp "$jazzer:$api:$classes" com.code_intelligence.jazzer.Jazzer --target_class="$target" \
        --instrumentation_includes='org.unstuck.**:com.fasterxml.**' --keep_going=1 \
        -max_total_time="$seconds" -max_len=20000 -timeout="${TIMEOUT:-30}" -rss_limit_mb=2000 -artifact_prefix="$work/" \
        "$work/corpus" "$@" 2>"$work/log" || { failed=1; echo "FOUND in $target, see $work/log"; }
    grep -E 'DONE|cov:|ERROR|Java Exception' "$work/log" | tail -2
}
fuzz org.unstuck.fuzz.FuzzScenario model/src/test/resources/scenario/badinput model/src/main/resources/org/unstuck/presets
fuzz org.unstuck.fuzz.FuzzStudies model/src/test/resources/scenario/badinput model/src/main/resources/org/unstuck/{studies,claims,networks,conditions,drugs}
fuzz org.unstuck.fuzz.FuzzConnectome viz/src/test/resources/hostile/matrix viz/src/test/resources/hostile/archive
fuzz org.unstuck.fuzz.FuzzUnits
fuzz org.unstuck.viz.cli.FuzzTables viz/src/test/resources/hostile/matrix viz/src/test/resources/recordings
exit $failed
