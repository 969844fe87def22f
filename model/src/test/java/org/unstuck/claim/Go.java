package org.unstuck.claim;
import java.io.*;
import java.nio.file.*;
import java.util.*;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.study.Table;
public class Go {
    public static void main(String[] a) throws Exception {
        ClaimStudy s = BuiltIn.CLAIMS.named(a[0]);
        Path f = Path.of(a[1]);
        if (a.length > 3) s = s.withDraws(Integer.parseInt(a[3]));
        DrawTable t = new DrawTable(s);
        Set<Long> done = new HashSet<>();
        if (Files.exists(f)) for (String l : Files.readAllLines(f)) { String[] c = l.split(","); if (!c[0].equals("study")) done.add(Long.parseLong(c[1])); }
        try (PrintWriter w = new PrintWriter(new FileWriter(f.toFile(), true), true)) {
            if (done.isEmpty()) new Table("x", t.header(), r -> {}).csv(w::println);
            DrawRun.run(s, done, Integer.parseInt(a[2]), d -> new Table("x", List.of("x"), r -> r.accept(t.row(d))).csv(l -> { if (!l.equals("x")) w.println(l); }), () -> false);
        }
    }
}
