package org.unstuck.claim;
import org.unstuck.scenario.BuiltIn;
import org.unstuck.study.*;
public class Try2 {
    static double cpu() { return java.lang.management.ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class).getProcessCpuTime()/1e9; }
    public static void main(String[] a) {
        ClaimStudy s = BuiltIn.CLAIMS.named(a[0]);
        int patients = Integer.parseInt(a[1]);
        Reading r = Reading.standard();
        if (a.length > 2) r = new Reading(r.on(), r.off(), r.margin(), r.cueWindowS(), r.holdS(), Double.parseDouble(a[2]));
        for (int k = 0; k < 2; k++) {
            double t = cpu();
            var c = new ComparisonRun(s.scenario().withPatients(patients), r).run(1, Progress.NONE, () -> false);
            System.out.println("cpu " + (cpu() - t) + " flex " + new org.unstuck.sweep.Reported("flexibility").mean(c, 1, 1));
        }
    }
}
