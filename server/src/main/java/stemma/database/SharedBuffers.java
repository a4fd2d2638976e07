package stemma.database;

import java.lang.management.ManagementFactory;

/**
 * How much of the machine's memory an embedded database keeps pages in: an eighth of what there is,
 * or of what the container may use. An import that writes to more pages than fit writes them out
 * over and over.
 */
record SharedBuffers(long megabytes) {
    private static final int PART = 8;
    private static final long LEAST = 256;
    private static final long MOST = 2_048;

    static SharedBuffers ofThisMachine() {
        var machine =
                ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        return of(machine.getTotalMemorySize());
    }

    /** Returns what is kept on a machine of so many bytes. */
    static SharedBuffers of(long bytes) {
        return new SharedBuffers(Math.clamp((bytes >> 20) / PART, LEAST, MOST));
    }

    String setting() {
        return "shared_buffers=" + megabytes + "MB";
    }
}
