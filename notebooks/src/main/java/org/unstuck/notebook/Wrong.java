package org.unstuck.notebook;

import java.util.function.Supplier;
import org.unstuck.describe.Invalid;
import org.unstuck.scenario.BadScenario;
import org.unstuck.scenario.Mistake;
import org.unstuck.simulate.Cancelled;
import org.unstuck.simulate.Diverged;

/** Something that the reader of a notebook can put right: one line, no stack trace. */
public final class Wrong extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong, and a second sentence that begins with "Maybe". */
    public Wrong(String message) {
        super(message, null, false, false);
    }

    /** The same problem without the way to it. */
    static Wrong of(Invalid e) {
        return new Wrong((e.at().isEmpty() ? "" : e.at() + ": ") + e.getMessage());
    }

    /**
     * Does it, and says in a line if it cannot be done.
     *
     * @throws Wrong in place of the exceptions of the model that the user can answer to
     */
    static <T> T shortly(Supplier<T> what) {
        try {
            return what.get();
        } catch (Invalid e) {
            throw of(e);
        } catch (BadScenario e) {
            Mistake first = e.mistakes().get(0);
            throw new Wrong(first.file() + (first.line() > 0 ? ", line " + first.line() : "") + ", " + first.pointer()
                    + ": " + first.problem() + (first.maybe().isEmpty() ? "" : " " + first.maybe())
                    + (e.mistakes().size() > 1 ? " (and " + (e.mistakes().size() - 1) + " more)" : ""));
        } catch (Diverged e) {
            throw new Wrong(e.getMessage() + " Maybe a shorter step or parameters nearer to their defaults.");
        } catch (Cancelled e) {
            throw new Wrong("Stopped before the end; there is no result. Maybe run the cell again.");
        }
    }
}
