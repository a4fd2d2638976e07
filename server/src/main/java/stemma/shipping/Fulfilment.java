package stemma.shipping;

import org.jspecify.annotations.Nullable;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.catalog.Partner;
import stemma.catalog.SalesOrder;
import stemma.catalog.ShipTo;
import stemma.catalog.Standing;
import stemma.stock.Places;
import stemma.stock.Reservation;

import java.time.LocalDate;
import java.util.List;

/** A sales order of the catalog with how far it has come: its lines, and what is kept for them. */
public record Fulfilment(
        SalesOrder order,
        @Nullable Partner customer,
        @Nullable ShipTo shipTo,
        List<OrderLineState> lines,
        List<Reservation> reservations) {
    public Fulfilment {
        lines = List.copyOf(lines);
        reservations = List.copyOf(reservations);
    }

    /** Returns the same order with what is kept for it at sites that the caller may see. */
    public Fulfilment seenBy(Caller caller) {
        if (caller.grants().mayEverywhere(Permission.SEE_RECORD)) return this;
        List<Reservation> seen = reservations.stream()
                .filter(one -> Places.site(one.place())
                        .filter(site -> caller.may(Permission.SEE_RECORD, site))
                        .isPresent())
                .toList();
        return new Fulfilment(order, customer, shipTo, lines, seen);
    }

    /** The stages of an order, in the order in which it comes to them. */
    public enum Stage {
        TO_ALLOCATE("to allocate", "note"),
        TO_PICK("to pick", "note"),
        TO_SHIP("picked, to ship", "note"),
        SHIPPED("shipped", "mute"),
        CLOSED("closed", "mute");

        private final String words;
        private final String tone;

        Stage(String words, String tone) {
            this.words = words;
            this.tone = tone;
        }

        public String words() {
            return words;
        }

        public String tone() {
            return tone;
        }
    }

    /** Returns the earliest stage that any of its lines has not left. */
    public Stage stage() {
        if (order.standing() != Standing.ACTIVE) return Stage.CLOSED;
        if (lines.stream().allMatch(line -> line.open().isZero())) return Stage.SHIPPED;
        if (lines.stream().anyMatch(line -> line.unallocated().isPositive()))
            return Stage.TO_ALLOCATE;
        return lines.stream().anyMatch(line -> line.unpicked().isPositive())
                ? Stage.TO_PICK
                : Stage.TO_SHIP;
    }

    public String code() {
        return order.code().code();
    }

    public String customerName() {
        return customer == null ? order.customer().code() : customer.name();
    }

    /** Returns the earliest day on which anything that is open is due. */
    public @Nullable LocalDate due() {
        return lines.stream()
                .filter(line -> line.open().isPositive())
                .map(OrderLineState::due)
                .filter(java.util.Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(order.due());
    }

    public List<Reservation> inHand() {
        return reservations.stream().filter(r -> r.isOpen() && r.isPicked()).toList();
    }

    /** Returns what is kept and not in hand yet, by where it stands. */
    public List<Reservation> toPick() {
        return reservations.stream()
                .filter(r -> r.isOpen() && !r.isPicked())
                .sorted(java.util.Comparator.comparing(
                                (Reservation r) -> r.place().text())
                        .thenComparing(Reservation::lot))
                .toList();
    }

    public long openLines() {
        return lines.stream().filter(line -> line.open().isPositive()).count();
    }

    public OrderLineState line(int number) {
        return lines.stream().filter(l -> l.number() == number).findFirst().orElseThrow();
    }
}
