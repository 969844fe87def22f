package org.unstuck.viz.cli;

/** Where the program starts. */
public final class Main {

    private Main() {}

    /** Says that there is nothing to run yet. */
    public static void main(String[] args) {
        System.out.println("Unstuck: no command yet.");
    }
}
