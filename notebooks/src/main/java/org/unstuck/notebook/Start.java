package org.unstuck.notebook;

import java.util.ArrayList;
import java.util.List;
import org.rapaio.jupyter.kernel.MainApp;

/** Starts the kernel: looks whether everything is there, and gets charts ready while the reader reads. */
public final class Start {

    /** A class of every jar without which no cell works, and the jar it comes in. */
    private static final String[][] NEEDED = {
        {"org.unstuck.study.Scenario", "unstuck-model"},
        {"org.unstuck.viz.figure.Figure", "unstuck-viz"},
        {"org.jfree.chart.JFreeChart", "jfreechart"},
        {"org.apache.batik.svggen.SVGGraphics2D", "batik-svggen"},
        {"com.fasterxml.jackson.core.JsonFactory", "jackson-core"},
        {"org.apache.commons.math3.util.FastMath", "commons-math3"},
        {"org.rapaio.jupyter.kernel.MainApp", "rapaio-jupyter-kernel"},
    };

    private static final int MISSING = 2;

    private Start() {}

    /**
     * Starts.
     *
     * @param args the connection file of Jupyter
     * @throws Exception whatever ends the kernel
     */
    public static void main(String[] args) throws Exception {
        String problem = problem(Start.class.getClassLoader());
        if (!problem.isEmpty()) {
            System.err.println(problem);
            System.exit(MISSING);
        }
        System.setProperty("java.awt.headless", "true");
        System.setProperty(Cell.KERNEL, "true");
        Thread warm = new Thread(Warm::up, "warm-up");
        warm.setDaemon(true);
        warm.setPriority(Thread.MIN_PRIORITY);
        warm.start();
        MainApp.main(args);
    }

    /** What is missing, in a line that says what to do; empty if nothing is. */
    static String problem(ClassLoader loader) {
        List<String> missing = new ArrayList<>();
        for (String[] needed : NEEDED) {
            try {
                Class.forName(needed[0], false, loader);
            } catch (ClassNotFoundException e) {
                missing.add(needed[1]);
            }
        }
        return missing.isEmpty()
                ? ""
                : "The kernel of Unstuck lacks " + String.join(", ", missing)
                        + " in its folder lib. Maybe build it again, in the folder of the project:"
                        + " mvn -q -pl notebooks -am -DskipTests package";
    }
}
