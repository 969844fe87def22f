package org.unstuck.viz.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Whether somebody is watching, and the two streams: in the alphabet of the terminal, else in UTF-8 whatever the locale. */
final class Terminal {

    private Terminal() {}

    /** Whether input and output are a terminal. */
    static boolean isThere() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // From JDK 22 on there is always a console, and this method that tells whether it is a terminal.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** Standard output. */
    static PrintWriter out() {
        return to(FileDescriptor.out);
    }

    /** Standard error. */
    static PrintWriter err() {
        return to(FileDescriptor.err);
    }

    private static PrintWriter to(FileDescriptor stream) {
        Charset alphabet = isThere() ? System.console().charset() : StandardCharsets.UTF_8;
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), alphabet), true);
    }
}
