#!/usr/bin/env bash
# bench/mutation.sh [EVERY] [LIMIT] [FROM]: are the tests able to fail? PIT over every EVERY-th class of every package of model (default 3), at most LIMIT
# mutants of each, evenly spread over it (default 6): first with the tests that take seconds, then those classes of which a mutant was left with the
# slower ones; then the score of every package. FROM: which class is the first, 0 to EVERY - 1 (default 1); another one takes other classes.
# bench/mutation.sh 1 10000 0 takes them all, and hours. FAST=1: without the slower tests.
# MVN: the command, as in "mvn -o". PATIENCE_MS: what a test may take longer than usual. THREADS: 1.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
every=${1:-3}
limit=${2:-6}
from=${3:-1}
pit=(${MVN:-mvn} -q -B -Pmutation -pl model test-compile -Dmutation.threads="${THREADS:-1}" -Dmutation.patienceMs="${PATIENCE_MS:-10000}")
# Whole courses, landscapes of networks, the published bytes; and those that say nothing of a mutant or take minutes.
slow='*.AblationTest,*.BasinsTest,*.ClaimTest,*.CouplingTest,*.DecidedDosesTest,*.EscapeTest,*.GaussianReferenceTest,*.LessonsTest,*.LiveTest,*.MechanismsTest,*.MultiplicativeNoiseTest,*.NetworkLandscapeTest,*.PhenomenaTest,*.SameBitsTest,*.SbmlModelTest,*.StationaryLawTest,*.StepErrorTest,*.WorkingPointTest'
slowest='*.AllocationTest,*.ArchitectureTest,*.BadConnectomeTest,*.ClaimLedgerTest,*.ConditionsTest,*.FuzzTargetsTest,*.MutationTest,*.NumbersAsTextTest,*.TestsCanFailTest,*.TwoClockErrorTest'
work=model/target/mutation
mkdir -p "$work"
# How many mutants there are: no test is needed for that, and PIT wants one.
"${pit[@]}" -Dpit.dryRun=true -Dmutation.tests=org.unstuck.describe.LimitsOfValuesTest
cp model/target/pit-reports/mutations.csv "$work/counts.csv"
"${pit[@]}" -Dmutation.classes="$(bench/mutation.py choose "$work/counts.csv" "$every" "$from")" -Dmutation.limit="$limit" -Dmutation.without="$slow,$slowest"
cp model/target/pit-reports/mutations.csv "$work/run.csv"
if [[ -n ${FAST:-} ]]; then
    bench/mutation.py score "$work/counts.csv" "$work/run.csv"
    exit
fi
"${pit[@]}" -Dmutation.classes="$(bench/mutation.py left "$work/run.csv")" -Dmutation.limit="$limit" -Dmutation.tests="$slow" -Dmutation.without="$slowest"
cp model/target/pit-reports/mutations.csv "$work/slow.csv"
bench/mutation.py score "$work/counts.csv" "$work/run.csv" "$work/slow.csv"
