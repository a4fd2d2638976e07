package stemma.trail.web;

import org.jspecify.annotations.Nullable;

import stemma.shell.Problem;
import stemma.shell.Refused;

import java.util.Optional;

/** Where a page of a seat begins: after an entry, or from a row. */
record SeatAsked(
        @Nullable String item,
        @Nullable String after,
        @Nullable String from) {

    Optional<Long> mark() {
        return number(after, "after");
    }

    int row() {
        long row = number(from, "from").orElse(0L);
        if (row < 0 || row > Integer.MAX_VALUE / 2) throw invalid("from");
        return (int) row;
    }

    String code() {
        return item == null ? "" : item.strip();
    }

    private static Optional<Long> number(@Nullable String text, String field) {
        if (text == null || text.isBlank()) return Optional.empty();
        try {
            return Optional.of(Long.valueOf(text.strip()));
        } catch (NumberFormatException none) {
            throw invalid(field);
        }
    }

    private static Refused invalid(String field) {
        return new Refused(Problem.of("page_invalid", 422, "There is no such page.")
                .notRecording("")
                .with("field", field));
    }
}
