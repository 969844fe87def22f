package org.unstuck.viz.explore;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JRootPane;
import javax.swing.JSplitPane;
import javax.swing.JTabbedPane;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;
import org.unstuck.scenario.Sessions;
import org.unstuck.simulate.Command;
import org.unstuck.simulate.Live;
import org.unstuck.study.Session;

/** The window: what is done on the left, what moves in the middle, what it means on the right. */
final class Window implements Transport.Actions {

    /** Frames per second. */
    static final int RATE = 30;

    private static final int MS = 1000;
    /** Frames between two looks at values that are read, not watched. */
    private static final int FOLLOW_EVERY = 6;

    private static final Dimension LEAST = new Dimension(1024, 700);
    private static final Dimension FIRST = new Dimension(1280, 800);
    private static final int LEFT = 308;
    /** Size of letters that {@link #LEFT} is made for, points. */
    private static final double LETTERS = 13;

    /** What waits for something to be seen is built after this time even if nothing is (a window that opens hidden), ms. */
    private static final int LATEST_MS = 1000;

    private final JFrame frame = new JFrame("Unstuck explorer: toy research model, not medical advice") {
        private static final long serialVersionUID = 1L;

        @Override
        protected JRootPane createRootPane() {
            return new JRootPane() {
                private static final long serialVersionUID = 1L;

                @Override
                public void paint(Graphics g) {
                    super.paint(g);
                    seen();
                }
            };
        }
    };
    private final Recovery recovery;
    private final JLabel message = new JLabel(" ");
    private final JLabel clocks = new JLabel(" ");
    private final Timer timer = new Timer(MS / RATE, e -> tick());
    private final JPanel center = new JPanel(new BorderLayout());
    private final JTabbedPane tabs = new JTabbedPane();
    private final JTabbedPane views = new JTabbedPane();
    private final Filing filing = new Filing(this);
    private final Menu menu = new Menu(this);
    private final Notice notice = new Notice();
    private LessonPanel lessons;
    private CoursePanel course;
    private JSplitPane split;
    private Engine engine;
    private Frame now = new Frame();
    private Bench bench;
    private Transport transport;
    private final HistoryStrip history = new HistoryStrip(i -> engine.show(Engine.A, i));
    private InterventionPanel interventions;
    private ParameterPanel parameters;
    private final Timing timing = new Timing(this::close);
    private Session session;
    private boolean seen;
    private long ticks;

