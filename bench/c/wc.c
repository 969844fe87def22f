/*
 * The reference to compare speed with: the default model of Unstuck, once more in tuned C.
 *
 *   tau_E dE/dt = -E + F(n_E w_EE E - gamma w_EI I + G sum_j C_ij E_j - a + P + u - theta_E)
 *   tau_I dI/dt = -I + F(n_I w_IE E - w_II I + G_D sum_j D_ij E_j - theta_I)
 *   tau_a da/dt = -a + n_a b E
 *   du = -u/tau_u dt + sigma sqrt(2/tau_u) dW          F(x) = 1/(1 + exp(-x))
 *
 * Same equations, default parameters, network (bench/src/main/java/org/unstuck/bench/Synthetic.java), step and schemes as the
 * Java side; same work too: as there, every lane has its own link weights and gains. "-w shared" shows what one set of weights
 * for all lanes would cost. Noise is another generator (xoshiro256+ and Box-Muller instead of addressed SplitMix64 and
 * inversion): statistics agree, single numbers do not.
 *
 * What is tuned: structure of arrays with lanes innermost, one fused pass per region and stage, lanes in chunks whose weights
 * fit the cache, polynomial exp, log and sincos that gcc vectorises. No -ffast-math: only errno and traps are off.
 *
 *   gcc -std=gnu11 -O3 -march=native -fno-math-errno -fno-trapping-math -o wc wc.c -lm
 *   ./wc -n 12 -l 64 -t 1000 -s euler-maruyama -r 21
 *
 * Prints one line of JSON: nanoseconds of CPU per region-step, median, least and largest over the repeats.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define INLINE static inline __attribute__((always_inline))

/* WilsonCowan.standard() and OrnsteinUhlenbeck.standard(). */
static const double TAU_E = 40, TAU_I = 15, TAU_A = 6000, W_EE = 7.5, W_EI = 6, W_IE = 6, W_II = 1;
static const double THETA_E = 2.5, THETA_I = 3, B = 3, G = 2, G_D = 2.5, TAU_U = 600;
/* Where a run starts. */
static const double E_0 = 0.1, I_0 = 0.1, A_0 = 0.3;
/* Synthetic.LARGEST_DRIVE. */
static const double LARGEST_DRIVE = 0.8;

/* Numbers in a vector register. */
#ifdef __AVX512F__
enum { VECTOR = 8 };
#else
enum { VECTOR = 4 };
#endif
/* State variables of a region; normal numbers made at once, at least. */
enum { VARIABLES = 4, LEAST_POOL = 2048 };
typedef double v8 __attribute__((vector_size(8 * VECTOR), aligned(8)));
typedef enum { EULER, HEUN_FIRST, HEUN_SECOND, RK_FIRST, RK_SECOND, RK_THIRD, RK_FOURTH } stage;

/* ---- Elementary functions, branch-free ---- */

INLINE double from_bits(uint64_t b) { double d; memcpy(&d, &b, 8); return d; }
INLINE uint64_t bits(double d) { uint64_t b; memcpy(&b, &d, 8); return b; }

/* Adding and subtracting this rounds to the nearest whole number; its low bits are that number. */
static const double MAGIC = 0x1.8p52;

/* exp for |x| <= 708: 2^k times a Taylor polynomial of degree 12 on |r| <= ln(2)/2; relative error below 1e-15. */
INLINE double fast_exp(double x) {
    double shifted = x * 0x1.71547652b82fep0 + MAGIC;
    double k = shifted - MAGIC;
    double r = (x - k * 0x1.62e42fefa3800p-1) - k * 0x1.ef35793c76730p-45;
    double r2 = r * r, r4 = r2 * r2;
    double p01 = 1 + r, p23 = 1.0 / 2 + r * (1.0 / 6), p45 = 1.0 / 24 + r * (1.0 / 120);
    double p67 = 1.0 / 720 + r * (1.0 / 5040), p89 = 1.0 / 40320 + r * (1.0 / 362880);
    double pab = 1.0 / 3628800 + r * (1.0 / 39916800), pc = 1.0 / 479001600;
    double low = (p01 + r2 * p23) + r4 * (p45 + r2 * p67);
    double p = low + (r4 * r4) * ((p89 + r2 * pab) + r4 * pc);
    return from_bits(bits(p) + (bits(shifted) << 52));
}

