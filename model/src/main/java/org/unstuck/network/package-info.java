/** Regions and the links between them: the description, and the coupled dynamics made from it. */
package org.unstuck.network;
