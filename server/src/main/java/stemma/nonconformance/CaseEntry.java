package stemma.nonconformance;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ActorId;
import stemma.identifiers.SiteCode;
import stemma.signatures.Signature;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What somebody enters in a case. The first is always {@link Opened}; what is entered is never
 * changed, and what it said wrongly is said better by a later entry.
 */
public sealed interface CaseEntry {

    /**
     * Somebody says what happened, found when, where and by whom; a complaint says more of itself,
     * a deviation from which instruction it departs.
     */
    record Opened(
            CaseKind kind,
            SiteCode site,
            String title,
            String account,
            LocalDate foundOn,
            String foundAt,
            String foundBy,
            Severity severity,
            ActorId owner,
            LocalDate due,
            List<CaseSubject> subjects,
            @Nullable Complaint complaint,
            @Nullable String instruction)
            implements CaseEntry {}

    /** Title, severity, owner or due date are others from now on. */
    record Amended(
            @Nullable String title,
            @Nullable Severity severity,
            @Nullable ActorId owner,
            @Nullable LocalDate due,
            String reason)
            implements CaseEntry {}

    /** It is also about these things; a hold that contains it is one of them. */
    record Tied(List<CaseSubject> subjects, String words) implements CaseEntry {}

    /** How bad it is, and for a complaint whether an authority must be told. */
    record Assessed(@Nullable Reportable reportable, String words) implements CaseEntry {}

    /** What let it happen. */
    record Investigated(RootCause cause, String words) implements CaseEntry {}

    /** What shall be done. */
    record Decided(String words) implements CaseEntry {}

    /** Somebody shall do something until a day; actions are counted from 1 within their case. */
    record ActionPlanned(String action, ActorId owner, LocalDate due) implements CaseEntry {}

    /** The action of this number is done. */
    record ActionDone(int action, String words) implements CaseEntry {}

    /** On that day somebody looks whether it worked, by this criterion. */
    record CheckPlanned(String criterion, LocalDate due) implements CaseEntry {}

    /** Whether it worked: signed, by another than the owner of the case. */
    record Checked(Effect effect, String words, @Nullable Signature signature)
            implements CaseEntry {}

    /** What who complained was told. */
    record Replied(LocalDate on, String words) implements CaseEntry {}

    /** Nothing is left to do: signed. */
    record Closed(String words, @Nullable Signature signature) implements CaseEntry {}

    /** It was not over. */
    record Reopened(String reason) implements CaseEntry {}

    /** Who complained is known no longer, at that person's wish or by law. */
    record ComplainantErased(String reason) implements CaseEntry {}

    /** Returns the signature that an entry bears, where it is one that is signed. */
    static Optional<Signature> signature(CaseEntry entry) {
        if (entry instanceof Closed closed) return Optional.ofNullable(closed.signature());
        if (entry instanceof Checked checked) return Optional.ofNullable(checked.signature());
        return Optional.empty();
    }

    /** Whether an authority must be told; until that is known it is undecided. */
    enum Reportable {
        YES,
        NO
    }

    /** Whether what was done had the effect that was wanted. */
    enum Effect {
        EFFECTIVE,
        NOT_EFFECTIVE
    }
}
