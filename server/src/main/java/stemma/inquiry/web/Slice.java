package stemma.inquiry.web;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The rows of one page out of all that match: short tables are shown whole and are filtered and
 * sorted by the browser; longer ones are filtered and paged by the server, and say so.
 */
public record Slice<T>(List<T> rows, String only, int from, int matching, int all) {
    /** How many rows a page has. */
    public static final int ROWS = 500;

    public Slice {
        rows = List.copyOf(rows);
    }

    static <T> Slice<T> of(List<T> all, Function<T, String> words, String only, int from) {
        List<String> wanted = List.of(only.toLowerCase(Locale.ROOT).strip().split("\\s+"));
        List<T> matching = only.isBlank()
                ? all
                : all.stream()
                        .filter(row -> {
                            String text = words.apply(row).toLowerCase(Locale.ROOT);
                            return wanted.stream().allMatch(text::contains);
                        })
                        .toList();
        int first = Math.clamp(from, 0, matching.size());
        return new Slice<>(
                matching.subList(first, Math.min(first + ROWS, matching.size())),
                only.strip(),
                first,
                matching.size(),
                all.size());
    }

    /** Tells whether all rows there are stand on this page. */
    public boolean isWhole() {
        return rows.size() == all;
    }

    public boolean hasMore() {
        return from + rows.size() < matching;
    }

    public int before() {
        return Math.max(0, from - ROWS);
    }

    public int after() {
        return from + rows.size();
    }
}
