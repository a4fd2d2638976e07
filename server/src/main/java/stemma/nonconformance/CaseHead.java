package stemma.nonconformance;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ActorId;
import stemma.identifiers.SiteCode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A case in one line: what its entries come to. {@code nextDue} is the earliest day by which it, an
 * open action or an open check is due, and {@code waitsFor} are those who owe it something.
 */
public record CaseHead(
        String number,
        CaseKind kind,
        SiteCode site,
        String title,
        Severity severity,
        CaseState state,
        @Nullable RootCause cause,
        ActorId owner,
        LocalDate due,
        @Nullable LocalDate nextDue,
        List<ActorId> waitsFor,
        ActorId openedBy,
        Instant openedAt,
        @Nullable Instant closedAt,
        int entries) {

    public CaseHead {
        waitsFor = List.copyOf(waitsFor);
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    /** Says whether something of it was due before that day. */
    public boolean isOverdue(LocalDate today) {
        return nextDue != null && nextDue.isBefore(today);
    }
}