/* As org.unstuck.mass.Logistic: arguments beyond 40 are held there. */
INLINE double logistic(double x) {
    double t = -x;
    t = t < -40 ? -40 : t;
    t = t > 40 ? 40 : t;
    return 1 / (1 + fast_exp(t));
}

/* Natural logarithm of u in (0, 1): exponent, and 2 atanh((m - 1)/(m + 1)) for m in [sqrt(1/2), sqrt(2)). */
INLINE double fast_log(double u) {
    uint64_t b = bits(u) - 0x3fe6a09e667f3bcdULL;
    /* Exponents of u are -53 to 0: shifted by 64 to stay positive, then read through the low bits of MAGIC. */
    double e = from_bits(((b + (64ULL << 52)) >> 52) | 0x4330000000000000ULL) - (0x1p52 + 64);
    double m = from_bits((b & 0x000fffffffffffffULL) + 0x3fe6a09e667f3bcdULL);
    double s = (m - 1) / (m + 1), q = s * s, q2 = q * q, q4 = q2 * q2;
    double p = (1.0 / 3 + q * (1.0 / 5)) + q2 * (1.0 / 7 + q * (1.0 / 9));
    p += q4 * ((1.0 / 11 + q * (1.0 / 13)) + q2 * (1.0 / 15 + q * (1.0 / 17)));
    return e * 0x1.62e42fefa39efp-1 + (2 * s + 2 * s * q * p);
}

/* ---- Normal numbers: xoshiro256+ (Blackman and Vigna 2018), 16 streams side by side, and Box-Muller ---- */

enum { STREAMS = 16 };
typedef struct { uint64_t s[4][STREAMS]; } generator;

static void seed(generator *g, uint64_t state) {
    for (int i = 0; i < 4; i++) {
        for (int l = 0; l < STREAMS; l++) {
            uint64_t z = (state += 0x9e3779b97f4a7c15ULL);
            z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
            z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
            g->s[i][l] = z ^ (z >> 31);
        }
    }
}

/* n uniform numbers in (0, 1); n is a multiple of STREAMS. */
static void uniforms(generator *restrict g, double *restrict u, int n) {
    generator h = *g;
    for (int k = 0; k < n; k += STREAMS) {
        for (int l = 0; l < STREAMS; l++) {
            uint64_t a = h.s[0][l], b = h.s[1][l], c = h.s[2][l] ^ a, d = h.s[3][l] ^ b;
            u[k + l] = (from_bits(((a + h.s[3][l]) >> 12) | 0x3ff0000000000000ULL) - 1) + 0x1p-53;
            h.s[0][l] = a ^ d;
            h.s[1][l] = b ^ c;
            h.s[2][l] = c ^ (b << 17);
            h.s[3][l] = (d << 45) | (d >> 19);
        }
    }
    *g = h;
}

