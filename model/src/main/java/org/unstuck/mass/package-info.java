/** Neural populations: the equations of one region, written over lanes (many regions, patients and arms side by side). */
package org.unstuck.mass;
