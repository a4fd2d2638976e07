package stemma.factory;

import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.ledger.Birth;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Movement;
import stemma.ledger.Place;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Roughly what stands where while a plan is made: good enough to ask for what mostly exists. */
final class Goods {
    private final Map<LotId, Piece> pieces = new LinkedHashMap<>();

    /** A lot or block, and where it is thought to be. */
    static final class Piece {
        final Portion span;
        final ItemCode item;
        final Map<Place, BigDecimal> at = new LinkedHashMap<>();
        final TreeMap<Integer, Place> units = new TreeMap<>();

        Piece(Portion span, ItemCode item) {
            this.span = span;
            this.item = item;
        }

        boolean isBlock() {
            return !units.isEmpty();
        }

        /** Returns the places of which something can be taken. */
        List<Place> places() {
            List<Place> places = new ArrayList<>();
            at.forEach((place, amount) -> {
                if (amount.signum() > 0) places.add(place);
            });
            units.values().stream().distinct().forEach(places::add);
            return places;
        }
    }

    Collection<Piece> pieces() {
        return pieces.values();
    }

    void note(Event event, Codes codes) {
        for (Birth birth : Facts.births(event)) {
            Portion span = birth.of(event.id());
            Piece piece = new Piece(span, birth.passport().item());
            if (codes.isSerial(piece.item)) {
                for (int i = span.first().ordinal(); i <= span.last(); i++) {
                    piece.units.put(i, birth.to());
                }
            }
            pieces.put(span.first(), piece);
        }
        for (Movement movement : Facts.movements(event)) move(movement);
    }

    private void move(Movement movement) {
        Piece piece = piece(movement.lot());
        if (piece == null) return;
        if (piece.isBlock()) {
            Map<Integer, Place> moved = new HashMap<>();
            for (int i = movement.lot().first().ordinal(); i <= movement.lot().last(); i++) {
                moved.put(i, movement.to());
            }
            piece.units.putAll(moved);
            return;
        }
        BigDecimal amount = movement.quantity().amount();
        piece.at.merge(movement.from(), amount.negate(), BigDecimal::add);
        piece.at.merge(movement.to(), amount, BigDecimal::add);
    }

    @org.jspecify.annotations.Nullable
    Piece piece(Portion portion) {
        for (Piece piece : pieces.values()) {
            if (piece.span.contains(portion.first())) return piece;
        }
        return null;
    }
}
