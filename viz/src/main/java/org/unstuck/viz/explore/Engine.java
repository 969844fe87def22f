package org.unstuck.viz.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import org.unstuck.describe.Invalid;
import org.unstuck.scenario.Sessions;
import org.unstuck.simulate.Command;
import org.unstuck.simulate.Diverged;
import org.unstuck.simulate.Live;
import org.unstuck.study.Assessment;
import org.unstuck.study.Lesson;
import org.unstuck.study.Scenario;
import org.unstuck.study.Session;

/**
 * Runs the patients A and B on a thread of its own, at real time times {@linkplain #speed speed}. Every method may be called from any
 * thread and returns at once; what is asked is done between two samples, in order. The window fetches {@link #latest}.
 */
final class Engine {

    /** Patient A, and patient B. */
    static final int A = 0;

    static final int B = 1;

    /** Slowest and fastest, relative to real time. */
    static final double SLOWEST = 0.25;

    static final double FASTEST = 64;

    /** Pause between two looks at the clock, ms: a third of a frame. */
    private static final long NAP_MS = 10;
    /** Samples of a replay between two looks at what is asked. */
    private static final int STRETCH = 250;
    /** When the machine is too slow, time is lost rather than piled up: at most this much is made up for, s. */
    private static final double LARGEST_DEBT_S = 0.25;

    /** Time between two entries into the history, ns. */
    private static final long KEEP_NS = 1_000_000_000;

    private static final double NANO = 1e9;
    private static final double MS = 1000;

    private final ConcurrentLinkedQueue<Runnable> asked = new ConcurrentLinkedQueue<>();
    private final Exchange exchange = new Exchange();
    private final Consumer<String> told;
    private final Thread thread = new Thread(this::run, "unstuck-engine");
    private volatile boolean closed;

    // Below: only for the engine's own thread.
    private Scenario scenario;
    private Live.Setting setting;
    private CompletableFuture<double[]> reference;
    /** A patient that has just been made and has not lived yet, or null. */
    private Live fresh;

    private final Track[] tracks = new Track[2];
    private final int[] runOf = {0, Session.NONE};
    private final List<Session.Run> runs = new ArrayList<>();
    private boolean playing = true;
    private double speed = 1;
    private double due;
    private Script script;
    private double measured;
    private long kept;
    private volatile Session saved;

