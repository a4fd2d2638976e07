package stemma.inquiry.web;

import stemma.inquiry.Exposure;
import stemma.inquiry.HoldReaches;
import stemma.inquiry.Stopped;

import java.util.List;

/**
 * The form that sets a hold: on what, what it will reach and stop, what each hold will name, and
 * the id under which it is recorded once.
 */
public record HoldForm(
        Exposure board, Stopped stopped, List<HoldReaches.Named> named, String id, String code) {
    /** How many shipments on the road the form names; the board names all. */
    private static final int TRUCKS = 20;

    public HoldForm {
        named = List.copyOf(named);
    }

    /** The reasons that may be chosen; the text says the rest. */
    public static final List<String> REASONS = List.of(
            "foreign_body",
            "microbial",
            "allergen",
            "chemical",
            "quality",
            "label",
            "complaint",
            "investigation");

    /** Returns the latest shipments on the road that may hold some of it. */
    public List<Exposure.Truck> trucks() {
        List<Exposure.Truck> all = board.onTheRoad();
        return all.subList(0, Math.min(TRUCKS, all.size()));
    }
}
