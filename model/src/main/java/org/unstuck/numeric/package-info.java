/**
 * Elementary functions whose bits are the same on every JDK and platform: additions, products, quotients and {@code Math.fma},
 * each rounded once as IEEE 754 says, in a fixed order. {@link java.lang.StrictMath} is as dependable, and serves where time does
 * not matter; here are array kernels for where it does. They know arrays only.
 */
package org.unstuck.numeric;
