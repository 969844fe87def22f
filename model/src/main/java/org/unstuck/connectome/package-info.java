/** Connectomes that others made: reading, checking and preparing them, and networks made from them. */
package org.unstuck.connectome;
