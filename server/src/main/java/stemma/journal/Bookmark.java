package stemma.journal;

/**
 * How far a follower has read: a snapshot of PostgreSQL, which tells the transactions it has seen
 * from those it has not, in whatever order they commit. Valid on the primary that gave it.
 */
public record Bookmark(String snapshot) {
    /** Before the first entry. */
    public static final Bookmark START = new Bookmark("1:1:");
}
