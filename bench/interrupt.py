#!/usr/bin/env python3
"""Ctrl-C while every long command is at work: exit code 5, one line of words, nothing left that was not there (a sweep and a study of
claims keep the runs they have: the same command goes on).

    bench/interrupt.py [SECONDS] [NAME...]     after: mvn -DskipTests package

SECONDS of a processor: how long each may work before the signal (default 4). A shell's background jobs ignore SIGINT; these do not."""
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
JAVA = os.path.join(os.environ["JAVA_HOME"], "bin", "java") if "JAVA_HOME" in os.environ else "java"
UNSTUCK = [JAVA, "-jar", str(ROOT / "viz/target/unstuck.jar")]
SCENARIO = {
    "schemaVersion": 1, "name": "Small", "network": "four-networks", "condition": "generalised-anxiety",
    "cohort": {"patients": 5}, "seed": 1, "horizon": "400 d",
    "arms": [{"name": "untreated", "events": []}, {"name": "benzodiazepine", "events": [
        {"type": "dose", "drug": "alprazolam", "dose": "0.5 mg", "route": "oral", "at": "6 h"}]}],
    "scans": {"at": ["0 d", "1 d"], "rest": "20 s", "cues": 4},
    "numerics": {"settle": "1 s", "burst": "2 s", "slowStep": "1 h"},
}
# What may be left: the folder that grows in place.
KEPT = {"sweep": ["new", "new/r"], "claims": ["new"]}
COMMANDS = {
    "compare": "compare long.json --out new/r",
    "sweep": "sweep example --patients 200 --yes --out new/r",
    "claims": "claims --draws 500 --out new/out/r --log new/draws.csv",
    "sensitivity": "sensitivity generalised-anxiety --outcome relief --arm benzodiazepine --day 28 --out new/r",
    "landscape": "landscape basins --cells 1000 --points 1000000 --out new/r",
    "selftest": "selftest --out new/page.html",
    "simulate": "simulate --seconds 1e6 --out new/x.csv",
    "observe": "simulate --observe bold --seconds 1e6 --out new/x.csv",
    "connectome": "connectome import big.csv --out new/n.json",
    "measure": "measure long.csv --dt 10ms --windows 10s --surrogates 999 --out new/r",
    "dose": "dose long.json --every 1min --out new/d.csv",
    "verify": "verify result",
}


def work(run, seconds):
    """Waits until the process has used so much of a processor, or is done; a busy machine does not count."""
    per_second = os.sysconf("SC_CLK_TCK")
    while run.poll() is None:
        used = Path(f"/proc/{run.pid}/stat").read_text().rsplit(")", 1)[1].split()
        if (int(used[11]) + int(used[12])) / per_second >= seconds:
            return
        time.sleep(0.05)


def names(folder):
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*"))


def prepare(folder, name):
    if name in ("compare", "dose", "verify"):
        (folder / "long.json").write_text(json.dumps(SCENARIO))
    if name == "verify":
        # 40 virtual days are quick to compute; verify shall find 400 and be at it when the signal comes.
        subprocess.run(UNSTUCK + ["compare", "long.json", "--quiet", "--patients", "1", "--out", "result"],
                       cwd=folder, check=True, stdout=subprocess.DEVNULL)
        result = folder / "result/result.json"
        said = json.loads(result.read_text())
        said["scenario"]["cohort"]["patients"] = 200
        result.write_text(json.dumps(said))
    if name == "measure":
        rows = ["a,b,c,d"] + [",".join(str((t * k) % 97 / 97) for k in (3, 5, 7, 11)) for t in range(200_000)]
        (folder / "long.csv").write_text("\n".join(rows) + "\n")
    if name == "connectome":
        n = 500
        (folder / "big.csv").write_text("".join(",".join(str((i * j) % 7 * (i != j)) for j in range(n)) + "\n" for i in range(n)))


def interrupted(name, seconds):
    """Whether all is as promised, and what was seen."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        prepare(folder, name)
        before = names(folder)
        run = subprocess.Popen(UNSTUCK + COMMANDS[name].split(), cwd=folder, stdin=subprocess.DEVNULL,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        work(run, seconds)
        early = run.poll()
        run.send_signal(signal.SIGINT)
        started = time.time()
        out, err = run.communicate(timeout=60)
        took = time.time() - started
        after = names(folder)
        words = err.strip().splitlines()[-1:] or [""]
        new = [n for n in after if n not in before]
        allowed = KEPT.get(name, [])
        bad = [n for n in new if n not in allowed and not any(n.startswith(a + "/") for a in allowed)]
        half = [n for n in new if ".tmp-" in n]
        if early is not None:
            return early == 0 and not half, f"was done before the signal (code {early})"
        good = run.returncode == 5 and not bad and not half and "\tat " not in err and words[0].startswith("Interrupted")
        return good, f"code {run.returncode} after {took:.1f} s, {words[0]!r}" + (f", left: {new[:6]}" if new else "")


def main():
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 4
    failed = 0
    for name in sys.argv[2:] or COMMANDS:
        good, seen = interrupted(name, seconds)
        failed += not good
        print("pass " if good else "FAIL ", f"{name}: {seen}", flush=True)
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
