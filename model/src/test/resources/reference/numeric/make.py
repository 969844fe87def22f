#!/usr/bin/env python3
"""Values of elementary functions to 60 digits with mpmath.   usage: make.py > elementary.csv
Each row: function, argument and a double near the value (both hexadecimal), and what that double lacks, in units of its
last place. Arguments: a fixed congruential sequence over the range of each function, and its edges."""
import math
import struct
import mpmath as mp

mp.mp.prec = 240
word = 1


def uniform():
    global word
    word = (word * 6364136223846793005 + 1442695040888963407) % 2**64
    return (word >> 11) / 2.0**53


def between(low, high, n):
    return [low + (high - low) * uniform() for _ in range(n)]


def magnitudes(low, high, n):
    """Both signs, any mantissa, exponents from low to high."""
    return [(1 if uniform() < 0.5 else -1) * (1 + uniform()) * 2.0 ** int(low + (high - low + 1) * uniform()) for _ in range(n)]


def neighbours(*xs):
    out = []
    for x in xs:
        bits = struct.unpack("<q", struct.pack("<d", x))[0]
        out += [struct.unpack("<d", struct.pack("<q", bits + d))[0] for d in (-2, -1, 0, 1, 2)]
    return out


halves = [float((k + 0.5) * mp.log(2)) for k in (-1075, -1074, -1023, -1022, -54, -53, -2, -1, 0, 1, 52, 53, 54, 1022)]
edges = neighbours(-745.1332191019412, -708.3964185322641, 709.782712893384, *halves)
roots = neighbours(0.7071067811865476, 1.4142135623730951, 1.0, 2.0, 0.5)
ARGUMENTS = {
    "exp": between(-745.13, 709.78, 500) + between(-1, 1, 500) + magnitudes(-60, 8, 300) + edges[:10] + [x for x in edges[10:] if x < 709.78],
    "expm1": between(-45, 60, 400) + between(-1, 1, 500) + magnitudes(-1022, 5, 300) + [x for x in edges if -60 < x < 709.78] + between(40, 709.78, 50),
    "log": [abs(x) for x in magnitudes(-1022, 1022, 500)] + between(0.7, 1.42, 500) + [1 + x for x in magnitudes(-50, -3, 200)]
    + [5e-324 * int(1 + 2.0 ** (52 * uniform())) for _ in range(100)] + roots + [5e-324, 2.2250738585072014e-308, 1.7976931348623157e308],
    "tanh": between(-21, 21, 400) + between(-1, 1, 500) + magnitudes(-1022, 4, 400) + neighbours(19.0, 20.0, *[h / 2 for h in halves if 0 < h < 40]),
}
FUNCTION = {"exp": mp.exp, "expm1": mp.expm1, "log": mp.log, "tanh": mp.tanh}

print("function,x,nearest,missing_ulp")
for name, xs in ARGUMENTS.items():
    for x in xs:
        exact = FUNCTION[name](mp.mpf(x))
        nearest = float(exact)
        print(f"{name},{x.hex()},{nearest.hex()},{float((exact - mp.mpf(nearest)) / mp.mpf(math.ulp(nearest))):.4f}")
