package stemma.inquiry;

import org.jspecify.annotations.Nullable;

import stemma.catalog.Catalog;
import stemma.identifiers.LotNumber;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.ShipmentCode;
import stemma.ledger.Place;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.lots.Units;
import stemma.stock.Shipment;
import stemma.stock.Stock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What the tables say of what was asked: the lots, the shipments they left in, their serials. */
record SerialsRead(
        SerialsAsked asked,
        Map<Long, Lot> lots,
        Map<ShipmentCode, Sent> shipments,
        List<SerialStretch> stretches,
        List<byte[]> texts) {
    static final SerialsRead NOTHING =
            new SerialsRead(new SerialsAsked(0), Map.of(), Map.of(), List.of(), List.of());

    /** A shipment, and to whom it went. */
    record Sent(Shipment shipment, Consignee to) {}

    /** Where the rooms of truth are asked. */
    record Rooms(Catalog catalog, Lots lots, Stock stock) {

        /** Reads all of these; what is no serialised unit has no serial to tell. */
        SerialsRead read(SerialsAsked asked, Map<ShipmentCode, Sent> known) {
            Map<Long, Lot> of = lots.byKey(
                    asked.pieces().stream().map(SerialPiece::lot).collect(Collectors.toSet()));
            List<SerialPiece> pieces = new ArrayList<>();
            for (SerialPiece piece : asked.pieces()) {
                Lot lot = of.get(piece.lot());
                if (lot != null && lot.isSerial()) pieces.add(piece);
            }
            SerialsRead read = new SerialsRead(
                    asked,
                    of,
                    shipments(asked.shipments(), known),
                    new ArrayList<>(),
                    new ArrayList<>());
            lines(SerialStretch.near(pieces), read);
            return read;
        }

        /** Where some unit bears no serial, the place of a line does not tell whose it is. */
        private void lines(List<SerialStretch> asked, SerialsRead into) {
            List<SerialStretch> singly = new ArrayList<>();
            List<byte[]> read = serials(asked);
            for (int i = 0; i < read.size(); i++) {
                SerialStretch stretch = asked.get(i);
                if (into.isAlike(stretch) || stretch.isEachIn(read.get(i))) {
                    into.stretches.add(stretch);
                    into.texts.add(read.get(i));
                } else {
                    singly.addAll(into.alike(stretch));
                }
            }
            into.stretches.addAll(singly);
            into.texts.addAll(serials(singly));
        }

        private List<byte[]> serials(List<SerialStretch> of) {
            List<Units> units = of.stream().map(SerialStretch::units).toList();
            return lots.serialLines(units);
        }

        private Map<ShipmentCode, Sent> shipments(
                List<ShipmentCode> codes, Map<ShipmentCode, Sent> known) {
            Map<ShipmentCode, Sent> sent = new HashMap<>();
            Set<ShipmentCode> unknown = new LinkedHashSet<>();
            for (ShipmentCode code : codes) {
                Sent before = known.get(code);
                if (before == null) unknown.add(code);
                else sent.put(code, before);
            }
            if (unknown.isEmpty()) return sent;
            List<Shipment> read = stock.shipments(unknown);
            Names names = names(read);
            Map<String, Sent> byNormal = new HashMap<>();
            for (Shipment one : read)
                byNormal.put(
                        LotNumber.normal(one.code().code()),
                        new Sent(one, Consignee.of(names, one.consignee(), one.shipTo())));
            for (ShipmentCode code : unknown) {
                Sent found = byNormal.get(LotNumber.normal(code.code()));
                if (found != null) sent.put(code, found);
            }
            return sent;
        }

        private Names names(List<Shipment> shipments) {
            Set<PartnerCode> partners = new LinkedHashSet<>();
            List<Place> places = new ArrayList<>();
            for (Shipment shipment : shipments) {
                partners.add(shipment.consignee());
                places.add(new Place.OfCustomer(shipment.consignee(), shipment.shipTo()));
            }
            return Names.of(catalog, List.of(), partners, places);
        }
    }

    /** Says whether all of it is one piece that left at once. */
    private boolean isAlike(SerialStretch stretch) {
        SerialPiece piece = stretch.pieces().getFirst();
        return stretch.pieces().size() == 1 && asked.alikeTo(piece, piece.first()) == piece.last();
    }

    /** Returns what of it left at once, each as a stretch of its own. */
    private List<SerialStretch> alike(SerialStretch stretch) {
        List<SerialStretch> alike = new ArrayList<>();
        for (SerialPiece piece : stretch.pieces()) {
            int to;
            for (int from = piece.first(); from <= piece.last(); from = to + 1) {
                to = asked.alikeTo(piece, from);
                int at = piece.at() + from - piece.first();
                if (asked.in(piece, from) != SerialsAsked.BETWEEN)
                    alike.add(SerialStretch.of(new SerialPiece(piece.lot(), from, to, at)));
            }
        }
        return alike;
    }

    /** Tells the serials to what takes them. */
    void tell(SerialsConcerned.Told told) {
        List<@Nullable Sent> sent = new ArrayList<>();
        for (ShipmentCode code : asked.shipments()) sent.add(shipments.get(code));
        SerialRows rows = new SerialRows(told, sent);
        for (int i = 0; i < stretches.size(); i++) {
            SerialStretch stretch = stretches.get(i);
            byte[] text = texts.get(i);
            Lot lot = Objects.requireNonNull(lots.get(stretch.units().lot()));
            if (isAlike(stretch)) {
                SerialPiece piece = stretch.pieces().getFirst();
                rows.of(lot, asked.in(piece, piece.first())).of(text, 0, text.length);
            } else {
                tell(stretch, lot, text, rows);
            }
        }
    }

    private void tell(SerialStretch stretch, Lot lot, byte[] text, SerialRows rows) {
        int[] starts = SerialStretch.starts(text);
        int begin = stretch.units().first();
        for (SerialPiece piece : stretch.pieces()) {
            int to;
            for (int from = piece.first(); from <= piece.last(); from = to + 1) {
                to = asked.alikeTo(piece, from);
                int shipment = asked.in(piece, from);
                if (shipment != SerialsAsked.BETWEEN)
                    rows.of(lot, shipment).of(text, starts[from - begin], starts[to - begin + 1]);
            }
        }
    }
}