/* Replaces n uniform numbers by n normal ones with standard deviation sd. */
static void normals(double *u, int n, double sd) {
    double *restrict first = u;
    double *restrict second = u + n / 2;
    for (int k = 0; k < n / 2; k++) {
        double r = sd * sqrt(-2 * fast_log(first[k]));
        double turns = second[k];
        double shifted = 4 * turns + MAGIC;
        double x = 0x1.921fb54442d18p+2 * (turns - 0.25 * (shifted - MAGIC)), q = x * x, q2 = q * q, q4 = q2 * q2;
        double s = ((1 - q * (1.0 / 6)) + q2 * (1.0 / 120 - q * (1.0 / 5040)))
                + q4 * ((1.0 / 362880 - q * (1.0 / 39916800)) + q2 * (1.0 / 6227020800 - q * (1.0 / 1307674368000)));
        double c = ((1 - q * 0.5) + q2 * (1.0 / 24 - q * (1.0 / 720)))
                + q4 * ((1.0 / 40320 - q * (1.0 / 3628800))
                        + q2 * (1.0 / 479001600 - q * (1.0 / 87178291200) + q2 * (1.0 / 20922789888000)));
        s *= x;
        uint64_t quarter = bits(shifted);
        double sine = quarter & 1 ? c : s, cosine = quarter & 1 ? s : c;
        first[k] = r * from_bits(bits(cosine) ^ (((quarter + 1) & 2) << 62));
        second[k] = r * from_bits(bits(sine) ^ ((quarter & 2) << 62));
    }
}

/* ---- One chunk of lanes ---- */

typedef struct {
    int n, lanes, shared;
    double *y[VARIABLES], *p[VARIABLES], *q[VARIABLES], *slope[VARIABLES];
    double *drive, *gamma, *nE, *nI, *nA, *wC, *wD, *sumC, *sumD, *pool;
    int poolSize, used;
    generator g;
} chunk;

static double *array(size_t n, double value) {
    double *a = aligned_alloc(64, (n * sizeof(double) + 127) / 64 * 64);
    if (!a) { fprintf(stderr, "No memory for %zu numbers.\n", n); exit(1); }
    for (size_t k = 0; k < n; k++) a[k] = value;
    return a;
}

static chunk *make(int n, int lanes, int shared, uint64_t number) {
    chunk *c = calloc(1, sizeof *c);
    int size = n * lanes;
    c->n = n; c->lanes = lanes; c->shared = shared;
    const double initial[VARIABLES] = {E_0, I_0, A_0, 0};
    for (int v = 0; v < VARIABLES; v++) {
        c->y[v] = array(size, initial[v]);
        c->p[v] = array(size, 0);
        c->q[v] = array(size, 0);
        c->slope[v] = array(size, 0);
    }
    c->drive = array(size, 0); c->gamma = array(size, 1); c->nE = array(size, 1); c->nI = array(size, 1); c->nA = array(size, 1);
    c->sumC = array(size, 0); c->sumD = array(size, 0);
    size_t perLink = shared ? 1 : lanes;
    c->wC = array(n * n * perLink, 1.0 / n);
    c->wD = array(n * n * perLink, 1.0 / n);
    for (int i = 0; i < n; i++) {
        for (size_t l = 0; l < perLink; l++) c->wC[(i * n + i) * perLink + l] = c->wD[(i * n + i) * perLink + l] = 0;
        for (int l = 0; l < lanes; l++) c->drive[i * lanes + l] = LARGEST_DRIVE * i / n;
    }
    int steps = (LEAST_POOL + size - 1) / size;
    c->poolSize = (size * steps + 2 * STREAMS - 1) / (2 * STREAMS) * (2 * STREAMS);
    c->used = c->poolSize;
    c->pool = array(c->poolSize, 0);
    seed(&c->g, number << 32);
    return c;
}

static const double *noise(chunk *c, double sd) {
    int size = c->n * c->lanes;
    if (c->used + size > c->poolSize) {
        uniforms(&c->g, c->pool, c->poolSize);
        normals(c->pool, c->poolSize, sd);
        c->used = 0;
    }
    c->used += size;
    return c->pool + c->used - size;
}

