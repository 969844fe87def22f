/** The report of a comparison: figures filled from results, one self-contained page, data files, provenance. */
package org.unstuck.viz.report;
