package stemma.inquiry;

import stemma.ledger.Rule;
import stemma.ledger.Violation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A report that stands with what it violates, and what a person does to close it. */
public record OpenGap(Past past, List<String> toClose) {
    private static final String WEIGH =
            "Weigh and count again what is there. If the amount or the weight was mistyped, correct"
                    + " the entry; else find out where the rest went.";
    private static final String SHIPMENT_MISSING =
            "Read the number on the goods again. If it was another lot, correct the entry; if not,"
                    + " a shipment is missing in the record.";
    private static final String COUNT =
            "Count what is there. If the amount or the lot was mistyped, correct the entry.";
    private static final String READ_AGAIN =
            "Read the supplier's number on the goods again, and correct the entry if it is the"
                    + " other one.";
    private static final String READ_WHAT_IT_WENT_INTO =
            "Read again what it went into. If it was what the run made, correct the entry: as it"
                    + " stands, nothing leads from the run to that.";
    private static final String REVIEW_WHAT_LEFT =
            "Review the outputs that had left: they may contain this input too.";
    private static final String COMPARE_TIMES =
            "Compare the paper with the hold's time, and correct the time where it is wrong. What"
                    + " came of it is already held.";
    private static final String SIGN_IT =
            "Quality opens the entry and signs it, or corrects it; what came of it stays held until"
                    + " then.";
    private static final String JUDGE_IT =
            "Quality judges what came of it. If another lot was used, correct the entry.";
    private static final String CALIBRATE_IT =
            "Have it calibrated as found. If it was right, quality lifts the hold; if not, look at"
                    + " everything since its last good calibration.";
    private static final String FIND_THE_CLEANING =
            "If it was cleaned, tell the cleaning at its time; if not, quality judges what came of"
                    + " it.";
    private static final String ADD_TO_MASTERS =
            "Add what is missing to the masters, or correct the code in the entry.";
    private static final String CHECK_NUMBERS =
            "Check the numbers: a thing goes neither into itself nor into another item.";
    private static final String ASK_PURCHASING =
            "Ask purchasing: keep what came and revise the order, or send it back. If the order"
                    + " or the amount was mistyped, correct the entry.";

    private static final String SOMEBODY_ELSE =
            "Somebody who had no hand in it looks at the lot and judges it anew.";
    private static final String SERVE_OTHERWISE =
            "Tell whoever serves the order for which it was kept: it needs other goods.";
    private static final String FIND_CONTAINER =
            "Find the container, and tell where it is: move it in the record, or pack into it.";
    private static final String COMPARE_ORDER =
            "Compare the order with what left; correct the one that is wrong.";
    private static final String LOOK_AGAIN =
            "Look at the inspection as it is now, finish it, and judge the lot anew.";

    public OpenGap {
        toClose = List.copyOf(toClose);
    }

    /** Returns the report with a step for each kind of rule that it broke. */
    public static OpenGap of(Past past) {
        Set<String> steps = new LinkedHashSet<>();
        for (Violation violation : past.violations()) steps.add(step(Rule.of(violation.code())));
        return new OpenGap(past, List.copyOf(steps));
    }

    private static String step(Rule rule) {
        return switch (rule) {
            case REASON_MISSING -> "Give the reason: open the entry, confirm it, and say why.";
            case SIGNATURE_MISSING, MEANING_WRONG -> SIGN_IT;
            case LOT_IS_HELD,
                    LOT_IS_RETAINED,
                    LOT_REJECTED,
                    LOT_NOT_RELEASED,
                    LOT_RESTRICTED,
                    LOT_EXPIRED,
                    RETEST_DUE,
                    STATUS_NOT_JUDGED -> JUDGE_IT;
            case RESOURCE_OUT_OF_CALIBRATION -> CALIBRATE_IT;
            case RESOURCE_NOT_CLEAN, CLEAN_HOLD_EXCEEDED -> FIND_THE_CLEANING;
            case RECORDED_AFTER_HOLD -> COMPARE_TIMES;
            case NOT_IN_RECIPE ->
                "Read the number again; if it was used, quality approves it or judges what came of"
                        + " it.";
            case OVER_CONSUMPTION, WEIGHT_IMPLAUSIBLE -> WEIGH;
            case JUDGED_BY_ITS_MAKER, JUDGED_BY_ITS_TESTER -> SOMEBODY_ELSE;
            case INSPECTION_FAILED, INSPECTION_OPEN, INSPECTION_CHANGED -> LOOK_AGAIN;
            case RETEST_AFTER_EXPIRY -> "Give the lot its expiry as the day of its next test.";
            case RETENTION_NOT_OVER -> "Say until when it was to be kept, and take another sample.";
            case ORDER_CLOSED -> "Open the order again and close it anew, or correct the entry.";
            case USED_BEFORE_MADE -> "Compare the two times on paper; correct the wrong one.";
            case INPUT_AFTER_OUTPUT_LEFT -> REVIEW_WHAT_LEFT;
            case NOT_OF_THE_RUN -> READ_WHAT_IT_WENT_INTO;
            case LOT_UNIDENTIFIED -> "Say which lot it was, as soon as it is known.";
            case NOT_BOUGHT -> SHIPMENT_MISSING;
            case SIMILAR_LOT, NUMBER_CONFUSABLE -> READ_AGAIN;
            case NOT_ORDERED, OVER_DELIVERY -> ASK_PURCHASING;
            case SERIAL_ELSEWHERE, SERIAL_TAKEN ->
                "Read the serial number again; if it is right, find out who moved the unit.";
            case NOT_ENOUGH -> COUNT;
            case SHELF_LIFE_TOO_SHORT, MORE_THAN_ONE_LOT ->
                "Tell the customer what was sent against the agreement, or have it back.";
            case NOT_ON_ORDER, OVER_SHIPMENT -> COMPARE_ORDER;
            case LOT_IS_RESERVED -> SERVE_OTHERWISE;
            case LOCATION_UNKNOWN, PARTNER_UNKNOWN, FITNESS_UNKNOWN -> ADD_TO_MASTERS;
            case GENEALOGY_CYCLE, CONTAINER_CYCLE, ITEM_DIFFERS -> CHECK_NUMBERS;
            case CONTAINER_ELSEWHERE, CONTAINER_UNKNOWN -> FIND_CONTAINER;
            case SITE_WRONG, PARTNER_WRONG -> "Find out where and to whom; correct the entry.";
            case EVENT_ID_REUSED,
                    SUBMISSION_KNOWN_IN_PART,
                    SITE_UNKNOWN,
                    ITEM_UNKNOWN,
                    LOT_UNKNOWN,
                    EVENT_UNKNOWN,
                    HOLD_UNKNOWN,
                    HOLD_EXISTS,
                    UNIT_WRONG,
                    UNITS_NOT_WHOLE,
                    TRACKING_WRONG,
                    PLACE_WRONG,
                    TIME_IN_FUTURE,
                    ALREADY_CORRECTED,
                    CORRECTION_OF_ANOTHER_EVENT,
                    VOID_HAS_DEPENDENTS -> "Correct the entry.";
        };
    }
}