/* sum[l] = sum over j of w[j][l] x[j][l], for BLOCK vectors of lanes of one region. */
#define COUPLE(BLOCK, WEIGHT)                                                                                            \
    for (; l + BLOCK * VECTOR <= L; l += BLOCK * VECTOR) {                                                               \
        v8 C[BLOCK] = {0}, D[BLOCK] = {0};                                                                               \
        for (int j = 0; j < n; j++) {                                                                                    \
            for (int b = 0; b < BLOCK; b++) {                                                                            \
                v8 x = *(const v8 *) (E + j * L + l + b * VECTOR);                                                       \
                C[b] += WEIGHT(wC) * x;                                                                                  \
                D[b] += WEIGHT(wD) * x;                                                                                  \
            }                                                                                                            \
        }                                                                                                                \
        for (int b = 0; b < BLOCK; b++) {                                                                                \
            *(v8 *) (sumC + l + b * VECTOR) = C[b];                                                                      \
            *(v8 *) (sumD + l + b * VECTOR) = D[b];                                                                      \
        }                                                                                                                \
    }
#define OWN(w) *(const v8 *) (w + j * L + l + b * VECTOR)
#define ONE(w) w[j]

INLINE void couple(const double *wC, const double *wD, const double *E, double *sumC, double *sumD, int n, int L, int shared) {
    int l = 0;
    if (shared) {
        COUPLE(8, ONE)
        COUPLE(1, ONE)
    } else {
        COUPLE(4, OWN)
        COUPLE(1, OWN)
    }
}

/* One trajectory: along the regions. The synthetic weights are symmetric, so that a row is a column. */
static void couple_single(const double *restrict wC, const double *restrict wD, const double *restrict E,
        double *restrict sumC, double *restrict sumD, int n) {
    int i = 0;
    for (; i + VECTOR <= n; i += VECTOR) {
        v8 C[2] = {0}, D[2] = {0};
        int j = 0;
        for (; j + 2 <= n; j += 2) {
            for (int b = 0; b < 2; b++) {
                C[b] += *(const v8 *) (wC + (j + b) * n + i) * E[j + b];
                D[b] += *(const v8 *) (wD + (j + b) * n + i) * E[j + b];
            }
        }
        for (; j < n; j++) {
            C[0] += *(const v8 *) (wC + j * n + i) * E[j];
            D[0] += *(const v8 *) (wD + j * n + i) * E[j];
        }
        *(v8 *) (sumC + i) = C[0] + C[1];
        *(v8 *) (sumD + i) = D[0] + D[1];
    }
    for (; i < n; i++) {
        double C = 0, D = 0;
        for (int j = 0; j < n; j++) {
            C += wC[j * n + i] * E[j];
            D += wD[j * n + i] * E[j];
        }
        sumC[i] = C;
        sumD[i] = D;
    }
}

/* What a stage does with the derivative f of one variable. */
INLINE void advance(stage s, double h, double f, double dN, double y, double *next, double *p, double *slope) {
    switch (s) {
        case EULER: *next = y + h * f + dN; break;
        case HEUN_FIRST: *slope = f; *p = y + h * f + dN; break;
        case HEUN_SECOND: *next = y + 0.5 * h * (*slope + f) + dN; break;
        case RK_FIRST: *slope = f; *p = y + 0.5 * h * f; break;
        case RK_SECOND: *slope += 2 * f; *p = y + 0.5 * h * f; break;
        case RK_THIRD: *slope += 2 * f; *p = y + h * f; break;
        case RK_FOURTH: *next = y + h / 6 * (*slope + f); break;
    }
}

