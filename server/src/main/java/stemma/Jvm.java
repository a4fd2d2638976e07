package stemma;

import stemma.database.DatabaseRefused;

/** The Java on which the program runs: some builds corrupt memory and must not hold a record. */
final class Jvm {
    // JDK-8377811: G1 in 25.0.0 to 25.0.2 may corrupt data.
    private static final int FAULTY_FEATURE = 25;
    private static final int FIRST_SOUND_UPDATE = 3;

    private Jvm() {}

    static void refuseFaulty(Runtime.Version version) {
        if (version.feature() != FAULTY_FEATURE || version.update() >= FIRST_SOUND_UPDATE) return;
        throw new DatabaseRefused(
                "java_with_memory_fault",
                "Java " + version.feature() + "." + version.interim() + "." + version.update()
                        + " can corrupt data (JDK-8377811): install 25.0.3 or later.");
    }
}
