package stemma.inquiry.web;

import stemma.shell.Figure;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The rows of one page out of all that match: short tables are shown whole and are filtered and
 * sorted by the browser; longer ones are filtered and paged by the server, and say so.
 */
public record Slice<T>(
        List<T> rows, String only, int from, int matching, int all, boolean isCounted) {
    /** How many rows a page has. */
    public static final int ROWS = 500;

    public Slice {
        rows = List.copyOf(rows);
    }

    static <T> Slice<T> of(List<T> all, Function<T, String> words, String only, int from) {
        List<T> matching =
                only.isBlank() ? all : all.stream().filter(with(words, only)).toList();
        int first = Math.clamp(from, 0, matching.size());
        return new Slice<>(
                matching.subList(first, Math.min(first + ROWS, matching.size())),
                only.strip(),
                first,
                matching.size(),
                all.size(),
                true);
    }

    /** Reads no further than the page, so that how many rows match is told as at least so many. */
    static <T> Slice<T> uncounted(Stream<T> all, Function<T, String> words, String only, int from) {
        int first = Math.max(0, from);
        List<T> read = all.filter(only.isBlank() ? _ -> true : with(words, only))
                .skip(first)
                .limit(ROWS + 1L)
                .toList();
        return new Slice<>(
                read.subList(0, Math.min(ROWS, read.size())),
                only.strip(),
                first,
                first + read.size(),
                only.isBlank() ? first + read.size() : Integer.MAX_VALUE,
                false);
    }

    private static <T> Predicate<T> with(Function<T, String> words, String only) {
        List<String> wanted = List.of(only.toLowerCase(Locale.ROOT).strip().split("\\s+"));
        return row -> {
            String text = words.apply(row).toLowerCase(Locale.ROOT);
            return wanted.stream().allMatch(text::contains);
        };
    }

    /** Tells whether all rows there are stand on this page. */
    public boolean isWhole() {
        return rows.size() == all;
    }

    public boolean hasMore() {
        return from + rows.size() < matching;
    }

    /** Returns which rows these are, of how many. */
    public String words() {
        if (!isCounted && rows.isEmpty() && from > 0) return "no more rows";
        String these =
                rows.isEmpty() ? "0" : Figure.grouped(from + 1) + "–" + Figure.grouped(after());
        String of = isCounted || !hasMore()
                ? Words.count(matching, "row", "rows")
                : "more than " + Figure.grouped(after()) + " rows";
        String whole = only.isEmpty() || !isCounted ? "" : ", " + Figure.grouped(all) + " in all";
        return these + " of " + of + whole;
    }

    public int before() {
        return Math.max(0, from - ROWS);
    }

    public int after() {
        return from + rows.size();
    }
}
