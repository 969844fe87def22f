/**
 * Measures of brain-network activity: one measure, one file, arrays in, {@link org.unstuck.metric.Measurement}s out.
 *
 * <p>Series are {@code values[sample][region]}, partitions {@code community[layer][node]}, states -1 (none) and 0..K-1.
 * Nothing here knows masses, drugs or arms. Flexibility is never one number: compare
 * {@link org.unstuck.metric.BassettFlexibility}, {@link org.unstuck.metric.StateSequence},
 * {@link org.unstuck.metric.CuedShift} and {@link org.unstuck.metric.Metastability}, each against a
 * {@link org.unstuck.metric.Surrogate} and with an {@link org.unstuck.metric.Interval}.
 */
package org.unstuck.metric;
