package stemma.shipping;

import org.jspecify.annotations.Nullable;

import stemma.documents.DocumentKind;
import stemma.identifiers.OrderCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.ShipToCode;
import stemma.identifiers.SiteCode;
import stemma.ledger.Entered;
import stemma.quantity.Quantity;
import stemma.stock.Handled;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What went to one consignee under one shipment code, or came back under one return: its loads, how
 * it stands, the returns of its lots, and every event that was entered, corrected ones too.
 */
public record Consignment(
        Kind kind,
        String code,
        PartnerCode consignee,
        String consigneeName,
        @Nullable ShipToCode shipTo,
        String shipToName,
        String address,
        List<OrderCode> orders,
        SiteCode site,
        Instant at,
        State state,
        List<Load> loads,
        List<Handled> cameBack,
        List<Entered> entries) {
    public Consignment {
        orders = List.copyOf(orders);
        loads = List.copyOf(loads);
        cameBack = List.copyOf(cameBack);
        entries = List.copyOf(entries);
    }

    /** Whether goods went out or came back. */
    public enum Kind {
        SHIPMENT("Shipment"),
        RETURN("Return");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        static Kind of(DocumentKind kind) {
            return kind == DocumentKind.RETURN ? RETURN : SHIPMENT;
        }
    }

    public boolean isVoid() {
        return state == State.VOID;
    }

    /** Says whether a correction has ended anything that was entered. */
    public boolean isCorrected() {
        return entries.stream().anyMatch(entry -> !entry.stands());
    }

    /** Says whether something of it is on the road that is held by now: stop the truck. */
    public boolean mustStop() {
        return loads.stream()
                .anyMatch(load ->
                        load.onTheRoad().isPositive() && !load.lot().holds().isEmpty());
    }

    /** Returns the loads on the road that are held, with the holds. */
    public List<Load> toStop() {
        return loads.stream()
                .filter(load ->
                        load.onTheRoad().isPositive() && !load.lot().holds().isEmpty())
                .toList();
    }

    /** Says whether anything of it is still under way. */
    public boolean isOnTheRoad() {
        return loads.stream().anyMatch(load -> load.onTheRoad().isPositive());
    }

    /** Returns who gets or gave it, with the ship-to where there is one. */
    public String whom() {
        return shipToName.isEmpty() ? consigneeName : consigneeName + ", " + shipToName;
    }

    /** Returns how many lots it is about. */
    public int lots() {
        return kind == Kind.RETURN ? Handled.lots(cameBack) : loads.size();
    }

    /** Returns what was sent, or came back under a return: one sum for each unit. */
    public List<Quantity> amounts() {
        if (kind == Kind.RETURN) return Handled.sums(cameBack);
        Map<String, Quantity> sums = new LinkedHashMap<>();
        for (Load load : loads) {
            sums.merge(load.sent().unit().code(), load.sent(), Quantity::plus);
        }
        return List.copyOf(sums.values());
    }

    /** Returns the same in words, or a dash where nothing stands. */
    public String total() {
        List<Quantity> amounts = amounts();
        return amounts.isEmpty()
                ? "—"
                : amounts.stream().map(Handled::shown).collect(Collectors.joining(" + "));
    }
}
