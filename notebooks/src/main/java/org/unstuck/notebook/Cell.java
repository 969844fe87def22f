package org.unstuck.notebook;

import org.rapaio.jupyter.kernel.global.Global;

/** The cell that is running; nothing at all outside a kernel. The only class that speaks with the kernel besides {@link Pictures}. */
final class Cell {

    private static final String HTML = "text/html";
    private static final String NOBODY = "";

    private Cell() {}

    /** Shows HTML in the cell that runs; the id is for {@link #replace}. */
    static String html(String html) {
        try {
            return Global.display(HTML, html);
        } catch (RuntimeException e) {
            return NOBODY; // No kernel: a test, or a plain program.
        }
    }

    /** Shows anything that {@link Pictures} knows. */
    static void show(Object what) {
        try {
            Global.display(what);
        } catch (RuntimeException e) {
            // No kernel.
        }
    }

    /** Puts other HTML in its place. */
    static void replace(String id, String html) {
        if (!id.equals(NOBODY)) {
            try {
                Global.updateDisplay(id, HTML, html);
            } catch (RuntimeException e) {
                // The kernel is going down; nobody looks.
            }
        }
    }
}
