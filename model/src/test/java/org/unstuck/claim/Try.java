package org.unstuck.claim;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.study.*;
public class Try {
    public static void main(String[] a) {
        for (String name : BuiltIn.CLAIMS.names()) {
            ClaimStudy s = BuiltIn.CLAIMS.named(name);
            System.out.println(name + " axes " + s.space().axes().size() + " claims " + s.claims().size() + " slow steps " + new ComparisonRun(s.scenario(), Reading.standard()).slowSteps());
            for (int k = 0; k < 2; k++) {
            long t = System.nanoTime();
            var f = Draw.findings(s, s.space().base(), () -> false);
            System.out.println((System.nanoTime() - t) / 1e9 + " s");
            if (k == 1) for (var x : f) System.out.printf("%-36s %8.3f [%7.3f %7.3f] %d %s%n", x.claim(), x.mean(), x.low(), x.high(), x.patients(), x.verdict());
            }
        }
    }
}
