package stemma.ledger;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.Portion;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Every rule an event can break, in the order in which one refusal wins over another. */
public enum Rule {
    /** The id names an event with other content. */
    EVENT_ID_REUSED(Nature.MALFORMED),
    /** Some events of the submission are known, others are not. */
    SUBMISSION_KNOWN_IN_PART(Nature.MALFORMED),
    /** No such site. */
    SITE_UNKNOWN(Nature.MALFORMED),
    /** No such item. */
    ITEM_UNKNOWN(Nature.MALFORMED),
    /** No such lot. */
    LOT_UNKNOWN(Nature.MALFORMED),
    /** The event to correct is not in the ledger. */
    EVENT_UNKNOWN(Nature.MALFORMED),
    /** No such hold. */
    HOLD_UNKNOWN(Nature.MALFORMED),
    /** The code names another hold. */
    HOLD_EXISTS(Nature.MALFORMED),
    /** The quantity is not in the base unit of the lot. */
    UNIT_WRONG(Nature.MALFORMED),
    /** Units of a serial block are counted one by one. */
    UNITS_NOT_WHOLE(Nature.MALFORMED),
    /** The item is tracked in another way. */
    TRACKING_WRONG(Nature.MALFORMED),
    /** Such an event takes nothing from there, or brings nothing there. */
    PLACE_WRONG(Nature.MALFORMED),
    /** It cannot have happened yet. */
    TIME_IN_FUTURE(Nature.MALFORMED),
    /** The event has a correction; correct that. */
    ALREADY_CORRECTED(Nature.MALFORMED),
    /** The replacement is not the same kind of event under the same id. */
    CORRECTION_OF_ANOTHER_EVENT(Nature.MALFORMED),
    /** Other events rest on it; replace it instead. */
    VOID_HAS_DEPENDENTS(Nature.MALFORMED),
    /** No such location at the site. */
    LOCATION_UNKNOWN(Nature.RECORD),
    /** No such partner or ship-to. */
    PARTNER_UNKNOWN(Nature.RECORD),
    /** The partner is not what it would have to be: who never supplied gets nothing back. */
    PARTNER_WRONG(Nature.RECORD),
    /** The serial number names a unit that still exists. */
    SERIAL_TAKEN(Nature.RECORD),
    /** The act needs a signature; a decision without one is refused even as a report. */
    SIGNATURE_MISSING(Nature.RECORD),
    /** The signature says something else than the act does. */
    MEANING_WRONG(Nature.RECORD),
    /** A report that breaks a rule needs a reason. */
    REASON_MISSING(Nature.RECORD),
    /** What is split or merged is of another item than what comes of it. */
    ITEM_DIFFERS(Nature.RECORD),
    /** The lot would be made from itself outside a rework run. */
    GENEALOGY_CYCLE(Nature.RECORD),
    /** No such container. */
    CONTAINER_UNKNOWN(Nature.RECORD),
    /** A container cannot be inside itself. */
    CONTAINER_CYCLE(Nature.RECORD),
    /** The container is not where this would take it from: elsewhere, or shipped. */
    CONTAINER_ELSEWHERE(Nature.RECORD),
    /** The site named is none of those at which the goods were or came to be. */
    SITE_WRONG(Nature.RECORD),
    /** A hold reaches the lot. */
    LOT_IS_HELD(Nature.QUALITY),
    /** The lot is kept as a retained sample. */
    LOT_IS_RETAINED(Nature.QUALITY),
    /** The retained sample is to be kept for longer, or nobody has said until when. */
    RETENTION_NOT_OVER(Nature.RECORD),
    /** The lot is rejected. */
    LOT_REJECTED(Nature.QUALITY),
    /** The lot is quarantined. */
    LOT_NOT_RELEASED(Nature.QUALITY),
    /** The lot may be used, not shipped. */
    LOT_RESTRICTED(Nature.QUALITY),
    /** The lot would begin fitter than it may, without a judgement. */
    STATUS_NOT_JUDGED(Nature.QUALITY),
    /** The lot is past its expiry. */
    LOT_EXPIRED(Nature.QUALITY),
    /** The lot is past its retest date. */
    RETEST_DUE(Nature.QUALITY),
    /** The day by which it is to be tested again lies after its expiry. */
    RETEST_AFTER_EXPIRY(Nature.RECORD),
    /** What a resource is used for asks for a calibration that it does not have. */
    RESOURCE_OUT_OF_CALIBRATION(Nature.QUALITY),
    /** It was not cleaned since it was used for something else, or nobody has verified that. */
    RESOURCE_NOT_CLEAN(Nature.QUALITY),
    /** It stood for too long since it was cleaned. */
    CLEAN_HOLD_EXCEEDED(Nature.QUALITY),
    /** Equipment must be shown to be fit, and what was used is none that is known. */
    FITNESS_UNKNOWN(Nature.QUALITY),
    /** Whoever had a hand in making the lot would judge it. */
    JUDGED_BY_ITS_MAKER(Nature.RECORD),
    /** The specification keeps those apart who test and who judge. */
    JUDGED_BY_ITS_TESTER(Nature.RECORD),
    /** The inspection says something else than was shown to the signer, or is not there. */
    INSPECTION_CHANGED(Nature.RECORD),
    /** A result is outside its limits. */
    INSPECTION_FAILED(Nature.RECORD),
    /** An inspection of the lot is not complete, or not judged. */
    INSPECTION_OPEN(Nature.RECORD),
    /** The order is closed. */
    ORDER_CLOSED(Nature.RECORD),
    /** The recipe of the order neither takes nor makes the item. */
    NOT_IN_RECIPE(Nature.RECORD),
    /** More of it went in than the recipe of the order allows. */
    OVER_CONSUMPTION(Nature.RECORD),
    /** It was used before it was received or made. */
    USED_BEFORE_MADE(Nature.RECORD),
    /** It happened before the hold and was recorded after it. */
    RECORDED_AFTER_HOLD(Nature.RECORD),
    /** An output of the run had left or was released before this input was recorded. */
    INPUT_AFTER_OUTPUT_LEFT(Nature.RECORD),
    /** An input is said to have gone into a lot that its run has not made. */
    NOT_OF_THE_RUN(Nature.RECORD),
    /** Nobody has said yet which lot it is. */
    LOT_UNIDENTIFIED(Nature.RECORD),
    /** This customer never received the lot. */
    NOT_BOUGHT(Nature.RECORD),
    /** The order is for other items, or at another partner. */
    NOT_ORDERED(Nature.RECORD),
    /** More came than the order allows. */
    OVER_DELIVERY(Nature.RECORD),
    /** The supplier's number is easily taken for one that is known. */
    SIMILAR_LOT(Nature.RECORD),
    /** The new number is easily taken for one of a lot that is held or rejected. */
    NUMBER_CONFUSABLE(Nature.RECORD),
    /** So many units of the item do not weigh that much. */
    WEIGHT_IMPLAUSIBLE(Nature.RECORD),
    /** The unit is somewhere else. */
    SERIAL_ELSEWHERE(Nature.RECORD),
    /** There is less than that. */
    NOT_ENOUGH(Nature.RECORD),
    /** The goods would not last as long as the customer asks. */
    SHELF_LIFE_TOO_SHORT(Nature.RECORD),
    /** The customer takes a line of one lot only. */
    MORE_THAN_ONE_LOT(Nature.RECORD),
    /** The order asks for no such item. */
    NOT_ON_ORDER(Nature.RECORD),
    /** More would go out than the order asks for. */
    OVER_SHIPMENT(Nature.RECORD),
    /** It is there, and kept for another order. */
    LOT_IS_RESERVED(Nature.RECORD);

