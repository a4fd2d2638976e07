package stemma.stock;

import stemma.identifiers.LotId;
import stemma.ledger.Movement;
import stemma.ledger.Recorded;
import stemma.quantity.Quantity;
import stemma.shell.Figure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A movement that stands, of a lot as it is now: a line of a document. */
public record Handled(LotNow lot, Movement movement, Recorded recorded) {
    public Quantity quantity() {
        return movement.quantity();
    }

    /** Returns the place it came from, in words. */
    public String from() {
        return Places.words(movement.from());
    }

    /** Returns the place it went to, in words. */
    public String to() {
        return Places.words(movement.to());
    }

    /** Returns the quantity as people read it, with its catch weight. */
    public String amount() {
        Quantity weight = movement.catchWeight();
        return shown(quantity()) + (weight == null ? "" : " weighing " + shown(weight));
    }

    /** Returns a quantity with its thousands grouped. */
    public static String shown(Quantity quantity) {
        return Figure.grouped(quantity.number()) + " " + quantity.unit();
    }

    /** Returns the sums in words, or a dash where there are none. */
    public static String total(Collection<Handled> lines) {
        return lines.isEmpty()
                ? "—"
                : sums(lines).stream().map(Handled::shown).collect(Collectors.joining(" + "));
    }

    /** Returns how it is known, in words. */
    public String evidence() {
        return recorded.event()
                .circumstances()
                .evidence()
                .name()
                .toLowerCase(java.util.Locale.ROOT);
    }

    /** Returns the sums, one for each unit. */
    public static List<Quantity> sums(Collection<Handled> lines) {
        Map<String, Quantity> sums = new LinkedHashMap<>();
        for (Handled line : lines) {
            sums.merge(line.quantity().unit().code(), line.quantity(), Quantity::plus);
        }
        return List.copyOf(sums.values());
    }

    /** Returns how many lots there are among the lines. */
    public static int lots(Collection<Handled> lines) {
        Set<LotId> lots = new LinkedHashSet<>();
        lines.forEach(line -> lots.add(line.lot().lot().id()));
        return lots.size();
    }

    /** Returns the names of the first three items and how many more there are, for a list. */
    public static String briefly(Collection<Handled> lines) {
        List<String> items = items(lines);
        if (items.size() <= 4) return String.join(", ", items);
        return String.join(", ", items.subList(0, 3)) + " and " + (items.size() - 3) + " more";
    }

    /** Returns the names of the items, each once. */
    public static List<String> items(Collection<Handled> lines) {
        Set<String> items = new LinkedHashSet<>();
        lines.forEach(line -> items.add(line.lot().itemName()));
        return new ArrayList<>(items);
    }
}
