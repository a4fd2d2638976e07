package stemma.inquiry.web;

import stemma.genealogy.IndexState;
import stemma.shell.Figure;

import java.time.Duration;

/** Says how the index of the genealogy stands, in words. */
public final class IndexWords {
    private static final long MEGABYTE = 1_000_000;

    private IndexWords() {}

    /** Returns what it does and for how long. */
    public static String standing(IndexState state) {
        String since = lasting(state.lasting());
        return switch (state.standing()) {
            case EMPTY -> "filled when somebody first asks";
            case FILLING -> "being filled for " + since + "; the tables answer";
            case FOLLOWS ->
                "has followed every entry for " + since + ", took in the last "
                        + lasting(state.sinceNews()) + " ago";
            case RESTS -> "rests while tables are computed anew; the tables answer";
            case FAILED ->
                "could not follow " + since + " ago; the tables answer, and it is tried again";
        };
    }

    /** Returns bytes as megabytes, with one decimal below ten. */
    public static String megabytes(long bytes) {
        if (bytes >= 10 * MEGABYTE) return Figure.grouped(bytes / MEGABYTE);
        long tenths = bytes * 10 / MEGABYTE;
        return tenths / 10 + "." + tenths % 10;
    }

    /** Returns how long, in the largest unit of which there are two or more. */
    static String lasting(Duration time) {
        if (time.toDays() >= 2) return time.toDays() + " days";
        if (time.toHours() >= 2) return time.toHours() + " h";
        if (time.toMinutes() >= 2) return time.toMinutes() + " min";
        return time.toSeconds() + " s";
    }
}
