/** Models in the formats of other programs. */
package org.unstuck.exchange;
