package stemma.journal.store;

/**
 * What the sealer has seen: the snapshot, the tree's size and edge, the greatest number.
 * {@code oldestRunning} is the oldest transaction that runs now.
 */
public record SealerState(
        String snapshot, long size, long lastSeq, byte[] frontier, String now, long oldestRunning) {
    private static final long FAR = 100_000;

    /** Returns whether the snapshot lies so far back that each pass would read much again. */
    public boolean isStale() {
        long oldestSeen = Long.parseLong(snapshot.substring(0, snapshot.indexOf(':')));
        return oldestSeen < oldestRunning - FAR || oldestSeen <= 1;
    }
}
