package stemma.stock;

import static stemma.signatures.Meaning.APPROVED;
import static stemma.signatures.Meaning.CORRECTED;
import static stemma.signatures.Meaning.DID;
import static stemma.signatures.Meaning.DISPOSED;
import static stemma.signatures.Meaning.HELD;
import static stemma.signatures.Meaning.LIFTED;
import static stemma.signatures.Meaning.REJECTED;
import static stemma.signatures.Meaning.RELEASED;
import static stemma.signatures.Meaning.REPORTED;
import static stemma.signatures.Meaning.RESTRICTED;
import static stemma.signatures.Meaning.REVIEWED;
import static stemma.signatures.Meaning.WITNESSED;

import stemma.ledger.Event;
import stemma.ledger.Place;
import stemma.ledger.Status;
import stemma.signatures.Meaning;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a signature under each act may say (21 CFR 11.50): a signer who only reviewed, or witnessed,
 * has neither released nor lifted anything.
 */
final class MeaningsOfActs {
    private MeaningsOfActs() {}

    /** Returns the meanings in which the event may be signed. */
    static Set<Meaning> of(Event event) {
        return switch (event) {
            case Event.Judged judged -> judging(judged.status());
            case Event.Held _ -> reportable(event, EnumSet.of(HELD, APPROVED));
            case Event.HoldLifted _ -> EnumSet.of(LIFTED, APPROVED);
            case Event.Corrected _ -> EnumSet.of(CORRECTED, APPROVED);
            case Event.PassportChanged _ ->
                reportable(event, EnumSet.of(APPROVED, CORRECTED, REVIEWED));
            case Event.Adjusted e
            when e.from() instanceof Place.Beyond ->
                reportable(event, EnumSet.of(APPROVED, WITNESSED));
            case Event.ReturnedToSupplier _,
                    Event.Scrapped _,
                    Event.Destroyed _,
                    Event.Adjusted _ ->
                reportable(event, EnumSet.of(DISPOSED, APPROVED, WITNESSED));
            case Event.Opened _ -> reportable(event, EnumSet.of(RELEASED, APPROVED));
            case Event.Received _,
                    Event.Moved _,
                    Event.Split _,
                    Event.Merged _,
                    Event.Consumed _,
                    Event.Produced _,
                    Event.Filled _,
                    Event.Drawn _,
                    Event.Emptied _,
                    Event.Cleaned _,
                    Event.Packed _,
                    Event.Unpacked _,
                    Event.Installed _,
                    Event.Removed _,
                    Event.Sampled _,
                    Event.Shipped _,
                    Event.Delivered _,
                    Event.Returned _,
                    Event.Identified _ ->
                reportable(event, EnumSet.of(DID, WITNESSED, REVIEWED, APPROVED));
        };
    }

    private static Set<Meaning> judging(Status status) {
        return switch (status) {
            case RELEASED -> EnumSet.of(RELEASED, APPROVED);
            case RESTRICTED -> EnumSet.of(RESTRICTED, APPROVED);
            case REJECTED -> EnumSet.of(REJECTED);
            case QUARANTINED -> EnumSet.of(REVIEWED, APPROVED);
        };
    }

    /** Who states as a fact what a rule forbids may sign just that: that it happened. */
    private static Set<Meaning> reportable(Event event, EnumSet<Meaning> meanings) {
        if (event.circumstances().isReport()) meanings.add(REPORTED);
        return meanings;
    }
}
