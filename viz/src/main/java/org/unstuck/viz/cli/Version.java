package org.unstuck.viz.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of this program. */
final class Version implements IVersionProvider {

    /** As in the build. */
    static String number() {
        return org.unstuck.describe.Version.current();
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "Unstuck " + number(),
            "Java " + System.getProperty("java.version") + " (" + System.getProperty("java.vm.name") + "), "
                    + System.getProperty("os.name") + " " + System.getProperty("os.arch")
        };
    }
}