    /** Orders violations by which of them wins. */
    public static final Comparator<Violation> PRECEDENCE =
            Comparator.comparing(violation -> of(violation.code()));

    private final Nature nature;

    Rule(Nature nature) {
        this.nature = nature;
    }

    /** What kind of rule it is. */
    public enum Nature {
        /** What is said cannot be understood: refused even of a report. */
        MALFORMED,
        /** A report that breaks it needs a reason. */
        RECORD,
        /** A report that breaks it needs a reason and a signature, and holds what came of it. */
        QUALITY
    }

    public Nature nature() {
        return nature;
    }

    /** Returns the stable code, such as {@code lot_is_held}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the rule of a stable code; throws where there is none. */
    public static Rule of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public Violation broken(String element, @Nullable Portion lot, String sentence) {
        return new Violation(code(), element, lot, sentence);
    }

    /** Says whether it is about the equipment, not about the material that is used. */
    public boolean isOfEquipment() {
        return this == RESOURCE_OUT_OF_CALIBRATION
                || this == RESOURCE_NOT_CLEAN
                || this == CLEAN_HOLD_EXCEEDED
                || this == FITNESS_UNKNOWN;
    }

    /** Says whether any of the violations breaks a rule of that nature. */
    public static boolean anyOf(Nature nature, List<Violation> violations) {
        return violations.stream().anyMatch(v -> of(v.code()).nature == nature);
    }
}
