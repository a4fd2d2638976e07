package stemma.inquiry;

import org.jspecify.annotations.Nullable;

import stemma.catalog.Catalog;
import stemma.genealogy.Consigned;
import stemma.genealogy.Question;
import stemma.genealogy.Span;
import stemma.identifiers.LotNumber;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.ShipmentCode;
import stemma.ledger.Place;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.lots.Units;
import stemma.stock.Shipment;
import stemma.stock.Stock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Every serial number that a question concerns, with the shipment in which it left. They are told
 * as they are walked, some thousands at a time, however many there are.
 */
public final class SerialsConcerned {
    private static final int PIECES_AT_ONCE = 2_000;
    private static final int UNITS_AT_ONCE = 200_000;
    private static final int UNITS_OF_A_PIECE = 20_000;

    private final Subject subject;
    private final Question question;
    private final Insight insight;
    private final Instant at;
    private final BiConsumer<Question, Consigned> consigned;
    private final Catalog catalog;
    private final Lots lots;
    private final Stock stock;

    SerialsConcerned(
            Subject subject,
            Question question,
            Insight insight,
            Instant at,
            BiConsumer<Question, Consigned> consigned,
            Catalog catalog,
            Lots lots,
            Stock stock) {
        this.subject = subject;
        this.question = question;
        this.insight = insight;
        this.at = at;
        this.consigned = consigned;
        this.catalog = catalog;
        this.lots = lots;
        this.stock = stock;
    }

    /** What the question is about. */
    public Subject subject() {
        return subject;
    }

    public Question question() {
        return question;
    }

    public Insight insight() {
        return insight;
    }

    /** The moment at which it was asked. */
    public Instant at() {
        return at;
    }

    /** Serials of one block that left in one shipment, or in none. */
    public record Some(
            Lot lot,
            @Nullable Shipment shipment,
            @Nullable Consignee consignee,
            String serialLines) {}

    /** Takes serials, each ended by a line feed, in the order in which they are walked. */
    public interface Told {
        void of(Some some);
    }

    /** Tells all of them; a unit that was sent twice comes once with each shipment. */
    public void each(Told told) {
        Gathered gathered = new Gathered(told);
        consigned.accept(question, gathered);
        gathered.tell();
    }

    private record Piece(Span units, @Nullable ShipmentCode shipment) {}

    /** Gathers pieces until they are worth a question to the tables. */
    private final class Gathered implements Consigned {
        private final Told told;
        private final List<Piece> pieces = new ArrayList<>();
        private final Map<String, Shipment> shipments = new HashMap<>();
        private int units;

        Gathered(Told told) {
            this.told = told;
        }

        @Override
        public void shipped(Span span, ShipmentCode shipment) {
            add(span, shipment);
        }

        @Override
        public void kept(Span span) {
            add(span, null);
        }

        private void add(Span span, @Nullable ShipmentCode shipment) {
            int last;
            for (int first = span.first(); first <= span.last(); first = last + 1) {
                last = Math.min(span.last(), first + UNITS_OF_A_PIECE - 1);
                pieces.add(new Piece(new Span(span.lot(), first, last), shipment));
                units += last - first + 1;
                if (pieces.size() >= PIECES_AT_ONCE || units >= UNITS_AT_ONCE) tell();
            }
        }

        void tell() {
            Set<Long> keys = new LinkedHashSet<>();
            pieces.forEach(piece -> keys.add(piece.units().lot()));
            Map<Long, Lot> of = lots.byKey(keys);
            List<Piece> serial = new ArrayList<>();
            for (Piece piece : pieces) {
                Lot lot = of.get(piece.units().lot());
                if (lot != null && lot.isSerial()) serial.add(piece);
            }
            tell(serial, of);
            pieces.clear();
            units = 0;
        }

        private void tell(List<Piece> serial, Map<Long, Lot> of) {
            if (serial.isEmpty()) return;
            Names names = names(serial);
            List<String> lines = lots.serialLines(serial.stream()
                    .map(Piece::units)
                    .map(span -> new Units(span.lot(), span.first(), span.last()))
                    .toList());
            for (int i = 0; i < lines.size(); i++) {
                Lot lot = of.get(serial.get(i).units().lot());
                Shipment shipment = shipment(serial.get(i).shipment());
                Consignee to = shipment == null
                        ? null
                        : Consignee.of(names, shipment.consignee(), shipment.shipTo());
                if (lot != null) told.of(new Some(lot, shipment, to, lines.get(i)));
            }
        }

        private @Nullable Shipment shipment(@Nullable ShipmentCode code) {
            return code == null ? null : shipments.get(LotNumber.normal(code.code()));
        }

        /** Reads the shipments that are not known yet, and the names of whom they went to. */
        private Names names(List<Piece> serial) {
            Set<ShipmentCode> codes = new LinkedHashSet<>();
            for (Piece piece : serial) if (piece.shipment() != null) codes.add(piece.shipment());
            Set<ShipmentCode> unknown = new LinkedHashSet<>(codes);
            unknown.removeIf(code -> shipment(code) != null);
            if (!unknown.isEmpty())
                stock.shipments(unknown)
                        .forEach(
                                one -> shipments.put(LotNumber.normal(one.code().code()), one));
            Set<PartnerCode> partners = new LinkedHashSet<>();
            List<Place> places = new ArrayList<>();
            for (ShipmentCode code : codes) {
                Shipment shipment = shipment(code);
                if (shipment == null) continue;
                partners.add(shipment.consignee());
                places.add(new Place.OfCustomer(shipment.consignee(), shipment.shipTo()));
            }
            return Names.of(catalog, List.of(), partners, places);
        }
    }
}
