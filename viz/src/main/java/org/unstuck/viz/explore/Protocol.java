package org.unstuck.viz.explore;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.unstuck.describe.Invalid;
import org.unstuck.describe.Time;
import org.unstuck.protocol.Arm;
import org.unstuck.protocol.Event;
import org.unstuck.study.Scenario;

/** Moves events of an arm: every component that is a moment moves, every length stays. */
final class Protocol {

    private static final List<String> MOMENTS = List.of("at", "from", "until");

    private Protocol() {}

    /**
     * {@code event} later by {@code hours}.
     *
     * @throws Invalid if it cannot be then
     */
    static Event shifted(Event event, double hours) {
        RecordComponent[] components = event.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                var accessor = components[i].getAccessor();
                accessor.setAccessible(true);
                values[i] = accessor.invoke(event);
                if (MOMENTS.contains(components[i].getName()) && values[i] instanceof Time t) {
                    values[i] = new Time(t.hours() + hours);
                }
            }
            var constructor = event.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return (Event) constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Invalid invalid) {
                throw invalid;
            }
            throw new IllegalStateException("cannot move " + event, e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot move " + event, e);
        }
    }

    /** {@code arm} with event {@code index} later by {@code hours}. */
    static Arm shifted(Arm arm, int index, double hours) {
        List<Event> events = new ArrayList<>(arm.events());
        events.set(index, shifted(events.get(index), hours));
        return new Arm(arm.name(), events, arm.expectancy());
    }

    /**
     * The scenario with these arms only.
     *
     * @throws Invalid if they do not fit, as when an event is beyond the horizon
     */
    static Scenario with(Scenario s, List<Arm> arms) {
        return new Scenario(
                s.name(),
                s.description(),
                s.network(),
                s.condition(),
                s.drugs(),
                s.parameters(),
                s.cohort(),
                s.seed(),
                s.horizon(),
                arms,
                s.scans(),
                s.numerics(),
                s.ablate());
    }
}
