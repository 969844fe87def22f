package org.unstuck.describe;

/** How well a number is supported. The range explored for a {@link #CONTESTED} effect always includes none. */
public enum Evidence {
    HIGH,
    MEDIUM,
    LOW,
    CONTESTED
}
