package stemma.certificates;

import stemma.identifiers.ActorId;
import stemma.identifiers.EventId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A certificate with who entered it, and what was found out about it, the oldest first. */
public record KeptCertificate(
        Certificate paper, ActorId enteredBy, Instant enteredAt, List<Verification> verifications) {
    public KeptCertificate {
        verifications = List.copyOf(verifications);
    }

    public EventId id() {
        return paper.id();
    }

    /** Returns the latest that was found out; nothing as long as nobody has checked it. */
    public Optional<Verification> latest() {
        return verifications.isEmpty() ? Optional.empty() : Optional.of(verifications.getLast());
    }

    /** Says whether anything may rest on it: neither refuted nor revoked. */
    public boolean isGood() {
        return latest().map(found -> found.outcome() == Verification.Outcome.CONFIRMED)
                .orElse(true);
    }

    /** Returns how it stands, in words. */
    public String standing() {
        return latest().map(found -> found.outcome().words()).orElse("not checked");
    }
}
