package stemma.journal;

import java.util.List;
import java.util.Optional;

/**
 * How far a follower has read, and of which record: what it leaves behind so that it, or another
 * after it, goes on from there. {@code database} names the very database, whose transactions the
 * bookmark means; {@code size} and {@code root} the log as it was sealed; {@code newest} the entry
 * with the highest seq that was read; {@code unsealed} those that were read and not yet sealed.
 */
public record Footprint(
        String database,
        Bookmark bookmark,
        long size,
        String root,
        String newest,
        List<String> unsealed) {
    private static final int LINES = 6;

    public Footprint {
        unsealed = List.copyOf(unsealed);
    }

    /** Returns it as six lines. */
    public String text() {
        return String.join(
                "\n",
                database,
                bookmark.snapshot(),
                Long.toString(size),
                root,
                newest,
                String.join(" ", unsealed));
    }

    /** Returns what six lines say; nothing where they are no footprint. */
    public static Optional<Footprint> of(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length != LINES || !lines[2].matches("\\d{1,18}")) return Optional.empty();
        return Optional.of(new Footprint(
                lines[0],
                new Bookmark(lines[1]),
                Long.parseLong(lines[2]),
                lines[3],
                lines[4],
                lines[5].isEmpty() ? List.of() : List.of(lines[5].split(" "))));
    }
}
