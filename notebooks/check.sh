#!/usr/bin/env bash
# Executes every lesson, solutions included, small (QUICK=1) and without a browser, and checks what it shows. Needs the kernel
# (mvn -q -pl notebooks -am -DskipTests package) and python3-nbclient. With numbers of lessons it executes only these: check.sh 01 03
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

kernel=notebooks/target/kernels/unstuck
if [ ! -s $kernel/kernel.json ] || [ ! -s $kernel/lib/000-unstuck-kernel.jar ]; then
    echo 'There is no kernel "unstuck". Maybe build it: mvn -q -pl notebooks -am -DskipTests package' >&2
    exit 2
fi
# Debian's modules belong to Debian's Python, whatever else is called python3.
python=/usr/bin/python3
$python -c 'import nbclient' 2>/dev/null || python=python3

lessons=notebooks/target/lessons
executed=notebooks/target/executed
rm -rf $lessons $executed
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$kernel/lib/*" org.unstuck.lesson.Lessons notebooks/lessons $lessons solutions
if [ $# -gt 0 ]; then
    chosen=()
    for number in "$@"; do chosen+=("$lessons/$number"-*.ipynb); done
else
    chosen=("$lessons"/*.ipynb)
fi
QUICK=1 $python notebooks/execute.py $executed "${chosen[@]}"
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$kernel/lib/*" org.unstuck.lesson.Check $executed notebooks/expected.txt "$@"
