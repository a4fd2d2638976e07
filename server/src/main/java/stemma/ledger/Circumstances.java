package stemma.ledger;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.EventId;
import stemma.identifiers.SiteCode;
import stemma.signatures.Signature;

import java.util.ArrayList;
import java.util.List;

/**
 * What every event says besides its own matter: its id, whether it asks or states, when and at
 * which site it happened, how it is known, what touched the material, and why. {@code follows}
 * names the event to which the server added this one; {@code violations} is filled by the ledger
 * alone.
 */
public record Circumstances(
        EventId id,
        Claim claim,
        Occurrence occurredAt,
        SiteCode site,
        Evidence evidence,
        List<ResourceUse> resources,
        @Nullable Reason reason,
        @Nullable Signature signature,
        @Nullable EventId follows,
        List<Measured> measured,
        List<Violation> violations) {

    public Circumstances {
        resources = List.copyOf(resources);
        violations = List.copyOf(violations);
        measured = List.copyOf(measured);
    }

    public static Circumstances of(
            EventId id, Claim claim, Occurrence occurredAt, SiteCode site, Evidence evidence) {
        return new Circumstances(
                id,
                claim,
                occurredAt,
                site,
                evidence,
                List.of(),
                null,
                null,
                null,
                List.of(),
                List.of());
    }

    public boolean isReport() {
        return claim == Claim.REPORT;
    }

    /** Returns the same circumstances with these violations added to those already known. */
    public Circumstances violating(List<Violation> more) {
        List<Violation> all = new ArrayList<>(violations);
        all.addAll(more);
        return new Circumstances(
                id,
                claim,
                occurredAt,
                site,
                evidence,
                resources,
                reason,
                signature,
                follows,
                measured,
                all);
    }

    public Circumstances because(@Nullable Reason why) {
        return new Circumstances(
                id,
                claim,
                occurredAt,
                site,
                evidence,
                resources,
                why,
                signature,
                follows,
                measured,
                violations);
    }

    public Circumstances signed(@Nullable Signature by) {
        return new Circumstances(
                id,
                claim,
                occurredAt,
                site,
                evidence,
                resources,
                reason,
                by,
                follows,
                measured,
                violations);
    }

    public Circumstances touchedBy(List<ResourceUse> uses) {
        return new Circumstances(
                id,
                claim,
                occurredAt,
                site,
                evidence,
                uses,
                reason,
                signature,
                follows,
                measured,
                violations);
    }

    public Circumstances identifiedAs(EventId other) {
        return new Circumstances(
                other,
                claim,
                occurredAt,
                site,
                evidence,
                resources,
                reason,
                signature,
                follows,
                measured,
                violations);
    }

    /**
     * Returns the circumstances of an event that the server adds to this one, in the given role.
     */
    public Circumstances following(String role, Reason why) {
        return new Circumstances(
                id.derived(role),
                Claim.REPORT,
                occurredAt,
                site,
                Evidence.DERIVED,
                List.of(),
                why,
                null,
                id,
                List.of(),
                List.of());
    }
}
