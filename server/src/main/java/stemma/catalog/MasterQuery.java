package stemma.catalog;

import java.util.Set;

/**
 * Which masters of a kind are asked for: those whose code or name contains the text (taken
 * literally, in any case) and that have one of the standings; sorted by a column, a page at a time.
 */
public record MasterQuery(
        String text,
        Set<Standing> standings,
        String sort,
        Direction direction,
        int offset,
        int limit) {
    public static final int MAX_LIMIT = 10_000;

    /** Every master in use, by code, without a page's end before {@link #MAX_LIMIT}. */
    public static final MasterQuery ALL =
            new MasterQuery("", Set.of(Standing.values()), "normal", Direction.UP, 0, MAX_LIMIT);

    public MasterQuery {
        text = text.strip();
        standings = Set.copyOf(standings);
        if (offset < 0 || limit < 1 || limit > MAX_LIMIT) {
            throw new MalformedMaster(
                    "page_invalid", "limit", "a page has 1 to " + MAX_LIMIT + " rows");
        }
    }

    /** Returns the same question for the page that starts at the row. */
    public MasterQuery from(int row) {
        return new MasterQuery(text, standings, sort, direction, row, limit);
    }

    /** The order of a column. */
    public enum Direction {
        UP,
        DOWN
    }
}
