package stemma.trail;

import stemma.lots.Lot;

import java.util.List;
import java.util.OptionalInt;

/**
 * A lot of a seat: the entries about it that are of the seat, how many of those read are not, and
 * from which on the next page reads; and which lots it came of and went into.
 */
public record SeatLot(
        Lot lot, List<SeatLine> lines, int others, OptionalInt next, Kin before, Kin after) {
    public SeatLot {
        lines = List.copyOf(lines);
    }

    /** The lots that a trace reached in one direction: those of the seat, and how many others. */
    public record Kin(List<Lot> lots, int others) {
        public Kin {
            lots = List.copyOf(lots);
        }
    }
}
