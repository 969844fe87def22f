package org.unstuck.sweep;

/**
 * The range that a number is declared with.
 *
 * @param low lower end
 * @param high upper end
 * @param unit unit of both; "1" for a plain number
 */
public record Range(double low, double high, String unit) {}
