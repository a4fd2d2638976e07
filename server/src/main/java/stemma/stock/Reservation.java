package stemma.stock;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ActorId;
import stemma.identifiers.OrderCode;
import stemma.identifiers.Portion;
import stemma.ledger.Evidence;
import stemma.ledger.Place;
import stemma.quantity.Quantity;

import java.time.Instant;

/**
 * A quantity of a lot at a place, or units of a block, kept for a line of an order: by whom, since
 * when, at most until when, whether it has been picked, and how it ended. It ends once. Where only
 * a part of it goes, that part becomes a reservation of its own, {@code partedFrom} the other.
 */
public record Reservation(
        long key,
        @Nullable Long partedFrom,
        long lotKey,
        Portion lot,
        Quantity quantity,
        Place place,
        OrderCode order,
        int line,
        Purpose purpose,
        ActorId by,
        Instant since,
        @Nullable Instant until,
        @Nullable Picked picked,
        @Nullable Ending ending) {

    /** Who laid hands on it, when, and whether a scanner said what it is. */
    public record Picked(ActorId by, Instant at, Evidence evidence) {}

    /** How and when it ended, and by which event where one ended it. */
    public record Ending(How how, @Nullable Long seq, Instant at) {}

    /** The ways in which a reservation ends. */
    public enum How {
        /** The order it was for took the goods. */
        TAKEN,
        /** Somebody gave the goods free. */
        RELEASED,
        /** Its time ran out. */
        LAPSED,
        /** A hold, a judgement, a correction or another taking left less than was reserved. */
        BROKEN
    }

    public boolean isOpen() {
        return ending == null;
    }

    public boolean isPicked() {
        return picked != null;
    }

    /** Returns it as ended. */
    Reservation ended(Ending how) {
        return new Reservation(
                key,
                partedFrom,
                lotKey,
                lot,
                quantity,
                place,
                order,
                line,
                purpose,
                by,
                since,
                until,
                picked,
                how);
    }

    /** Returns it for other goods: what it was for went along, or became another lot. */
    Reservation of(long otherKey, Portion other, Place where) {
        return new Reservation(
                key,
                partedFrom,
                otherKey,
                other,
                quantity,
                where,
                order,
                line,
                purpose,
                by,
                since,
                until,
                picked,
                ending);
    }

    /** Returns it as picked, or as picked no more. */
    Reservation picked(@Nullable Picked hands) {
        return new Reservation(
                key,
                partedFrom,
                lotKey,
                lot,
                quantity,
                place,
                order,
                line,
                purpose,
                by,
                since,
                until,
                hands,
                ending);
    }

    /** Returns what is left of it. */
    Reservation leaving(Portion rest, Quantity left) {
        return new Reservation(
                key,
                partedFrom,
                lotKey,
                rest,
                left,
                place,
                order,
                line,
                purpose,
                by,
                since,
                until,
                picked,
                ending);
    }

    /** Returns a part of it as a reservation of its own. */
    Reservation part(long ownKey, Portion units, Quantity some) {
        return new Reservation(
                ownKey,
                partedFrom == null ? Long.valueOf(key) : partedFrom,
                lotKey,
                units,
                some,
                place,
                order,
                line,
                purpose,
                by,
                since,
                until,
                picked,
                ending);
    }
}
