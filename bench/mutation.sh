#!/usr/bin/env bash
# bench/mutation.sh [EVERY] [LIMIT]: are the tests able to fail? PIT over every EVERY-th class of every package of model (default 3), at most LIMIT
# mutants of each, evenly spread over it (default 6), on one thread, with the tests that take seconds (the profile "mutation" of pom.xml lists those that are
# left out); then the score of every package. bench/mutation.sh 1 10000 takes them all, and hours. MVN: the command, as in "mvn -o".
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
every=${1:-3}
limit=${2:-6}
pit=(${MVN:-mvn} -q -B -Pmutation -pl model test-compile -Dmutation.threads=1)
work=model/target/mutation
mkdir -p "$work"
# How many mutants there are: no test is needed for that, and PIT wants one.
"${pit[@]}" -Dpit.dryRun=true -Dmutation.tests=org.unstuck.describe.LimitsOfValuesTest
cp model/target/pit-reports/mutations.csv "$work/counts.csv"
"${pit[@]}" -Dmutation.classes="$(bench/mutation.py choose "$work/counts.csv" "$every")" -Dmutation.limit="$limit" -Dmutation.patienceMs="${PATIENCE_MS:-10000}"
cp model/target/pit-reports/mutations.csv "$work/run.csv"
bench/mutation.py score "$work/counts.csv" "$work/run.csv"
