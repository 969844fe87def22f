/** The simulator in a notebook: one import, sentences that run, charts and tables in the cell, errors of one line. */
package org.unstuck.notebook;
