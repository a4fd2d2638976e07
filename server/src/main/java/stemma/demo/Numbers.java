package stemma.demo;

import stemma.identifiers.LotNumber;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Counts what the plant numbers by itself: lots by their letters, and documents by their kind. */
final class Numbers {
    private final Map<String, Integer> last = new HashMap<>();

    /** Returns the next lot number with those letters, such as {@code ON-1007}. */
    LotNumber lot(String letters) {
        return new LotNumber(next(letters, 1000));
    }

    /** Returns the next number of a document, such as {@code GR-10007}. */
    String document(String letters) {
        return next(letters, 10_000);
    }

    private String next(String letters, int start) {
        int number = last.merge(letters, start + 1, (before, _) -> before + 1);
        return String.format(Locale.ROOT, "%s-%d", letters, number);
    }
}