/* Derivatives and update of entries from..from+count. x is the state they are taken at, y the state at the start of the step. */
INLINE void region(chunk *c, stage s, double h, const double *restrict dN, double *const *x, double *const *out,
        int from, int count) {
    const double *E = x[0] + from, *I = x[1] + from, *a = x[2] + from, *u = x[3] + from;
    const double *yE = c->y[0] + from, *yI = c->y[1] + from, *ya = c->y[2] + from, *yu = c->y[3] + from;
    const double *P = c->drive + from, *gamma = c->gamma + from, *nE = c->nE + from, *nI = c->nI + from, *nA = c->nA + from;
    const double *C = c->sumC + from, *D = c->sumD + from, *n = dN + from;
    double *oE = out[0] + from, *oI = out[1] + from, *oa = out[2] + from, *ou = out[3] + from;
    double *sE = c->slope[0] + from, *sI = c->slope[1] + from, *sa = c->slope[2] + from, *su = c->slope[3] + from;
#pragma GCC ivdep
    for (int k = 0; k < count; k++) {
        double e = E[k], i = I[k];
        double xE = nE[k] * W_EE * e - gamma[k] * W_EI * i + G * C[k] - a[k] + P[k] + u[k] - THETA_E;
        double xI = nI[k] * W_IE * e - W_II * i + G_D * D[k] - THETA_I;
        double dE = (logistic(xE) - e) * (1 / TAU_E), dI = (logistic(xI) - i) * (1 / TAU_I);
        double da = (nA[k] * B * e - a[k]) * (1 / TAU_A), du = u[k] * (-1 / TAU_U);
        advance(s, h, dE, 0, yE[k], oE + k, oE + k, sE + k);
        advance(s, h, dI, 0, yI[k], oI + k, oI + k, sI + k);
        advance(s, h, da, 0, ya[k], oa + k, oa + k, sa + k);
        advance(s, h, du, n[k], yu[k], ou + k, ou + k, su + k);
    }
}

/* All regions of one stage: derivatives at x, result in out. E of x is needed until the last region is done. */
INLINE void pass(chunk *c, stage s, double h, const double *dN, double *const *x, double *const *out) {
    int n = c->n, L = c->lanes;
    if (L == 1) {
        couple_single(c->wC, c->wD, x[0], c->sumC, c->sumD, n);
        region(c, s, h, dN, x, out, 0, n);
        return;
    }
    for (int i = 0; i < n; i++) {
        size_t row = (size_t) i * n * (c->shared ? 1 : L);
        couple(c->wC + row, c->wD + row, x[0], c->sumC + i * L, c->sumD + i * L, n, L, c->shared);
        region(c, s, h, dN, x, out, i * L, L);
    }
}

static void swap(chunk *c) {
    double *t[VARIABLES];
    memcpy(t, c->y, sizeof t);
    memcpy(c->y, c->p, sizeof t);
    memcpy(c->p, t, sizeof t);
}

static void euler(chunk *c, double h, const double *dN) {
    pass(c, EULER, h, dN, c->y, c->p);
    swap(c);
}

static void heun(chunk *c, double h, const double *dN) {
    pass(c, HEUN_FIRST, h, dN, c->y, c->p);
    pass(c, HEUN_SECOND, h, dN, c->p, c->y);
}

static void runge_kutta(chunk *c, double h, const double *none) {
    pass(c, RK_FIRST, h, none, c->y, c->p);
    pass(c, RK_SECOND, h, none, c->p, c->q);
    pass(c, RK_THIRD, h, none, c->q, c->p);
    pass(c, RK_FOURTH, h, none, c->p, c->y);
}

/* ---- The program ---- */

typedef struct { const char *name; void (*step)(chunk *, double, const double *); } scheme;
static const scheme SCHEMES[] = {{"euler-maruyama", euler}, {"heun", heun}, {"runge-kutta", runge_kutta}};

static void run(chunk *c, const scheme *s, int steps, double h, double sd) {
    for (int k = 0; k < steps; k++) s->step(c, h, noise(c, sd));
}

static double cpu_ns(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return t.tv_sec * 1e9 + t.tv_nsec;
}

static int ascending(const void *a, const void *b) {
    double x = *(const double *) a, y = *(const double *) b;
    return (x > y) - (x < y);
}

static void print_numbers(const char *name, const double *x, int n) {
    printf(", \"%s\": [", name);
    for (int k = 0; k < n; k++) printf("%s%.17g", k ? ", " : "", x[k]);
    printf("]");
}

/* Lanes per chunk: the weights of a chunk should fit half of a 1 MB second-level cache. */
static int fitting(int n, int shared) {
    int most = shared ? 64 : 512 * 1024 / (2 * 8 * n * n);
    return most >= 64 ? 64 : most >= 32 ? 32 : most >= 16 ? 16 : 8;
}

