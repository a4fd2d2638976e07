package stemma.labelling;

import org.jspecify.annotations.Nullable;

import stemma.catalog.Item;
import stemma.identifiers.CheckCharacter;
import stemma.identifiers.Gtin;
import stemma.identifiers.LotId;
import stemma.identifiers.OwnCode;
import stemma.identifiers.Portion;
import stemma.identifiers.SerialNumber;
import stemma.ledger.ExternalLot;
import stemma.ledger.Passport;
import stemma.ledger.PassportDate;
import stemma.ledger.Status;
import stemma.printing.Barcode;
import stemma.printing.Fact;
import stemma.printing.Label;
import stemma.printing.LabelKind;
import stemma.printing.Symbol;
import stemma.stock.Hold;
import stemma.stock.LotNow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The label of a lot or of one unit. With a GTIN it bears GS1 DataMatrix in the order of a UDI (01,
 * then 11, 15, 17, 10, 21) and the same as a Digital Link; without one, or where GS1 cannot carry
 * the number, our own code.
 */
final class LotLabels {
    private LotLabels() {}

    static Label lot(LotNow now, @Nullable Item item, String sublot) {
        Passport passport = now.lot().passport();
        String number = now.number();
        Label label = begun(LabelKind.LOT, now.lot().span(), now, number);
        Gtin gtin = gtin(item);
        Marking marking = marking(passport, gtin).with("10", number);
        OwnCode own = OwnCode.of(OwnCode.Kind.LOT, passport.item().code(), number);
        return label.bearing(codes(gtin != null && marking.has("10"), marking, own))
                .saying(facts(passport, gtin, item(passport, sublot)));
    }

    private static Fact item(Passport passport, String sublot) {
        String code = passport.item().code();
        return sublot.isEmpty()
                ? new Fact("Item", code)
                : new Fact("Item, sublot", code + " / " + sublot);
    }

    static Label unit(LotNow now, @Nullable Item item, LotId unit, SerialNumber serial) {
        Passport passport = now.lot().passport();
        Label label = begun(LabelKind.UNIT, Portion.of(unit), now, serial.text());
        Gtin gtin = gtin(item);
        Marking marking =
                marking(passport, gtin).with("10", now.number()).with("21", serial.text());
        OwnCode own = OwnCode.of(OwnCode.Kind.UNIT, passport.item().code(), serial.text());
        return label.bearing(codes(gtin != null && marking.has("21"), marking, own))
                .saying(facts(passport, gtin, new Fact("Lot", now.number())));
    }

    private static Label begun(LabelKind kind, Portion subject, LotNow now, String number) {
        return Label.of(kind, subject.toString(), now.itemName(), number)
                .at(now.lot().site())
                .checkedBy(CheckCharacter.of(number))
                .warning(warning(List.of(now)));
    }

    private static @Nullable Gtin gtin(@Nullable Item item) {
        return item == null ? null : item.policy().gtin();
    }

    private static Marking marking(Passport passport, @Nullable Gtin gtin) {
        Marking marking = new Marking();
        if (gtin == null) return marking;
        return dated(marking.with("01", gtin.digits()).with("11", passport.produced()), passport);
    }

    /** Adds until when it is good. */
    static Marking dated(Marking marking, Passport passport) {
        return marking.with("15", passport.bestBefore()).with("17", passport.expiry());
    }

    private static List<Barcode> codes(boolean isGs1, Marking marking, OwnCode own) {
        return isGs1
                ? List.of(marking.matrix(), marking.link())
                : List.of(Barcode.plain(Symbol.DATA_MATRIX, own.text()));
    }

    private static List<Fact> facts(Passport passport, @Nullable Gtin gtin, Fact first) {
        List<Fact> facts = new ArrayList<>();
        facts.add(first);
        date(facts, "Expiry", passport.expiry());
        date(facts, "Best before", passport.bestBefore());
        date(facts, "Retest by", passport.retest());
        date(facts, "Produced", passport.produced());
        for (ExternalLot external : passport.externalLots())
            facts.add(new Fact("Lot at " + external.issuer(), external.text()));
        if (passport.traceabilityLotCode() != null)
            facts.add(new Fact(
                    "Traceability lot code", passport.traceabilityLotCode().code()));
        if (gtin != null) facts.add(new Fact("GTIN", gtin.digits()));
        return facts;
    }

    static void date(List<Fact> facts, String name, @Nullable PassportDate date) {
        if (date != null) facts.add(new Fact(name, LabelDate.words(date)));
    }

    /** What must be read before anything else; empty where the goods may be used. */
    static String warning(Collection<LotNow> lots) {
        String holds = lots.stream()
                .flatMap(lot -> lot.holds().stream())
                .distinct()
                .map(Hold::code)
                .map(Object::toString)
                .collect(Collectors.joining(", "));
        if (!holds.isEmpty()) return "HELD: DO NOT USE · hold " + holds;
        if (lots.stream().anyMatch(lot -> lot.status() == Status.REJECTED))
            return "REJECTED: DO NOT USE";
        return lots.stream().anyMatch(LotNow::isExpired) ? "EXPIRED: DO NOT USE" : "";
    }
}