    /**
     * An engine that will run {@code session} once {@linkplain #start started}.
     *
     * @param told receives messages about commands that could not be done; called from the engine's thread
     */
    Engine(Session session, Consumer<String> told) {
        this.told = told;
        this.saved = session;
        open(session, () -> {});
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Ends the thread and waits for it. */
    void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(2 * (long) MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The latest frame; for the window's thread only. */
    Frame latest() {
        return exchange.latest();
    }

    /** Everything that has been done, as of the last look; any thread. */
    Session session() {
        return saved;
    }

    void play(boolean on) {
        asked.add(() -> playing = on);
    }

    void speed(double times) {
        asked.add(() -> speed = Math.min(FASTEST, Math.max(SLOWEST, times)));
    }

    /** One sample. */
    void step() {
        asked.add(() -> forEach(t -> t.advance(1)));
    }

    /** Gives {@code command} to A, to B or to both, as far as they are there. */
    void command(boolean a, boolean b, Command command) {
        asked.add(() -> {
            for (int side : new int[] {A, B}) {
                if ((side == A ? a : b) && tracks[side] != null) {
                    apply(tracks[side], command);
                }
            }
        });
    }

    private void apply(Track track, Command command) {
        try {
            track.apply(command);
        } catch (Invalid | Diverged e) {
            told.accept(e.getMessage());
        }
    }

    /**
     * Begins another session. If its patient cannot be made the reason is told, and the present session goes on.
     *
     * @param opened called from the engine's thread once it has begun
     */
    void open(Session session, Runnable opened) {
        asked.add(() -> {
            try {
                load(session);
                opened.run();
            } catch (Invalid | Diverged e) {
                told.accept(e.getMessage());
            }
        });
    }

    /** Begins a new run in place of A; the old one stays in the history. */
    void restart() {
        asked.add(() -> {
            keep();
            place(A, runs.size(), new Session.Run("run " + (runs.size() + 1), 0, List.of()));
        });
    }

    /** Begins B as a copy of A: the same past, the same noise from here on. */
    void fork() {
        asked.add(() -> {
            keep();
            Session.Run a = runs.get(runOf[A]);
            place(B, runs.size(), new Session.Run("run " + (runs.size() + 1), a.samples(), a.commands()));
        });
    }

    /** Removes B; its run stays in the history. */
    void join() {
        asked.add(() -> {
            keep();
            tracks[B] = null;
            runOf[B] = Session.NONE;
        });
    }

    /** Shows run {@code run} of the history as A or B and goes on from its end. */
    void show(int side, int run) {
        asked.add(() -> {
            keep();
            if (run < runs.size() && run != runOf[A] && run != runOf[B]) {
                place(side, run, runs.get(run));
            }
        });
    }

    /**
     * Runs the experiment of a lesson with fresh patients.
     *
     * @param done receives the values of both probes; called from the engine's thread
     */
    void experiment(String name, Lesson.Experiment experiment, Consumer<double[]> done) {
        asked.add(() -> {
            keep();
            place(A, runs.size(), new Session.Run(name + " A", 0, List.of()));
            tracks[B] = null;
            runOf[B] = Session.NONE;
            if (experiment.two()) {
                place(B, runs.size(), new Session.Run(name + " B", 0, List.of()));
            }
            speed = experiment.speed();
            playing = true;
            script = new Script(scenario, experiment, tracks[A].live().sampleMs(), done);
        });
    }

    /** Forgets the experiment that is running. */
    void abandon() {
        asked.add(() -> script = null);
    }

    /** Scans every patient; the results are named A and B. Called back from the engine's thread. */
    void scan(Consumer<Map<String, Assessment>> done) {
        asked.add(() -> {
            Map<String, Assessment> scans = new LinkedHashMap<>();
            for (int side : new int[] {A, B}) {
                if (tracks[side] != null) {
                    scans.put(side == A ? "A" : "B", Script.assess(tracks[side].live(), scenario));
                }
            }
            done.accept(scans);
        });
    }

    /** Lets {@code task} see the patients between two samples; its result goes to {@code then} on the engine's thread. */
    <T> void ask(Function<Track[], T> task, Consumer<T> then) {
        asked.add(() -> then.accept(task.apply(tracks)));
    }

    private void load(Session session) {
        Live.Setting next = Sessions.setting(session.scenario());
        fresh = new Live(next); // Whatever is wrong with this patient is found here, before anything is given up.
        script = null;
        scenario = session.scenario();
        setting = next;
        reference = healthy(next);
        runs.clear();
        runs.addAll(session.runs());
        tracks[B] = null;
        runOf[B] = Session.NONE;
        place(A, session.left(), runs.get(session.left()));
        if (session.right() != Session.NONE) {
            place(B, session.right(), runs.get(session.right()));
        }
    }

    /** Levels of the healthy twin, read on a thread of its own: the patient need not wait for it. None if it cannot live. */
    private CompletableFuture<double[]> healthy(Live.Setting of) {
        CompletableFuture<double[]> levels = new CompletableFuture<>();
        Thread twin = new Thread(
                () -> {
                    try {
                        levels.complete(Track.healthy(of));
                    } catch (Invalid | Diverged e) {
                        levels.complete(null);
                        told.accept("The healthy twin: " + e.getMessage());
                    } finally {
                        levels.complete(null);
                    }
                },
                "unstuck-twin");
        twin.setDaemon(true);
        twin.start();
        return levels;
    }

    /** Makes the patient of {@code run} by doing everything in it again. */
    private void place(int side, int number, Session.Run run) {
        CompletableFuture<double[]> healthy = reference;
        Track track = new Track(run.name(), fresh == null ? new Live(setting) : fresh, () -> healthy.getNow(null));
        fresh = null;
        if (run.samples() > 0) {
            healthy.join(); // What is lived again is seen as it was the first time.
        }
        int next = 0;
        while (!closed) {
            while (next < run.commands().size()
                    && run.commands().get(next).sample() == track.live().samples()) {
                apply(track, run.commands().get(next++).does());
            }
            long until = next < run.commands().size() ? run.commands().get(next).sample() : run.samples();
            if (track.live().samples() >= run.samples()
                    && next >= run.commands().size()) {
                break;
            }
            try {
                track.advance((int) Math.min(STRETCH, until - track.live().samples()));
            } catch (Diverged e) {
                playing = false;
                told.accept(e.getMessage());
                break;
            }
            exchange.writing().busy = track.live().samples() / Math.max(1.0, run.samples());
            exchange.publish();
        }
        tracks[side] = track;
        runOf[side] = number;
        keep();
    }

    /** Writes what A and B have done into the history. */
    private void keep() {
        for (int side : new int[] {A, B}) {
            if (tracks[side] != null) {
                while (runs.size() <= runOf[side]) {
                    runs.add(tracks[side].run());
                }
                runs.set(runOf[side], tracks[side].run());
            }
        }
        if (tracks[A] != null) {
            saved = new Session(scenario, runs, runOf[A], runOf[B]);
        }
    }

    private void forEach(Consumer<Track> task) {
        for (Track track : tracks) {
            if (track != null) {
                try {
                    task.accept(track);
                } catch (Diverged e) {
                    playing = false;
                    told.accept(e.getMessage());
                }
            }
        }
    }

    private void run() {
        long before = System.nanoTime();
        while (!closed) {
            boolean changed = false;
            Runnable next;
            while (!closed && (next = asked.poll()) != null) {
                attempt(next);
                changed = true;
                before = Math.max(before, System.nanoTime() - (long) (LARGEST_DEBT_S * NANO));
            }
            if (changed) {
                keep();
            }
            long now = System.nanoTime();
            move(Math.min(LARGEST_DEBT_S, (now - before) / NANO), now);
            before = now;
            if (changed || exchange.isWanted()) {
                publish(now);
            }
            try {
                Thread.sleep(NAP_MS);
            } catch (InterruptedException e) {
                break;
            }
        }
        keep();
    }

    /** A bug in one task must not end the thread: the window would freeze without a word. */
    private void attempt(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            told.accept("This is a bug in Unstuck: " + e + ". Maybe report it as an issue.");
            Thread.currentThread().getUncaughtExceptionHandler().uncaughtException(Thread.currentThread(), e);
        }
    }

    private void move(double seconds, long began) {
        if (!playing || tracks[A] == null) {
            due = 0;
            measured = 0;
            return;
        }
        due += seconds * speed * MS / tracks[A].live().sampleMs();
        int samples = (int) due;
        due -= samples;
        int done = 0;
        while (done < samples && System.nanoTime() - began < LARGEST_DEBT_S * NANO) {
            if (script != null && tracks[A].live().samples() >= script.nextSample() && act()) {
                break;
            }
            int some = Math.min(STRETCH, samples - done);
            if (script != null) {
                some = (int)
                        Math.min(some, script.nextSample() - tracks[A].live().samples());
            }
            int stretch = some;
            forEach(t -> t.advance(stretch));
            done += stretch;
        }
        if (seconds > 0) {
            double now = done * tracks[A].live().sampleMs() / MS / seconds;
            measured += (now - measured) * Math.min(1, seconds);
        }
    }

    /** Does what the experiment wants now; true when it is over, and then the clock stops. */
    private boolean act() {
        boolean over = true;
        try {
            over = script.act(tracks);
        } catch (Invalid | Diverged e) {
            told.accept(e.getMessage());
        }
        if (over) {
            script = null;
            playing = false;
        }
        return over;
    }

    private void publish(long now) {
        Frame frame = exchange.writing();
        for (int side : new int[] {A, B}) {
            frame.sides[side].on = false;
            if (tracks[side] != null) {
                tracks[side].copyTo(frame.sides[side]);
            }
        }
        frame.busy = tracks[A] == null ? 0 : -1;
        frame.script = script == null ? -1 : script.share(tracks[A].live().samples());
        frame.playing = playing;
        frame.speed = speed;
        frame.achieved = measured;
        if (now - kept > KEEP_NS) {
            keep();
            kept = now;
        }
        exchange.publish();
    }
}
