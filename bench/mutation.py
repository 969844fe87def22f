#!/usr/bin/env python3
"""Which classes bench/mutation.sh takes, and what its mutants say about all of them.

    mutation.py choose COUNTS EVERY FROM     names of every EVERY-th class of a package, by number of mutants, from the FROM-th on (0 is the first)
    mutation.py left MUTATIONS               names of classes of which a mutant was not killed
    mutation.py score COUNTS MUTATIONS...    score of every package, with its interval
    mutation.py survivors MUTATIONS...       what no run has killed: class, method, line, mutator

COUNTS and MUTATIONS: mutations.csv of PIT, a dry run over all mutants and runs over some; a mutant is killed if one of the runs has killed it. A package's score is that of its sampled classes,
each with the weight of all its mutants; the interval (95 %) is that of 2000 resamples of classes (bootstrap, fixed seed)."""
import collections
import csv
import random
import sys

KILLED = {"KILLED", "TIMED_OUT", "MEMORY_ERROR"}


def mutants(file):
    """(class, method, line, mutator, which of several on that line), status"""
    several = collections.Counter()
    with open(file, newline="") as text:
        for _, name, mutator, method, line, status, _ in csv.reader(text):
            key = name, method, line, mutator.split(".")[-1]
            several[key] += 1
            yield key + (several[key],), status


def rows(file):
    for key, status in mutants(file):
        yield key[0].split("$")[0], status


def merged(runs):
    best = {}
    for run in runs:
        for key, how in mutants(run):
            if best.get(key) not in KILLED and (how != "NO_COVERAGE" or key not in best):
                best[key] = how
    return best


def package(name):
    return name.split(".")[2]


def choose(counts, every, first):
    of = collections.Counter(name for name, _ in rows(counts))
    names = []
    for each in sorted({package(n) for n in of}):
        by_size = sorted((n for n in of if package(n) == each), key=lambda n: (-of[n], n))
        names += by_size[first::every] or by_size[:1]
    print(named(names))


def share(classes):
    """Of (mutants in all, sampled, killed) each: the share that is killed."""
    return sum(n * k / s for n, s, k in classes) / sum(n for n, _, _ in classes)


def interval(classes):
    draw = random.Random(1)
    shares = sorted(share(draw.choices(classes, k=len(classes))) for _ in range(2000))
    return shares[49], shares[1949]


def score(counts, runs):
    of = collections.Counter(name for name, _ in rows(counts))
    sampled, killed, status = collections.Counter(), collections.Counter(), collections.defaultdict(collections.Counter)
    for key, how in merged(runs).items():
        name = key[0].split("$")[0]
        sampled[name] += 1
        killed[name] += how in KILLED
        status[package(name)][how] += 1
    total = []
    print(f"{'package':12} {'mutants':>7} {'sampled':>7} {'killed':>6} {'timeout':>7} {'no test':>7}  score (95 %)")
    for each in sorted(status):
        classes = [(of[n], sampled[n], killed[n]) for n in sampled if package(n) == each and of[n]]
        everything = sum(c for n, c in of.items() if package(n) == each)
        total.append((everything, share(classes), classes))
        low, high = interval(classes)
        s = status[each]
        print(f"{each:12} {everything:7} {sum(s.values()):7} {sum(s[k] for k in KILLED):6} {s['TIMED_OUT']:7} {s['NO_COVERAGE']:7}  "
              f"{100 * share(classes):.0f} % ({100 * low:.0f} to {100 * high:.0f})")
    everything = sum(n for n, _, _ in total)
    draw = random.Random(1)
    drawn = sorted(sum(n * share(draw.choices(c, k=len(c))) for n, _, c in total) / everything for _ in range(2000))
    print(f"all: {100 * sum(n * s for n, s, _ in total) / everything:.1f} % ({100 * drawn[49]:.1f} to {100 * drawn[1949]:.1f}) "
          f"of {everything} mutants, {sum(sampled.values())} of them tried")


def named(classes):
    return ",".join(f"{n},{n}$*" for n in sorted(classes))


if __name__ == "__main__":
    if sys.argv[1] == "choose":
        choose(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
    elif sys.argv[1] == "left":
        print(named({name for name, how in rows(sys.argv[2]) if how not in KILLED}))
    elif sys.argv[1] == "survivors":
        for key, how in sorted(merged(sys.argv[2:]).items()):
            if how not in KILLED:
                print(*key[:4], how)
    else:
        score(sys.argv[2], sys.argv[3:])
