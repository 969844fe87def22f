package org.unstuck.viz.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.unstuck.describe.Invalid;
import org.unstuck.scenario.BadScenario;
import org.unstuck.simulate.Cancelled;
import org.unstuck.simulate.Diverged;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Every failure as a line of text and an exit code; a stack trace only with {@code --debug}. */
final class Failures {

    /** In front of messages that begin with the name of a value. */
    private static final String NAME = "unstuck: ";

    private static final String NO_MEMORY =
            "There is not enough memory. Maybe fewer --patients or --threads, or more memory: java -Xmx4g -jar unstuck.jar ...";

    private Failures() {}

    /** Runs {@code line} with {@code args} and returns the exit code. Nothing escapes. */
    static int run(CommandLine line, String... args) {
        line.setParameterExceptionHandler((e, a) -> misused(e));
        line.setExecutionExceptionHandler((e, failed, parsed) -> report(e, failed));
        try {
            return line.execute(args);
        } catch (Throwable e) {
            return report(e, line);
        } finally {
            line.getOut().flush();
            line.getErr().flush();
        }
    }

    private static int misused(ParameterException e) {
        CommandLine line = e.getCommandLine();
        PrintWriter err = line.getErr();
        err.println(error(line, Shown.text(e.getMessage())));
        if (e instanceof UnmatchedArgumentException unmatched) {
            unmatched.getSuggestions().stream()
                    .findFirst()
                    .ifPresent(near -> err.println("Maybe " + near + " was meant."));
        }
        err.println("See " + line.getCommandSpec().qualifiedName() + " --help.");
        return Exit.BAD_INPUT;
    }

    private static int report(Throwable e, CommandLine line) {
        PrintWriter err = line.getErr();
        boolean debug = line.getCommandSpec().root().userObject() instanceof Main main && main.debug;
        if (debug) {
            e.printStackTrace(err);
        }
        if (e instanceof Cancelled) {
            return Exit.INTERRUPTED; // Interruption says so, and ends the process.
        }
        if (e instanceof BadScenario bad) {
            bad.mistakes().forEach(mistake -> err.println(error(line, mistake.toString())));
            return Exit.BAD_INPUT;
        }
        err.println(error(line, message(e)));
        return code(e);
    }

    private static String message(Throwable e) {
        if (e instanceof OutOfMemoryError) {
            return NO_MEMORY;
        }
        if (e instanceof UncheckedIOException io) {
            return "Writing failed: " + Shown.text(String.valueOf(io.getCause().getMessage())) + ".";
        }
        if (code(e) == Exit.BUG) {
            return "This is a bug in Unstuck: " + e.getClass().getSimpleName() + " ("
                    + Shown.text(String.valueOf(e.getMessage()))
                    + "). Maybe report it as an issue, with the command, its files and what --debug adds.";
        }
        String message = Shown.text(String.valueOf(e.getMessage()));
        return e instanceof Diverged ? message : NAME + message;
    }

    private static int code(Throwable e) {
        if (e instanceof Invalid || e instanceof BadScenario || e instanceof OutOfMemoryError) {
            return Exit.BAD_INPUT;
        }
        if (e instanceof CannotWrite || e instanceof UncheckedIOException) {
            return Exit.CANNOT_WRITE;
        }
        return e instanceof Diverged ? Exit.DIVERGED : Exit.BUG;
    }

    private static String error(CommandLine line, String message) {
        return line.getColorScheme().errorText(message).toString();
    }
}
