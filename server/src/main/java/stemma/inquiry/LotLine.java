package stemma.inquiry;

import stemma.ledger.Status;
import stemma.lots.Lot;
import stemma.stock.Hold;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** A lot as one line of an answer: what it is, whether it may be used, and which holds reach it. */
public record LotLine(
        Lot lot, String itemName, Status status, List<Hold> holds, boolean isExpired) {
    public LotLine {
        holds = List.copyOf(holds);
    }

    /** An expiry holds to the end of its last day. */
    static boolean isExpired(Lot lot, Instant now) {
        var expiry = lot.passport().expiry();
        return expiry != null
                && expiry.lastDay().isBefore(now.atZone(ZoneOffset.UTC).toLocalDate());
    }

    public boolean isHeld() {
        return !holds.isEmpty();
    }

    /** Returns the number by which people call it. */
    public String number() {
        return lot.number().text();
    }
}
