package org.unstuck.sweep;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads logs in the order of the runs. The places of a window of runs are collected in one pass over the logs, then those lines
 * are read one by one: memory does not grow with the number of runs, and logs of up to a million runs take one pass.
 */
final class InOrder {

    private static final int WINDOW = 1 << 20;

    private final Study study;
    private final Keys keys;
    private final List<Path> logs;

    InOrder(Study study, Keys keys, List<Path> logs) {
        this.study = study;
        this.keys = keys;
        this.logs = logs;
    }

    void visit(Store.Visitor visitor) throws IOException {
        List<RandomAccessFile> files = new ArrayList<>();
        try {
            for (Path log : logs) {
                files.add(new RandomAccessFile(log.toFile(), "r"));
            }
            for (long from = 0; from < study.tasks(); from += WINDOW) {
                window(from, files, visitor);
            }
        } finally {
            for (RandomAccessFile file : files) {
                file.close();
            }
        }
    }

    private void window(long from, List<RandomAccessFile> files, Store.Visitor visitor) throws IOException {
        int size = (int) Math.min(WINDOW, study.tasks() - from);
        long[] offset = new long[size];
        int[] length = new int[size];
        short[] file = new short[size];
        boolean[] failed = new boolean[size];
        Arrays.fill(file, (short) -1);
        for (int f = 0; f < logs.size(); f++) {
            short which = (short) f;
            Log.read(logs.get(f), (number, at, bytes, ended) -> {
                long task = ended ? Line.number(bytes) : -1;
                if (task < from || task >= from + size || Line.task(bytes) < 0) {
                    return;
                }
                int k = (int) (task - from);
                boolean better = file[k] < 0 || failed[k] && !Line.isFailure(bytes);
                if (better && keys.of(study.task(task)).equals(Line.key(bytes))) {
                    offset[k] = at;
                    length[k] = bytes.length;
                    file[k] = which;
                    failed[k] = Line.isFailure(bytes);
                }
            });
        }
        for (int k = 0; k < size; k++) {
            if (file[k] >= 0) {
                byte[] line = new byte[length[k]];
                files.get(file[k]).seek(offset[k]);
                files.get(file[k]).readFully(line);
                visitor.visit(study.task(from + k), Line.read(line));
            }
        }
    }
}
