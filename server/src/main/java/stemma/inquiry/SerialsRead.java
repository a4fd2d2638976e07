package stemma.inquiry;

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

/** What the tables say of some pieces: their lots, the shipments they left in, their serials. */
record SerialsRead(
        Map<Long, Lot> lots,
        Map<ShipmentCode, Sent> shipments,
        List<SerialStretch> stretches,
        List<byte[]> texts) {
    static final SerialsRead NOTHING = new SerialsRead(Map.of(), Map.of(), List.of(), List.of());

    /** A shipment, and to whom it went. */
    record Sent(Shipment shipment, Consignee to) {}

    /** Where the rooms of truth are asked. */
    record Rooms(Catalog catalog, Lots lots, Stock stock) {

        /** Reads all of these; what is no serialised unit has no serial to tell. */
        SerialsRead read(List<SerialPiece> all, Map<ShipmentCode, Sent> known) {
            Map<Long, Lot> of =
                    lots.byKey(all.stream().map(SerialPiece::lot).collect(Collectors.toSet()));
            List<SerialPiece> pieces = new ArrayList<>();
            for (SerialPiece piece : all) {
                Lot lot = of.get(piece.lot());
                if (lot != null && lot.isSerial()) pieces.add(piece);
            }
            List<SerialStretch> stretches = new ArrayList<>();
            List<byte[]> texts = new ArrayList<>();
            lines(SerialStretch.near(pieces), stretches, texts);
            return new SerialsRead(of, shipments(pieces, known), stretches, texts);
        }

        /** Where some unit bears no serial, the place of a line does not tell whose it is. */
        private void lines(
                List<SerialStretch> asked, List<SerialStretch> stretches, List<byte[]> texts) {
            List<SerialPiece> singly = new ArrayList<>();
            List<byte[]> read = serials(asked.stream().map(SerialStretch::units).toList());
            for (int i = 0; i < read.size(); i++) {
                SerialStretch stretch = asked.get(i);
                if (stretch.pieces().size() > 1 && !stretch.isEachIn(read.get(i))) {
                    singly.addAll(stretch.pieces());
                } else {
                    stretches.add(stretch);
                    texts.add(read.get(i));
                }
            }
            if (singly.isEmpty()) return;
            List<SerialStretch> ones = singly.stream().map(SerialStretch::of).toList();
            stretches.addAll(ones);
            texts.addAll(serials(ones.stream().map(SerialStretch::units).toList()));
        }

        private List<byte[]> serials(List<Units> of) {
            return lots.serialLines(of);
        }

        private Map<ShipmentCode, Sent> shipments(
                List<SerialPiece> pieces, Map<ShipmentCode, Sent> known) {
            Map<ShipmentCode, Sent> sent = new HashMap<>();
            Set<ShipmentCode> unknown = new LinkedHashSet<>();
            for (SerialPiece piece : pieces) {
                ShipmentCode code = piece.shipment();
                if (code == null || sent.containsKey(code)) continue;
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

    /** Tells the serials of each piece to what takes them. */
    void tell(SerialRows rows) {
        for (int i = 0; i < stretches.size(); i++) {
            SerialStretch stretch = stretches.get(i);
            byte[] text = texts.get(i);
            Lot lot = Objects.requireNonNull(lots.get(stretch.units().lot()));
            if (stretch.pieces().size() == 1) {
                var shipment = stretch.pieces().getFirst().shipment();
                rows.of(lot, shipment, shipments).of(text, 0, text.length);
                continue;
            }
            int[] starts = SerialStretch.starts(text);
            for (SerialPiece piece : stretch.pieces()) {
                int from = starts[piece.first() - stretch.units().first()];
                int to = starts[piece.last() - stretch.units().first() + 1];
                rows.of(lot, piece.shipment(), shipments).of(text, from, to);
            }
        }
    }
}
