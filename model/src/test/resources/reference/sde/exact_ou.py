#!/usr/bin/env python3
"""The exact end values of problem OU of case PATHS_a for all 256 paths (the case itself stores 8).   usage: exact_ou.py > PATHS_a_OU_exact.csv
dX = -theta X dt + sigma dW is solved by X(t+h) = e^(-theta h) X(t) + sigma J, J = int_t^(t+h) e^(-theta (t+h-u)) dW_u. The case
draws (dW, dZ, J) of each finest step jointly from three normal numbers of numpy.random.default_rng(seed); the same is
done here, and checked against the stored increments (every bit) and the 8 stored end values (1e-14)."""
import csv
import os
import mpmath as mp
import numpy as np

here = os.path.dirname(os.path.abspath(__file__))
SEED, PATHS, STEPS, T = 20240611, 256, 512, 1.0
THETA, SIGMA, START = 2.0, 0.9, 0.5

rng = np.random.default_rng(SEED)
z1, z2, z3 = (rng.standard_normal((PATHS, STEPS)) for _ in range(3))
h = T / STEPS
stored = np.fromfile(os.path.join(here, "PATHS_a_dW.f64le"), "<f8").reshape(PATHS, STEPS)
assert np.array_equal(np.sqrt(h) * z1, stored)

mp.mp.dps = 60
H, th = mp.mpf(T) / STEPS, mp.mpf(THETA)
E = mp.exp(-th * H)
covariance = mp.matrix([
    [H, H**2 / 2, (1 - E) / th],
    [H**2 / 2, H**3 / 3, (1 - E * (1 + th * H)) / th**2],
    [(1 - E) / th, (1 - E * (1 + th * H)) / th**2, (1 - E**2) / (2 * th)],
])
root = mp.cholesky(covariance)
J = float(root[2, 0]) * z1 + float(root[2, 1]) * z2 + float(root[2, 2]) * z3
x = np.full(PATHS, START)
for i in range(STEPS):
    x = np.exp(-THETA * h) * x + SIGMA * J[:, i]
with open(os.path.join(here, "PATHS_a.csv")) as f:
    for row in csv.DictReader(f):
        if row["problem"] == "OU":
            assert abs(float(row["x_T_exact_for_path"]) - x[int(row["path"])]) < 1e-14
print("path,x_T_exact")
for p in range(PATHS):
    print(f"{p},{x[p]!r}".replace("np.float64(", "").replace(")", ""))
