package stemma.trail;

import stemma.lots.Lot;

import java.util.List;
import java.util.OptionalInt;

/** A page of the lots of one item that are of a seat, and with which row the next begins. */
public record SeatLots(List<Lot> lots, OptionalInt next) {
    public SeatLots {
        lots = List.copyOf(lots);
    }
}
