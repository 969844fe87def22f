package org.unstuck.mass;

/**
 * A state variable of a mass.
 *
 * @param name short name as in the equations, used in files
 * @param meaning what it is
 * @param unit its unit; "1" for a fraction
 * @param initial where a run starts
 */
public record Variable(String name, String meaning, String unit, double initial) {}