    /** A window for {@code session} that appears at once; the patient starts behind it. */
    Window(Session session, Recovery recovery) {
        this.session = session;
        this.recovery = recovery;
        frame.setName("explorer");
        frame.setDefaultCloseOperation(JFrame.DISPOSE_ON_CLOSE);
        frame.setMinimumSize(LEAST);
        Rectangle room = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
        frame.setSize(
                Math.max(LEAST.width, Math.min(FIRST.width, room.width)),
                Math.max(LEAST.height, Math.min(FIRST.height, room.height)));
        frame.setLocationByPlatform(true);
        message.putClientProperty("html.disable", true);
        message.setName("message");
        message.getAccessibleContext().setAccessibleName("Messages");
        clocks.setName("clocks");
        clocks.getAccessibleContext().setAccessibleName("The two clocks");
        frame.setJMenuBar(menu.bar());
        center.add(new JLabel("Starting the patient ...", JLabel.CENTER));
        frame.add(center, BorderLayout.CENTER);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent e) {
                close();
            }
        });
    }

    /** Shows the frame and starts the patient; the rest is built as soon as the frame has been seen. */
    void open() {
        frame.setVisible(true);
        engine = new Engine(session, this::problem);
        engine.start();
        Timer latest = new Timer(LATEST_MS, e -> seen());
        latest.setRepeats(false);
        latest.start();
    }

    private void seen() {
        if (!seen) {
            seen = true;
            timing.window();
            SwingUtilities.invokeLater(this::build);
        }
    }

    private void build() {
        if (!frame.isDisplayable()) {
            return;
        }
        transport = new Transport(this);
        tabs.setName("tabs");
        tabs.getAccessibleContext().setAccessibleName("What to do");
        views.setName("views");
        views.getAccessibleContext().setAccessibleName("Live or course");
        JPanel foot = new JPanel(new MigLayout("insets 2 6 2 6, fillx, wrap 2, gapy 0", "[grow][]"));
        foot.add(history.component(), "span 2, growx, wmin 0, h 40lp!");
        foot.add(message, "growx, wmin 0");
        foot.add(clocks);
        split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, true, tabs, new JPanel());
        split.setResizeWeight(0);
        split.setBorder(null);
        split.getAccessibleContext().setAccessibleName("Divider");
        tabs.setMinimumSize(new Dimension(LEFT - 40, 100));
        views.addTab("Live", split);
        views.addTab("Course", new JPanel());
        furnish();
        views.setMnemonicAt(0, 'L');
        views.setMnemonicAt(1, 'C');
        JPanel head = new JPanel(new BorderLayout());
        head.add(transport.component(), BorderLayout.NORTH);
        head.add(notice.component(), BorderLayout.SOUTH);
        center.removeAll();
        center.add(head, BorderLayout.NORTH);
        center.add(views, BorderLayout.CENTER);
        center.add(foot, BorderLayout.SOUTH);
        center.revalidate();
        timer.start();
        say(
                recovery.keepsEarlier()
                        ? "The session of the last window is kept: File, Back to the last session."
                        : "F1 lists the keys. Hold the mouse over anything to learn what it is.");
    }

    /** Everything that depends on the scenario: first what is seen, the rest as soon as that moves. */
    private void furnish() {
        Live.Setting setting = Sessions.setting(session.scenario());
        int chosen = Math.max(0, tabs.getSelectedIndex());
        bench = new Bench(setting.network(), () -> now);
        interventions = new InterventionPanel(setting, this::command, words -> warn(List.of(words), false));
        parameters = null;
        if (course != null) {
            course.close();
        }
        tabs.removeAll();
        tabs.addTab("Do", interventions.component());
        tabs.addTab("Parameters", new JPanel());
        tabs.addTab("Lessons", new JPanel());
        tabs.setSelectedIndex(chosen);
        split.setRightComponent(bench.component());
        divide();
        bench.showRegions(menu.showsRegions());
        if (lessons == null) {
            Timer latest = new Timer(LATEST_MS, e -> complete());
            latest.setRepeats(false);
            latest.start();
        } else {
            complete();
        }
    }

    /** Makes the tabs that are not in front at the start. */
    private void complete() {
        if (parameters != null || !frame.isDisplayable()) {
            return;
        }
        parameters = new ParameterPanel(Sessions.setting(session.scenario()).parameters(), this::command);
        if (lessons == null) {
            lessons = new LessonPanel(new Classroom(this));
        }
        course = new CoursePanel(session.scenario(), this::problem, this::openDay);
        tabs.setComponentAt(1, parameters.component());
        tabs.setComponentAt(2, lessons.component());
        views.setComponentAt(1, course.component());
    }

    /** Whether there is something to act on. */
    boolean isBuilt() {
        return bench != null;
    }

    /** Whether every part is there. */
    boolean isComplete() {
        return parameters != null;
    }

    private void divide() {
        double letters = javax.swing.UIManager.getFont("Label.font").getSize2D();
        split.setDividerLocation((int) (LEFT * Math.max(1, letters / LETTERS)));
    }

    /** Begins {@code other} in place of a lesson, too. */
    void load(Session other) {
        complete();
        lessons.drop();
        begin(other);
    }

    /** Begins {@code other}, if its patient can be made; the present one stays in the recovery file. */
    void begin(Session other) {
        recovery.write(engine.session());
        say("Opening \"" + other.scenario().name() + "\" ...");
        engine.open(other, () -> SwingUtilities.invokeLater(() -> opened(other)));
    }

    private void opened(Session other) {
        boolean same = other.scenario().equals(session.scenario());
        session = other;
        now = new Frame();
        if (!same) {
            furnish();
        }
        say("Scenario \"" + other.scenario().name() + "\", seed "
                + other.scenario().seed() + ".");
    }

    private void openDay(org.unstuck.protocol.Arm arm, double day) {
        engine.restart();
        engine.command(true, false, new Command.Day(arm, org.unstuck.describe.Time.days(day)));
        views.setSelectedIndex(0);
        say("Day " + (long) day + " of \"" + arm.name() + "\": a new run of the typical patient begins there.");
    }

    /** The session with everything that has been done up to now. */
    Session session() {
        return engine.session();
    }

    Bench bench() {
        return bench;
    }

    CoursePanel course() {
        complete();
        return course;
    }

    Frame now() {
        return now;
    }

    Recovery recovery() {
        return recovery;
    }

    /** Light or dark. */
    void dress(boolean dark) {
        Explorer.dress(dark);
        SwingUtilities.updateComponentTreeUI(frame);
        if (isBuilt()) {
            bench.dress(Shade.now());
            course().dress(Shade.now());
        }
    }

    /** Letters {@code larger} points larger than usual, as for a projector. */
    void letters(int larger) {
        Explorer.letters(larger);
        dress(Shade.now().dark());
        if (isBuilt()) {
            divide();
        }
    }

    /** The whole screen, or back. */
    void fill() {
        boolean full = (frame.getExtendedState() & JFrame.MAXIMIZED_BOTH) == JFrame.MAXIMIZED_BOTH;
        frame.setExtendedState(full ? JFrame.NORMAL : JFrame.MAXIMIZED_BOTH);
    }

    /** Shows tab {@code tab} of the live view; the one after the last is the course. */
    void goTo(int tab) {
        boolean live = tab < tabs.getTabCount();
        views.setSelectedIndex(live ? 0 : 1);
        if (live) {
            tabs.setSelectedIndex(tab);
        }
        (live ? tabs : views).requestFocusInWindow();
    }

    /** Saves the session for the next start and ends everything. */
    void close() {
        timer.stop();
        if (course != null) {
            course.close();
        }
        if (lessons != null) {
            lessons.close();
        }
        if (engine != null) {
            engine.close();
            recovery.write(engine.session());
        }
        frame.dispose();
    }

    private void command(Command command) {
        engine.command(transport.toA(), transport.toB(), command);
    }

    /** Shows what could not be done; from any thread. */
    private void problem(String words) {
        SwingUtilities.invokeLater(() -> warn(List.of(words), false));
    }

    /** Shows what went wrong until it is put away; {@code grab}: the focus goes there. */
    void warn(List<String> lines, boolean grab) {
        notice.show(lines, grab);
    }

    /** Says in passing what was done. */
    void say(String words) {
        message.setText(words);
        message.setToolTipText(words);
    }

    private void tick() {
        now = engine.latest();
        ticks++;
        bench.refresh(now.playing);
        if (now.sides[Engine.A].on && now.sides[Engine.A].samples > 0) {
            timing.frame();
            if (!isComplete()) {
                SwingUtilities.invokeLater(this::complete);
            }
        }
        if (ticks % FOLLOW_EVERY == 0 && now.sides[Engine.A].on) {
            int side = !transport.toA() && now.sides[Engine.B].on ? Engine.B : Engine.A;
            Frame.Side shown = now.sides[side];
            transport.follow(now);
            interventions.follow(shown, side);
            history.follow(engine.session());
            if (isComplete()) {
                parameters.follow(shown.parameters);
                lessons.follow(now);
            }
            clocks.setText(Clocks.words(now));
        }
        if (ticks % (RATE * Recovery.EVERY_S) == 0) {
            recovery.later(engine.session());
        }
    }

    @Override
    public void play(boolean on) {
        engine.play(on);
    }

    /** Plays if it stands, stands if it plays. */
    void toggle() {
        engine.play(!now.playing);
    }

    /** So many times as fast as now. */
    void hurry(double times) {
        engine.speed(now.speed * times);
    }

    /** Adds patient B, or removes it. */
    void compare() {
        compare(!now.sides[Engine.B].on);
    }

    @Override
    public void step() {
        engine.step();
    }

    @Override
    public void speed(double times) {
        engine.speed(times);
    }

    @Override
    public void compare(boolean on) {
        if (on) {
            engine.fork();
        } else {
            engine.join();
        }
    }

    @Override
    public void restart() {
        engine.restart();
    }

    @Override
    public void scan() {
        say("Scanning ...");
        engine.scan(scans -> SwingUtilities.invokeLater(() -> {
            say(" ");
            if (frame.isDisplayable()) {
                ScanTable.show(frame, "Scan at " + (long) now.sides[Engine.A].seconds() + " s of activity", scans);
            }
        }));
    }

    /** Frames shown so far. */
    long ticks() {
        return ticks;
    }

    Menu menu() {
        return menu;
    }

    Filing filing() {
        return filing;
    }

    InterventionPanel interventions() {
        return interventions;
    }

    JFrame frame() {
        return frame;
    }

    Engine engine() {
        return engine;
    }
}
