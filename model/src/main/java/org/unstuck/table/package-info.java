/** Reading tables of numbers from files that others made: CSV and NumPy. Nothing is guessed or filled in; a mistake has its place. */
package org.unstuck.table;
