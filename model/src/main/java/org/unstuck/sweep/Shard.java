package org.unstuck.sweep;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.unstuck.describe.Invalid;

/**
 * One part of a study for one of several processes: every {@code of}-th run, beginning with number {@code part}.
 *
 * @param part from 1
 * @param of number of parts
 */
public record Shard(int part, int of) {

    /** The whole study. */
    public static final Shard ALL = new Shard(1, 1);

    private static final Pattern FORM = Pattern.compile("([0-9]{1,6})/([0-9]{1,6})");

    public Shard {
        if (of < 1 || part < 1 || part > of) {
            throw new Invalid(
                    "shard is " + part + "/" + of + ", it must be from 1/" + Math.max(1, of) + " to " + Math.max(1, of)
                            + "/" + Math.max(1, of) + ".",
                    part == 0 ? "Maybe parts are counted from 0 here: add 1." : "");
        }
    }

    /**
     * Reads {@code "3/16"}.
     *
     * @throws Invalid if it is written otherwise
     */
    public static Shard parse(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            throw new Invalid("\"" + text + "\" is not a part of a study.", "Maybe \"1/4\": the first of four parts.");
        }
        return new Shard(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)));
    }

    /** Whether run {@code task} belongs to it. */
    public boolean has(long task) {
        return task % of == part - 1;
    }

    /** Number of its runs in a study of {@code tasks} runs. */
    public long size(long tasks) {
        return tasks <= part - 1 ? 0 : (tasks - part) / of + 1;
    }

    /** Its first run at or after {@code task}; may be beyond the study. */
    public long from(long task) {
        long over = Math.floorMod(task - (part - 1), (long) of);
        return over == 0 ? task : task + of - over;
    }

    @Override
    public String toString() {
        return part + "/" + of;
    }
}
