package stemma.warehouse;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.Portion;
import stemma.ledger.Place;
import stemma.lots.Lot;
import stemma.quantity.Quantity;

import java.util.List;

/** A count with what was found, what the books had at that moment, and what they differ by. */
public record CountCard(CountDocument document, List<Difference> lines) {
    public CountCard {
        lines = List.copyOf(lines);
    }

    /**
     * One lot, or units that stand alike: {@code counted} is missing where nobody has counted it;
     * {@code elsewhere} is where the books have units that were found here.
     */
    public record Difference(
            Lot lot,
            Portion portion,
            @Nullable Counted counted,
            Quantity found,
            Quantity expected,
            @Nullable Place elsewhere) {
        public Quantity difference() {
            return found.minus(expected);
        }

        /** Returns what it comes to, in words. */
        public String verdict() {
            if (elsewhere != null) return "found here, booked at " + StockLine.words(elsewhere);
            if (counted == null) return "not counted yet";
            if (difference().isZero()) return "agrees";
            return difference().isNegative()
                    ? "missing " + difference().negated()
                    : "found " + difference() + " more";
        }
    }

    public boolean agrees() {
        return lines.stream()
                .allMatch(line -> line.counted() != null && line.difference().isZero());
    }

    /** Returns the lines that nobody has counted. */
    public List<Difference> uncounted() {
        return lines.stream().filter(line -> line.counted() == null).toList();
    }
}
