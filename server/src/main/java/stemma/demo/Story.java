package stemma.demo;

import stemma.identifiers.EventId;
import stemma.identifiers.EventIds;
import stemma.ledger.Circumstances;
import stemma.ledger.Claim;
import stemma.ledger.Event;
import stemma.ledger.Evidence;
import stemma.ledger.Occurrence;
import stemma.ledger.Reason;
import stemma.ledger.TimeSource;
import stemma.signatures.Meaning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * All that is told to the ledger, in the making. It gives moments and event ids, which come from
 * the seed and the working days alone, and keeps what each person said, when.
 */
final class Story {
    private final Workdays days;
    private final Random random;
    private final List<Act> acts = new ArrayList<>();

    Story(Workdays days, Random random) {
        this.days = days;
        this.random = random;
    }

    Workdays days() {
        return days;
    }

    Random random() {
        return random;
    }

    /** Returns a moment within that minute after midnight of a working day. */
    Instant at(int day, int minute) {
        return days.at(day, minute).plusSeconds(random.nextInt(50));
    }

    /** Returns the circumstances of a scan: it asks, and a device measured the time. */
    Circumstances scan(Instant at) {
        return seen(at, Claim.INTENT, Evidence.SCANNED, TimeSource.DEVICE);
    }

    Circumstances keyed(Instant at) {
        return seen(at, Claim.INTENT, Evidence.KEYED, TimeSource.STATED);
    }

    Circumstances derived(Instant at) {
        return seen(at, Claim.INTENT, Evidence.DERIVED, TimeSource.SERVER);
    }

    Circumstances imported(Instant at) {
        return seen(at, Claim.REPORT, Evidence.IMPORTED, TimeSource.STATED);
    }

    /**
     * Returns the circumstances of something stated after the fact, from paper, with the reason.
     */
    Circumstances report(Instant at, String reason, String text) {
        return seen(at, Claim.REPORT, Evidence.KEYED, TimeSource.STATED)
                .because(new Reason(reason, text));
    }

    /** Returns the circumstances of something stated after the fact without a word of reason. */
    Circumstances reportWithoutReason(Instant at) {
        return seen(at, Claim.REPORT, Evidence.KEYED, TimeSource.STATED);
    }

    /** Returns an id of that moment. */
    EventId id(Instant at) {
        return new EventIds(() -> at, random).next();
    }

    private Circumstances seen(Instant at, Claim claim, Evidence evidence, TimeSource source) {
        return Circumstances.of(
                id(at), claim, Occurrence.at(at, source, days.zone()), Firm.SITE, evidence);
    }

    /** Lets somebody tell events as they happen. */
    void tell(Crew who, Event... events) {
        tell(who, events[0].circumstances().occurredAt().to(), events);
    }

    /** Lets somebody tell events at a later moment than they happened. */
    void tell(Crew who, Instant recordedAt, Event... events) {
        acts.add(new Act(recordedAt, who.author(), List.of(events), null));
    }

    /** Lets somebody tell an event that another signs, both at that moment. */
    void tellSigned(Crew who, Instant recordedAt, Crew signer, Meaning meaning, Event event) {
        acts.add(new Act(
                recordedAt, who.author(), List.of(event), new Act.Signing(signer, meaning)));
    }

    /** Takes over all that another story told. */
    void takeOver(Story other) {
        acts.addAll(other.acts);
    }

    /** Lets quality tell and sign an event as it happens. */
    void judge(Meaning meaning, Event event) {
        Instant at = event.circumstances().occurredAt().to();
        tellSigned(Crew.QUINN, at, Crew.QUINN, meaning, event);
    }

    /** Returns what was told up to the end of the story, in the order in which it was told. */
    List<Act> told() {
        return acts.stream()
                .filter(act -> !act.recordedAt().isAfter(days.end()))
                .sorted(Comparator.comparing(Act::recordedAt))
                .toList();
    }
}