int main(int argc, char **argv) {
    int n = 12, lanes = 64, steps = 1000, repeats = 21, shared = 0, every = 0, perChunk = 0;
    double h = 2, sigma = 0.6;
    const scheme *s = &SCHEMES[0];
    for (int k = 1; k + 1 < argc; k += 2) {
        const char *value = argv[k + 1];
        switch (argv[k][1]) {
            case 'n': n = atoi(value); break;
            case 'l': lanes = atoi(value); break;
            case 't': steps = atoi(value); break;
            case 'r': repeats = atoi(value); break;
            case 'c': perChunk = atoi(value); break;
            case 'h': h = atof(value); break;
            case 'S': sigma = atof(value); break;
            case 'w': shared = strcmp(value, "shared") == 0; break;
            case 'e': every = atoi(value); break;
            case 's':
                for (int i = 0; i < 3; i++) s = strcmp(value, SCHEMES[i].name) ? s : &SCHEMES[i];
                break;
            default: fprintf(stderr, "There is no option %s.\n", argv[k]); return 2;
        }
    }
    if (perChunk == 0) perChunk = lanes < fitting(n, shared) ? lanes : fitting(n, shared);
    if (lanes < 1 || lanes % perChunk || (lanes > 1 && perChunk % VECTOR)) {
        fprintf(stderr, "Lanes must be 1 or a multiple of %d.\n", perChunk > 1 ? perChunk : VECTOR);
        return 2;
    }
    int chunks = lanes / perChunk;
    chunk **c = calloc(chunks, sizeof *c);
    for (int k = 0; k < chunks; k++) c[k] = make(n, perChunk, shared || lanes == 1, k + 1);
    double sd = sigma * sqrt(2 / TAU_U * h);
    printf("{\"language\": \"C\", \"regions\": %d, \"lanes\": %d, \"chunk\": %d, \"weights\": \"%s\", \"scheme\": \"%s\"", n, lanes,
            perChunk, shared ? "shared" : "own", s->name);
    if (every > 0) {
        /* Statistics: per lane the mean of E, and over all the mean square of u, of samples every so many steps. */
        double *mean = array(lanes, 0), square = 0;
        for (int k = 0; k < chunks; k++) {
            for (int t = 0; t < steps / every; t++) {
                run(c[k], s, every, h, sd);
                for (int i = 0; i < n * perChunk; i++) {
                    mean[k * perChunk + i % perChunk] += c[k]->y[0][i] / (n * (double) (steps / every));
                    square += c[k]->y[3][i] * c[k]->y[3][i] / (n * (double) lanes * (steps / every));
                }
            }
        }
        print_numbers("meanE", mean, lanes);
        printf(", \"meanSquareU\": %.17g", square);
        for (int v = 0; v < VARIABLES; v++) {
            char name[] = {"EIau"[v], 0};
            double *first = array(n, 0);
            for (int i = 0; i < n; i++) first[i] = c[0]->y[v][i * perChunk];
            print_numbers(name, first, n);
        }
    } else {
        double *ns = array(repeats, 0);
        /* One round more than is kept: the first warms caches and clock. */
        for (int r = -1; r < repeats; r++) {
            double start = cpu_ns();
            for (int k = 0; k < chunks; k++) run(c[k], s, steps, h, sd);
            if (r >= 0) ns[r] = (cpu_ns() - start) / ((double) n * lanes * steps);
        }
        qsort(ns, repeats, sizeof *ns, ascending);
        double check = 0;
        for (int i = 0; i < n * perChunk; i++) check += c[0]->y[0][i] / (n * perChunk);
        printf(", \"ns\": %.4g, \"low\": %.4g, \"high\": %.4g, \"meanE\": %.6g", ns[repeats / 2], ns[0], ns[repeats - 1], check);
    }
    printf("}\n");
    return 0;
}
