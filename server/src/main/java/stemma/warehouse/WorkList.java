package stemma.warehouse;

import stemma.ledger.Place;

import java.util.List;

/**
 * What the warehouse has to see to today: of each kind how many lines there are and the first few,
 * the most urgent first; what is on its way between sites of ours and has not arrived; {@code free}
 * is how many lines nothing stops.
 */
public record WorkList(List<Kind> kinds, List<Transfer> transfers, int lines, int free) {
    /** How many lines of a kind the list shows; the stock page has the rest. */
    public static final int SHOWN = 8;

    public WorkList {
        kinds = List.copyOf(kinds);
        transfers = List.copyOf(transfers);
    }

    /** What waits for the same reason. */
    public record Kind(StockQuery.State state, int total, List<StockLine> first) {
        public Kind {
            first = List.copyOf(first);
        }
    }

    /** What of one transfer has not arrived yet. */
    public record Transfer(Place.InTransfer way, List<StockLine> lines) {
        public Transfer {
            lines = List.copyOf(lines);
        }
    }

    /** Returns why a line is blocked, in words; empty where nothing stops it. */
    public static String why(StockLine line) {
        List<String> reasons = new java.util.ArrayList<>();
        line.lot()
                .holds()
                .forEach(hold -> reasons.add("held: " + hold.code()
                        + (hold.reason().isEmpty() ? "" : " " + hold.reason())));
        switch (line.lot().status()) {
            case QUARANTINED -> reasons.add("waits for quality to judge it");
            case REJECTED -> reasons.add("rejected: return or destroy it");
            case RESTRICTED -> reasons.add("may be used, not shipped");
            case RELEASED -> {}
        }
        if (line.isExpired()) reasons.add("expired: it can be scrapped, not used or shipped");
        if (line.isPastRetest()) reasons.add("to be tested again before it is used or shipped");
        return String.join("; ", reasons);
    }
}
