package stemma.access;

import stemma.identifiers.LotNumber;
import stemma.shell.Problem;
import stemma.shell.Refused;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * What a visiting auditor may see at the sites of the role: entries that were recorded in [since,
 * until) about these items, each named by its code or, with {@code *} at the end, by how the codes
 * of a family begin.
 */
public record Seat(List<String> items, Instant since, Instant until) {
    private static final String FAMILY = "*";

    public Seat {
        items = items.stream()
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .distinct()
                .sorted()
                .toList();
        if (items.isEmpty()) throw incomplete("items", "A visiting auditor's seat names items.");
        if (!since.isBefore(until))
            throw incomplete("until", "A visiting auditor's seat ends after it begins.");
    }

    /** Returns items written with commas between them. */
    public static List<String> items(String text) {
        return Arrays.asList(text.split(",", -1));
    }

    /** Returns the refusal of a seat that does not say what it holds. */
    public static Refused incomplete(String field, String sentence) {
        return new Refused(Problem.of("seat_incomplete", 422, sentence)
                .advising("Name items with commas between (soup-* is a family), and two days.")
                .with("field", field));
    }

    public boolean holdsItem(String code) {
        String asked = LotNumber.normal(code);
        return items.stream()
                .anyMatch(item -> item.endsWith(FAMILY)
                        ? asked.startsWith(LotNumber.normal(item.substring(0, item.length() - 1)))
                        : asked.equals(LotNumber.normal(item)));
    }

    public boolean holdsMoment(Instant at) {
        return !at.isBefore(since) && at.isBefore(until);
    }
}
