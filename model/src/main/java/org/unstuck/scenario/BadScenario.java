package org.unstuck.scenario;

import java.util.Comparator;
import java.util.List;

/** A file that is no scenario. The message is the first mistake, on one line; {@link #mistakes()} has up to 20. */
public final class BadScenario extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Most mistakes that are listed. */
    static final int MOST = 20;

    private final transient List<Mistake> mistakes;

    /** One mistake. */
    public BadScenario(Mistake mistake) {
        this(List.of(mistake));
    }

    /** Several mistakes, at least one; the first of them in the file come first. */
    BadScenario(List<Mistake> mistakes) {
        this(inOrder(mistakes), true);
    }

    private BadScenario(List<Mistake> ordered, boolean inOrder) {
        super(ordered.get(0).toString());
        this.mistakes = ordered;
    }

    private static List<Mistake> inOrder(List<Mistake> mistakes) {
        return mistakes.stream()
                .sorted(Comparator.comparing(Mistake::file)
                        .thenComparingInt(Mistake::line)
                        .thenComparingInt(Mistake::column))
                .limit(MOST)
                .toList();
    }

    /** What is wrong, in the order of the file. */
    public List<Mistake> mistakes() {
        return mistakes;
    }
}
