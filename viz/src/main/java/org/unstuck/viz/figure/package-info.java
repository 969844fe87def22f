/**
 * One chart, one file. A figure is an immutable record of plain numbers and words; it knows how to draw and how to describe
 * itself, and nothing of where the numbers came from.
 */
package org.unstuck.viz.figure;
