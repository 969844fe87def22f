/** Lessons as text, as notebooks, and the check of what they show when they are run. */
package org.unstuck.lesson;
