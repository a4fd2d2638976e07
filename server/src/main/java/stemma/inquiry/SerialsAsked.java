package stemma.inquiry;

import org.jspecify.annotations.Nullable;

import stemma.genealogy.Span;
import stemma.identifiers.ShipmentCode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Units gathered until they are worth a question to the tables. The number of the shipment in which
 * each left stands in a column beside them, so that units packed at random cost hardly more than
 * those that left together.
 */
final class SerialsAsked {
    /** The number of no shipment: the unit never left. */
    static final int KEPT = -1;
    /** The number of a unit that nobody asks for, between two that are asked for. */
    static final int BETWEEN = -2;
    /** A question costs as much as some units that nobody asked about. */
    static final int NEAR = 16;

    private static final int LOTS = 5_000;

    private final int most;
    private final List<SerialPiece> pieces = new ArrayList<>();
    private final List<ShipmentCode> shipments = new ArrayList<>();
    private final Map<ShipmentCode, Integer> numbers = new HashMap<>();
    private @Nullable ShipmentCode latest;
    private int numberOfLatest;
    private int[] column;
    private int filled;
    private int units;
    private int lots;

    /** Takes so many units at most. */
    SerialsAsked(int most) {
        this.most = most;
        this.column = new int[most];
    }

    /**
     * Takes units of a span from one on, as many as there is room for; returns the last of them.
     */
    int add(Span span, int from, @Nullable ShipmentCode shipment) {
        int to = (int) Math.min(span.last(), from + (long) most - units - 1);
        SerialPiece before = pieces.isEmpty() ? null : pieces.getLast();
        if (before != null && isBehind(before, span.lot(), from)) {
            fill(from - before.last() - 1, BETWEEN);
            pieces.set(
                    pieces.size() - 1,
                    new SerialPiece(span.lot(), before.first(), to, before.at()));
        } else {
            if (before == null || before.lot() != span.lot()) lots++;
            pieces.add(new SerialPiece(span.lot(), from, to, filled));
        }
        fill(to - from + 1, number(shipment));
        units += to - from + 1;
        return to;
    }

    private static boolean isBehind(SerialPiece piece, long lot, int from) {
        return piece.lot() == lot && from > piece.last() && from - NEAR <= piece.last();
    }

    boolean isFull() {
        return units == most || lots == LOTS;
    }

    /** Returns what was gathered, in the order in which it came. */
    List<SerialPiece> pieces() {
        return pieces;
    }

    /** Returns the shipments by their numbers. */
    List<ShipmentCode> shipments() {
        return shipments;
    }

    /** Returns the number of the shipment in which a unit of the piece left. */
    int in(SerialPiece piece, int unit) {
        return column[piece.at() + unit - piece.first()];
    }

    /** Returns up to which unit of the piece all left as this one did. */
    int alikeTo(SerialPiece piece, int unit) {
        int number = in(piece, unit);
        int to = unit;
        while (to < piece.last() && in(piece, to + 1) == number) to++;
        return to;
    }

    private void fill(int count, int with) {
        if (filled + count > column.length)
            column = Arrays.copyOf(column, filled + count + column.length);
        Arrays.fill(column, filled, filled + count, with);
        filled += count;
    }

    private int number(@Nullable ShipmentCode shipment) {
        if (shipment == null) return KEPT;
        if (shipment != latest) {
            latest = shipment;
            numberOfLatest = numbers.computeIfAbsent(shipment, code -> {
                shipments.add(code);
                return shipments.size() - 1;
            });
        }
        return numberOfLatest;
    }
}
