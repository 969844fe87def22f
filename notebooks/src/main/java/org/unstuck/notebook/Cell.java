package org.unstuck.notebook;

import org.rapaio.jupyter.kernel.global.Global;

/** The cell that is running; nothing at all outside a kernel. The only class that speaks with the kernel besides {@link Pictures}. */
final class Cell {

    /** The property that {@link Start} sets: to ask the kernel itself would start one in every other program. */
    static final String KERNEL = "unstuck.kernel";

    private static final boolean IN_KERNEL = Boolean.getBoolean(KERNEL);

    private static final String HTML = "text/html";
    private static final String NOBODY = "";

    private Cell() {}

    /** Shows HTML in the cell that runs; the id is for {@link #replace}. */
    static String html(String html) {
        return IN_KERNEL ? Global.display(HTML, html) : NOBODY;
    }

    /** Shows anything that {@link Pictures} knows. */
    static void show(Object what) {
        if (IN_KERNEL) {
            Global.display(what);
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
