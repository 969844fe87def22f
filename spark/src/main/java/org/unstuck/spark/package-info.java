/** Sweeps on Apache Spark. */
package org.unstuck.spark;
