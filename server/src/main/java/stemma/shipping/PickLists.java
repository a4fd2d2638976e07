package stemma.shipping;

import static java.util.Objects.requireNonNull;

import stemma.identifiers.OwnCode;
import stemma.ledger.Passport;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.printing.Barcode;
import stemma.printing.PickList;
import stemma.printing.Symbol;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.stock.Handled;
import stemma.stock.Places;
import stemma.stock.Reservation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts together what is to be fetched for an order: what is kept for it and not in hand yet. */
public final class PickLists {
    private final Lots lots;

    public PickLists(Lots lots) {
        this.lots = lots;
    }

    /** Returns the pick list, place by place; refused with {@code nothing_to_pick}. */
    public PickList list(Fulfilment order) {
        if (order.toPick().isEmpty())
            throw new Refused(Problem.of(
                            "nothing_to_pick",
                            409,
                            "Nothing is kept for " + order.code() + " that is not in hand.")
                    .notRecording("Nothing was printed.")
                    .advising("Allocate goods to the order first."));
        Map<Integer, OrderLineState> lines = order.lines().stream()
                .collect(Collectors.toMap(OrderLineState::number, line -> line));
        Map<Long, Lot> known =
                lots.byKey(order.toPick().stream().map(Reservation::lotKey).toList());
        List<PickList.Line> fetched = order.toPick().stream()
                .sorted(Comparator.comparing((Reservation one) -> Places.words(one.place())))
                .map(one -> line(
                        one,
                        requireNonNull(known.get(one.lotKey())),
                        requireNonNull(lines.get(one.line()))))
                .toList();
        String due = order.due() == null ? "any day" : order.due().toString();
        return new PickList(order.code(), order.customerName(), due, fetched);
    }

    private PickList.Line line(Reservation one, Lot lot, OrderLineState line) {
        String item = lot.item().code();
        String number = lot.number().text();
        return new PickList.Line(
                Places.words(one.place()),
                item,
                line.itemName(),
                number,
                goodUntil(lot.passport()),
                Handled.shown(one.quantity()),
                lot.isSerial() ? SerialRanges.words(lots.serials(one.lot())) : "",
                Barcode.plain(
                        Symbol.DATA_MATRIX,
                        OwnCode.of(OwnCode.Kind.LOT, item, number).text()));
    }

    private static String goodUntil(Passport passport) {
        if (passport.expiry() != null) return passport.expiry().text();
        return passport.bestBefore() == null ? "" : passport.bestBefore().text();
    }
}
