package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.catalog.Item;
import stemma.identifiers.DocumentCode;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.Portion;
import stemma.identifiers.ShipToCode;
import stemma.ledger.Birth;
import stemma.ledger.Event;
import stemma.ledger.Passport;
import stemma.ledger.ReturnLine;
import stemma.quantity.Quantity;

import java.util.ArrayList;
import java.util.List;

/** How goods come in: opening stock, receipts, returns from customers. */
final class Arrivals {
    private Arrivals() {}

    /** {@code open F-100 40 kg flour, B-1 60 ea bread to customer CornerShop}. */
    static Act open(Words words) {
        List<BirthText> lots = words.list(BirthText::read);
        return (scene, manner) -> {
            Occasion occasion = new Occasion(scene, manner);
            List<Birth> births = occasion.births(lots, null);
            return List.of(new Event.Opened(occasion.circumstances(), births));
        };
    }

    /** {@code receive F-101 500 kg flour supplier lot M-77 from MillCo for PO-1}. */
    static Act receive(Words words) {
        List<BirthText> lots = words.list(BirthText::read);
        words.expect("from");
        String supplier = words.next("a supplier");
        String order = words.take("for") ? words.next("an order") : null;
        return (scene, manner) -> {
            Occasion occasion = new Occasion(scene, manner);
            PartnerCode partner = scene.cast().partner(supplier);
            List<Birth> births = occasion.births(lots, partner);
            return List.of(new Event.Received(
                    occasion.circumstances(),
                    new DocumentCode(scene.document(manner, "R")),
                    order == null ? null : new OrderCode(order),
                    partner,
                    births));
        };
    }

    /**
     * {@code return B-9 10 ea at DOCK from CornerShop}, {@code return F-101 5 kg at MAIN to
     * MillCo}.
     */
    static Act giveBack(Words words) {
        List<Back> lines = words.list(Back::read);
        if (words.take("to")) {
            String supplier = words.next("a supplier");
            List<LineText> texts = lines.stream()
                    .map(b -> new LineText(b.line().lot(), b.line().amount(), b.to()))
                    .toList();
            return (scene, manner) -> toSupplier(scene, manner, texts, supplier);
        }
        words.expect("from");
        String[] customer = words.next("a customer").split("/", 2);
        return (scene, manner) -> fromCustomer(scene, manner, lines, customer);
    }

    /** A line that goes back, and the number and place under which a return is kept apart. */
    private record Back(
            LineText line,
            @Nullable String number,
            @Nullable PlaceName to) {
        static Back read(Words words) {
            LineText line = LineText.readHere(words);
            String number = words.take("into") ? words.next("a lot number") : null;
            PlaceName to = words.isAtPlace() && words.take("at") ? PlaceName.read(words) : null;
            return new Back(line, number, to);
        }
    }

    private static List<Event> toSupplier(
            Scene scene, Manner manner, List<LineText> texts, String supplier) {
        Occasion occasion = new Occasion(scene, manner);
        var lines = occasion.lines(texts);
        PartnerCode partner = scene.cast().partner(supplier);
        return List.of(new Event.ReturnedToSupplier(
                occasion.circumstances(),
                new DocumentCode(scene.document(manner, "RTS")),
                partner,
                lines));
    }

    private static List<Event> fromCustomer(
            Scene scene, Manner manner, List<Back> backs, String[] customer) {
        Occasion occasion = new Occasion(scene, manner);
        PartnerCode partner = scene.cast().partner(customer[0]);
        ShipToCode shipTo = customer.length == 2 ? scene.cast().shipTo(partner, customer[1]) : null;
        List<ReturnLine> lines = new ArrayList<>();
        int ordinal = 0;
        for (Back back : backs) {
            ReturnLine line = line(scene, occasion, back, ordinal);
            lines.add(line);
            ordinal += line.as().units();
        }
        return List.of(new Event.Returned(
                occasion.circumstances(),
                new DocumentCode(scene.document(manner, "RET")),
                partner,
                shipTo,
                lines));
    }

    private static ReturnLine line(Scene scene, Occasion occasion, Back back, int ordinal) {
        Portion lot = occasion.lot(back.line().lot());
        Passport passport = scene.names().passport(lot);
        ItemCode item = passport == null ? new ItemCode("unknown") : passport.item();
        Amount amount = back.line().amount();
        Quantity quantity = amount == null
                ? Quantity.each(lot.count())
                : occasion.quantity(item, amount, "lines[" + ordinal + "].quantity");
        String number = back.number() != null
                ? back.number()
                : passport == null
                        ? back.line().lot().number()
                        : passport.number().text();
        List<String> serials = serials(scene, lot, item);
        BirthText text = new BirthText(number, amount, null, List.of(), serials, back.to(), null);
        Birth birth = occasion.born(
                ordinal, text, Passport.of(item, new LotNumber(number)), quantity, null);
        return new ReturnLine(lot, birth);
    }

    /** A unit that comes back is the same unit, and bears its serial. */
    private static List<String> serials(Scene scene, Portion lot, ItemCode item) {
        Item known = scene.cast().find(item);
        if (known == null || known.tracking() != stemma.catalog.Tracking.SERIAL) return List.of();
        return scene.plant().lots().serials(lot).stream().map(s -> s.text()).toList();
    }
}
