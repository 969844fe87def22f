/**
 * Which inputs decide an output: designs of points in the unit cube, and what their outputs say. Arrays in, numbers out; only {@link
 * org.unstuck.sensitivity.Question} and {@link org.unstuck.sensitivity.ModelRuns} know a model.
 *
 * <p>Points are {@code point[input]} in [0, 1); outputs are {@code output[point]} in the order of the design. An output that could
 * not be computed is NaN; what it belongs to is left out and counted.
 *
 * <p>Few runs: {@link org.unstuck.sensitivity.ElementaryEffects} (which inputs matter at all). Many runs: {@link
 * org.unstuck.sensitivity.SobolIndices} (how much of the variance). Around one point: {@link
 * org.unstuck.sensitivity.Elasticities}. From any sample: {@link org.unstuck.sensitivity.RegressionIndices}.
 */
package org.unstuck.sensitivity;
