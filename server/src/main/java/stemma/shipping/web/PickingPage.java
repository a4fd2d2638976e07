package stemma.shipping.web;

import stemma.identifiers.SiteCode;
import stemma.intake.Slip;
import stemma.ledger.Evidence;
import stemma.lots.Lot;
import stemma.shipping.Fulfilment;
import stemma.shipping.PickAnswer;
import stemma.shipping.PickScan;
import stemma.stock.Reservation;

import java.util.Comparator;
import java.util.Map;

/**
 * Picking for an order: what came of the last scan, what is lacking, where it is, what is in hand;
 * and the forms that pack it and ship it.
 */
public record PickingPage(
        Fulfilment order,
        SiteCode site,
        Map<Long, Lot> lots,
        PickAnswer answer,
        PickScan scan,
        Slip packing,
        Slip slip) {

    public String said() {
        return switch (answer) {
            case PickAnswer.Picked(var sentence) -> sentence;
            case PickAnswer.Doubtful(var _, var sentence, var advice) -> sentence + " " + advice;
            case PickAnswer.Stopped(var _, var sentence, var advice) ->
                sentence + " " + capital(advice);
        };
    }

    private static String capital(String advice) {
        return advice.isEmpty()
                ? ""
                : Character.toUpperCase(advice.charAt(0)) + advice.substring(1);
    }

    /** Returns which of the three signals it is: {@code ok}, {@code check} or {@code stop}. */
    public String tone() {
        return switch (answer) {
            case PickAnswer.Picked _ -> "ok";
            case PickAnswer.Doubtful _ -> "check";
            case PickAnswer.Stopped _ -> "stop";
        };
    }

    public String code() {
        return switch (answer) {
            case PickAnswer.Picked _ -> "";
            case PickAnswer.Doubtful(var code, var _, var _) -> code;
            case PickAnswer.Stopped(var code, var _, var _) -> code;
        };
    }

    public boolean asksReason() {
        return answer instanceof PickAnswer.Doubtful;
    }

    /** Returns what the field holds: what must be answered for, else nothing. */
    public String text() {
        return asksReason() ? scan.text() : "";
    }

    public String lotId() {
        return asksReason() ? scan.lot() : "";
    }

    /** Returns how what the field holds is known: {@code scanned} or {@code keyed}. */
    public String evidence() {
        return asksReason() && scan.evidence() == Evidence.SCANNED ? "scanned" : "keyed";
    }

    public String container() {
        return asksReason() ? scan.container() : "";
    }

    public String quantity() {
        return asksReason() && scan.quantity() != null ? scan.quantity().number() : "";
    }

    public String number(Reservation reservation) {
        Lot lot = lots.get(reservation.lotKey());
        return lot == null ? reservation.lot().toString() : lot.number().text();
    }

    /** Returns the key of what was taken last, empty where nothing is in hand. */
    public String last() {
        return order.inHand().stream()
                .max(Comparator.comparing((Reservation r) -> r.picked() == null
                                ? java.time.Instant.MIN
                                : r.picked().at())
                        .thenComparing(Reservation::key))
                .map(r -> Long.toString(r.key()))
                .orElse("");
    }

    public boolean isShort() {
        return order.lines().stream().anyMatch(line -> line.unpicked().isPositive());
    }
}
