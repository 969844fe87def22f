package org.unstuck.sweep;

/**
 * One run of a study: one point with one seed.
 *
 * @param index its number in the study
 * @param point the point
 * @param seed root of all randomness
 */
public record Task(long index, Point point, long seed) {}
